import type { Row } from "../base/table.js";

/** A news agency or outlet by its usual name. */
export interface Agency {
  readonly name: string;
  readonly kind: string;
  /** Code of its country; `null` for one of none. */
  readonly code: string | null;
}

/** Agencies and outlets by any of their names, whatever the case. */
export interface AgencyIndex {
  find(name: string): Agency | null;
}

/** A name this short counts only in its own case: “PA” is an agency, “Pa.” is Pennsylvania. */
const MAX_SHORT = 4;

/** Columns of `data/actors/agencies.tsv`. */
export const AGENCY_COLUMNS = ["name", "code", "kind", "aliases", "domain", "source"];

/**
 * Makes the index from the rows of the table; a usual name wins over another's alias, an agency over an outlet.
 *
 * @param isCountry Whether a name in small letters is a country's: “Kenya”, behind a city, is not the Kenya News Agency.
 */
export function makeAgencyIndex(rows: readonly Row[], isCountry: (name: string) => boolean): AgencyIndex {
  const byName = new Map<string, Agency>();
  const short = new Set<string>();
  const agencies = rows.map((row) => ({
    row,
    agency: { name: row.cell("name"), kind: row.cell("kind"), code: row.cell("code") || null },
  }));
  const keyFor = (name: string): string => (isCountry(keyOf(name)) ? name.toLowerCase() : keyOf(name));
  const add = (name: string, agency: Agency): void => {
    if (name.length <= MAX_SHORT) short.add(name);
    const key = keyFor(name);
    const before = byName.get(key);
    if (before === undefined || (before.kind !== "agency" && agency.kind === "agency")) byName.set(key, agency);
  };
  for (const { agency } of agencies) add(agency.name, agency);
  for (const { row, agency } of agencies) for (const alias of row.list("aliases")) add(alias, agency);
  return {
    find: (name) => {
      const bare = name.trim();
      if (bare.length <= MAX_SHORT && !short.has(bare)) return null;
      return byName.get(keyFor(bare)) ?? null;
    },
  };
}

function keyOf(name: string): string {
  const lower = name.toLowerCase().replaceAll("’", "'").trim();
  return lower.replace(/^the | ?(?:\bnews agency|\bnews|\bagency)?[.\s]*$/g, "");
}
