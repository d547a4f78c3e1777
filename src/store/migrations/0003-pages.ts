import { type Kysely, sql } from "kysely";
import type { DialectName } from "./columns.js";

const INDEXES: readonly string[] = [
  "create index contacts_confidence on contacts (confidence, document, n)",
  "create index events_confidence on events (confidence, document, n)",
  "create index claims_confidence on claims (confidence, document, n)",
  "create index judgements_item on judgements (item)",
  "create index documents_outlet on documents (outlet)",
  "create index documents_latest on documents (coalesce(published, ''), no)",
];

/** In SQLite's tables without row numbers the key is a part of every index; PostgreSQL is told so. */
const POSTGRES_INDEXES: readonly string[] = [
  "create index contacts_latest on contacts (day_key, document, n)",
  "create index events_latest on events (day_key, document, n)",
];

/** Indexes in the order of the lists that are given by pages. */
export async function up(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  for (const statement of [...INDEXES, ...(dialect === "postgres" ? POSTGRES_INDEXES : [])])
    await sql.raw(statement).execute(db);
}
