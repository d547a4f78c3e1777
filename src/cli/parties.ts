import { type CountryNames, countryNames, findParty, type Party } from "../desk/index.js";
import { readTables } from "../knowledge.js";
import type { Ledger } from "../store/index.js";

/** A user's mistake, told without a trace. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Names of countries from the program's own tables. */
export function ownCountries(): CountryNames {
  return countryNames(readTables(["actors"]));
}

/**
 * Who is meant by each of what a user wrote.
 *
 * @throws UsageError that says what is near, or who is called so.
 */
export async function partiesOf(
  ledger: Ledger,
  written: readonly string[],
  countries: CountryNames = ownCountries(),
): Promise<readonly Party[]> {
  if (written.length > 2) throw new UsageError(`${written.length} parties are given: one or two are asked for`);
  const parties: Party[] = [];
  for (const one of written) {
    const found = await findParty(ledger, one, countries);
    if (found.kind === "found") parties.push(found.party);
    else if (found.kind === "several") {
      const names = found.candidates.map(
        ({ name, code, key }) => `${name}${code === null ? "" : ` (${code})`}: ${key}`,
      );
      throw new UsageError(`several are called ${one}; give one of these ids: ${names.join("; ")}`);
    } else {
      const near = found.near.length === 0 ? "" : ` (near: ${found.near.join(", ")})`;
      throw new UsageError(`nobody in ${ledger.name} is called ${one}${near}; a country is given by its code or name`);
    }
  }
  const [a, b] = parties;
  if (a !== undefined && b !== undefined && a.key === b.key) throw new UsageError(`${a.name} is given twice`);
  return parties;
}
