import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Article } from "../engine/document/types.js";
import type { KnowledgeFiles } from "../engine/knowledge.js";
import type { ReadOptions } from "../engine/read.js";
import { ROOT } from "../root.js";
import type { Delivery, Order, Reading, WorkerStart } from "./protocol.js";

/** Threads that read articles. */
export interface Pool {
  readonly threads: number;
  /** Reads articles in the first thread that is free; as many readings as articles, in their order. */
  read(articles: readonly Article[]): Promise<readonly Reading[]>;
  close(): Promise<void>;
}

interface Job {
  readonly order: Order;
  readonly resolve: (readings: readonly Reading[]) => void;
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

/** The bytes in memory that threads share. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** Starts threads, whose weights lie once in the memory all of them share. */
export function openPool(files: KnowledgeFiles, threads: number, options: ReadOptions): Pool {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  const start: WorkerStart = {
    tables: files.tables,
    languageModel: shared(files.languageModel),
    claimModel: shared(files.claimModel),
    eventModel: files.eventModel === undefined ? undefined : shared(files.eventModel),
    words: files.words,
    ownActors: files.ownActors ?? [],
    options,
  };
  const waiting: Job[] = [];
  const hands = Array.from({ length: threads }, () => new Hand(start, waiting));
  let number = 0;
  return {
    threads,
    read: (articles) =>
      new Promise((resolve, reject) => {
        waiting.push({ order: { number: number++, articles }, resolve, reject });
        for (const hand of hands) hand.take();
      }),
    close: async () => {
      await Promise.all(hands.map((hand) => hand.close()));
    },
  };
}

/** One thread with the job it is at. One that dies fails its job alone and is replaced. */
class Hand {
  #job: Job | null = null;
  #worker: Worker | null = null;
  #closed = false;

  constructor(
    private readonly start: WorkerStart,
    private readonly waiting: Job[],
  ) {}

  take(): void {
    if (this.#job !== null || this.#closed) return;
    this.#job = this.waiting.shift() ?? null;
    if (this.#job === null) return;
    this.#worker ??= this.#hire();
    this.#worker.postMessage(this.#job.order);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #hire(): Worker {
    const worker = new Worker(WORKER, {
      workerData: this.start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on("message", ({ readings }: Delivery) => this.#finish((job) => job.resolve(readings)));
    worker.on("error", (error) => {
      this.#worker = null;
      this.#finish((job) => job.reject(error instanceof Error ? error : new Error(String(error))));
    });
    return worker;
  }

  #finish(answer: (job: Job) => void): void {
    const job = this.#job;
    this.#job = null;
    if (job !== null) answer(job);
    this.take();
  }
}
