import { situation as findSituation, situationSheet } from "../desk/index.js";
import { print, type ReportArguments, withOpenLedger } from "./desk-output.js";
import { ownCountries, UsageError } from "./parties.js";
import { STATUS } from "./status.js";
import { today } from "./today.js";

/** Arguments of `readout situation`. */
export interface SituationArguments extends ReportArguments {
  readonly topic: string;
}

/** Runs `readout situation`: contacts, statements and commitments on a topic. */
export function situation({ ledger: name, format, today: day = today(), ...query }: SituationArguments): Promise<number> {
  return withOpenLedger(name, "read", async (ledger) => {
    const found = await findSituation(ledger, { ...query, today: day, countries: ownCountries() });
    if (found === null) throw new UsageError(`“${query.topic}” names no topic: give a word that tells one, such as “border”`);
    print(format, found, () => situationSheet(found, day));
    return STATUS.read;
  });
} // biome-ignore format: the sentences read best on one line
