import type SqliteDatabase from "better-sqlite3";
import type { SqliteDatabase as KyselyDatabase, SqliteStatement } from "kysely";
import { Recent } from "./recent.js";

/** Statements kept ready: preparing one often takes longer than running it. */
const MOST_PREPARED = 200;

/** The database as queries are put to it, each statement prepared once. */
export function preparedOnce(raw: SqliteDatabase.Database): KyselyDatabase {
  const ready = new Recent<Prepared, string>(MOST_PREPARED);
  return {
    close: () => void raw.close(),
    prepare: (text) => {
      const known = ready.get(text);
      if (known !== undefined && !known.busy) return known; // one whose rows are still being gone through cannot be run
      const made = new Prepared(raw.prepare<unknown[]>(text));
      ready.put(text, made);
      return made;
    },
  };
}

/** A statement whose rows come as lists and are named here, which takes half the time. */
class Prepared implements SqliteStatement {
  readonly reader: boolean;

  constructor(private readonly statement: SqliteDatabase.Statement<unknown[]>) {
    this.reader = statement.reader;
    if (this.reader) statement.raw();
  }

  get busy(): boolean {
    return this.statement.busy;
  }

  all(parameters: readonly unknown[]): unknown[] {
    const rows = this.statement.all(parameters);
    const named = this.naming();
    return rows.map(named);
  }

  run(parameters: readonly unknown[]) {
    return this.statement.run(parameters);
  }

  *iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    const rows = this.statement.iterate(parameters);
    let named: ((row: unknown) => object) | null = null;
    for (const row of rows) {
      named ??= this.naming();
      yield named(row);
    }
  }

  /** Makes a row of its values; asked after the run, since a change of the tables may have changed the columns. */
  private naming(): (row: unknown) => object {
    const names = this.statement.columns().map(({ name }) => name);
    return (row) => {
      const values: readonly unknown[] = Array.isArray(row) ? row : [];
      const made: Record<string, unknown> = {};
      for (let i = 0; i < names.length; i++) made[names[i] ?? ""] = values[i];
      return made;
    };
  }
}
