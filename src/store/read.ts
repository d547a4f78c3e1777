import { type ExpressionBuilder, type SelectQueryBuilder, sql } from "kysely";
import { byCodeUnit } from "../engine/base/span.js";
import { ORIGIN_KINDS } from "../engine/stories/index.js";
import type { Database, Queries } from "./database.js";
import type { DocumentFilter, StoredDocument, StoredRecord } from "./port.js";
import { RECORD_TABLES, type RecordTable, recordFrom, type StoredRows } from "./rows/index.js";
import type { Tables } from "./tables/index.js";

/** Documents whose records are read at a time. */
const PIECE = 100;

type DocumentRow = Tables["documents"] & Omit<Tables["stories"], "document">;
/** As much of it as tells what a ledger knows of the document besides its record. */
type DocumentHead = Pick<DocumentRow, (typeof HEAD)[number]>;
const HEAD = ["hash", "id", "title", "outlet", "url", "agency", "published", "source", "added", "engine", "origin_kind", "origin_name", "copy_group", "story"] as const; // biome-ignore format: the columns read best on one line

/** The documents a filter means: a query over documents and their stories. */
function filtered(db: Queries, database: Database, filter: DocumentFilter) {
  let query = db.selectFrom("documents").innerJoin("stories", "stories.document", "documents.no");
  const { words, actors = [], events = [], since, until, hashes, story, copy, addedSince } = filter;
  if (words !== undefined) query = query.where(database.matching(words));
  for (const actor of actors) query = query.where((eb) => tellsOf(eb, actor));
  if (events.length > 0)
    query = query.where("documents.no", "in", (eb) =>
      eb
        .selectFrom("events")
        .select("events.document")
        .where("events.event", "in", [...events]),
    );
  if (since !== undefined) query = query.where("documents.published", ">=", since);
  if (until !== undefined) query = query.where("documents.published", "<=", upTo(until));
  if (hashes !== undefined) query = query.where("documents.hash", "in", [...hashes]);
  if (story !== undefined) query = query.where("stories.story", "=", story);
  if (copy !== undefined) query = query.where("stories.copy_group", "=", copy);
  if (addedSince !== undefined) query = query.where("documents.added", ">=", addedSince);
  return query;
}

/** A day that no prefix of which falls after the prefix given: `2021-10` holds all of October. */
export function upTo(prefix: string): string {
  return `${prefix}~`;
}

/** Whether a code of a country or key of an actor takes part in a contact or event of the document. */
function tellsOf(eb: ExpressionBuilder<Tables, "documents">, actor: string) {
  const events = eb
    .selectFrom("event_parties as p")
    .select("p.document")
    .where((or) => or.or([or("p.code", "=", actor), or("p.actor_key", "=", actor)]));
  const contacts = eb
    .selectFrom("contact_parties as q")
    .select("q.document")
    .where((or) => or.or([or("q.code", "=", actor), or("q.actor_key", "=", actor)]));
  return eb.or([eb("documents.no", "in", events), eb("documents.no", "in", contacts)]);
}

/** By day of publication, unknown ones last, then by hash. */
function inOrder<O>(query: SelectQueryBuilder<Tables, "documents" | "stories", O>) {
  return query.orderBy(sql`coalesce(documents.published, '9999')`).orderBy("documents.hash");
}

/** By the first day of publication of their stories, then by story. */
function byStory<O>(query: SelectQueryBuilder<Tables, "documents" | "stories", O>) {
  const first = sql`min(coalesce(documents.published, '9999')) over (partition by stories.story)`;
  return query.orderBy(first).orderBy("stories.story");
}

export async function listDocuments(
  database: Database,
  filter: DocumentFilter,
  limit: number | undefined,
): Promise<StoredDocument[]> {
  let query = inOrder(filtered(database.db, database, filter)).select([...HEAD]);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(storedDocument);
}

/** Records of the documents a filter means, in pieces; what changes meanwhile may or may not be seen. */
export async function* streamRecords(
  database: Database,
  filter: DocumentFilter,
  order: "published" | "story" = "published",
): AsyncGenerator<StoredRecord> {
  const documents = filtered(database.db, database, filter);
  const numbers = await inOrder(order === "story" ? byStory(documents) : documents)
    .select("documents.no")
    .execute();
  for (let at = 0; at < numbers.length; at += PIECE) {
    const piece = numbers.slice(at, at + PIECE).map(({ no }) => no);
    const records = await loadRecords(database.db, piece);
    for (const no of piece) {
      const record = records.get(no);
      if (record !== undefined) yield record;
    }
  }
}

/** The document with a hash, with a beginning of a hash, or with an id. */
export async function findDocument({ db }: Database, id: string): Promise<StoredRecord | null> {
  const no = await documentNumber(db, id);
  return no === null ? null : ((await loadRecords(db, [no])).get(no) ?? null);
}

/** The number of that document. */
export async function documentNumber(db: Queries, id: string): Promise<number | null> {
  const isPart = /^[0-9a-f]{8,64}$/.test(id);
  const rows = await db
    .selectFrom("documents")
    .select(["no", "hash"])
    .where((eb) => eb.or([eb("id", "=", id), ...(isPart ? [eb.between("hash", id, `${id}g`)] : [])]))
    .execute();
  const [first] = rows.sort((a, b) => byCodeUnit(a.hash, b.hash));
  return first?.no ?? null;
}

/** A document's row with its place among stories. */
export function rowOf(db: Queries, no: number): Promise<DocumentRow | undefined> {
  return db
    .selectFrom("documents")
    .innerJoin("stories", "stories.document", "documents.no")
    .selectAll("documents")
    .select(["copy_group", "story"])
    .where("documents.no", "=", no)
    .executeTakeFirst();
}

/** Records by number of their document. */
export async function loadRecords(db: Queries, numbers: readonly number[]): Promise<Map<number, StoredRecord>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom("documents")
    .innerJoin("stories", "stories.document", "documents.no")
    .selectAll("documents")
    .select(["copy_group", "story"])
    .where("documents.no", "in", [...numbers])
    .execute();
  const parts = new Map<number, StoredRows["parts"]>(numbers.map((no) => [no, emptyParts()]));
  for (const table of RECORD_TABLES) {
    const found = await db
      .selectFrom(table)
      .selectAll()
      .where("document", "in", [...numbers])
      .orderBy("document")
      .execute();
    for (const row of found.sort((a, b) => a.n - b.n)) {
      const list = parts.get(row.document)?.[table];
      if (list !== undefined) (list as unknown[]).push(row); // the list of this very table, made below
    }
  }
  return new Map(
    rows.map((row) => {
      const own = parts.get(row.no) ?? emptyParts();
      return [row.no, { ...storedDocument(row), record: recordFrom({ document: row, parts: own }) }];
    }),
  );
}

function emptyParts(): StoredRows["parts"] {
  const lists = Object.fromEntries(RECORD_TABLES.map((table) => [table, []]));
  return lists as unknown as { [K in RecordTable]: Tables[K][] }; // one empty list for each table
}

export function storedDocument(row: DocumentHead): StoredDocument {
  return {
    hash: row.hash,
    id: row.id,
    title: row.title,
    outlet: row.outlet,
    url: row.url,
    agency: row.agency,
    published: row.published,
    source: row.source,
    added: row.added,
    engine: row.engine,
    origin: { kind: ORIGIN_KINDS.find((kind) => kind === row.origin_kind) ?? "unknown", name: row.origin_name },
    copy: row.copy_group,
    story: row.story,
  };
}
