import { sql } from "kysely";
import type { Database } from "./database.js";
import type { Counts } from "./port.js";
import { streamRecords } from "./read.js";
import { RECORD_TABLES } from "./rows/index.js";

/** What is wrong with a ledger: what the database finds, rows without their document, records that do not come back. */
export async function checkLedger(database: Database): Promise<string[]> {
  const { db } = database;
  const wrong = [...(await database.verify())];
  for (const table of [...RECORD_TABLES, "stories", "sketches", "story_keys"] as const) {
    const lost = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as("count"))
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom("documents").select("no").whereRef("documents.no", "=", "document"))),
      )
      .executeTakeFirst();
    if (Number(lost?.count ?? 0) > 0) wrong.push(`${table}: ${lost?.count} rows without their document`);
  }
  const placed = await db
    .selectFrom("documents")
    .select("hash")
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("stories").select("document").whereRef("stories.document", "=", "documents.no"))),
    )
    .execute();
  for (const { hash } of placed) wrong.push(`document ${hash}: in no story`);
  try {
    for await (const { hash, record } of streamRecords(database, {}))
      if (record.document.hash !== hash) wrong.push(`document ${hash}: its record is another's`);
  } catch (error) {
    wrong.push(`a record does not come back: ${error instanceof Error ? error.message : String(error)}`);
  }
  return wrong;
}

/** How much a ledger holds. */
export async function countAll({ db }: Database): Promise<Counts> {
  const number = async (query: { execute(): Promise<readonly { readonly count: unknown }[]> }): Promise<number> =>
    Number((await query.execute())[0]?.count ?? 0);
  const all = (table: "documents" | "events" | "contacts" | "commitments") =>
    number(db.selectFrom(table).select((eb) => eb.fn.countAll().as("count")));
  const judgements = db.selectFrom("judgements").select((eb) => eb.fn.countAll().as("count"));
  const documents = await all("documents");
  const groups = (column: "copy_group" | "story") =>
    number(db.selectFrom("stories").select(sql`count(distinct ${sql.ref(column)})`.as("count")));
  return {
    documents,
    copies: documents - (await groups("copy_group")),
    stories: await groups("story"),
    events: await all("events"),
    contacts: await all("contacts"),
    commitments: await all("commitments"),
    judgements: await number(judgements.where("kind", "!=", "merge")),
    unattached: await number(
      judgements.where("source_start", "is not", null).where("item", "is", null).where("withdrawn", "is", null),
    ),
  };
}
