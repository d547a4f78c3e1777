import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { createSharedMemory } from "../../src/engine/language/wasm-memory.js";
import { defaultKnowledge, readKnowledgeFiles } from "../../src/knowledge.js";
import { ROOT } from "../../src/root.js";
import { openPool } from "../../src/work/pool.js";
import { readOne } from "../../src/work/read-one.js";

const folder = join(ROOT, "examples");
const articles = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => ({ text: readFileSync(join(folder, name), "utf8") }));
const alone = articles.map((article) => readOne(article, defaultKnowledge(), {}));

test("engines whose weights lie in one memory read in turns as one does that has its own", () => {
  const memory = createSharedMemory();
  if (memory === null) throw new Error("this machine has no memory that threads share");
  const files = readKnowledgeFiles();
  const engines = [0, 1].map((slot) => makeKnowledge({ ...files, memory: { memory, slot, slots: 2 } }));
  for (const [n, article] of articles.entries())
    for (const engine of engines) expect(readOne(article, engine, {})).toEqual(alone[n]);
  const before = memory.buffer.byteLength;
  makeKnowledge({ ...files, memory: { memory, slot: 0, slots: 2 } });
  expect(memory.buffer.byteLength).toBe(before);
});

test("threads read as one engine does", async () => {
  const pool = openPool(readKnowledgeFiles(), 2, {});
  try {
    expect(await pool.read(articles)).toEqual(alone);
  } finally {
    await pool.close();
  }
});
