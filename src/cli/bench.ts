import { availableParallelism } from "node:os";
import { findingWords, goldIn, type Measured, measureReviewed, pairWords, tally } from "../desk/reviewed/index.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { openLedger } from "../store/index.js";
import { openPool } from "../work/pool.js";
import { engineVersion } from "./engine-version.js";
import { watchInterrupt } from "./interrupt.js";
import { openMessages } from "./messages.js";
import { tryOwnActors } from "./own-actors.js";
import { openProgress } from "./progress.js";
import { STATUS } from "./status.js";

/** Arguments of `readout bench`. */
export interface BenchArguments {
  readonly ledger: string;
  readonly reviewed?: boolean;
  readonly show?: boolean;
  readonly threads?: number;
  readonly actors?: readonly string[];
  readonly dictionary?: readonly string[];
}

/** More threads than this gain little where some hundred articles are read. */
const MOST_THREADS = 4;

/** Runs `readout bench --reviewed`: today's engine against what people decided, as one line of JSON. */
export async function bench({
  ledger: name,
  reviewed = false,
  show = false,
  ...given
}: BenchArguments): Promise<number> {
  const messages = openMessages(process.stderr, false);
  if (!reviewed) {
    messages.say(
      "bench measures the engine by what people decided in a ledger: say --reviewed. See readout bench --help.",
    );
    return STATUS.misused;
  }
  const ownActors = tryOwnActors(given, messages);
  if (ownActors === null) return STATUS.misused;
  const ledger = await openLedger(name, "read");
  try {
    const gold = await goldIn(ledger);
    if (gold.items.length + gold.pairs.length === 0) {
      messages.say(`${ledger.name}: nobody accepted, corrected or rejected anything in it yet, so there is nothing to measure by. readout serve has a view for that: Review.`); // biome-ignore format: one line reads best
      return STATUS.failed;
    }
    const files = { ...readKnowledgeFiles(), ownActors };
    const pool = openPool(files, given.threads ?? Math.min(MOST_THREADS, availableParallelism()), {});
    const interrupt = watchInterrupt();
    let progress = openProgress(process.stderr, 0);
    try {
      const measured = await measureReviewed(ledger, gold, {
        read: async (articles) => (await Promise.all(articles.map((one) => pool.read([one])))).flat(),
        onArticles: (count) => {
          progress = openProgress(process.stderr, count);
        },
        onArticle: () => {
          progress.bytes(1); // its share counts articles here
          progress.article();
        },
        stopped: () => interrupt.check(),
      });
      progress.finish();
      if (interrupt.asked) return STATUS.stopped;
      for (const [hash, why] of measured.failures) messages.say(`${hash.slice(0, 12)}: ${why}`);
      if (show) process.stderr.write(disagreements(measured));
      process.stdout.write(`${JSON.stringify(lineOf(ledger.name, engineVersion(files), measured, gold.unmeasured))}\n`);
      return measured.failures.length > 0 ? STATUS.failed : STATUS.read;
    } finally {
      progress.finish();
      interrupt.release();
      await pool.close();
    }
  } finally {
    await ledger.close();
  }
}

function disagreements({ items, pairs }: Measured): string {
  const lines = [
    ...items.filter(({ standing }) => standing !== "agrees").map(findingWords),
    ...pairs.filter(({ standing }) => standing !== "agrees").map(pairWords),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function lineOf(ledger: string, engine: string, measured: Measured, unmeasured: ReadonlyMap<string, number>) {
  const { kinds, fields, stories } = tally(measured.items, measured.pairs);
  const { articles, failures } = measured;
  return { ledger, engine, articles, failed: failures.length, ...kinds, stories, fields, unmeasured: Object.fromEntries(unmeasured) }; // biome-ignore format: one line reads best
}
