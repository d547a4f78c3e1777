import { byCodeUnit } from "../base/span.js";
import { type Row, readTable } from "../base/table.js";
import { readWordClasses } from "../base/word-classes.js";
import { foldName } from "./atoms.js";
import { type Bearers, type Bearing, gatherBearers } from "./bearers.js";
import { type Bridges, readBridges } from "./bridge.js";
import { COLUMNS, LEADERS } from "./columns.js";
import { FamilyIndex } from "./family-index.js";
import { NameIndex } from "./name-index.js";
import { type OfficeNouns, readLedByGovernment, readOfficeNouns } from "./offices.js";
import { addOwn } from "./own/entries.js";
import type { OwnActor, OwnSpell } from "./own/types.js";
import { covers, type Person } from "./people.js";
import { readRegions } from "./regions.js";
import { addTitles, genderOf } from "./title-names.js";
import type { WordClass } from "./word-class.js";

export type { WordClass } from "./word-class.js";

/** What a name or common noun of the tables stands for. */
export type Entry =
  | { readonly kind: "country"; readonly code: string; readonly pre: boolean; readonly name: string; readonly form: "name" | "adjective" | "people" | "capital"; readonly wikidata: string | null }
  | { readonly kind: "place"; readonly name: string; readonly code: string | null; readonly town: boolean }
  | { readonly kind: "body"; readonly name: string; readonly code: string | null; readonly sector: string; readonly office: string | null }
  | { readonly kind: "pattern"; readonly name: string; readonly sector: string; readonly office: string | null }
  | { readonly kind: "organisation"; readonly name: string; readonly code: string; readonly sector: string; readonly key: string | null; readonly wikidata: string | null; readonly own: readonly OwnSpell[] }
  | { readonly kind: "agency"; readonly name: string; readonly code: string | null; readonly outlet: boolean }
  | { readonly kind: "title"; readonly phrase: string; readonly sector: string; readonly office: string | null; readonly level: string | null; readonly gender: "m" | "f" | null; readonly use: "title" | "role" | "honorific"; readonly plural: boolean }
  | { readonly kind: "group"; readonly phrase: string; readonly sector: string; readonly code: string | null; readonly plural: boolean }
  | { readonly kind: "person"; readonly bearers: Bearing }; // biome-ignore format: one kind a line

/** What is known of a country. */
export interface Country {
  readonly code: string;
  /** Sector PRE marks a breakaway entity filed under the state that claims it. */
  readonly pre: boolean;
  readonly name: string;
  readonly wikidata: string | null;
}

/** Everything the actor stage knows. */
export interface ActorLexicon {
  readonly names: NameIndex<Entry>;
  readonly people: readonly Person[];
  /** Persons by a folded short form of their name (family name). */
  readonly byShort: FamilyIndex;
  readonly countries: ReadonlyMap<string, Country>;
  /** Countries of a region by its adjective (“south american”). */
  readonly regions: ReadonlyMap<string, readonly Country[]>;
  /** Organisations by key (`org:NATO`). */
  readonly organisations: ReadonlyMap<string, { readonly name: string; readonly code: string }>;
  readonly givenNames: ReadonlyMap<string, "m" | "f" | null>;
  /** Words of a class: see `data/actors/words.tsv`. */
  readonly words: (wordClass: WordClass) => ReadonlySet<string>;
  /** PLOVER sectors of bodies no table lists, by the noun that says what they are. */
  readonly bodyNouns: ReadonlyMap<string, string>;
  /** Nouns by which a text takes up a body it has named. */
  readonly bridges: Bridges;
  readonly officeNouns: OfficeNouns;
  /** Whether a country's leader, on a day, is the head of its government rather than of the state. */
  readonly ledByGovernment: (country: string, day: string | null) => boolean;
  /** Who held an office of a country (or organisation) on a day, first the latest come. */
  holders(country: string, office: string, day: string): readonly Person[];
}

/**
 * Builds the lexicon from the tables under `data/actors/`.
 *
 * @param tables Table texts by path relative to `data/`.
 * @param own The user's own actors, which win over the tables.
 * @throws DataError naming file and line where a table breaks its rules.
 */
export function makeActorLexicon(tables: ReadonlyMap<string, string>, own: readonly OwnActor[] = []): ActorLexicon {
  const rows = (name: string): readonly Row[] => {
    const file = `actors/${name}.tsv`;
    const [text, spec] = [tables.get(file), COLUMNS[name]];
    return text === undefined || spec === undefined ? [] : readTable(`data/${file}`, text, spec);
  };
  const leaders = [...tables]
    .filter(([file]) => file.startsWith("actors/leaders/"))
    .flatMap(([file, text]) => readTable(`data/${file}`, text, LEADERS));
  const names = new NameIndex<Entry>();
  const words: ActorLexicon["words"] = readWordClasses(rows("words"));
  const countries = addCountries(names, rows("countries"));
  addPlaces(names, rows("places"));
  addBodies(names, rows("bodies"), words("acronym-word"));
  const organisations = addOrganisations(names, rows("organisations"), words("acronym-word"));
  for (const row of rows("agencies"))
    for (const name of [row.cell("name"), ...row.list("aliases")])
      names.add(name, {
        kind: "agency",
        name: row.cell("name"),
        code: row.cell("code") || null,
        outlet: row.cell("kind") === "outlet",
      });
  addTitles(names, rows("titles"));
  for (const row of rows("groups"))
    names.add(
      row.cell("phrase"),
      {
        kind: "group",
        phrase: row.cell("phrase"),
        sector: row.cell("sector"),
        code: null,
        plural: row.cell("number") === "plural",
      },
      true,
    );
  const bearers = gatherBearers(leaders, rows("people"));
  const byShort = addPeople(names, bearers.values());
  const givenNames = new Map(rows("given-names").map((r) => [foldName(r.cell("name")), genderOf(r.cell("gender"))]));
  addOwn(own, { names, families: byShort, givenNames });
  return {
    names,
    get people() {
      return [...bearers.values()].flatMap((b) => b.people);
    },
    byShort,
    countries,
    regions: readRegions(rows("regions"), countries),
    organisations,
    givenNames,
    words,
    bodyNouns: new Map(rows("body-nouns").map((r) => [r.cell("noun"), r.cell("sector")])),
    bridges: readBridges(rows("bridges"), names),
    officeNouns: readOfficeNouns(rows("office-nouns")),
    ledByGovernment: readLedByGovernment(rows("led-by-government")),
    holders: holderIndex(leaders, bearers),
  };
}

function addCountries(names: NameIndex<Entry>, rows: readonly Row[]): ReadonlyMap<string, Country> {
  const countries = new Map<string, Country>();
  for (const row of rows) {
    const [claimant, breakaway] = row.cell("code").split(":");
    const country: Country = {
      code: claimant ?? "",
      pre: breakaway !== undefined,
      name: row.cell("name"),
      wikidata: row.cell("wikidata") || null,
    };
    countries.set(row.cell("code"), country);
    const add = (list: readonly string[], form: "name" | "adjective" | "people" | "capital"): void => {
      for (const written of list) names.add(written, { kind: "country", ...country, form });
    };
    add([country.name, ...row.list("names")], "name");
    add(row.list("adjectives"), "adjective");
    add(
      row.list("peoples").filter((p) => !row.list("adjectives").includes(p)),
      "people",
    );
    add(row.list("capitals"), "capital");
  }
  return countries;
}

function addPlaces(names: NameIndex<Entry>, rows: readonly Row[]): void {
  for (const row of rows)
    names.add(row.cell("name"), {
      kind: "place",
      name: row.cell("name"),
      code: row.cell("code") || null,
      town: row.cell("kind") === "city",
    });
}

/** “Nato” for “NATO”: a longer acronym is also written like a word, unless it reads as one that means something else. */
function withCase(written: string, wordlike: ReadonlySet<string>): readonly string[] {
  if (!/^[A-Z]{4,8}$/.test(written) || wordlike.has(written.toLowerCase())) return [written];
  return [written, `${written.charAt(0)}${written.slice(1).toLowerCase()}`];
}

function addBodies(names: NameIndex<Entry>, rows: readonly Row[], wordlike: ReadonlySet<string>): void {
  for (const row of rows) {
    const [name, sector, office] = [row.cell("name"), row.cell("sector"), row.cell("office") || null];
    const pattern = row.cell("kind") === "pattern";
    const entry: Entry = pattern
      ? { kind: "pattern", name, sector, office }
      : { kind: "body", name, code: row.cell("code") || null, sector, office };
    for (const written of [name, ...row.list("aliases")])
      for (const form of withCase(written, wordlike)) names.add(form, entry, pattern);
  }
}

function addOrganisations(
  names: NameIndex<Entry>,
  rows: readonly Row[],
  wordlike: ReadonlySet<string>,
): Map<string, { name: string; code: string }> {
  const byKey = new Map<string, { name: string; code: string }>();
  for (const row of rows) {
    const [name, code, key] = [row.cell("name"), row.cell("code"), row.cell("key") || null];
    if (key !== null && !byKey.has(key)) byKey.set(key, { name, code });
    const entry: Entry = {
      kind: "organisation",
      name,
      code,
      sector: row.cell("sector"),
      key,
      wikidata: row.cell("wikidata") || null,
      own: [],
    };
    for (const written of [name, ...row.list("acronyms"), ...row.list("aliases")])
      for (const form of withCase(written, wordlike)) names.add(form, entry);
  }
  return byKey;
}

function addPeople(names: NameIndex<Entry>, all: Iterable<Bearers>): FamilyIndex {
  const families = new FamilyIndex();
  for (const bearers of all) {
    const entry = { kind: "person" as const, bearers };
    const { written } = bearers;
    for (const form of written) if (/[\s-]/.test(form)) names.add(form, entry);
    families.add(written, bearers);
  }
  return families;
}

/** Holders by country, office and day, from the rows themselves; the latest come first. */
function holderIndex(leaders: readonly Row[], bearers: ReadonlyMap<string, Bearers>): ActorLexicon["holders"] {
  const byCountry = new Map<string, Row[]>();
  for (const row of leaders) {
    const country = row.peek("country");
    const list = byCountry.get(country);
    if (list === undefined) byCountry.set(country, [row]);
    else list.push(row);
  }
  return (country, office, day) => {
    const held = (byCountry.get(country) ?? []).filter(
      (row) => row.cell("office") === office && covers({ from: row.cell("from"), to: row.cell("to") }, day),
    );
    held.sort((a, b) => byCodeUnit(b.cell("from"), a.cell("from")) || byCodeUnit(a.cell("name"), b.cell("name")));
    const people = held.flatMap((row) =>
      (bearers.get(row.cell("name"))?.people ?? []).filter((p) =>
        p.spells.some((s) => s.country === country && s.office === office && covers(s, day)),
      ),
    );
    return [...new Set(people)];
  };
}
