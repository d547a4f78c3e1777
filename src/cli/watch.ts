import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { readSources } from "../intake/sources.js";
import { Visits } from "../intake/visits.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { openLedger } from "../store/index.js";
import { ingest } from "../work/ingest.js";
import { openPool } from "../work/pool.js";
import { type AlertWishes, alertsOf, openAlerts } from "./alerts.js";
import { engineVersion } from "./engine-version.js";
import { memoryOf, now, Summary } from "./ingest.js";
import { watchInterrupt } from "./interrupt.js";
import { openMessages } from "./messages.js";
import { STATUS } from "./status.js";

/** Arguments of `readout watch`. */
export interface WatchArguments extends AlertWishes {
  readonly feeds: readonly string[];
  readonly ledger: string;
  /** Minutes between two rounds. */
  readonly every: number;
  readonly rounds?: number;
  readonly alertTo: string;
  readonly allowPrivate?: boolean;
}

/** How often Ctrl-C is looked for between two rounds, in milliseconds. */
const LOOK = 250;

/** Runs `readout watch`: rounds over the feeds until Ctrl-C, with an alert for every new article that is asked for. */
export async function watch(options: WatchArguments): Promise<number> {
  const { feeds, ledger: name, every, rounds = Number.POSITIVE_INFINITY } = options;
  const interrupt = watchInterrupt();
  const ledger = await openLedger(name, "create");
  const messages = openMessages(process.stderr, false);
  const files = readKnowledgeFiles();
  const pool = openPool(files, Math.min(2, availableParallelism()), {});
  const alerts = openAlerts(options.alertTo);
  const run = { ledger, pool, engine: engineVersion(files), now, stopped: () => interrupt.check() };
  try {
    for (let round = 1; round <= rounds && !(await interrupt.check()); round++) {
      const summary = new Summary();
      // A new memory of robots.txt for every round: sites change their minds.
      const visits = new Visits(memoryOf(ledger), { allowPrivate: options.allowPrivate });
      for await (const outcome of ingest(readSources(feeds, { visits }), run)) {
        summary.add(outcome);
        if (outcome.kind === "failed") messages.say(outcome.why);
        else if (outcome.kind === "new" && !outcome.copy && outcome.article !== null)
          for (const alert of alertsOf(outcome.article.record, options)) await alerts.send(alert, messages);
      }
      messages.say(summary.text(ledger.name, false));
      for (let left = round < rounds ? every * 60_000 : 0; left > 0 && !(await interrupt.check()); left -= LOOK)
        await wait(Math.min(LOOK, left));
    }
  } finally {
    interrupt.release();
    await pool.close();
    await ledger.close();
  }
  return interrupt.asked ? STATUS.stopped : STATUS.read;
}
