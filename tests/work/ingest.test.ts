import { expect, test } from "vitest";
import type { Input } from "../../src/intake/files.js";
import { ingest } from "../../src/work/ingest.js";
import { fakeLedger } from "./nats/desk.js";
import { ENGINE, ownPool, readKept } from "./nats/support.js";

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
