import { addDays, parseDay } from "../base/day.js";
import { byCodeUnit } from "../base/span.js";
import type { Row } from "../base/table.js";
import { atomsOf } from "./atoms.js";
import type { OwnSpell } from "./own/types.js";

/** One spell of a person in one office. `from` and `to` are ISO prefixes; `to` is `""` while it lasts. */
export interface Spell {
  /** ISO 3166-1 alpha-3, or the key of an organisation (`org:NATO`). */
  readonly country: string;
  readonly office: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** A person of the tables. */
export interface Person {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly born: string | null;
  readonly gender: "m" | "f" | null;
  readonly wikidata: string | null;
  readonly spells: readonly Spell[];
  /** Code and sector of somebody without an office of the tables. */
  readonly code: string | null;
  readonly sector: string | null;
  /** What the user's own rows say, which goes before all else. */
  readonly own: readonly OwnSpell[];
}

/** Offices in the order in which they name a person who holds several. */
const RANK: readonly string[] = [
  "head-of-state", "head-of-government", "de-facto-leader", "chief", "chief-diplomat", "foreign-minister", "crown-prince",
  "vice-president", "deputy-head-of-government", "defence-minister", "national-security-adviser", "speaker",
]; // biome-ignore format: an order

/** Rank of an office; lower is higher. */
export function officeRank(office: string): number {
  const at = RANK.indexOf(office);
  return at < 0 ? RANK.length : at;
}

/** Whether an office is one person's at a time, so that “the Russian and Ukrainian Xs” names two. */
export function isSingular(office: string): boolean {
  return RANK.includes(office);
}

/** Whether a spell covers a day; a prefix covers every day it stands for. */
export function covers(spell: Pick<Spell, "from" | "to">, day: string): boolean {
  return (
    day.slice(0, spell.from.length) >= spell.from && (spell.to === "" || day.slice(0, spell.to.length) <= spell.to)
  );
}

const [SOON, LATELY] = [100, 365]; // days from an election to the oath, and in which whoever has left is still called by name alone

/** Whether somebody will soon lead a state or government, or did until lately, whoever leads it on the day: “Trump” after the election. */
export function leadsSoonOrLately({ spells }: Person, day: string): boolean {
  const on = parseDay(day);
  if (on === null) return false;
  const [earliest, latest] = [addDays(on, -LATELY), addDays(on, SOON)];
  return spells
    .filter((spell) => officeRank(spell.office) < officeRank("chief"))
    .some(({ from, to }) => {
      const comes = from > day.slice(0, from.length) && from <= latest.slice(0, from.length);
      return comes || (to !== "" && to < day.slice(0, to.length) && to >= earliest.slice(0, to.length));
    });
}

/** The spell that names the person on a day, or `null` when the person held none. */
export function officeOn(person: Person, day: string): Spell | null {
  const held = person.spells.filter((spell) => covers(spell, day));
  held.sort(
    (a, b) =>
      officeRank(a.office) - officeRank(b.office) || byCodeUnit(b.from, a.from) || byCodeUnit(a.country, b.country),
  );
  return held[0] ?? null;
}

/** The person's latest spell that began by a day (or ever, for `null`). */
export function latestOffice(person: Pick<Person, "spells">, day: string | null): Spell | null {
  const begun = person.spells.filter((spell) => day === null || spell.from <= day);
  begun.sort((a, b) => byCodeUnit(b.from, a.from) || officeRank(a.office) - officeRank(b.office));
  return begun[0] ?? null;
}

interface Draft {
  name: string;
  aliases: Set<string>;
  born: string | null;
  gender: "m" | "f" | null;
  wikidata: string | null;
  spells: Spell[];
  code: string | null;
  sector: string | null;
}

/** Gathers the rows of the leaders' tables into persons; rows of one name and birthday are one person. */
export function gatherPeople(leaders: readonly Row[], others: readonly Row[]): readonly Person[] {
  const drafts = new Map<string, Draft[]>();
  const draftOf = (row: Row, born: string | null): Draft => {
    const name = row.cell("name");
    const same = drafts.get(name) ?? [];
    let draft = same.find((d) => d.born === null || born === null || d.born === born);
    if (draft === undefined) {
      draft = {
        name,
        aliases: new Set(),
        born: null,
        gender: null,
        wikidata: null,
        spells: [],
        code: null,
        sector: null,
      };
      same.push(draft);
      drafts.set(name, same);
    }
    for (const alias of row.list("aliases")) draft.aliases.add(alias);
    draft.born ??= born;
    const gender = row.cell("gender");
    if (gender === "m" || gender === "f") draft.gender ??= gender;
    draft.wikidata ??= row.cell("wikidata") || null;
    return draft;
  };
  for (const row of leaders)
    draftOf(row, row.cell("born") || null).spells.push({
      country: row.cell("country"),
      office: row.cell("office"),
      title: row.cell("title"),
      from: row.cell("from"),
      to: row.cell("to"),
    });
  for (const row of others) {
    const draft = draftOf(row, null);
    draft.code ??= row.cell("code") || null;
    draft.sector ??= row.cell("sector") || null;
  }
  return [...drafts.values()].flat().map((d) => ({ ...d, aliases: [...d.aliases].sort(byCodeUnit), own: [] }));
}

/** Countries whose usual news form puts the family name first. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(["CHN", "HKG", "MAC", "KOR", "PRK", "TWN", "KHM"]);
/** Countries whose names the tables have in the order of English news, but whose own texts put the family name first. */
const FAMILY_FIRST_AT_HOME: ReadonlySet<string> = new Set(["HUN", "JPN"]);

/** “Akiba Takeo”, as texts from home print it, is Takeo Akiba. */
export function isFamilyFirstAtHome({ spells, code }: Person): boolean {
  return [code, ...spells.map((spell) => spell.country)].some((c) => c !== null && FAMILY_FIRST_AT_HOME.has(c));
}

const PARTICLES: ReadonlySet<string> = new Set([
  "al", "el", "bin", "ibn", "abu", "ben", "de", "der", "den", "da", "do", "dos", "di", "du", "la", "le", "van", "von", "ter", "mac", "san", "st", "st.", "ould", "a", "bint",
]); // biome-ignore format: a list

/** Short forms under which a name goes after its first mention: the family name, with and without its particles. */
export function shortForms(person: Person): readonly string[] {
  const forms = new Set<string>();
  const familyFirst = person.spells.some((s) => FAMILY_FIRST.has(s.country));
  const vietnamese = person.spells.some((s) => s.country === "VNM");
  for (const written of [person.name, ...person.aliases]) {
    const parts = atomsOf(written).filter((a) => !/^(?:jr|sr|ii|iii|iv)\.?$/.test(a));
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (parts.length === 1) forms.add(first);
    if (parts.length < 2) continue;
    if (/^\p{L}+(?:ovich|evich|ovna|evna|ich)$/u.test(last) && parts.length === 2) continue;
    forms.add(familyFirst && written === person.name ? first : last);
    if (vietnamese) forms.add(first);
    for (let i = parts.length - 2; i >= 1 && PARTICLES.has(parts[i] ?? ""); i--) forms.add(parts.slice(i).join(" "));
    if (parts.length >= 4) forms.add(parts.slice(-2).join(" "));
    const link = parts.at(-2);
    if (parts.length >= 4 && (link === "e" || link === "y")) forms.add(parts.slice(-3).join(" "));
  }
  return [...forms].filter((f) => f.length > 1 && !PARTICLES.has(f));
}
