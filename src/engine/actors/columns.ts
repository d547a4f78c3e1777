import type { TableSpec } from "../base/table.js";

/** Columns of the tables under `data/actors/`, by name. */
export const COLUMNS: Readonly<Record<string, TableSpec>> = {
  countries: {
    columns: ["code", "name", "names", "adjectives", "peoples", "capitals", "iso2", "fips", "wikidata", "source"],
    keys: 1,
  },
  places: { columns: ["name", "code", "kind", "source"], keys: 2 },
  bodies: { columns: ["name", "code", "sector", "kind", "office", "aliases", "source"], keys: 2 },
  organisations: { columns: ["name", "code", "sector", "key", "acronyms", "aliases", "wikidata", "source"], keys: 2 },
  agencies: { columns: ["name", "code", "kind", "aliases", "domain", "source"], keys: 1 },
  titles: { columns: ["phrase", "sector", "office", "level", "gender", "kind", "source"], keys: 1 },
  groups: { columns: ["phrase", "sector", "kind", "number", "source"], keys: 1 },
  people: { columns: ["name", "code", "sector", "gender", "wikidata", "aliases", "from", "to", "source"], keys: 1 },
  "given-names": { columns: ["name", "gender", "source"], keys: 1 },
  words: { columns: ["class", "word", "source"], keys: 2 },
  "body-nouns": { columns: ["noun", "sector", "source"], keys: 1 },
  bridges: { columns: ["noun", "words", "members", "sectors", "source"], keys: 1 },
  regions: { columns: ["adjective", "codes", "source"], keys: 1 },
  "office-nouns": { columns: ["noun", "office", "titles", "source"], keys: 1 },
  "led-by-government": { columns: ["country", "from", "to", "source"], keys: 2 },
};
/** Columns of the tables of office-holders. */
export const LEADERS: TableSpec = {
  columns: [
    "country",
    "office",
    "from",
    "name",
    "to",
    "precision",
    "title",
    "born",
    "gender",
    "wikidata",
    "aliases",
    "source",
  ],
  keys: 4,
  codes: { precision: new Set(["day", "month", "year"]), gender: new Set(["m", "f", ""]) },
};
