import { sql } from "kysely";
import { byCodeUnit } from "../engine/base/span.js";
import {
  COPY_DAYS_APART,
  compare,
  type Days,
  keysOf,
  REPORT_DAYS_APART,
  type Relation,
  SHARED_TERMS,
  type Sketch,
  type StoryKeys,
} from "../engine/stories/index.js";
import { type Database, type KeyDays, NO_DAY, type Queries } from "./database.js";
import { judgementRow } from "./judgements.js";
import type { NewArticle } from "./port.js";
import { regroup } from "./regroup.js";
import { decodeSketch, encodeSketch } from "./sketch-bytes.js";
import type { Tables } from "./tables/index.js";

/** Kinds of keys: one in common is enough; three are needed, near in time; one is enough, near in time. */
const [EVER, TERM, NEAR] = [1, 2, 3];
/** An article's first possible day may lie this much before another's though the two could be of one day. */
const DAYS_VAGUE = 4;
/** Author of merges made by comparison. */
export const RULE = "rule:stories/1";

type GroupColumn = "copy_group" | "story";

/** Compares a new document with those that may be copies or reports of the same, and puts it in its groups. */
export async function placeInStories(
  database: Database,
  db: Queries,
  { record, sketch, added, engine }: NewArticle,
  no: number,
): Promise<boolean> {
  const { hash } = record.document;
  const keys = keysOf(sketch);
  const relations = await relationsOf(database, db, sketch, keys);
  await database.insert(db, "sketches", [{ document: no, sketch: encodeSketch(sketch) }]);
  await database.insert(db, "story_keys", keyRows(sketch, keys, no));
  await database.insert(
    db,
    "judgements",
    relations.map(({ document, relation }) => mergeRow(document, hash, relation, added)),
  );
  const group = async (column: GroupColumn, members: readonly number[]): Promise<string> => {
    const rows = members.length === 0 ? [] : await db.selectFrom("stories").select(column).distinct().where("document", "in", members).execute(); // biome-ignore format: one line reads best
    const [least = hash, ...others] = [hash, ...rows.map((row) => row[column] ?? hash)].sort(byCodeUnit);
    const renamed = others.filter((name) => name !== least && name !== hash);
    if (renamed.length > 0) await db.updateTable("stories").set({ [column]: least }).where(column, "in", renamed).execute(); // biome-ignore format: one line reads best
    return least;
  };
  const copies = relations.filter(({ relation }) => relation.kind === "copy");
  const copy_group = await group("copy_group", copies.map(({ number }) => number)); // biome-ignore format: one line reads best
  const story = await group("story", relations.map(({ number }) => number)); // biome-ignore format: one line reads best
  await database.insert(db, "stories", [{ document: no, copy_group, story }]);
  database.sketches.put(no, { sketch, engine });
  // It may be like two reports that a person parted: then it does not bring them together again.
  if (relations.length > 1 && (await isParted(db, relations))) await regroup(db, [hash]);
  return copies.length > 0;
}

/**
 * Whether a person parted any of these documents from another. They are looked up by document: by kind, SQLite would go
 * through all merges there are, for every article anew.
 */
async function isParted(db: Queries, related: readonly Related[]): Promise<boolean> {
  const hashes = related.map(({ document }) => document);
  return (await partings(db, hashes).limit(1).execute()).length > 0;
}

/** Judgements by which a person parted one of these documents from another. */
export function partings(db: Queries, hashes: readonly string[]) {
  return db
    .selectFrom("judgements")
    .select("id")
    .where((eb) => eb.or([eb("document", "in", hashes), eb("other", "in", hashes)]))
    .where(sql`kind || ''`, "=", "merge") // no column an index holds
    .where("value", "=", '"different"')
    .where("withdrawn", "is", null);
}

export interface Related {
  readonly number: number;
  readonly document: string;
  readonly relation: Relation;
}

/** The documents an article is a copy of, or reports the same as; itself left out. */
export async function relationsOf(
  database: Database,
  db: Queries,
  sketch: Sketch,
  keys: StoryKeys,
): Promise<Related[]> {
  const near = [
    ...(await alikeOnes(database, db, sketch, keys)),
    ...(await onesAboutTheSame(database, db, sketch, keys.terms)),
  ];
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return [...(await sketchesOf(database, db, numbers))].flatMap(([number, other]) => {
    const relation = other.document === sketch.document ? null : compare(other, sketch);
    return relation === null ? [] : { number, document: other.document, relation };
  });
}

/**
 * Sketches by number of their document, ascending. What is kept in memory is trusted only for the hash it is of and the
 * engine that made it: another process may have read the document again.
 */
async function sketchesOf(database: Database, db: Queries, numbers: readonly number[]): Promise<Map<number, Sketch>> {
  if (numbers.length === 0) return new Map();
  if (database.forgetsSketches) return sketchesKept(database, db, numbers);
  const documents = await db
    .selectFrom("documents")
    .select(["no", "hash", "engine"])
    .where("no", "in", [...numbers])
    .execute();
  const byNumber = new Map(documents.map((document) => [document.no, document]));
  const found = new Map<number, Sketch>();
  for (const number of numbers) {
    const kept = database.sketches.get(number);
    const document = byNumber.get(number);
    if (kept !== undefined && kept.sketch.document === document?.hash && kept.engine === document.engine)
      found.set(number, kept.sketch);
  }
  const missing = numbers.filter((number) => !found.has(number));
  const rows = missing.length === 0 ? [] : await db.selectFrom("sketches").selectAll().where("document", "in", missing).execute(); // biome-ignore format: one line reads best
  for (const row of rows) {
    const sketch = decodeSketch(row.sketch);
    found.set(row.document, sketch);
    database.sketches.put(row.document, { sketch, engine: byNumber.get(row.document)?.engine ?? "" });
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** The same where what is kept needs no second look. */
async function sketchesKept(database: Database, db: Queries, numbers: readonly number[]): Promise<Map<number, Sketch>> {
  const found = new Map<number, Sketch | null>();
  for (const number of numbers) found.set(number, database.sketches.get(number)?.sketch ?? null);
  const missing = numbers.filter((number) => found.get(number) === null);
  const rows = missing.length === 0 ? [] : await db.selectFrom("sketches").selectAll().where("document", "in", missing).execute(); // biome-ignore format: one line reads best
  for (const { document, sketch: bytes } of rows) {
    const sketch = decodeSketch(bytes);
    found.set(document, sketch);
    database.sketches.put(document, { sketch, engine: "" });
  }
  return new Map([...found].flatMap(([number, sketch]) => (sketch === null ? [] : [[number, sketch] as const])));
}

export function keyRows(sketch: Sketch, { ever, near, terms }: StoryKeys, document: number): Tables["story_keys"][] {
  const day = sketch.published?.[0] ?? NO_DAY;
  return [
    ...signed(ever).map((key) => ({ kind: EVER, key, day: NO_DAY, document })),
    ...signed(near).map((key) => ({ kind: NEAR, key, day, document })),
    ...signed(terms).map((key) => ({ kind: TERM, key, day, document })),
  ];
}

function signed(keys: readonly number[]): number[] {
  return [...new Set(keys)].map((key) => key | 0);
}

async function alikeOnes(
  database: Database,
  db: Queries,
  { published }: Sketch,
  { ever, near }: StoryKeys,
): Promise<readonly number[]> {
  if (near.length === 0) return [];
  return [
    ...(await database.keyed(db, EVER, signed(ever), null)),
    ...(await database.keyed(db, NEAR, signed(near), daysAround(published, COPY_DAYS_APART))),
  ];
}

async function onesAboutTheSame(
  database: Database,
  db: Queries,
  { published }: Sketch,
  keys: readonly number[],
): Promise<readonly number[]> {
  if (keys.length < SHARED_TERMS) return [];
  const shared = new Map<number, number>();
  for (const number of await database.keyed(db, TERM, signed(keys), daysAround(published, REPORT_DAYS_APART)))
    shared.set(number, (shared.get(number) ?? 0) + 1);
  return [...shared].flatMap(([number, terms]) => (terms >= SHARED_TERMS ? [number] : []));
}

function daysAround(published: Days | null, apart: number): KeyDays {
  return published === null ? null : [published[0] - apart - DAYS_VAGUE, published[1] + apart];
}

export function mergeRow(a: string, b: string, relation: Relation, made: string): Tables["judgements"] {
  const [document = a, other = b] = [a, b].sort(byCodeUnit);
  const { kind, score, reasons } = relation;
  const field = kind === "copy" ? "copy" : "story";
  return judgementRow(
    { kind: "merge", document, other, field, value: "same", score, reasons, author: RULE, made },
    null,
  );
}
