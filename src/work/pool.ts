import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { lengthOf } from "../engine/document/document.js";
import type { Article } from "../engine/document/types.js";
import type { Habit } from "../engine/events/relate/index.js";
import type { KnowledgeFiles } from "../engine/knowledge.js";
import { createSharedMemory } from "../engine/language/wasm-memory.js";
import type { ReadOptions } from "../engine/read.js";
import { ROOT } from "../root.js";
import type { Answer, Answers, Pairs, Reading, WorkerStart } from "./protocol.js";

/** Threads that read articles. */
export interface Pool {
  readonly threads: number;
  /**
   * Reads articles, each in the first thread that is free; as many readings as articles, in their order.
   *
   * @throws Error when a thread died of one of them.
   */
  read(articles: readonly Article[]): Promise<readonly Reading[]>;
  /** Tells what stands between the marked parties of sentences, all in one thread; where that dies of one of them, the others are asked anew. */
  relate(sentences: readonly string[], habit: Habit): Promise<readonly Answer[]>;
  close(): Promise<void>;
}

/** What is to be read, how long it is in UTF-16 code units, and whoever waits for it. */
interface Job {
  readonly order: Article | Pairs;
  readonly length: number;
  readonly resolve: (delivery: Reading | Answers) => void;
  readonly reject: (error: Error) => void;
}

/** The file beside this one, built or bundled as this is; where this is TypeScript, of which no thread can start, the built one. */
const BESIDE = fileURLToPath(new URL("worker.js", import.meta.url));
const WORKER = existsSync(BESIDE) ? BESIDE : join(ROOT, "dist", "src", "work", "worker.js");

/**
 * Room for short-lived objects in a thread, in megabytes: half of what it would take by itself. Saves 20 MB a thread of 240
 * after 100 articles, for some hundredths of its speed at most.
 */
const YOUNG_MB = 24;

/**
 * How much the heaps may grow by, in per cent of what is in use, before they are collected. Left to itself the engine waits
 * until there are three or four times as much, the longer the faster threads are: 250 MB a thread, of which 50 are in use.
 */
const GROWTH = 30;

/**
 * Articles that lie ready at a thread, with the one it is at: while the program's own thread saves a batch, it gives out none.
 * Fewer where fewer wait, so that all threads end together.
 */
const READY = 12;
/** Text that lies ready there, in UTF-16 code units: a long article waits for the first thread that is free. */
const READY_TEXT = 100_000;

/** What all threads are started with. */
type PoolStart = Omit<WorkerStart, "thread">;

/** The bytes in memory that threads share. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** Most threads whose engines lie in one memory: each takes some 20 MB of its 4 GB to compute in, half of it for relating. */
const MOST_TOGETHER = 128;

/**
 * Starts threads. The weights lie once in memory that all of them share, as bytes and as the engine computes with them; the
 * tables and what is made of them each thread has for itself: docs/ledger.md has the sizes.
 *
 * @param worker The file of which they are made.
 */
export function openPool(files: KnowledgeFiles, threads: number, options: ReadOptions, worker = WORKER): Pool {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  const start: PoolStart = {
    tables: files.tables,
    languageModel: shared(files.languageModel),
    claimModel: shared(files.claimModel),
    eventModel: files.eventModel === undefined ? undefined : shared(files.eventModel),
    words: files.words,
    ownActors: files.ownActors ?? [],
    options,
    memory: threads <= MOST_TOGETHER ? createSharedMemory() : null,
    threads,
  };
  const waiting: Job[] = [];
  const hands: readonly Hand[] = Array.from(
    { length: threads },
    (_, thread) =>
      new Hand(worker, { ...start, thread }, waiting, () => give(), () => hands.some((hand, n) => n !== thread && hand.reads)), // biome-ignore format: one line reads best
  );
  /** Each thread has one article before any has two. */
  const give = (): void => {
    for (let given = true; given; ) given = hands.filter((hand) => hand.take(threads)).length > 0;
  };
  const order = (given: Job["order"], length: number): Promise<Reading | Answers> =>
    new Promise((resolve, reject) => void waiting.push({ order: given, length, resolve, reject }));
  const relate = async (sentences: readonly string[], habit: Habit): Promise<readonly Answer[]> => {
    const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
    const delivery = order({ sentences, habit }, length);
    give();
    try {
      const given = await delivery;
      if ("answers" in given) return given.answers;
      throw new TypeError("a reading where answers were asked for");
    } catch (error) {
      if (sentences.length === 1) return [{ failure: String(error) }];
      return (await Promise.all(sentences.map((sentence) => relate([sentence], habit)))).flat();
    }
  };
  return {
    threads,
    read: (articles) => {
      const readings = articles.map(async (article) => {
        const given = await order(article, lengthOf(article));
        if ("answers" in given) throw new TypeError("answers where a reading was asked for");
        return given;
      });
      give();
      return Promise.all(readings);
    },
    relate,
    close: async () => {
      await Promise.all(hands.map((hand) => hand.close()));
    },
  };
}

/** One thread with the jobs that lie at it, the first of which it is at. One that dies fails that one alone and is replaced. */
class Hand {
  #jobs: Job[] = [];
  #text = 0;
  #worker: Worker | null = null;
  #closed = false;
  #refused = false;

  constructor(
    private readonly file: string,
    private readonly start: WorkerStart,
    private readonly waiting: Job[],
    private readonly isFree: () => void,
    private readonly othersRead: () => boolean,
  ) {}

  /** Whether it has a thread. */
  get reads(): boolean {
    return this.#worker !== null;
  }

  /** Takes the next of those that wait, where it is time to. @returns Whether it took one. */
  take(threads: number): boolean {
    const [next] = this.waiting;
    if (next === undefined || this.#closed || (this.#refused && this.othersRead())) return false;
    const { length } = next;
    const most = Math.min(READY, 1 + Math.floor(this.waiting.length / (2 * threads)));
    if (this.#jobs.length > 0 && (this.#jobs.length >= most || this.#text + length > READY_TEXT)) return false;
    this.waiting.shift();
    try {
      this.#worker ??= this.#hire();
    } catch (error) {
      this.#refused = true; // the system gives no thread: the others read on without this one
      if (this.othersRead()) {
        this.waiting.unshift(next);
        return false;
      }
      next.reject(error instanceof Error ? error : new Error(String(error)));
      return true;
    }
    this.#jobs.push(next);
    this.#text += length;
    this.#worker.postMessage(next.order);
    return true;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #hire(): Worker {
    const worker = new Worker(this.file, {
      workerData: this.start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on("message", (given: Reading | Answers) => this.#finish((job) => job.resolve(given)));
    let cause = new Error("a thread ended by itself");
    worker.on("error", (error) => {
      cause = error instanceof Error ? error : new Error(String(error));
    });
    // What it answered before may come after its error, never after its end.
    worker.on("exit", () => {
      this.#worker = null;
      if (!this.#closed) this.#replace(cause);
    });
    return worker;
  }

  /** Gives back what lay ready at a thread that died, and fails what it was at. */
  #replace(cause: Error): void {
    const [, ...untouched] = this.#jobs;
    this.#jobs = this.#jobs.slice(0, 1);
    this.waiting.unshift(...untouched);
    this.#finish((job) => job.reject(cause));
  }

  #finish(answer: (job: Job) => void): void {
    const job = this.#jobs.shift();
    this.#text = this.#jobs.reduce((sum, { length }) => sum + length, 0);
    if (job !== undefined) answer(job);
    this.isFree();
  }
}
