import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import SqliteDatabase from "better-sqlite3";
import { Kysely, type RawBuilder, SqliteDialect, sql } from "kysely";
import type { Database, KeptSketch, Queries } from "./database.js";
import { StoreError } from "./errors.js";
import { Recent, SKETCHES_KEPT } from "./recent.js";
import { makeKeyed, RowWriter, type Statement } from "./sqlite-rows.js";
import { preparedOnce } from "./sqlite-statements.js";
import type { Tables } from "./tables/index.js";

/** How long a second writer waits for the first, in milliseconds. */
const PATIENCE = 5000;
/**
 * Pages of 4 kB that the log takes before they are written to the file. A batch of articles alters hundreds of pages all
 * over a large ledger, many of them the same as the batch before: at SQLite's 1000 every batch would write them all twice.
 */
const LOG_PAGES = 8000;
const MAGIC = "SQLite format 3\u0000";

/** How a ledger is opened: to read it, to write it, or to write it and make it where there is none. */
export type OpenMode = "read" | "write" | "create";

/** Opens a ledger in one file. */
export async function openSqlite(file: string, mode: OpenMode): Promise<Database> {
  const there = existsSync(file);
  if (!there && mode !== "create")
    throw new StoreError("missing", `${file}: no ledger there (readout ingest makes one)`);
  if (there) checkMagic(file);
  const writable = !there || (await isWritable(file));
  if (!writable && mode !== "read") throw new StoreError("read-only", `${file}: it may not be written (permissions)`);
  const raw = new SqliteDatabase(file, { readonly: !writable, timeout: PATIENCE });
  if (writable) raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  raw.pragma("foreign_keys = ON");
  raw.pragma("secure_delete = ON"); // what was deleted is overwritten: see scrub
  raw.pragma("cache_size = -32768"); // 32 MB
  raw.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparedOnce(raw) }) });
  const writer = new RowWriter(raw);
  const versions: Versions = [
    raw.prepare("pragma data_version").pluck(),
    raw.prepare("select total_changes()").pluck(),
  ];
  const sketches = new Recent<KeptSketch>(SKETCHES_KEPT);
  let version: unknown = null;
  /** In a transaction that writes nobody else does: what is kept then holds until its end. */
  const forgetOld = (): void => {
    const now = versions[0].get();
    if (now !== version) sketches.clear();
    version = now;
  };
  let keyed: ReturnType<typeof makeKeyed> | null = null; // made when the table is there
  return {
    name: file,
    dialect: "sqlite",
    db,
    write: (work) => writeSqlite(db, work, forgetOld, () => sketches.clear()),
    // There is but one connection, so the rows are in the transaction.
    insert: async (_, table, rows) => writer.insert(table, rows),
    keyed: async (_, kind, keys, days) => {
      keyed ??= makeKeyed(raw);
      return keyed(kind, keys, days);
    },
    sketches,
    forgetsSketches: true,
    matching: matchingSqlite,
    holders: holdersSqlite,
    holding: holdingSqlite,
    // Changes by others, and by this connection.
    stamp: async () => stampOf(versions),
    scrub: async () => scrub(raw),
    verify: async () => verify(raw),
    backup: async (path) => {
      await raw.backup(path);
    },
  };
}

function checkMagic(file: string): void {
  const head = Buffer.alloc(MAGIC.length);
  let length = 0;
  try {
    const handle = openSync(file, "r");
    length = readSync(handle, head, 0, head.length, 0);
    closeSync(handle);
  } catch (cause) {
    throw new StoreError("missing", `${file}: it cannot be opened (permissions)`, { cause });
  }
  if (length > 0 && head.toString("latin1") !== MAGIC) throw new StoreError("damaged", `${file}: it is no ledger`);
}

async function isWritable(file: string): Promise<boolean> {
  try {
    await access(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The lock is taken at the start: one taken at the first write could fail half-way, when another has written since. */
async function writeSqlite<T>(
  db: Kysely<Tables>,
  work: (db: Queries) => Promise<T>,
  begun: () => void,
  undone: () => void,
): Promise<T> {
  return db.connection().execute(async (one) => {
    await sql`begin immediate`.execute(one);
    try {
      begun();
      const result = await work(one);
      await sql`commit`.execute(one);
      return result;
    } catch (error) {
      undone();
      await sql`rollback`.execute(one).catch(() => undefined); // SQLite may have rolled back itself, on a full disk
      throw error;
    }
  });
}

function matchingSqlite(words: string): RawBuilder<boolean> {
  const query = quoted(words);
  if (query === "") return sql<boolean>`1 = 1`;
  return sql<boolean>`documents.no in (select rowid from documents_search where documents_search match ${query})`;
}

function holdersSqlite(words: string): RawBuilder<unknown> {
  const query = quoted(words);
  if (query === "") return sql`select no from documents`;
  return sql`select rowid as no from documents_search where documents_search match ${query}`;
}

function holdingSqlite(words: string): RawBuilder<boolean> {
  const query = quoted(words);
  if (query === "") return sql<boolean>`1 = 1`;
  return sql<boolean>`exists (select 1 from documents_search where documents_search match ${query} and rowid = documents.no)`;
}

/** Words as the search index asks for them: each by itself, none an operator. */
function quoted(words: string): string {
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(" ");
}

type Versions = readonly [byOthers: Statement, byThis: Statement];

function stampOf([byOthers, byThis]: Versions): string {
  return `${byOthers.get()}-${byThis.get()}`;
}

/** Segments of the search index are merged, which drops what was deleted; then the log is emptied, unless another reads. */
function scrub(raw: SqliteDatabase.Database): void {
  raw.exec("insert into documents_search(documents_search) values ('optimize')");
  raw.pragma("wal_checkpoint(TRUNCATE)");
}

function verify(raw: SqliteDatabase.Database): string[] {
  const said = (raw.pragma("integrity_check") as { integrity_check: string }[]).map((row) => row.integrity_check); // SQLite's own answer
  const lost = raw.pragma("foreign_key_check") as { table: string }[]; // SQLite's own answer
  return [
    ...said.filter((line) => line !== "ok"),
    ...[...new Set(lost.map(({ table }) => table))].map((table) => `${table}: rows without their document`),
  ];
}
