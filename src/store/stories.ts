import { sql } from "kysely";
import { byCodeUnit } from "../engine/base/span.js";
import {
  compare,
  Groups,
  keysOf,
  REPORT_DAYS_APART,
  type Relation,
  SHARED_TERMS,
  type Sketch,
} from "../engine/stories/index.js";
import type { Queries } from "./database.js";
import { insertJudgement } from "./judgements.js";
import type { NewArticle } from "./port.js";
import { decodeSketch, encodeSketch } from "./sketch-bytes.js";

/** Kinds of keys: one in common is enough; three are needed. */
const [SINGLE, TERM] = [1, 2];
/** The day of an article without one. */
const NO_DAY = -1_000_000;
/** An article's first possible day may lie this much before another's though the two could be of one day. */
const DAYS_AROUND = REPORT_DAYS_APART + 4;
/** Author of merges made by comparison. */
export const RULE = "rule:stories/1";

/** Compares a new document with those that may be copies or reports of the same, and puts it in its groups. */
export async function placeInStories(db: Queries, { record, sketch, added }: NewArticle, no: number): Promise<boolean> {
  const { hash } = record.document;
  await db.insertInto("stories").values({ document: no, copy_group: hash, story: hash }).execute();
  const near = await candidates(db, sketch);
  await db
    .insertInto("sketches")
    .values({ document: no, sketch: encodeSketch(sketch) })
    .execute();
  await insertKeys(db, sketch, no);
  const rows =
    near.length === 0
      ? []
      : await db.selectFrom("sketches").select(["sketch"]).where("document", "in", near).orderBy("document").execute();
  let copy = false;
  for (const row of rows) {
    const other = decodeSketch(row.sketch);
    const relation = compare(other, sketch);
    if (relation === null) continue;
    copy ||= relation.kind === "copy";
    await merge(db, other.document, hash, relation, added);
  }
  return copy;
}

async function insertKeys(db: Queries, sketch: Sketch, document: number): Promise<void> {
  const { single, terms } = keysOf(sketch);
  const day = sketch.published?.[0] ?? NO_DAY;
  const rows = [
    ...[...new Set(single)].map((key) => ({ kind: SINGLE, key: key | 0, day: NO_DAY, document })),
    ...[...new Set(terms)].map((key) => ({ kind: TERM, key: key | 0, day, document })),
  ];
  if (rows.length > 0) await db.insertInto("story_keys").values(rows).execute();
}

/** Numbers of the documents to compare with, ascending. */
async function candidates(db: Queries, sketch: Sketch): Promise<number[]> {
  const { single, terms } = keysOf(sketch);
  const found = [...(await alikeOnes(db, single)), ...(await onesAboutTheSame(db, sketch, terms))];
  return [...new Set(found.map(({ document }) => document))].sort((a, b) => a - b);
}

function signed(keys: readonly number[]): number[] {
  return [...new Set(keys)].map((key) => key | 0);
}

async function alikeOnes(db: Queries, keys: readonly number[]) {
  if (keys.length === 0) return [];
  const query = db.selectFrom("story_keys").select("document").distinct();
  return query.where("kind", "=", SINGLE).where("key", "in", signed(keys)).execute();
}

async function onesAboutTheSame(db: Queries, { published }: Sketch, keys: readonly number[]) {
  if (keys.length < SHARED_TERMS) return [];
  let query = db.selectFrom("story_keys").select("document").where("kind", "=", TERM).where("key", "in", signed(keys));
  if (published !== null) {
    const [first, last] = [published[0] - DAYS_AROUND, published[1] + REPORT_DAYS_APART];
    query = query.where((eb) => eb.or([eb.between("day", first, last), eb("day", "=", NO_DAY)]));
  }
  return query.groupBy("document").having(sql<boolean>`count(*) >= ${SHARED_TERMS}`).execute();
}

async function merge(db: Queries, a: string, b: string, relation: Relation, made: string): Promise<void> {
  const [document, other] = [a, b].sort(byCodeUnit);
  if (document === undefined || other === undefined) return;
  await insertJudgement(db, {
    kind: "merge",
    document,
    other,
    field: relation.kind === "copy" ? "copy" : "story",
    value: "same",
    score: relation.score,
    reasons: relation.reasons,
    author: RULE,
    made,
  });
  if (relation.kind === "copy") await join(db, "copy_group", a, b);
  await join(db, "story", a, b);
}

type GroupColumn = "copy_group" | "story";

/** Puts the groups of two documents together, under the lesser name, unless somebody has said that the two differ. */
async function join(db: Queries, column: GroupColumn, a: string, b: string): Promise<void> {
  const rows = await db
    .selectFrom("stories")
    .innerJoin("documents", "documents.no", "stories.document")
    .select([`stories.${column} as name`])
    .where("documents.hash", "in", [a, b])
    .execute();
  const [least, ...others] = [...new Set(rows.map(({ name }) => name))].sort(byCodeUnit);
  if (least === undefined || others.length === 0) return;
  await db
    .updateTable("stories")
    .set({ [column]: least })
    .where(column, "in", others)
    .execute();
}

/** Makes the groups around two documents anew from the merges that hold: after a merge by hand, or one that was withdrawn. */
export async function regroup(db: Queries, hashes: readonly string[]): Promise<void> {
  for (const column of ["copy_group", "story"] as const) await regroupBy(db, column, hashes);
}

async function regroupBy(db: Queries, column: GroupColumn, hashes: readonly string[]): Promise<void> {
  const members = await db
    .selectFrom("stories")
    .innerJoin("documents", "documents.no", "stories.document")
    .select(["documents.hash", "documents.no"])
    .where(`stories.${column}`, "in", (eb) =>
      eb
        .selectFrom("stories as s")
        .innerJoin("documents as d", "d.no", "s.document")
        .select(`s.${column} as name`)
        .where("d.hash", "in", [...hashes]),
    )
    .execute();
  const inside = new Set(members.map(({ hash }) => hash));
  const links = (await mergesAmong(db, [...inside])).filter(
    (link) => inside.has(link.document) && inside.has(link.other) && (column === "story" || link.field === "copy"),
  );
  const groups = new Groups();
  for (const { document, other } of heldLinks(links)) groups.join(document, other);
  for (const { hash, no } of members)
    await db
      .updateTable("stories")
      .set({ [column]: groups.of(hash) })
      .where("document", "=", no)
      .execute();
}

interface MergeLink {
  readonly document: string;
  readonly other: string;
  readonly field: string;
  readonly value: string;
  readonly author: string;
  readonly made: string;
}

async function mergesAmong(db: Queries, hashes: readonly string[]): Promise<MergeLink[]> {
  const links: MergeLink[] = [];
  for (let at = 0; at < hashes.length; at += 5000) {
    const rows = await db
      .selectFrom("judgements")
      .select(["document", "other", "field", "value", "author", "made"])
      .where("kind", "=", "merge")
      .where("withdrawn", "is", null)
      .where("document", "in", hashes.slice(at, at + 5000))
      .orderBy("made")
      .orderBy("id")
      .execute();
    for (const { other, ...row } of rows) if (other !== null) links.push({ ...row, other });
  }
  return links;
}

/** The pairs that are one: what a person said last goes before what a rule found. */
function heldLinks(links: readonly MergeLink[]): MergeLink[] {
  const byHand = new Map<string, boolean>();
  const pair = ({ document, other }: MergeLink): string => `${document} ${other}`;
  for (const link of links) if (!link.author.startsWith("rule:")) byHand.set(pair(link), link.value === '"same"');
  return links.filter((link) => byHand.get(pair(link)) ?? link.value === '"same"');
}
