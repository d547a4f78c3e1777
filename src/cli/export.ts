import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { type ExportEvent, type ExportOptions, exportEvents } from "../export/events/index.js";
import type { ExportFormat } from "../export/formats.js";
import { defaultStatuses, EXPORT_FOLDERS, lineFormat, makeExportCodes, ParquetExport } from "../export/tables/index.js"; // biome-ignore format: one line reads best
import { readTables } from "../knowledge.js";
import { openLedger } from "../store/index.js";
import { readVersion } from "./engine-version.js";
import { watchInterrupt } from "./interrupt.js";
import { openOutput } from "./output.js";
import { actorOf } from "./search.js";
import { STATUS } from "./status.js";

/** Arguments of `readout export`. */
export interface ExportArguments {
  readonly ledger: string;
  readonly format: ExportFormat;
  readonly out?: string;
  readonly since?: string;
  readonly until?: string;
  readonly actor?: string;
  readonly with?: string;
  readonly event?: readonly string[];
  readonly outlet?: string;
  readonly status?: readonly string[];
  readonly confidence?: number;
  readonly everyReport?: boolean;
  readonly excerpt: number;
  readonly withNotes?: boolean;
}

/** Runs `readout export`: the ledger's events to a file or standard output, and on standard error what was left out. */
export async function exportLedger(given: ExportArguments): Promise<number> {
  const { ledger: name, format, out, withNotes = false } = given;
  if (format === "parquet" && out === undefined && process.stdout.isTTY === true) {
    process.stderr.write("readout: Parquet is not for a terminal; name a file with --out\n");
    return STATUS.misused;
  }
  const ledger = await openLedger(name, "read");
  const interrupt = watchInterrupt();
  try {
    const stream = out === undefined ? process.stdout : await openFile(out);
    const output = openOutput(stream);
    const codes = makeExportCodes(readTables(EXPORT_FOLDERS));
    const settings = { codes, version: readVersion(), withNotes };
    const writer = writerOf(format, settings, (bytes) => output.write(bytes));
    await writer.begin();
    let left = 0;
    for await (const event of exportEvents(ledger, optionsOf(given))) {
      if (output.closed || (await interrupt.check())) break;
      if (!(await writer.add(event))) left++;
    }
    await writer.finish();
    if (out !== undefined) {
      stream.end();
      await finished(stream);
    }
    if (left > 0) process.stderr.write(`readout: ${left} ${left === 1 ? "event" : "events"} left out: ${format} holds no event that is negated${format === "plover" ? "" : ", and none without a whole day"}\n`); // biome-ignore format: one line reads best
    return interrupt.asked ? STATUS.stopped : STATUS.read;
  } finally {
    interrupt.release();
    await ledger.close();
  }
}

/** @throws Error in words when the file cannot be made. */
async function openFile(path: string): Promise<WriteStream> {
  const stream = createWriteStream(path);
  try {
    await once(stream, "open");
  } catch (cause) {
    throw new Error(`${path}: it cannot be written (${codeOf(cause)})`, { cause });
  }
  return stream;
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}

interface EventWriter {
  begin(): Promise<void>;
  /** False where the form cannot hold it. */
  add(event: ExportEvent): Promise<boolean>;
  finish(): Promise<void>;
}

function writerOf(
  format: ExportFormat,
  settings: Parameters<typeof lineFormat>[1],
  write: (bytes: string | Uint8Array) => Promise<void>,
): EventWriter {
  if (format === "parquet") {
    const file = new ParquetExport(settings.codes, settings.withNotes, write);
    const add = async (event: ExportEvent): Promise<boolean> => {
      await file.add(event);
      return true;
    };
    return { begin: async () => undefined, add, finish: () => file.finish() };
  }
  const form = lineFormat(format, settings);
  return {
    begin: () => write(form.head),
    add: async (event) => {
      const lines = form.lines(event);
      if (lines !== null) await write(lines.join(""));
      return lines !== null;
    },
    finish: async () => undefined,
  };
}

function optionsOf({ format, actor, with: other, event, status, ...given }: ExportArguments): ExportOptions {
  const { since, until, outlet, confidence, everyReport, excerpt, withNotes } = given;
  return {
    ...{ since, until, outlet, confidence, everyReport, excerpt, withNotes },
    actors: [actor, other].filter((one) => one !== undefined).map(actorOf),
    events: event,
    statuses: status ?? defaultStatuses(format),
  };
}
