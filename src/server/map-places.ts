import { DataError } from "../engine/base/errors.js";
import { readTable } from "../engine/base/table.js";

/** A place on the map, in degrees east and north. */
export type OnMap = readonly [longitude: number, latitude: number];

/** Where a place in a country is, by the name an article gives it; `null` where the table has none of that name. */
export type MapPlaces = (name: string, country: string) => OnMap | null;

const FILE = "map/places.tsv";
const SPEC = { columns: ["code", "name", "latitude", "longitude", "source"], keys: 2 };

/** Opens the table of places. Without it no place is known. @throws DataError for a table that breaks its rules. */
export function makeMapPlaces(tables: ReadonlyMap<string, string>): MapPlaces {
  const places = new Map<string, OnMap>();
  for (const row of readTable(FILE, tables.get(FILE) ?? SPEC.columns.join("\t"), SPEC)) {
    const [latitude, longitude] = [Number(row.cell("latitude")), Number(row.cell("longitude"))];
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
      throw new DataError(FILE, row.line, "no place on the map");
    places.set(keyOf(row.cell("code"), row.cell("name")), [longitude, latitude]);
  }
  return (name, country) =>
    places.get(keyOf(country, name)) ?? places.get(keyOf(country.replace(/:.*/, ""), name)) ?? null;
}

/** Names are one whatever their accents, dots and capitals: “Sao Paulo”, “São Paulo”; “St Petersburg”, “Saint Petersburg”. */
function keyOf(country: string, name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}|[.’']/gu, "")
    .toLowerCase();
  return `${country} ${plain.replace(/^saint /, "st ").replace(/ city$|, .*$/, "")}`;
}
