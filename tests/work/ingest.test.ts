import { expect, test } from "vitest";
import type { Input } from "../../src/intake/files.js";
import { StoreError } from "../../src/store/index.js";
import { ingest } from "../../src/work/ingest.js";
import { fakeLedger } from "./nats/desk.js";
import { ENGINE, ownPool, readKept } from "./nats/support.js";

test("an article the ledger refuses is named alone, and the others are saved", async () => {
  const refused = new StoreError("failed", "ledger: no room for it in an index");
  const ledger = fakeLedger({
    save: async (articles) => {
      if (articles.some(({ source }) => source === "odd")) throw refused;
      return articles.map(({ record }) => ({ document: record.document.hash, outcome: "new", copy: false }));
    },
  });
  const names = ["a", "b", "odd", "c"];
  const inputs = async function* (): AsyncGenerator<Input> {
    for (const name of names) yield { name, article: { text: `Report ${name}.` } };
  };
  const run = { ledger, pool: ownPool(() => readKept({ text: "A report." })), engine: ENGINE, now: () => "2024-01-01T00:00:00.000Z", stopped: async () => false }; // biome-ignore format: one line reads best
  const outcomes = [];
  for await (const outcome of ingest(inputs(), run)) outcomes.push(outcome);
  expect(outcomes.map(({ name, kind }) => [name, kind])).toEqual(names.map((name) => [name, name === "odd" ? "failed" : "new"])); // biome-ignore format: one line reads best
  expect(outcomes[2]).toMatchObject({ why: "odd: could not be saved: ledger: no room for it in an index" });
});

test("a ledger that is gone is nobody's fault: ingesting ends", async () => {
  const gone = new StoreError("unreachable", "ledger: no database server answers there");
  const ledger = fakeLedger({ save: () => Promise.reject(gone) });
  const inputs = async function* (): AsyncGenerator<Input> {
    for (const name of ["a", "b"]) yield { name, article: { text: `Report ${name}.` } };
  };
  const run = { ledger, pool: ownPool(() => readKept({ text: "A report." })), engine: ENGINE, now: () => "2024-01-01T00:00:00.000Z", stopped: async () => false }; // biome-ignore format: one line reads best
  await expect(ingest(inputs(), run).next()).rejects.toBe(gone);
});

test("however many threads there are, no more text is under way than memory allows", async () => {
  let given = 0;
  async function* inputs(): AsyncGenerator<Input> {
    for (; given < 20; given++)
      yield { name: "long", article: { text: `${given} ${"A long report. ".repeat(100_000)}` } };
  }
  const pool = { ...ownPool(() => readKept({ text: "A report." })), threads: 8 };
  const run = { ledger: fakeLedger(), pool, engine: ENGINE, now: () => "2024-01-01T00:00:00.000Z", stopped: async () => false }; // biome-ignore format: one line reads best
  const outcomes = ingest(inputs(), run);
  expect((await outcomes.next()).value).toMatchObject({ kind: "new" });
  expect(given).toBe(2); // the third is in hand
  let rest = 0;
  for await (const { kind } of outcomes) rest += Number(kind === "new");
  expect(rest).toBe(19);
});
