import { type Kysely, sql } from "kysely";

const INDEXES: readonly string[] = [
  "create index actors_name on actors (name, actor_key, kind, code)",
  "create index judgements_field on judgements (kind, field)",
  "create index commitments_due on commitments (due)",
];

/** Indexes by which actors are found by name, and judgements by what they are on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of INDEXES) await sql.raw(statement).execute(db);
}
