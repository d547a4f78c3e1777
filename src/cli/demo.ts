import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { readSources } from "../intake/sources.js";
import { Visits } from "../intake/visits.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { ROOT } from "../root.js";
import { migrateLedger, openLedger } from "../store/index.js";
import { ingest } from "../work/ingest.js";
import { openPool } from "../work/pool.js";
import { engineVersion } from "./engine-version.js";
import { memoryOf, now, Summary } from "./ingest.js";
import { openMessages } from "./messages.js";
import { serve } from "./serve.js";
import { STATUS } from "./status.js";

/** Arguments of `readout demo`. */
export interface DemoArguments {
  readonly ledger?: string;
  readonly host: string;
  readonly port: number;
  readonly serve: boolean;
}

/** Runs `readout demo`: a ledger from the shipped articles, made once, then served. */
export async function demo({ ledger = defaultPlace(), serve: serves, ...flags }: DemoArguments): Promise<number> {
  if (existsSync(ledger)) await migrateLedger(ledger);
  else mkdirSync(dirname(ledger), { recursive: true });
  const failed = await fill(ledger);
  if (failed > 0) return STATUS.failed;
  return serves ? serve({ ledger, ...flags }) : STATUS.read;
}

/** The user's folder for what can be made again. */
function defaultPlace(): string {
  const caches = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return join(caches, "readout", "demo.db");
}

/** Reads the examples into the ledger; those it knows are not read again. Gives the number of failures. */
async function fill(name: string): Promise<number> {
  const messages = openMessages(process.stderr, false);
  const examples = join(ROOT, "examples");
  const texts = readdirSync(examples)
    .filter((file) => file.endsWith(".txt"))
    .sort();
  const sources = [...texts.map((file) => join(examples, file)), join(examples, "demo")];
  const ledger = await openLedger(name, "create");
  const files = readKnowledgeFiles();
  const pool = openPool(files, 2, {});
  const summary = new Summary();
  try {
    const visits = new Visits(memoryOf(ledger), {});
    const inputs = readSources(sources, { stdin: process.stdin, visits, onBytes: () => undefined });
    const run = { ledger, pool, engine: engineVersion(files), now, stopped: async () => false };
    for await (const outcome of ingest(inputs, run)) {
      if (outcome.kind === "failed") messages.say(outcome.why);
      summary.add(outcome);
    }
  } finally {
    await pool.close();
    await ledger.close();
  }
  process.stdout.write(`${summary.text(name, false)}\n`);
  return summary.failed;
}
