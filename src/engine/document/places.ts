import type { Row } from "../base/table.js";

/** A place as datelines name it: its usual name and the country it lies in (`null` where the table does not say). */
export interface Place {
  readonly name: string;
  readonly country: string | null;
  /** Whether the place is a country itself, which no dateline names alone. */
  readonly isCountry: boolean;
}

/** Places by name, whatever the case. */
export interface PlaceIndex {
  /** The places of a name, the likeliest first: capitals before others. */
  find(name: string): readonly Place[];
  /** The same for what may stand after a place: states and provinces (“N.Y.”, “Ont.”) beside countries and places. */
  regions(name: string): readonly Place[];
}

/** Columns of `data/actors/places.tsv`. */
export const PLACE_COLUMNS = ["name", "code", "kind", "source"];
/** Columns of `data/actors/countries.tsv`. */
export const COUNTRY_COLUMNS = [
  "code", "name", "names", "adjectives", "peoples", "capitals", "iso2", "fips", "wikidata", "source",
]; // biome-ignore format: one line reads best

/** Makes the index from the rows of the three tables. */
export function makePlaceIndex(countries: readonly Row[], places: readonly Row[], regions: readonly Row[]): PlaceIndex {
  const byName = new Map<string, Place[]>();
  const add = (name: string, country: string | null, isCountry: boolean): void => {
    const key = keyOf(name);
    const found = byName.get(key);
    if (found === undefined) byName.set(key, [{ name, country, isCountry }]);
    else if (!found.some((place) => place.country === country)) found.push({ name, country, isCountry });
  };
  for (const row of countries) {
    const [usual] = row.list("capitals");
    for (const capital of row.list("capitals"))
      add(capital.startsWith(`${usual},`) ? (usual ?? capital) : capital, row.cell("code"), false);
  }
  for (const row of countries)
    for (const name of [row.cell("name"), ...row.list("names")]) add(name, row.cell("code"), true);
  for (const row of places) add(row.cell("name"), row.cell("code") === "" ? null : row.cell("code"), false);
  const states = new Map(regions.map((row) => [keyOf(row.cell("name")), row.cell("code")]));
  const find = (name: string): readonly Place[] => byName.get(keyOf(name)) ?? [];
  return {
    find,
    regions: (name) => {
      const state = states.get(keyOf(name));
      return state === undefined ? find(name) : [{ name, country: state, isCountry: false }];
    },
  };
}

/** A name without case, marks and apostrophes: “ST. PETERSBURG” meets “St Petersburg”. */
function keyOf(name: string): string {
  if (/^[A-Za-z ]*$/.test(name)) return name.toLowerCase().trim(); // nearly all of them
  const plain = /[^ -~]/.test(name) ? name.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : name;
  return plain
    .toLowerCase()
    .replace(/[.'’‘`]/g, "")
    .replace(/[\s-]+/g, " ")
    .trim();
}

/** A name in capitals as it is written in running text: “SHARM EL-SHEIKH” is “Sharm el-Sheikh”. */
export function inUsualCase(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<=\s|-)(?:Al|El|De|Da|Do|Del|La|Le|Les|Of|And|The|Upon|On|Sur)(?=[\s-])/g, (word) =>
      word.toLowerCase(),
    );
}
