/**
 * Many machines on one: a cluster of brokers, a database, workers and a source, all of them killed with -9 again and again,
 * a broker and the database too, the database's connections cut. Every article must be in the ledger once, and the export
 * must be that of one machine, byte for byte.
 *
 * usage: npm run test:cluster -- [--articles 100000] [--kills 1000] [--nodes 3] [--workers 2] [--threads 1] [--within 4000]
 *   [--paragraphs 3] [--folder FOLDER]
 * (one line of JSON; status 1 when anything was lost or doubled, or fewer were killed than asked. Articles keep so many of
 * their paragraphs; kills come within so many milliseconds of a worker's first saving, one in four before it. About as long
 * as one machine takes for the articles, and some six seconds of processor time a kill. Every minute it says how far it is;
 * Ctrl-C ends it and leaves nothing behind. In a folder that is named, the articles and one machine's ledger of them stay:
 * the next run with the same articles goes on with that ledger.)
 */

import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs, promisify } from "node:util";
import { byCodeUnit } from "../src/engine/base/span.js";
import { openLedger } from "../src/store/index.js";
import { generateArticles } from "./articles.js";
import { Progress } from "./cluster/progress.js";
import { type Services, startServices } from "./cluster/services.js";
import { type Supervised, supervise } from "./cluster/supervised.js";

const option = (fallback: string) => ({ type: "string", default: fallback }) as const;
const { values } = parseArgs({
  options: { articles: option("100000"), kills: option("1000"), nodes: option("3"), workers: option("2"), threads: option("1"), within: option("4000"), paragraphs: option("3"), folder: { type: "string" } },
}); // biome-ignore format: one line reads best
const [articles, kills, nodes, workers, within, paragraphs] = [
  values.articles,
  values.kills,
  values.nodes,
  values.workers,
  values.within,
  values.paragraphs,
].map(Number) as [number, number, number, number, number, number]; // as many as are named
const MAIN = "dist/bundle/main.js";
/** Silence after which the broker gives a killed worker's articles to another, in seconds. */
const ACK_WAIT = 10;
/** A broker or a database that was killed stays away so long, in milliseconds. */
const AWAY = 10_000;
/** Seconds without a saving, after which it may be that nothing waits. */
const IDLE = 4;
/** Time between two lines on how far it is, in milliseconds. */
const TOLD_EVERY = 60_000;
/** The database's connections are cut once for so many kills. */
const KILLS_A_CUT = 10;

interface Killed {
  workers: number;
  source: number;
  cuts: number;
  /** When the broker was killed, and when the database, in seconds. */
  brokerAt: number | null;
  databaseAt: number | null;
}

/** Kills a process soon after its first saving, or before it, while there are kills left to do. */
function plan(target: () => Supervised | undefined, early: boolean, killed: Killed, what: "workers" | "source"): void {
  setTimeout(
    () => {
      if (killed.workers + killed.source >= kills) return;
      if (target()?.kill() === true) killed[what]++;
    },
    Math.random() * (early ? 1500 : within),
  );
}

function startWorkers(services: Services, progress: Progress, killed: Killed): Supervised[] {
  const args = ["work", "--nats", services.nats, "--ledger", services.postgres, "--threads", values.threads, "--ack-wait", String(ACK_WAIT), "--replicas", String(Math.min(3, nodes)), "--port", "0"]; // biome-ignore format: one line reads best
  return Array.from({ length: workers }, () => {
    let planned = false;
    const one: Supervised = supervise(args, {
      onStart: () => {
        planned = Math.random() < 0.25;
        if (planned) plan(() => one, true, killed, "workers");
      },
      onLine: (line) => {
        const { msg, level, reason } = progress.line(line);
        if (level === 50 || (msg === undefined && line !== "")) console.error(`worker: ${String(reason ?? line)}`);
        if (msg !== "settled" || planned) return;
        planned = true;
        plan(() => one, false, killed, "workers");
      },
    });
    return one;
  });
}

function startSource(services: Services, file: string, killed: Killed): Supervised {
  const args = ["ingest", file, "--nats", services.nats, "--ledger", services.postgres, "--replicas", String(Math.min(3, nodes))]; // biome-ignore format: one line reads best
  const source: Supervised = supervise(args, {
    onStart: () => {
      // Killed at most one time in two, or it would never come to its end.
      if (Math.random() < 0.5) plan(() => source, false, killed, "source");
    },
    onLine: (line) => console.error(`source: ${line}`),
  });
  return source;
}

/** Kills a broker when a quarter is saved and the database when a half is, and cuts the database's connections now and then. */
async function disturb(services: Services, progress: Progress, killed: Killed, done: () => boolean): Promise<void> {
  while (!done()) {
    await wait(200);
    if (killed.brokerAt === null && nodes > 1 && progress.saved > articles / 4) {
      killed.brokerAt = progress.seconds();
      services.killNode(1);
      setTimeout(() => services.startNode(1), AWAY);
    }
    if (killed.databaseAt === null && progress.saved > articles / 2) {
      killed.databaseAt = progress.seconds();
      services.killDatabase();
      setTimeout(() => {
        try {
          services.startDatabase();
        } catch (error) {
          console.error(`database: did not start again: ${String(error)}`); // the workers wait for it in vain
        }
      }, AWAY);
    }
    if ((killed.workers + killed.source) / KILLS_A_CUT > killed.cuts + 1)
      await services.cutConnections().then(
        () => void killed.cuts++,
        (error: unknown) => console.error(`database: not cut: ${String(error)}`), // tried again
      );
  }
}

/** Settled when nothing waits any more: asked for only where nothing is saved, since the question takes a second of a processor. */
async function untilEmpty(services: Services, progress: Progress): Promise<void> {
  const ask = promisify(execFile);
  for (;;) {
    await wait(1000);
    if (progress.idle() < IDLE) continue;
    const { stdout } = await ask(process.execPath, [MAIN, "queue", "--nats", services.nats]).catch(() => ({ stdout: "" })); // biome-ignore format: one line reads best
    if (/ 0 waiting, 0 in work/.test(stdout)) return;
  }
}

/** Hash of a ledger's export, which is too large to be kept. */
function exportOf(ledger: string): Promise<string> {
  const child = spawn(process.execPath, [MAIN, "export", "--ledger", ledger, "--format", "plover"]);
  const hash = createHash("sha256");
  child.stdout.on("data", (chunk: Buffer) => hash.update(chunk));
  return new Promise((resolve) =>
    child.on("close", (status) => resolve(status === 0 ? hash.digest("hex") : `status ${status}`)),
  );
}

async function contentOf(name: string) {
  const ledger = await openLedger(name, "read");
  const { documents, copies, stories, events } = await ledger.counts();
  const wrong = (await ledger.check()).length;
  await ledger.close();
  return { documents, copies, stories, events, wrong, export: await exportOf(name) };
}

/** One machine's ledger of the same articles. */
async function ingestAlone(file: string, ledger: string, undo: (() => void)[]): Promise<void> {
  const child = spawn(process.execPath, [MAIN, "ingest", file, "--ledger", ledger], { stdio: "inherit" });
  const stop = (): void => void child.kill("SIGKILL");
  undo.push(stop);
  await new Promise((resolve) => child.on("close", resolve));
  undo.splice(undo.indexOf(stop), 1);
}

/**
 * The first paragraph of a text and the longest of the others, which differ most from one article to the next: of texts of
 * one pattern everyone is compared with everyone, and the time grows with the square of their number.
 */
function shortened(text: string): string {
  const [first = "", ...others] = text.split("\n\n");
  const kept = new Set([...others].sort((a, b) => b.length - a.length || byCodeUnit(a, b)).slice(0, paragraphs - 1));
  return [first, ...others.filter((one) => kept.has(one))].join("\n\n");
}

/** @param undo What a signal has to take down, the latest first. */
async function runAll(folder: string, undo: (() => void)[]) {
  const file = join(folder, "articles.jsonl");
  const lines = [...generateArticles(articles)].map(({ copyOf: _, ...one }) => ({ ...one, text: shortened(one.text) }));
  writeFileSync(file, lines.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const alone = join(folder, "alone.db");
  const isKept = existsSync(alone);
  const began = performance.now();
  await ingestAlone(file, alone, undo);
  const aloneSeconds = isKept ? null : Math.round((performance.now() - began) / 1000);
  const services = startServices(nodes);
  const progress = new Progress();
  const killed: Killed = { workers: 0, source: 0, cuts: 0, brokerAt: null, databaseAt: null };
  const all = startWorkers(services, progress, killed);
  const clear = (): void => {
    for (const worker of all) worker.stop();
    services.drop();
  };
  undo.push(clear);
  const telling = setInterval(() => console.error(`${progress.saved} of ${articles} saved, ${killed.workers + killed.source} of ${kills} kills`), TOLD_EVERY); // biome-ignore format: one line reads best
  try {
    const source = startSource(services, file, killed);
    let done = false;
    const disturbing = disturb(services, progress, killed, () => done);
    const sourceStatus = await source.ended;
    await untilEmpty(services, progress);
    done = true;
    await disturbing;
    const seconds = progress.seconds();
    const failures = { workers: all.reduce((sum, one) => sum + one.failures, 0), source: source.failures };
    for (const worker of all) worker.stop();
    const [one, many] = [await contentOf(alone), await contentOf(services.postgres)];
    return { sourceStatus, killed, failures, progress, one, many, seconds, aloneSeconds };
  } finally {
    clearInterval(telling);
    clear();
    undo.splice(undo.indexOf(clear), 1);
  }
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), "readout-cluster-"));
mkdirSync(folder, { recursive: true });
const dropFolder = (): void => {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
};
const undo: (() => void)[] = [dropFolder];
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    for (const take of undo.reverse()) take();
    console.error(`stopped: nothing is left of it${values.folder === undefined ? "" : ` but ${folder}`}`);
    process.exit(130);
  });
const { sourceStatus, killed, failures, progress, one, many, seconds, aloneSeconds } = await runAll(folder, undo);
dropFolder();
const same = JSON.stringify(one) === JSON.stringify(many);
const allKilled = killed.workers + killed.source >= kills;
const sound = same && allKilled && many.wrong === 0 && progress.aside === 0 && sourceStatus === 0;
const pauseAfter = (moment: number | null): number | null =>
  moment === null ? null : Number(progress.longestPause(moment, AWAY / 1000).toFixed(1));
console.log(
  JSON.stringify({
    in: articles,
    killsAsked: kills,
    alone: one.documents,
    out: many.documents,
    killed: {
      workers: killed.workers,
      source: killed.source,
      broker: Number(killed.brokerAt !== null),
      database: Number(killed.databaseAt !== null),
      databaseCuts: killed.cuts,
    },
    failedThemselves: failures,
    deliveredAgain: progress.known,
    setAside: progress.aside,
    wrong: many.wrong,
    sameExport: one.export === many.export,
    seconds: Math.round(seconds),
    secondsAlone: aloneSeconds,
    recovery: {
      afterBroker: pauseAfter(killed.brokerAt),
      afterDatabase: pauseAfter(killed.databaseAt),
      longest: Number(progress.longestPause().toFixed(1)),
    },
    sound,
  }),
);
process.exitCode = sound ? 0 : 1;
