import { sql } from "kysely";
import type { Database } from "./database.js";
import { asStoreError, StoreError } from "./errors.js";
import { KyselyLedger } from "./kysely-ledger.js";
import { type FormState, formState, migrate } from "./migrations/index.js";
import type { Ledger } from "./port.js";
import { openPostgres } from "./postgres.js";
import type { ConnectionSettings } from "./postgres-pool.js";
import { isPostgres, shownName } from "./shown-name.js";
import { type OpenMode, openSqlite } from "./sqlite.js";

export type { ConnectionSettings } from "./postgres-pool.js";
export type { OpenMode } from "./sqlite.js";

/** Where a ledger is when nobody says. */
export const DEFAULT_LEDGER = "./ledger.db";

async function openDatabase(name: string, mode: OpenMode, settings: ConnectionSettings = {}): Promise<Database> {
  if (isPostgres(name) && !URL.canParse(name))
    throw new StoreError(
      "missing",
      `${shownName(name)}: no address of a database (postgres://user@host:5432/database)`,
    );
  try {
    return isPostgres(name) ? await openPostgres(name, settings) : await openSqlite(name, mode);
  } catch (error) {
    throw asStoreError(shownName(name), error);
  }
}

/**
 * Opens a ledger: a file, or `postgres://…`.
 *
 * @param mode `create` makes it where there is none.
 * @param settings For PostgreSQL: how its connections are held.
 * @throws StoreError when it is missing, of another version, damaged, or may not be read or written.
 */
export async function openLedger(name: string, mode: OpenMode, settings?: ConnectionSettings): Promise<Ledger> {
  const database = await openDatabase(name, mode, settings);
  try {
    const { state } = await stateOf(database);
    if (state === "newer") throw new StoreError("newer", `${database.name}: written by a newer version of readout`);
    if (state === "older")
      throw new StoreError("older", `${database.name}: of an older form; readout ledger migrate brings it up to date`);
    if (state === "empty" && mode !== "create") throw new StoreError("missing", `${database.name}: no ledger there`);
    if (state === "empty") await bringUp(database);
    return new KyselyLedger(database);
  } catch (error) {
    await database.db.destroy();
    throw asStoreError(database.name, error);
  }
}

/** Brings a ledger to the newest form; gives the steps done. */
export async function migrateLedger(name: string): Promise<readonly string[]> {
  const database = await openDatabase(name, "write");
  try {
    const { state } = await stateOf(database);
    if (state === "newer") throw new StoreError("newer", `${database.name}: written by a newer version of readout`);
    return await bringUp(database);
  } catch (error) {
    throw asStoreError(database.name, error);
  } finally {
    await database.db.destroy();
  }
}

/**
 * Does the steps that are to be done, all or none, one process at a time. PostgreSQL's driver sees to that itself; in a file
 * the writers' lock does: without it a process that is killed leaves half a form, and two that begin at once make it twice.
 */
async function bringUp(database: Database): Promise<readonly string[]> {
  const { db, dialect } = database;
  return dialect === "sqlite" ? database.write((one) => migrate(one, dialect)) : migrate(db, dialect);
}

/** How a ledger's form stands to this program's. */
async function stateOf({ db, dialect }: Database): Promise<FormState> {
  const tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).map((table) => table.name);
  if (!tables.includes("kysely_migration")) return formState(dialect, []);
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return formState(
    dialect,
    rows.map(({ name }) => name),
  );
}
