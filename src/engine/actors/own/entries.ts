import type { FamilyIndex } from "../family-index.js";
import type { Entry } from "../lexicon.js";
import type { NameIndex } from "../name-index.js";
import { covers, type Person } from "../people.js";
import { shownName } from "./dictionary-names.js";
import type { OwnActor, OwnSpell } from "./types.js";

/** Where own actors are entered. */
export interface OwnTarget {
  readonly names: NameIndex<Entry>;
  readonly families: FamilyIndex;
  readonly givenNames: ReadonlyMap<string, unknown>;
}

/** Enters the user's own actors; a name of theirs drives out what the tables say of the same name. */
export function addOwn(actors: readonly OwnActor[], target: OwnTarget): void {
  // All are looked up before any is added: an index that grows between looks would be built anew each time.
  const entries = actors.flatMap((actor) => entriesOf(actor, target));
  for (const [written, entry, anyCase] of entries) target.names.add(written, entry, anyCase, true);
}

/** The spell that holds on a day (for `null`, the one that lasts); `null` when the rows say nothing of that day. */
export function ownSpell(spells: readonly OwnSpell[], day: string | null): OwnSpell | null {
  if (day !== null) return spells.find((spell) => covers(spell, day)) ?? null;
  return spells.find((spell) => spell.to === "") ?? spells[0] ?? null;
}

type Written = readonly [written: string, entry: Entry, anyCase: boolean];

function entriesOf(actor: OwnActor, target: OwnTarget): readonly Written[] {
  const known = actor.written.map((written) => target.names.lookup(written));
  switch (actor.kind) {
    case "nobody":
      return actor.written.map((w) => [
        shownName(w),
        { kind: "place", name: actor.name, code: null, town: false },
        false,
      ]);
    case "group":
      return actor.written.flatMap((w, at) => groups(actor, w, known[at] ?? []));
    case "person":
      return people(actor, known.flat(), target);
    case "country":
      return countries(actor, known);
    case "organisation":
      return organisations(actor, known);
    case "unknown":
      if (known.flat().some((entry) => entry.kind === "country")) return countries(actor, known);
      return isPersonal(actor, known.flat(), target)
        ? people(actor, known.flat(), target)
        : organisations(actor, known);
    default:
      throw new TypeError(`unknown kind: ${actor.kind satisfies never}`);
  }
}

/** A dictionary does not say what it names: what the tables have as a person, or two words that begin with a given name. */
function isPersonal(actor: OwnActor, known: readonly Entry[], { givenNames }: OwnTarget): boolean {
  if (known.length > 0) return known.some((entry) => entry.kind === "person");
  const words = actor.name.toLowerCase().split(/[\s-]+/);
  return words.length >= 2 && words.length <= 4 && givenNames.has(words[0] ?? "");
}

/** A common noun; where the tables have it as a title, the title stays and takes the sector. */
function groups(actor: OwnActor, written: string, known: readonly Entry[]): readonly Written[] {
  const [spell] = actor.spells;
  const sector = spell?.sector.join("|") ?? "";
  const titles = known.flatMap((entry) => (entry.kind === "title" ? [{ ...entry, sector }] : []));
  const phrase = written.toLowerCase();
  const group = { kind: "group" as const, phrase, sector, code: spell?.code ?? null, plural: true };
  return (titles.length > 0 ? titles : [group]).map((entry) => [phrase, entry, true]);
}

/** Names, adjectives and peoples of a country keep their form and take the code. */
function countries(actor: OwnActor, known: readonly (readonly Entry[])[]): readonly Written[] {
  const code = ownSpell(actor.spells, null)?.code ?? "";
  return actor.written.map((written, at) => {
    const entry = known[at]?.find((each) => each.kind === "country");
    const plain = { kind: "country" as const, pre: false, name: actor.name, form: "name" as const, wikidata: null };
    return [shownName(written), { ...(entry ?? plain), code }, false];
  });
}

function organisations(actor: OwnActor, known: readonly (readonly Entry[])[]): readonly Written[] {
  const spell = ownSpell(actor.spells, null);
  const told = { code: spell?.code ?? "", sector: spell?.sector.join("|") ?? "", own: actor.spells };
  const before = known.flat().find((entry) => entry.kind === "organisation");
  const plain = { kind: "organisation" as const, name: actor.name, key: null, wikidata: null };
  return actor.written.map((written) => [shownName(written), { ...(before ?? plain), ...told }, false]);
}

function people(actor: OwnActor, known: readonly Entry[], { families }: OwnTarget): readonly Written[] {
  const bearers = [...new Set(known.flatMap((entry) => (entry.kind === "person" ? entry.bearers.people : [])))];
  const before = bearers.length === 1 ? bearers[0] : undefined;
  const person: Person = {
    born: null,
    wikidata: null,
    spells: [],
    code: null,
    sector: null,
    ...before,
    name: before?.name ?? actor.name,
    aliases: [...new Set([...(before?.aliases ?? []), ...actor.written.map(shownName)])],
    gender: actor.gender ?? before?.gender ?? null,
    own: actor.spells,
  };
  const entry: Entry = { kind: "person", bearers: { people: [person] } };
  families.add(actor.written.map(shownName), entry.bearers);
  return actor.written.map((written) => [shownName(written), entry, false]);
}
