import { type Kysely, sql } from "kysely";

/** With a judgement, the item it was made on as it was read then: what a newer engine reads is measured by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw("alter table judgements add column seen text").execute(db);
}
