import { type EventHit, openLedger } from "../store/index.js";
import { STATUS } from "./status.js";

/** Arguments of `readout search`. */
export interface SearchArguments {
  readonly ledger: string;
  readonly words: readonly string[];
  readonly actor?: string;
  readonly with?: string;
  readonly event?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
  readonly format: string;
}

/** Runs `readout search`: the events found, newest first. */
export async function search({
  ledger: name,
  words,
  actor,
  with: other,
  event,
  since,
  until,
  limit,
  format,
}: SearchArguments): Promise<number> {
  const ledger = await openLedger(name, "read");
  try {
    const hits = await ledger.search({
      words: words.length === 0 ? undefined : words.join(" "),
      actors: [actor, other].filter((one) => one !== undefined).map(actorOf),
      event,
      since,
      until,
      limit,
    });
    for (const hit of hits) process.stdout.write(format === "json" ? `${JSON.stringify(hit)}\n` : linesOf(hit));
    if (hits.length === 0 && format !== "json") process.stderr.write("readout: nothing found\n");
    return STATUS.read;
  } finally {
    await ledger.close();
  }
}

/** A code stands as it is; names are known by small letters, Wikidata ids by a capital Q. */
export function actorOf(value: string): string {
  return /^[A-Z]{3}$|^Q\d+$/.test(value) ? value : value.toLowerCase();
}

function linesOf({ id, event, mode, status, negated, day, actors, recipients, passage, document }: EventHit): string {
  const kind = [event, mode ?? "", status === "happened" ? "" : status, negated ? "negated" : ""].filter(
    (part) => part !== "",
  );
  const parties = recipients.length === 0 ? actors.join(", ") : `${actors.join(", ")} → ${recipients.join(", ")}`;
  const from = document.outlet ?? document.agency ?? document.source;
  return `${day ?? "no day"}  ${kind.join(" ")}  ${parties}\n    ${passage.replace(/\s+/g, " ")}\n    ${id}  ${from}${document.title === null ? "" : `: ${document.title}`}\n\n`;
}
