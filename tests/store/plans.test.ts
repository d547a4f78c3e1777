import SqliteDatabase from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { afterAll, expect, test } from "vitest";
import { openLedger } from "../../src/store/index.js";
import { partings } from "../../src/store/links.js";
import type { Tables } from "../../src/store/tables/index.js";
import { scratch } from "../cli/run.js";

const folder = scratch();
afterAll(folder.drop);

test("what people parted is looked up among itself, not among all merges", async () => {
  const file = `${folder.path}/ledger.db`;
  await (await openLedger(file, "create")).close();
  const database = new SqliteDatabase(file);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const { sql, parameters } = partings(db).compile();
  const plan = database
    .prepare(`explain query plan ${sql}`)
    .all(parameters)
    .map((row) => String(Object(row).detail));
  expect(plan.join("\n")).toContain("judgements_parted");
  expect(plan.join("\n")).not.toContain("judgements_field");
  await db.destroy();
});
