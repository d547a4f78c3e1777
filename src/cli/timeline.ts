import { timeline as makeTimeline, timelineSheet } from "../desk/index.js";
import { print, withOpenLedger } from "./desk-output.js";
import { partiesOf } from "./parties.js";
import { STATUS } from "./status.js";

/** Arguments of `readout timeline`. */
export interface TimelineArguments {
  readonly ledger: string;
  readonly parties: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
  readonly offset: number;
  readonly all?: boolean;
  readonly withNotes?: boolean;
  readonly format: string;
}

/** Runs `readout timeline`: contacts and events between two parties, in order of day. */
export function timeline({ ledger: name, parties, format, ...query }: TimelineArguments): Promise<number> {
  return withOpenLedger(name, "read", async (ledger) => {
    const found = await makeTimeline(ledger, { ...query, parties: await partiesOf(ledger, parties) });
    print(format, found, () => timelineSheet(found));
    return STATUS.read;
  });
}
