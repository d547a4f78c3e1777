import type SqliteDatabase from "better-sqlite3";
import { type KeyDays, NO_DAY } from "./database.js";

/** A statement whose parameters are given as a list. */
export type Statement = SqliteDatabase.Statement<unknown[]>;

/** Adds rows to tables: one statement for each table, prepared once and run for each row. */
export class RowWriter {
  readonly #ready = new Map<string, { readonly columns: readonly string[]; readonly statement: Statement }>();

  constructor(private readonly raw: SqliteDatabase.Database) {}

  insert(table: string, rows: readonly object[]): void {
    for (const row of rows) {
      const columns = Object.keys(row);
      let ready = this.#ready.get(table);
      if (ready === undefined || !areSame(ready.columns, columns)) {
        ready = { columns, statement: this.#prepare(table, columns) };
        this.#ready.set(table, ready);
      }
      ready.statement.run(Object.values(row));
    }
  }

  #prepare(table: string, columns: readonly string[]): Statement {
    const names = columns.map((column) => `"${column}"`).join(", ");
    return this.raw.prepare(`insert into ${table} (${names}) values (${columns.map(() => "?").join(", ")})`);
  }
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const [FIRST_DAY, LAST_DAY] = [-(2 ** 31), 2 ** 31];

/**
 * Documents that have story keys, key by key: with lists of keys and days in one statement SQLite makes tables of the
 * lists first, which takes six times as long as all the looking up.
 */
export function makeKeyed(
  raw: SqliteDatabase.Database,
): (kind: number, keys: readonly number[], days: KeyDays) => number[] {
  const find: Statement = raw
    .prepare<unknown[]>(`select "document" from story_keys where "kind" = ? and "key" = ? and "day" between ? and ?`)
    .pluck();
  return (kind, keys, days) => {
    const found: number[] = [];
    const add = (key: number, from: number, to: number): void => {
      for (const number of find.all([kind, key, from, to])) if (typeof number === "number") found.push(number);
    };
    for (const key of keys) {
      if (days !== null) add(key, NO_DAY, NO_DAY);
      add(key, days?.[0] ?? FIRST_DAY, days?.[1] ?? LAST_DAY);
    }
    return found;
  };
}
