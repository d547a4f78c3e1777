/**
 * Measures of the ledger: articles a second from text to ledger, memory, stories as the ledger grows, search.
 *
 * usage: node dist/bench/ledger.js [--articles 20000] [--threads 2] [--ledger FILE|postgres://…]   (one line of JSON)
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Input } from "../src/intake/files.js";
import { readKnowledgeFiles } from "../src/knowledge.js";
import { type EventQuery, type Ledger, openLedger } from "../src/store/index.js";
import { ingest } from "../src/work/ingest.js";
import { openPool } from "../src/work/pool.js";
import { generateArticles } from "./articles.js";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "20000" },
    threads: { type: "string", default: "2" },
    ledger: { type: "string" },
  },
});
const total = Number(values.articles);
const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
const name = values.ledger ?? join(folder, "ledger.db");
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
const copies = new Map<string, string>();

async function* inputs(): AsyncGenerator<Input> {
  for (const { copyOf, ...article } of generateArticles(total)) {
    if (copyOf !== undefined) copies.set(article.id, copyOf);
    yield { name: article.id, article };
  }
}

/** A ledger that says how long saving took, by how many articles it held. */
function timed(
  ledger: Ledger,
  times: { readonly at: number; readonly articles: number; readonly ms: number }[],
): Ledger {
  let at = 0;
  const save: Ledger["save"] = async (articles) => {
    const start = performance.now();
    const saved = await ledger.save(articles);
    times.push({ at, articles: articles.length, ms: performance.now() - start });
    at += articles.length;
    return saved;
  };
  return new Proxy(ledger, {
    get: (target, key) => {
      if (key === "save") return save;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

const ledger = await openLedger(name, "create");
const pool = openPool(readKnowledgeFiles(), Number(values.threads), {});
const saves: { at: number; articles: number; ms: number }[] = [];
const marks: { articles: number; seconds: number; rss: number }[] = [];
const step = Math.max(500, Math.floor(total / 10));
let [count, failed, peak] = [0, 0, 0];
const started = performance.now();
const before = process.cpuUsage();
const run = {
  ledger: timed(ledger, saves),
  pool,
  engine: "bench",
  now: () => "2024-01-01T00:00:00Z",
  stopped: async () => false,
};
for await (const { kind } of ingest(inputs(), run)) {
  count++;
  if (kind === "failed") failed++;
  if (count % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  if (count % step !== 0) continue;
  const mark = {
    articles: count,
    seconds: (performance.now() - started) / 1000,
    rss: megabytes(process.memoryUsage.rss()),
  };
  marks.push(mark);
  console.error(JSON.stringify(mark));
}
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
const cpuMs = (user + system) / 1000;
await pool.close();

/** Articles a second that saving (rows, stories, disk) takes, about a size of the ledger. */
function saveRate(from: number, to: number): number {
  const part = saves.filter(({ at }) => at >= from && at < to);
  const ms = part.reduce((sum, one) => sum + one.ms, 0);
  return Math.round(part.reduce((sum, one) => sum + one.articles, 0) / (ms / 1000));
}

const documents = new Map((await ledger.documents()).map(({ id, copy }) => [id, copy]));
const found = [...copies].filter(([id, original]) => documents.get(id) === documents.get(original)).length;
const queries: EventQuery[] = [
  { words: "reservoir", limit: 20 },
  { actors: ["KEN", "ETH"], limit: 20 },
  { words: "winter wheat", actors: ["FRA"], event: "CONSULT", limit: 20 },
  { actors: ["TUR", "EGY"], event: "ACCUSE", since: "2022-06", until: "2022-09", limit: 20 },
  { words: "nowhere", actors: ["CHL"], limit: 20 },
  { event: "PROTEST", actors: ["CHL", "FIN"], limit: 20 },
];
const searches: number[] = [];
for (const query of queries) {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    await ledger.search(query);
    times.push(performance.now() - start);
  }
  searches.push(Math.round(times.sort((a, b) => a - b)[2] ?? 0));
}
const small = Math.min(2000, total / 4);
console.log(
  JSON.stringify({
    ...(await ledger.counts()),
    failed,
    // Processor time of all threads: what the rate would be on idle cores is a thousand times threads over it.
    cpuMsPerArticle: Math.round(cpuMs / count),
    perSecond: Math.round((count / seconds) * 10) / 10,
    savedPerSecondEarly: saveRate(small / 2, small * 1.5),
    savedPerSecondLate: saveRate(total - small, total),
    memoryMB: { early: marks[0]?.rss, late: marks.at(-1)?.rss, peak: megabytes(peak) },
    copiesFound: Math.round((found / Math.max(1, copies.size)) * 1e4) / 1e4,
    searchMs: searches,
    fileMB: values.ledger === undefined ? megabytes(statSync(name).size) : null,
  }),
);
await ledger.close();
rmSync(folder, { recursive: true, force: true });
