import { sql } from "kysely";
import type { Database } from "../database.js";
import { upTo } from "../read.js";
import { all, type Condition, columnOf, listed } from "./conditions.js";
import { documentsByNumber } from "./parts.js";
import type { ListedDocument, PageOf, PageQuery, Position } from "./types.js";

/** A page of documents by day of publication, the latest first, those without one last. */
export async function pageOfDocuments(database: Database, query: PageQuery): Promise<PageOf<ListedDocument>> {
  const { db } = database;
  const { limit } = query;
  const { rows } = await sql<Position & { length: number }>`select documents.published as day, documents.no as document,
    0 as n, length(documents.text) as length from documents where ${all(conditionsOf(database, query))}
    order by coalesce(documents.published, '') desc, documents.no desc limit ${limit + 1}`.execute(db);
  const places = rows.slice(0, limit);
  const numbers = places.map(({ document }) => document);
  const documents = await documentsByNumber(db, numbers);
  const [events, contacts, claims] = [
    await countsOf(database, "events", numbers),
    await countsOf(database, "contacts", numbers),
    await countsOf(database, "claims", numbers),
  ];
  const items = places.flatMap(({ document: no, length }): ListedDocument[] => {
    const document = documents.get(no);
    if (document === undefined) return [];
    return [
      { document, length, events: events.get(no) ?? 0, contacts: contacts.get(no) ?? 0, claims: claims.get(no) ?? 0 },
    ];
  });
  return { items, next: rows.length > limit ? (places.at(-1) ?? null) : null };
}

function conditionsOf(database: Database, query: PageQuery): Condition[] {
  const { since, until, outlet, words, story, actors = [], events, addedAfter, after } = query;
  const taking = (actor: string): Condition => {
    const one = sql`${columnOf(actor)} = ${actor}`;
    return sql`(documents.no in (select p.document from event_parties as p where ${one})
      or documents.no in (select p.document from contact_parties as p where ${one}))`;
  };
  return [
    ...(since === undefined ? [] : [sql`documents.published >= ${since}`]),
    ...(until === undefined ? [] : [sql`documents.published <= ${upTo(until)}`]),
    ...(outlet === undefined ? [] : [sql`documents.outlet = ${outlet}`]),
    ...(words === undefined ? [] : [database.matching(words)]),
    ...(story === undefined ? [] : [sql`documents.no in (select document from stories where story = ${story})`]),
    ...(addedAfter === undefined ? [] : [sql`documents.added > ${addedAfter}`]),
    ...(events === undefined
      ? []
      : [sql`documents.no in (select document from events where event in ${listed(events)})`]),
    ...actors.map(taking),
    ...(after === undefined
      ? []
      : [
          sql`(coalesce(documents.published, '') < ${after.day ?? ""} or
            (coalesce(documents.published, '') = ${after.day ?? ""} and documents.no < ${after.document}))`,
        ]),
  ];
}

async function countsOf(
  { db }: Database,
  table: "events" | "contacts" | "claims",
  numbers: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ document: number; count: number }>`select document, count(*) as count
    from ${sql.table(table)} where document in ${listed(numbers)} group by document`.execute(db);
  return new Map(rows.map(({ document, count }) => [document, Number(count)]));
}
