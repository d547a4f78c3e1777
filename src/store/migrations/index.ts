import { type Kysely, type Migration, Migrator } from "kysely";
import { up } from "./0001-ledger.js";
import { up as addLookups } from "./0002-lookups.js";
import { up as addPages } from "./0003-pages.js";
import { up as addSeen } from "./0004-seen.js";
import { up as addBounds } from "./0005-bounds.js";
import type { DialectName } from "./columns.js";

/** The forms of the ledger in order; a step is never altered once it was released. There is no way back but a backup. */
function migrations(dialect: DialectName): Readonly<Record<string, Migration>> {
  return {
    "0001-ledger": { up: (db: Kysely<unknown>) => up(db, dialect) },
    "0002-lookups": { up: addLookups },
    "0003-pages": { up: (db: Kysely<unknown>) => addPages(db, dialect) },
    "0004-seen": { up: addSeen },
    "0005-bounds": { up: (db: Kysely<unknown>) => addBounds(db, dialect) },
  };
}

/** How a ledger's form stands to this program's. */
export interface FormState {
  readonly state: "empty" | "current" | "older" | "newer";
  /** Steps that are still to be done. */
  readonly pending: readonly string[];
}

/** The state of a ledger's form. `done` are the steps the ledger says were done. */
export function formState(dialect: DialectName, done: readonly string[]): FormState {
  const known = Object.keys(migrations(dialect));
  const pending = known.filter((name) => !done.includes(name));
  if (done.some((name) => !known.includes(name))) return { state: "newer", pending };
  return { state: done.length === 0 ? "empty" : pending.length === 0 ? "current" : "older", pending };
}

/** Does the steps that are to be done; gives their names. */
export async function migrate<T>(db: Kysely<T>, dialect: DialectName): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations(dialect) }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}
