import { originOf } from "../engine/stories/index.js";
import type { Database, Queries } from "./database.js";
import { attachJudgements } from "./judgements.js";
import { placeAgain } from "./place-again.js";
import type { NewArticle, Saved } from "./port.js";
import { documentRow, RECORD_TABLES, type RecordTable, recordRows } from "./rows/index.js";
import { placeInStories } from "./stories.js";
import type { Tables } from "./tables/index.js";

/** What is known at the start of a transaction, kept up as it goes on. */
interface Standing {
  /** Keys of tombstones: `document …`, `actor …`. */
  readonly kept: ReadonlySet<string>;
  /** Documents by hash, those of the batch that are there. */
  readonly known: Map<string, { readonly no: number; readonly engine: string }>;
  next: number;
}

/** Saves articles in one transaction, in order. */
export async function saveArticles(database: Database, articles: readonly NewArticle[]): Promise<Saved[]> {
  return database.write(async (db) => {
    const standing = await standingOf(db, articles);
    const saved: Saved[] = [];
    for (const article of articles) saved.push(await saveArticle(database, db, article, standing));
    return saved;
  });
}

async function standingOf(db: Queries, articles: readonly NewArticle[]): Promise<Standing> {
  const tombstones = await db.selectFrom("tombstones").select(["kind", "key"]).execute();
  const last = await db
    .selectFrom("documents")
    .select((eb) => eb.fn.max("no").as("no"))
    .executeTakeFirst();
  const hashes = articles.map(({ record }) => record.document.hash);
  const known = await db.selectFrom("documents").select(["hash", "no", "engine"]).where("hash", "in", hashes).execute();
  return {
    kept: new Set(tombstones.map(({ kind, key }) => `${kind} ${key}`)),
    known: new Map(known.map(({ hash, ...row }) => [hash, row])),
    next: Number(last?.no ?? 0) + 1,
  };
}

async function saveArticle(database: Database, db: Queries, article: NewArticle, standing: Standing): Promise<Saved> {
  const { record, engine } = article;
  const { hash } = record.document;
  const answer = (outcome: Saved["outcome"], copy = false): Saved => ({ document: hash, outcome, copy });
  const known = standing.known.get(hash);
  const no = known?.no ?? standing.next;
  const rows = recordRows(record, no);
  const isKept = rows.actors.some(({ actor_key }) => standing.kept.has(`actor ${actor_key}`));
  if (isKept || standing.kept.has(`document ${hash}`)) return answer("forgotten");
  if (known?.engine === engine) return answer("known");
  standing.known.set(hash, { no, engine });
  if (known === undefined) await insertDocument(database, db, article, standing.next++);
  else await removeReading(db, article, no);
  for (const table of RECORD_TABLES) await insertRows(database, db, table, rows);
  if (known === undefined) return answer("new", await placeInStories(database, db, article, no));
  await placeAgain(database, db, article, no);
  await attachJudgements(db, record);
  return answer("read-again");
}

function insertRows<K extends RecordTable>(
  database: Database,
  db: Queries,
  table: K,
  rows: { readonly [T in RecordTable]: readonly Tables[T][] },
): Promise<void> {
  return database.insert(db, table, rows[table]);
}

function columnsOf({ record, engine }: NewArticle) {
  const origin = originOf(record);
  return { ...documentRow(record), engine, origin_kind: origin.kind, origin_name: origin.name };
}

function insertDocument(database: Database, db: Queries, article: NewArticle, no: number): Promise<void> {
  const { source, added } = article;
  return database.insert(db, "documents", [{ no, ...columnsOf(article), source, added }]);
}

/** Takes the old reading out; number, source, time and judgements stay. */
async function removeReading(db: Queries, article: NewArticle, no: number): Promise<void> {
  for (const table of RECORD_TABLES) await db.deleteFrom(table).where("document", "=", no).execute();
  await db.updateTable("documents").set(columnsOf(article)).where("no", "=", no).execute();
}
