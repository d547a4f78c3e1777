import { writeFileSync } from "node:fs";
import { judgementLines } from "../export/judgements.js";
import { type Judgement, openLedger } from "../store/index.js";
import { openOutput } from "./output.js";
import { STATUS } from "./status.js";

/** Arguments of `readout export --format judgements`. */
export interface JudgementsArguments {
  readonly ledger: string;
  readonly out?: string | undefined;
  /** Comments too: they are private otherwise. */
  readonly withNotes?: boolean | undefined;
}

/** Documents asked for at one time. */
const PIECE = 200;

/** Runs `readout export --format judgements`: what people decided, with author and time. */
export async function exportJudgements({ ledger: name, out, withNotes = false }: JudgementsArguments): Promise<number> {
  const ledger = await openLedger(name, "read");
  try {
    const all: readonly Judgement[] = await ledger.judgements({ withdrawn: true });
    const held = all.filter(({ author, kind }) => !author.startsWith("rule:") && (withNotes || kind !== "comment"));
    const hashes = [...new Set(held.map(({ document }) => document))];
    const documents = [];
    for (let at = 0; at < hashes.length; at += PIECE)
      documents.push(...(await ledger.documents({ hashes: hashes.slice(at, at + PIECE) })));
    const lines = judgementLines(held, new Map(documents.map((one) => [one.hash, one])));
    if (out === undefined) await openOutput(process.stdout).write(lines.join(""));
    else write(out, lines.join(""));
    return STATUS.read;
  } finally {
    await ledger.close();
  }
}

/** @throws Error in words when the file cannot be written. */
function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : String(cause);
    throw new Error(`${path}: it cannot be written (${code})`, { cause });
  }
}
