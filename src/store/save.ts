import { originOf } from "../engine/stories/index.js";
import type { Database, Queries } from "./database.js";
import { attachJudgements } from "./judgements.js";
import type { NewArticle, Saved } from "./port.js";
import { documentRow, RECORD_TABLES, type RecordTable, recordRows } from "./rows/index.js";
import { placeInStories } from "./stories.js";
import type { Tables } from "./tables/index.js";

/** Most values of one statement; SQLite takes 32,766, PostgreSQL 65,535. */
const MOST_VALUES = 30_000;

/** Saves articles in one transaction, in order. */
export async function saveArticles(database: Database, articles: readonly NewArticle[]): Promise<Saved[]> {
  return database.write(async (db) => {
    const saved: Saved[] = [];
    const kept = await tombstones(db, articles);
    for (const article of articles) saved.push(await saveArticle(db, article, kept));
    return saved;
  });
}

/** Keys of tombstones that bear on the articles: `document …`, `actor …`. */
async function tombstones(db: Queries, articles: readonly NewArticle[]): Promise<ReadonlySet<string>> {
  if (articles.length === 0) return new Set();
  const rows = await db.selectFrom("tombstones").select(["kind", "key"]).execute();
  return new Set(rows.map(({ kind, key }) => `${kind} ${key}`));
}

async function saveArticle(db: Queries, article: NewArticle, kept: ReadonlySet<string>): Promise<Saved> {
  const { record, engine } = article;
  const { hash } = record.document;
  const answer = (outcome: Saved["outcome"], copy = false): Saved => ({ document: hash, outcome, copy });
  const rows = recordRows(record, 0);
  if (kept.has(`document ${hash}`) || rows.actors.some(({ actor_key }) => kept.has(`actor ${actor_key}`)))
    return answer("forgotten");
  const known = await db.selectFrom("documents").select(["no", "engine"]).where("hash", "=", hash).executeTakeFirst();
  if (known !== undefined && known.engine === engine) return answer("known");
  const no = known?.no ?? (await nextNumber(db));
  if (known === undefined) await insertDocument(db, article, no);
  else await readAgain(db, article, no);
  for (const table of RECORD_TABLES) await insertRows(db, table, rows[table], no);
  const copy = known === undefined && (await placeInStories(db, article, no));
  if (known !== undefined) await attachJudgements(db, record);
  return answer(known === undefined ? "new" : "read-again", copy);
}

async function nextNumber(db: Queries): Promise<number> {
  const last = await db
    .selectFrom("documents")
    .select((eb) => eb.fn.max("no").as("no"))
    .executeTakeFirst();
  return Number(last?.no ?? 0) + 1;
}

function columnsOf({ record, engine }: NewArticle) {
  const origin = originOf(record);
  return { ...documentRow(record), engine, origin_kind: origin.kind, origin_name: origin.name };
}

async function insertDocument(db: Queries, article: NewArticle, no: number): Promise<void> {
  const { source, added } = article;
  await db
    .insertInto("documents")
    .values({ no, ...columnsOf(article), source, added })
    .execute();
}

/** Takes the old reading out; number, source, time, sketch, story and judgements stay. */
async function readAgain(db: Queries, article: NewArticle, no: number): Promise<void> {
  for (const table of RECORD_TABLES) await db.deleteFrom(table).where("document", "=", no).execute();
  await db.updateTable("documents").set(columnsOf(article)).where("no", "=", no).execute();
}

async function insertRows<K extends RecordTable>(
  db: Queries,
  table: K,
  rows: readonly Tables[K][],
  document: number,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const size = Math.floor(MOST_VALUES / Object.keys(first).length);
  for (let at = 0; at < rows.length; at += size) {
    const piece = rows.slice(at, at + size).map((row) => ({ ...row, document }));
    // The tables' rows are what their columns hold; the builder cannot see that for a table named by a variable.
    await db
      .insertInto(table)
      .values(piece as never)
      .execute();
  }
}
