import { availableParallelism } from "node:os";
import { readSources, sizeOf } from "../intake/sources.js";
import { type VisitMemory, Visits } from "../intake/visits.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { type Ledger, openLedger } from "../store/index.js";
import { ingest, type Outcome } from "../work/ingest.js";
import { openPool } from "../work/pool.js";
import { engineVersion } from "./engine-version.js";
import { watchInterrupt } from "./interrupt.js";
import { openMessages } from "./messages.js";
import { tryOwnActors } from "./own-actors.js";
import { openProgress, ReadAhead } from "./progress.js";
import { STATUS } from "./status.js";

/** Arguments of `readout ingest`. */
export interface IngestArguments {
  readonly sources: readonly string[];
  readonly ledger: string;
  readonly outlet?: string;
  readonly allowPrivate?: boolean;
  readonly threads?: number;
  readonly actors?: readonly string[];
  readonly dictionary?: readonly string[];
}

/** More threads than this gain nothing: one thread writes the ledger. */
const MOST_THREADS = 6;

/** Runs `readout ingest`: every article of the sources into the ledger, and a summary. */
export async function ingestSources({ sources, ledger: name, outlet, ...options }: IngestArguments): Promise<number> {
  const interrupt = watchInterrupt();
  const messages = openMessages(process.stderr, false);
  const ownActors = tryOwnActors(options, messages);
  if (ownActors === null) return STATUS.misused;
  const ledger = await openLedger(name, "create");
  const files = { ...readKnowledgeFiles(), ownActors };
  const threads = options.threads ?? Math.min(MOST_THREADS, availableParallelism());
  const pool = openPool(files, threads, { outlet });
  const progress = openProgress(process.stderr, await sizeOf(sources));
  const ahead = new ReadAhead();
  const visits = new Visits(memoryOf(ledger), { allowPrivate: options.allowPrivate });
  const summary = new Summary();
  try {
    const inputs = ahead.watch(readSources(sources, { stdin: process.stdin, visits, onBytes: ahead.onBytes }));
    const run = { ledger, pool, engine: engineVersion(files), now, stopped: () => interrupt.check() };
    for await (const outcome of ingest(inputs, run)) {
      if (outcome.kind === "failed") {
        progress.clear();
        messages.say(outcome.why);
      }
      summary.add(outcome);
      progress.bytes(ahead.done());
      progress.article();
    }
  } finally {
    progress.finish();
    interrupt.release();
    await pool.close();
    await ledger.close();
    if (process.stdin.readableFlowing !== null) process.stdin.destroy(); // a pipe left open must not keep the program alive
  }
  process.stdout.write(`${summary.text(ledger.name, interrupt.asked)}\n`);
  return interrupt.asked ? STATUS.stopped : summary.failed > 0 ? STATUS.failed : STATUS.read;
}

export function now(): string {
  return new Date().toISOString();
}

/** Validators of addresses, kept among the ledger's sources. */
export function memoryOf(ledger: Ledger): VisitMemory {
  return {
    state: async (url) => (await ledger.source(url))?.state ?? null,
    keep: (url, kind, state) => ledger.putSource({ name: url, kind, state, seen: now() }),
  };
}

/** What a run did, in numbers. */
export class Summary {
  #counts = { new: 0, known: 0, "read-again": 0, forgotten: 0, failed: 0 };
  #copies = 0;

  get failed(): number {
    return this.#counts.failed;
  }

  add(outcome: Outcome): void {
    this.#counts[outcome.kind]++;
    if (outcome.kind === "new" && outcome.copy) this.#copies++;
  }

  text(ledger: string, stopped: boolean): string {
    const { new: fresh, known, "read-again": again, forgotten, failed } = this.#counts;
    const read = fresh + known + again + forgotten;
    const parts = [
      `${read} read`,
      `${fresh} new${this.#copies > 0 ? ` (${this.#copies} of them copies)` : ""}`,
      ...(known > 0 ? [`${known} known`] : []),
      ...(again > 0 ? [`${again} read again`] : []),
      ...(forgotten > 0 ? [`${forgotten} kept out`] : []),
      `${failed} failed`,
    ];
    return `${stopped ? "stopped; " : ""}${ledger}: ${parts.join(", ")}`;
  }
}
