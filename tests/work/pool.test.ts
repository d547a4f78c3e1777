import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import { readSafely } from "../../src/work/ingest.js";
import { openPool, type Pool } from "../../src/work/pool.js";
import { Readers } from "../../src/work/readers.js";

/** A thread that answers with the text and its own number, dies of "dies", and of "dies once" where the flag is not set yet. */
const WORKER = `
import { parentPort, threadId, workerData } from "node:worker_threads";
const flag = new Int32Array(workerData.languageModel.buffer, 0, 1);
parentPort.on("message", ({ text, sentences }) => {
  if (sentences?.includes("dies")) throw new RangeError("no more room");
  if (sentences !== undefined) return parentPort.postMessage({ answers: sentences.map((failure) => ({ failure })) });
  if (text === "dies" || (text === "dies once" && Atomics.exchange(flag, 0, 1) === 0)) throw new RangeError("no more room");
  parentPort.postMessage({ failure: text + " by " + threadId });
});
`;

let folder = "";
let file = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "readout-pool-"));
  file = join(folder, "worker.mjs");
  writeFileSync(file, WORKER);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const nothing = new Uint8Array(4);
const FILES = { ...readKnowledgeFiles(), tables: new Map<string, string>(), languageModel: nothing, claimModel: nothing, eventModel: nothing, words: "" }; // biome-ignore format: one line reads best

async function withPool<T>(threads: number, use: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(FILES, threads, {}, file);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

const articles = (texts: readonly string[]) => texts.map((text) => ({ text }));
const answers = (readings: readonly unknown[]) => readings.map((reading) => (reading as { failure: string }).failure); // the thread above gives nothing else
const texts = (readings: readonly unknown[]) => answers(readings).map((answer) => answer.replace(/ by \d+$/, ""));

describe("threads that read", () => {
  const many = Array.from({ length: 200 }, (_, i) => `article ${i}`);

  test.each([1, 2, 3])("%i of them answer for every article in its place", async (threads) => {
    const readings = await withPool(threads, (pool) => pool.read(articles(many)));
    expect(texts(readings)).toEqual(many);
    expect(new Set(answers(readings).map((answer) => answer.split(" by ")[1])).size).toBe(threads);
  });

  test("sentences are answered in their order, and one that a thread dies of is named alone", async () => {
    const asked = [["a", "b"], ["c", "dies", "d"], [], ["e"]];
    const given = await withPool(2, (pool) => Promise.all(asked.map((sentences) => pool.relate(sentences, "data"))));
    expect(given.map(answers)).toEqual([["a", "b"], ["c", "RangeError: no more room", "d"], [], ["e"]]);
  });

  test("orders given while others are under way are answered too, each with its own", async () => {
    const orders = Array.from({ length: 30 }, (_, n) => many.slice(n, n + (n % 5)));
    const read = await withPool(2, (pool) => Promise.all(orders.map((order) => pool.read(articles(order)))));
    expect(read.map(texts)).toEqual(orders);
  });

  test("long texts, of which none lies ready behind another, are all read", async () => {
    const long = Array.from({ length: 9 }, (_, i) => `${i}`.repeat(80_000));
    expect(texts(await withPool(2, (pool) => pool.read(articles(long))))).toEqual(long);
  });

  test("of an article of which a thread dies the others know nothing", async () => {
    const given = [...many.slice(0, 50), "dies", ...many.slice(50)];
    const read = await withPool(2, async (pool) => {
      const each = given.map((text) => pool.read([{ text }]).then(texts, (error: Error) => [error.message]));
      return (await Promise.all(each)).flat();
    });
    expect(read).toEqual(given.map((text) => (text === "dies" ? "no more room" : text)));
  });

  test("a batch of which one article kills its thread is read but for that one", async () => {
    const given = [...many.slice(0, 10), "dies", ...many.slice(10, 20), "dies once", ...many.slice(20, 30)];
    const read = await withPool(2, (pool) => readSafely(pool, articles(given)));
    expect(texts(read)).toEqual(given.map((text) => (text === "dies" ? "no more room" : text)));
  });
});

describe("readers of any number of articles", () => {
  test("give the same whether few or many are expected", async () => {
    const files = readKnowledgeFiles();
    const text = "Vladimir Putin spoke by phone with Emmanuel Macron on Tuesday.";
    const read = [];
    for (const expected of [0, 1_000_000]) {
      const readers = new Readers(files, {}, 1, expected);
      read.push(await readers.read({ text }));
      await readers.close();
    }
    expect(read[1]).toEqual(read[0]);
  });
});
