import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../src/store/database.js";
import type { EventQuery } from "../../src/store/index.js";
import { findEvents } from "../../src/store/search-plan.js";
import { openSqlite } from "../../src/store/sqlite.js";
import { ROOT } from "../cli/run.js";
import { FIRES, NEXT_CALL, OTHER_SIDE, REPORT, REPRINTS } from "../engine/stories/support.js";
import { read } from "./articles.js";
import { sqliteMaker } from "./databases.js";

const examples = readdirSync(join(ROOT, "examples"))
  .filter((name) => name.endsWith(".txt"))
  .map((name) => ({ id: name, text: readFileSync(join(ROOT, "examples", name), "utf8") }));

const maker = sqliteMaker();
let database: Database;
beforeAll(async () => {
  const name = await maker.fresh();
  const ledger = await maker.open(name);
  await ledger.save([REPORT, ...REPRINTS, OTHER_SIDE, NEXT_CALL, ...FIRES, ...examples].map((one) => read(one)));
  await ledger.close();
  database = await openSqlite(name, "read");
});
afterAll(async () => {
  await database.db.destroy();
  await maker.drop();
});

const QUERIES: readonly Omit<EventQuery, "limit">[] = [
  {},
  { words: "reservoir" },
  { words: "the" },
  { words: "nowhere" },
  { actors: ["KEN"] },
  { actors: ["KEN", "ETH"] },
  { actors: ["ETH", "KEN"], words: "reservoir" },
  { actors: ["KEN", "XXX"] },
  { actors: ["william ruto"] },
  { event: "CONSULT" },
  { actors: ["KEN"], event: "CONSULT" },
  { words: "the", event: "AGREE" },
  { actors: ["KEN"], since: "2023-03-15" },
  { words: "the", since: "2021", until: "2023-03" },
  { actors: ["KEN"], event: "CONSULT", until: "2022" },
];

describe("wherever a search begins, it finds the same", () => {
  test.each(QUERIES)("%j", async (query) => {
    for (const limit of [1, 3, 1000]) {
      const all = await findEvents(database, { ...query, limit }, 1_000_000);
      for (const few of [0, 1, 2, 5, 20]) expect(await findEvents(database, { ...query, limit }, few)).toEqual(all);
    }
  });

  test("there is something to find", async () => {
    expect((await findEvents(database, { actors: ["KEN", "ETH"], limit: 9 })).length).toBeGreaterThan(2);
    expect((await findEvents(database, { words: "the", limit: 99 })).length).toBeGreaterThan(20);
  });
});
