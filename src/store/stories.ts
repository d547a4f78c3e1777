import { byCodeUnit } from "../engine/base/span.js";
import {
  COPY_DAYS_APART,
  compare,
  type Days,
  keysOf,
  REPORT_DAYS_APART,
  SHARED_TERMS,
  type Sketch,
  type StoryKeys,
} from "../engine/stories/index.js";
import { type Database, type KeyDays, NO_DAY, type Queries } from "./database.js";
import { groupNamesOf, isParted, linksAmong, mergeRow, type Related } from "./links.js";
import { piecesOf, rowsOfPieces } from "./pieces.js";
import type { NewArticle } from "./port.js";
import { regroup } from "./regroup.js";
import { decodeSketch, encodeSketch } from "./sketch-bytes.js";
import type { Tables } from "./tables/index.js";

/** Kinds of keys: one in common is enough; three are needed, near in time; one is enough, near in time. */
const [EVER, TERM, NEAR] = [1, 2, 3];
/** An article's first possible day may lie this much before another's though the two could be of one day. */
const DAYS_VAGUE = 4;
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
  const groups = await groupNamesOf(db, relations);
  await database.insert(db, "sketches", [{ document: no, sketch: encodeSketch(sketch) }]);
  await database.insert(db, "story_keys", keyRows(sketch, keys, no));
  await database.insert(
    db,
    "judgements",
    linksAmong(relations, groups).map(({ document, relation }) => mergeRow(document, hash, relation, added)),
  );
  const group = async (column: GroupColumn, members: readonly Related[]): Promise<string> => {
    const names = new Set(members.map(({ number }) => groups.get(number)?.[column] ?? hash));
    const [least = hash] = [hash, ...names].sort(byCodeUnit);
    const renamed = [...names].filter((name) => name !== least && name !== hash).sort(byCodeUnit);
    for (const piece of piecesOf(renamed))
      await db
        .updateTable("stories")
        .set({ [column]: least })
        .where(column, "in", piece)
        .execute();
    return least;
  };
  const copies = relations.filter(({ relation }) => relation.kind === "copy");
  const copy_group = await group("copy_group", copies);
  const story = await group("story", relations);
  await database.insert(db, "stories", [{ document: no, copy_group, story }]);
  database.sketches.put(no, { sketch, engine });
  // It may be like two reports that a person parted: then it does not bring them together again.
  if (relations.length > 1 && (await isParted(db, relations))) await regroup(db, [hash]);
  return copies.length > 0;
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
  const documents = await rowsOfPieces(numbers, (piece) =>
    db.selectFrom("documents").select(["no", "hash", "engine"]).where("no", "in", piece).execute(),
  );
  const byNumber = new Map(documents.map((document) => [document.no, document]));
  const found = new Map<number, Sketch>();
  for (const number of numbers) {
    const kept = database.sketches.get(number);
    const document = byNumber.get(number);
    if (kept !== undefined && kept.sketch.document === document?.hash && kept.engine === document.engine)
      found.set(number, kept.sketch);
  }
  const missing = numbers.filter((number) => !found.has(number));
  const rows = await rowsOfPieces(missing, (piece) => db.selectFrom("sketches").selectAll().where("document", "in", piece).execute()); // biome-ignore format: one line reads best
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
  const rows = await rowsOfPieces(missing, (piece) => db.selectFrom("sketches").selectAll().where("document", "in", piece).execute()); // biome-ignore format: one line reads best
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
