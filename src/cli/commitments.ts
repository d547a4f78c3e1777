import { commitmentsSheet, commitmentThreads } from "../desk/index.js";
import { print, type ReportArguments, withOpenLedger } from "./desk-output.js";
import { partiesOf } from "./parties.js";
import { STATUS } from "./status.js";
import { today } from "./today.js";

/** Arguments of `readout commitments`. */
export interface CommitmentsArguments extends ReportArguments {
  readonly parties: readonly string[];
  readonly open?: boolean;
}

/** Runs `readout commitments`: what was agreed between whom, and when it was said again. */
export function commitments({ ledger: name, parties, format, today: day = today(), ...query }: CommitmentsArguments): Promise<number> {
  return withOpenLedger(name, "read", async (ledger) => {
    const found = await commitmentThreads(ledger, { ...query, parties: await partiesOf(ledger, parties), today: day });
    print(format, found, () => commitmentsSheet(found, day));
    return STATUS.read;
  });
} // biome-ignore format: the signature reads best on one line
