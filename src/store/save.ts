import { originOf } from "../engine/stories/index.js";
import { attachJudgements } from "./attach.js";
import type { Database, Queries } from "./database.js";
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

/** An article with what is to become of it. */
interface Plan {
  readonly article: NewArticle;
  readonly outcome: Saved["outcome"];
  /** Number of its document. */
  readonly no: number;
  /** Rows to be added; none where nothing changes. */
  readonly rows: ReturnType<typeof recordRows> | null;
}

/** Saves articles in one transaction: the rows of all of them table by table, then their stories in order. */
export async function saveArticles(database: Database, articles: readonly NewArticle[]): Promise<Saved[]> {
  return database.write(async (db) => {
    const standing = await standingOf(db, articles);
    const saved: Saved[] = [];
    for (const piece of withoutRepeats(articles)) saved.push(...(await savePiece(database, db, piece, standing)));
    return saved;
  });
}

/** The articles in order, cut wherever one would come a second time: it is judged by what the first has become. */
function* withoutRepeats(articles: readonly NewArticle[]): Generator<readonly NewArticle[]> {
  let piece = new Map<string, NewArticle>();
  for (const article of articles) {
    const { hash } = article.record.document;
    if (piece.has(hash)) {
      yield [...piece.values()];
      piece = new Map();
    }
    piece.set(hash, article);
  }
  yield [...piece.values()];
}

async function savePiece(
  database: Database,
  db: Queries,
  articles: readonly NewArticle[],
  standing: Standing,
): Promise<Saved[]> {
  const plans = articles.map((article) => planOf(article, standing));
  const fresh = plans.filter(({ outcome }) => outcome === "new");
  await database.insert(
    db,
    "documents",
    fresh.map(({ article, no }) => newDocument(article, no)),
  );
  for (const { article, outcome, no } of plans) if (outcome === "read-again") await removeReading(db, article, no);
  const changed = plans.flatMap(({ rows }) => (rows === null ? [] : [rows]));
  for (const table of RECORD_TABLES) await insertRows(database, db, table, changed);
  const saved: Saved[] = [];
  for (const plan of plans) saved.push(await place(database, db, plan));
  return saved;
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

function planOf(article: NewArticle, standing: Standing): Plan {
  const { record, engine } = article;
  const { hash } = record.document;
  const known = standing.known.get(hash);
  const no = known?.no ?? standing.next;
  const rows = recordRows(record, no);
  const isKept = rows.actors.some(({ actor_key }) => standing.kept.has(`actor ${actor_key}`));
  if (isKept || standing.kept.has(`document ${hash}`)) return { article, outcome: "forgotten", no, rows: null };
  if (known?.engine === engine) return { article, outcome: "known", no, rows: null };
  standing.known.set(hash, { no, engine });
  if (known === undefined) standing.next++;
  return { article, outcome: known === undefined ? "new" : "read-again", no, rows };
}

/** Puts an article whose rows are there into its stories. */
async function place(database: Database, db: Queries, { article, outcome, no }: Plan): Promise<Saved> {
  const { record } = article;
  const document = record.document.hash;
  if (outcome === "new") return { document, outcome, copy: await placeInStories(database, db, article, no) };
  if (outcome === "read-again") {
    await placeAgain(database, db, article, no);
    await attachJudgements(db, record);
  }
  return { document, outcome, copy: false };
}

function insertRows<K extends RecordTable>(
  database: Database,
  db: Queries,
  table: K,
  all: readonly { readonly [T in RecordTable]: readonly Tables[T][] }[],
): Promise<void> {
  return database.insert(
    db,
    table,
    all.flatMap((rows) => rows[table]),
  );
}

function columnsOf({ record, engine }: NewArticle) {
  const origin = originOf(record);
  return { ...documentRow(record), engine, origin_kind: origin.kind, origin_name: origin.name };
}

function newDocument(article: NewArticle, no: number): Tables["documents"] {
  const { source, added } = article;
  return { no, ...columnsOf(article), source, added };
}

/** Takes the old reading out; number, source, time and judgements stay. */
async function removeReading(db: Queries, article: NewArticle, no: number): Promise<void> {
  for (const table of RECORD_TABLES) await db.deleteFrom(table).where("document", "=", no).execute();
  await db.updateTable("documents").set(columnsOf(article)).where("no", "=", no).execute();
}
