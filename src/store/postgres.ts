import { spawn } from "node:child_process";
import { Kysely, PostgresDialect, type RawBuilder, sql } from "kysely";
import { type Database, type KeyDays, NO_DAY, type Queries } from "./database.js";
import { StoreError } from "./errors.js";
import { type ConnectionSettings, openPostgresPool } from "./postgres-pool.js";
import { Recent, SKETCHES_KEPT } from "./recent.js";
import { passwordIn, shownName } from "./shown-name.js";
import type { Tables } from "./tables/index.js";

/** How long a second writer waits for the first. */
const PATIENCE = "5s";
/** How long a writer may be silent in the middle of its work: one whose machine went away must not keep the others waiting. */
const SILENCE = "60s";
/** Number of the lock writers take; any number will do as long as it stays. */
const WRITER_LOCK = 7_306_105;

/** Opens a ledger in a PostgreSQL database: `postgres://user:password@host/database`. */
export async function openPostgres(url: string, settings: ConnectionSettings = {}): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPostgresPool(url, settings) }) });
  return {
    name: shownName(url),
    dialect: "postgres",
    db,
    write: (work) => writePostgres(db, work),
    insert: insertPostgres,
    keyed: keyedPostgres,
    sketches: new Recent(SKETCHES_KEPT),
    forgetsSketches: false,
    matching: matchingPostgres,
    holders: (words) => sql`select documents.no from documents where ${matchingPostgres(words)}`,
    holding: matchingPostgres,
    stamp: () => stampOf(db),
    scrub: async () => {
      await sql`vacuum`.execute(db);
    },
    verify: async () => [],
    backup: (path) => dump(url, path),
  };
}

async function writePostgres<T>(db: Kysely<Tables>, work: (db: Queries) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (one) => {
    await sql`select set_config('lock_timeout', ${PATIENCE}, true), set_config('idle_in_transaction_session_timeout', ${SILENCE}, true)`.execute(one); // biome-ignore format: one line reads best
    await sql`select pg_advisory_xact_lock(${WRITER_LOCK})`.execute(one);
    return work(one);
  });
}

/** Most values of one statement; PostgreSQL takes 65,535. */
const MOST_VALUES = 60_000;

async function insertPostgres<K extends keyof Tables>(
  db: Queries,
  table: K,
  rows: readonly Tables[K][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const size = Math.floor(MOST_VALUES / Object.keys(first).length);
  for (let at = 0; at < rows.length; at += size) {
    // The tables' rows are what their columns hold; the builder cannot see that for a table named by a variable.
    await db
      .insertInto(table)
      .values(rows.slice(at, at + size) as never)
      .execute();
  }
}

/** Day by day: a range would make the database look through all days of every key. */
async function keyedPostgres(
  db: Queries,
  kind: number,
  keys: readonly number[],
  days: KeyDays,
): Promise<readonly number[]> {
  if (keys.length === 0) return [];
  let query = db
    .selectFrom("story_keys")
    .select("document")
    .where("kind", "=", kind)
    .where("key", "in", [...keys]);
  if (days !== null) query = query.where("day", "in", daysFrom(days));
  return (await query.execute()).map(({ document }) => document);
}

function daysFrom([first, last]: readonly [number, number]): number[] {
  const days = [NO_DAY];
  for (let day = first; day <= last; day++) days.push(day);
  return days;
}

function matchingPostgres(words: string): RawBuilder<boolean> {
  return sql<boolean>`documents.search @@ plainto_tsquery('english', ${words})`;
}

/** The next number of a transaction that writes, in whichever database of the server. */
async function stampOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`select pg_current_snapshot()::text as stamp`.execute(db);
  return rows[0]?.stamp ?? "";
}

/** A dump in PostgreSQL's own form, which `pg_restore` reads. Everybody on the machine sees a command: the password is not in it. */
function dump(url: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const password = passwordIn(url);
    const env = password === null ? process.env : { ...process.env, PGPASSWORD: password };
    const child = spawn("pg_dump", ["--format=custom", `--file=${path}`, shownName(url)], { stdio: "ignore", env });
    const fail = (cause: unknown): void =>
      reject(new StoreError("failed", `${shownName(url)}: pg_dump could not write ${path}`, { cause }));
    child.on("error", fail);
    child.on("close", (status) => (status === 0 ? resolve() : fail(status)));
  });
}
