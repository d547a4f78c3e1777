/**
 * Measures of looking things up: how long the ledger takes to answer, at 100,000 events.
 *
 * usage: node dist/bench/search.js [--events 100000] [--ledger FILE|postgres://…]   (one line of JSON; a ledger named stays)
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { EventQuery } from "../src/store/index.js";
import { openBigLedger } from "./big-ledger.js";

const { values } = parseArgs({
  options: { events: { type: "string", default: "100000" }, ledger: { type: "string" } },
});
const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
const ledger = await openBigLedger(values.ledger ?? join(folder, "ledger.db"), Number(values.events));

const limit = 20;
const QUERIES: Readonly<Record<string, EventQuery>> = {
  rareWord: { words: "Number777", limit },
  commonWord: { words: "reservoir", limit },
  commonWords: { words: "the two leaders agreed", limit },
  noWord: { words: "nowhere", limit },
  actor: { actors: ["KEN"], limit },
  pair: { actors: ["KEN", "ETH"], limit },
  person: { actors: ["Q39259"], limit },
  persons: { actors: ["Q39259", "william ruto"], limit },
  event: { event: "CONSULT", limit },
  rareEvent: { event: "PROTEST", limit },
  since: { since: "2019-06", limit },
  month: { since: "2016-02", until: "2016-02", limit },
  wordAndPair: { words: "winter wheat", actors: ["FRA", "TUR"], limit },
  wordAndEvent: { words: "reservoir", event: "CONSULT", since: "2015", limit },
  pairAndEvent: { actors: ["TUR", "EGY"], event: "ACCUSE", since: "2015-06", until: "2016-09", limit },
  pairNever: { actors: ["CHL", "NOR"], limit },
  wordAndNobody: { words: "glacier", actors: ["CHL", "NOR"], limit },
  everything: { limit },
};

/** Median of seven runs in milliseconds to a tenth: by the clock, and of processor time, which other programs do not stretch. */
async function timed(query: EventQuery): Promise<readonly [clock: number, processor: number]> {
  const [clock, processor]: [number[], number[]] = [[], []];
  for (let i = 0; i < 7; i++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await ledger.search(query);
    const { user, system } = process.cpuUsage(before);
    clock.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  return [middle(clock), middle(processor)];
}

function middle(times: number[]): number {
  return Math.round((times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0) * 10) / 10;
}

const searchMs: Record<string, readonly [number, number]> = {};
for (const [name, query] of Object.entries(QUERIES)) searchMs[name] = await timed(query);
const slowest = [0, 1].map((at) => Math.max(...Object.values(searchMs).map((times) => times[at] ?? 0)));
console.log(JSON.stringify({ ...(await ledger.counts()), dialect: ledger.dialect, slowestMs: slowest, searchMs }));
await ledger.close();
rmSync(folder, { recursive: true, force: true });
