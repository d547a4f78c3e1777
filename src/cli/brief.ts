import { briefSheet, brief as makeBrief } from "../desk/index.js";
import { print, withOpenLedger } from "./desk-output.js";
import { STATUS } from "./status.js";
import { today } from "./today.js";

/** Arguments of `readout brief`. */
export interface BriefArguments {
  readonly ledger: string;
  readonly since: string;
  readonly today?: string;
  readonly limit: number;
  readonly offset: number;
  /** `text`, `markdown`, `html` or `json`. */
  readonly to: string;
}

/** Runs `readout brief`: what is new since a day, and what is due. */
export function brief({ ledger: name, to, today: day = today(), ...query }: BriefArguments): Promise<number> {
  return withOpenLedger(name, "read", async (ledger) => {
    const found = await makeBrief(ledger, { ...query, today: day });
    print(to, found, () => briefSheet(found));
    return STATUS.read;
  });
}
