import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { jetstreamManager } from "@nats-io/jetstream";
import pino from "pino";
import { generateArticles } from "../../../bench/articles.js";
import type { Article } from "../../../src/engine/document/types.js";
import { exportEvents } from "../../../src/export/events/index.js";
import { defaultStatuses, EXPORT_FOLDERS, lineFormat, makeExportCodes } from "../../../src/export/tables/index.js";
import type { Input } from "../../../src/intake/files.js";
import { readTables } from "../../../src/knowledge.js";
import { type Ledger, openLedger } from "../../../src/store/index.js";
import { ingest } from "../../../src/work/ingest.js";
import {
  type Broker,
  ClusterWorker,
  connectBroker,
  makeStreams,
  namesOf,
  type SendOutcome,
  send,
} from "../../../src/work/nats/index.js";
import type { Pool } from "../../../src/work/pool.js";
import type { Reading } from "../../../src/work/protocol.js";
import { readOne } from "../../../src/work/read-one.js";
import { ROOT } from "../../cli/run.js";
import { knowledge } from "../../data/knowledge.js";
import { type LedgerMaker, postgresMaker } from "../../store/databases.js";

/** A broker and a database of the tests' own. */
export interface Services {
  /** Address of the broker. */
  readonly nats: string;
  readonly databases: LedgerMaker;
  drop(): Promise<void>;
}

const SCRIPT = join(ROOT, "scripts", "nats.sh");

/** Starts both; `null` where one is not installed: then one line says so, and under `CI=true` the suite fails. */
export function openServices(): Services | null {
  const folder = mkdtempSync(join(tmpdir(), "readout-nats-"));
  const started = spawnSync(SCRIPT, ["start", folder], { encoding: "utf8" });
  const databases = started.status === 0 ? postgresMaker() : null;
  if (databases === null) {
    if (started.status !== 0 && process.env["CI"] === "true")
      throw new Error(`no broker for the tests: ${started.stderr}`);
    process.stderr.write(
      `tests of many machines: broker or PostgreSQL was not found, so they are not run (${started.stderr.trim()})\n`,
    );
    stop(folder);
    return null;
  }
  return {
    nats: started.stdout.trim(),
    databases,
    async drop() {
      await databases.drop();
      stop(folder);
    },
  };
}

function stop(folder: string): void {
  spawnSync(SCRIPT, ["stop", folder]);
  rmSync(folder, { recursive: true, force: true });
}

/** Waits until something holds. @throws Error when it does not for a long time. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let left = 600; left > 0; left--) {
    if (await holds()) return;
    await wait(100);
  }
  throw new Error(`never came: ${what}`);
}

/** Articles among which are altered copies, a text that comes twice under other names, and letters of all kinds. */
export function someArticles(count: number): Article[] {
  const articles: Article[] = [...generateArticles(count)].map(({ copyOf: _, ...article }) => ({
    ...article,
    text: article.text.split("\n\n").slice(0, 2).join("\n\n"),
  }));
  const twin = articles[2];
  if (twin !== undefined) articles.splice(5, 0, { ...twin, id: "twin", outlet: "The Second To Print" });
  articles.push({
    id: "letters",
    text: "Тирана, 🕊 and a lone half \ud83d of a pair: talks “resumed” in Tiranë.",
    published: "2022-02-03",
  });
  return articles;
}

export async function* inputsOf(articles: Iterable<Article>): AsyncGenerator<Input> {
  for (const article of articles) yield { name: `test/${article.id}`, article };
}

/** Version of the tests' engine. */
export const ENGINE = "tests";

const readings = new Map<string, Reading>();

/** Reads an article, once a test file. */
export function readKept(article: Article): Reading {
  const key = JSON.stringify(article);
  const reading = readings.get(key) ?? readOne(article, knowledge, {});
  readings.set(key, reading);
  return reading;
}

/** Reads in the test's own thread. */
export function ownPool(read: (article: Article) => Reading = readKept): Pool {
  return {
    threads: 1,
    read: async (articles) => {
      const answers: Reading[] = [];
      for (const article of articles) {
        answers.push(read(article));
        await wait(0); // signs of life go out in between
      }
      return answers;
    },
    relate: async () => [],
    close: async () => undefined,
  };
}

const now = (): string => "2024-01-01T00:00:00.000Z";

/** The ledger's events as PLOVER lines: what must not depend on how many read. */
export async function exported(ledger: Ledger): Promise<string> {
  const form = lineFormat("plover", {
    codes: makeExportCodes(readTables(EXPORT_FOLDERS)),
    version: "0",
    withNotes: false,
  });
  const lines: string[] = [];
  for await (const event of exportEvents(ledger, {
    excerpt: 25,
    statuses: defaultStatuses("plover"),
    everyReport: true,
  }))
    lines.push(...(form.lines(event) ?? []));
  return lines.join("");
}

/** What one machine makes of the articles: hashes of its documents with their stories, and its events. */
export async function onOneMachine(articles: readonly Article[]) {
  const folder = mkdtempSync(join(tmpdir(), "readout-one-"));
  const ledger = await openLedger(join(folder, "ledger.db"), "create");
  const run = { ledger, pool: ownPool(), engine: ENGINE, now, stopped: async () => false };
  for await (const outcome of ingest(inputsOf(articles), run))
    if (outcome.kind === "failed") throw new Error(outcome.why);
  const result = await contentOf(ledger);
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
  return result;
}

export async function contentOf(ledger: Ledger) {
  const documents = (await ledger.documents()).map(({ hash, id, outlet, copy, story }) => ({
    hash,
    id,
    outlet,
    copy,
    story,
  }));
  return { documents, events: await exported(ledger), wrong: await ledger.check() };
}

/** A stream of its own with a ledger of its own, and workers on it. */
export async function openCluster(services: Services, stream: string) {
  const broker = await connectBroker({ servers: services.nats });
  const names = namesOf(stream);
  const manager = await jetstreamManager(broker.connection);
  await makeStreams(manager, names, {});
  const name = await services.databases.fresh();
  const ledger = await openLedger(name, "create");
  return {
    broker,
    names,
    manager,
    ledger,
    /** Name of the ledger. */
    name,
    send: (articles: Iterable<Article>, more: Partial<Parameters<typeof send>[1]> = {}) =>
      outcomesOf(
        send(inputsOf(articles), {
          broker,
          names,
          settled: async () => new Set(),
          stopped: async () => false,
          ...more,
        }),
      ),
    work: (given: Partial<WorkerSettings> = {}) => runWorker({ broker, names, ledger }, given),
    waiting: async () => (await manager.streams.info(stream)).state.messages,
    close: async () => {
      await ledger.close();
      await broker.connection.close();
    },
  };
}

async function outcomesOf(outcomes: AsyncIterable<SendOutcome>): Promise<SendOutcome[]> {
  const all: SendOutcome[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  return all;
}

interface WorkerSettings {
  readonly pool: Pool;
  readonly tries: number;
  readonly untilEmpty: boolean;
  readonly engine: string;
  readonly lookEvery: number;
}

/** A worker in this process: what it says when asked, and a way to end it. */
export function runWorker(
  means: { readonly broker: Broker; readonly names: ReturnType<typeof namesOf>; readonly ledger: Ledger },
  { pool = ownPool(), tries = 3, untilEmpty = true, engine = ENGINE, lookEvery = 10_000 }: Partial<WorkerSettings> = {},
) {
  const [drain, giveUp] = [new AbortController(), new AbortController()];
  const signals = { drain: drain.signal, giveUp: giveUp.signal };
  const log = pino({ level: "silent" });
  const worker = new ClusterWorker({
    ...means,
    ...signals,
    streams: {},
    pool,
    engine,
    tries,
    ackWait: 2,
    log,
    now,
    untilEmpty,
    lookEvery,
  });
  return {
    worker,
    ended: worker.run(),
    drain: () => drain.abort(),
    giveUp: () => giveUp.abort(),
    /** A number among the metrics. */
    metric: (row: string): number =>
      Number(
        worker
          .metrics()
          .split("\n")
          .find((line) => line.startsWith(`${row} `))
          ?.split(" ")
          .at(-1),
      ),
  };
}
