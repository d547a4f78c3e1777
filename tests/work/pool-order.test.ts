import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { readSafely } from "../../src/work/ingest.js";
import { openPool } from "../../src/work/pool.js";

const nothing = new Uint8Array(4);
const FILES = { tables: new Map<string, string>(), languageModel: nothing, claimModel: nothing, eventModel: nothing, words: "" }; // biome-ignore format: one line reads best

/** How often a thread was asked for, and which time there is none. */
let [started, refused] = [0, -1];

/** A thread whose error is told before what it had answered, as may happen: the two come by ways of their own. */
vi.mock("node:worker_threads", async (original) => ({
  ...(await original<typeof import("node:worker_threads")>()),
  Worker: class extends EventEmitter {
    constructor() {
      super();
      if (started++ === refused) throw new Error("the system gives no thread");
    }

    #answered: string[] = [];
    #dead = false;

    postMessage({ text }: { text: string }): void {
      if (this.#dead) return;
      if (text !== "dies") return void this.#answered.push(text);
      this.#dead = true;
      setTimeout(() => {
        this.emit("error", new RangeError("no more room"));
        this.#deliver();
        setTimeout(() => this.emit("exit", 1), 1);
      }, 1);
    }

    #deliver(): void {
      for (const failure of this.#answered.splice(0)) this.emit("message", { failure });
    }

    ref = setInterval(() => this.#dead || this.#deliver(), 5);

    async terminate(): Promise<void> {
      clearInterval(this.ref);
    }
  },
}));

test("what a thread had answered before it died is nobody else's answer, and the dead article alone fails", async () => {
  const texts = Array.from({ length: 60 }, (_, n) => (n % 9 === 5 ? "dies" : `article ${n}`));
  const pool = openPool(FILES, 2, {}, "no file");
  const readings = await readSafely(
    pool,
    texts.map((text) => ({ text })),
  );
  await pool.close();
  expect(readings).toEqual(texts.map((text) => ({ failure: text === "dies" ? "no more room" : text })));
});

test("where the system gives no thread one article fails for it, and each of the others has its own answer", async () => {
  [started, refused] = [0, 0];
  const texts = Array.from({ length: 9 }, (_, n) => `article ${n}`);
  const pool = openPool(FILES, 1, {}, "no file");
  const readings = await Promise.allSettled(texts.map((text) => pool.read([{ text }])));
  await pool.close();
  expect(readings.map((reading) => (reading.status === "fulfilled" ? reading.value : String(reading.reason)))).toEqual(
    texts.map((text, n) => (n === 0 ? "Error: the system gives no thread" : [{ failure: text }])),
  );
});

test("where the system gives one thread of two, it reads everything", async () => {
  [started, refused] = [0, 1];
  const texts = Array.from({ length: 60 }, (_, n) => `article ${n}`);
  const pool = openPool(FILES, 2, {}, "no file");
  const readings = await pool.read(texts.map((text) => ({ text })));
  await pool.close();
  expect(readings).toEqual(texts.map((failure) => ({ failure })));
});
