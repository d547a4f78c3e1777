import { existsSync } from "node:fs";
import { occasions as findOccasions, iCalendar, type OccasionsQuery, occasionsSheet } from "../desk/index.js";
import { readTables } from "../knowledge.js";
import { isPostgres } from "../store/index.js";
import { print, withOpenLedger } from "./desk-output.js";
import { ownCountries, UsageError } from "./parties.js";
import { STATUS } from "./status.js";
import { today } from "./today.js";

/** Arguments of `readout occasions`. */
export interface OccasionsArguments {
  readonly ledger: string;
  /** Days ahead, the first included. */
  readonly next: number;
  readonly today?: string;
  readonly country?: readonly string[];
  readonly ics?: boolean;
  readonly format: string;
}

/** Runs `readout occasions`: days on which greetings are due. Without a ledger it tells the days alone. */
export async function occasions({ ledger: name, next, today: from = today(), country, ics, format }: OccasionsArguments): Promise<number> {
  const query = { from, days: next, countries: codesOf(country ?? []), tables: readTables(["actors", "occasions"]) };
  const give = (found: Awaited<ReturnType<typeof findOccasions>>): number => {
    if (ics === true) process.stdout.write(iCalendar(found, from));
    else print(format, found, () => occasionsSheet(found, from, next));
    return STATUS.read;
  };
  if (!isPostgres(name) && !existsSync(name)) {
    process.stderr.write(`readout: ${name}: no ledger there, so who greeted whom last year is not told\n`);
    return give(await findOccasions(null, query satisfies OccasionsQuery));
  }
  return withOpenLedger(name, "read", async (ledger) => give(await findOccasions(ledger, query)));
} // biome-ignore format: the signature reads best on one line

function codesOf(written: readonly string[]): string[] {
  const { byCode, byName } = ownCountries();
  return written.map((one) => {
    const code = byCode.has(one) ? one : byName.get(one.toLowerCase());
    if (code === undefined) throw new UsageError(`there is no country called ${one}: give its code (TJK) or its name`);
    return code;
  });
}
