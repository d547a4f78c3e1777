import type { Row } from "../base/table.js";
import type { Country } from "./lexicon.js";

/** Reads `data/actors/regions.tsv`: the countries of a region by its adjective, in small letters. */
export function readRegions(
  rows: readonly Row[],
  countries: ReadonlyMap<string, Country>,
): ReadonlyMap<string, readonly Country[]> {
  return new Map(
    rows.map((row) => [row.cell("adjective"), row.list("codes").flatMap((code) => countries.get(code) ?? [])] as const),
  );
}
