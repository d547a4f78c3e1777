import { keysOf } from "../engine/stories/index.js";
import type { Database, Queries } from "./database.js";
import { groupNamesOf, linksAmong, mergeRow, type Related, RULE } from "./links.js";
import type { NewArticle } from "./port.js";
import { regroup } from "./regroup.js";
import { encodeSketch } from "./sketch-bytes.js";
import { keyRows, relationsOf } from "./stories.js";
import type { Tables } from "./tables/index.js";

/**
 * Places a document that was read again. Where its sketch is another than before, what the rule now finds is merged and
 * what it no longer finds is withdrawn, by the rule; what a person decided stays.
 */
export async function placeAgain(
  database: Database,
  db: Queries,
  { record, sketch, added, engine }: NewArticle,
  no: number,
): Promise<void> {
  const { hash } = record.document;
  const bytes = encodeSketch(sketch);
  const before = await db.selectFrom("sketches").select("sketch").where("document", "=", no).executeTakeFirst();
  if (before !== undefined && Buffer.compare(before.sketch, bytes) === 0) return;
  const keys = keysOf(sketch);
  await db.deleteFrom("story_keys").where("document", "=", no).execute();
  await db.deleteFrom("sketches").where("document", "=", no).execute();
  const relations = await relationsOf(database, db, sketch, keys);
  await database.insert(db, "sketches", [{ document: no, sketch: bytes }]);
  await database.insert(db, "story_keys", keyRows(sketch, keys, no));
  database.sketches.put(no, { sketch, engine });
  const row = ({ document, relation }: Related): Tables["judgements"] => mergeRow(document, hash, relation, added);
  const settled = await withdrawGone(db, hash, relations.map(row), added);
  await regroup(db, [hash]); // what is linked to it now is linked without what is gone
  const links = linksAmong(relations, await groupNamesOf(db, relations));
  await merge(db, links.map(row).filter((one) => !settled.has(pairOf(one)))); // biome-ignore format: one line reads best
  await regroup(db, [hash, ...links.map(({ document }) => document)]);
}

type Pair = Pick<Tables["judgements"], "document" | "other" | "field">;

const pairOf = ({ document, other, field }: Pair): string => `${document} ${other} ${field}`;

/** Withdraws the rule's merges of a document that are not found again; gives the pairs that need no merge. */
async function withdrawGone(
  db: Queries,
  hash: string,
  found: readonly Tables["judgements"][],
  at: string,
): Promise<ReadonlySet<string>> {
  const standing = await db
    .selectFrom("judgements")
    .selectAll()
    .where("kind", "=", "merge")
    .where("author", "=", RULE)
    .where((eb) => eb.or([eb("document", "=", hash), eb("other", "=", hash)]))
    .execute();
  const wanted = new Set(found.map(pairOf));
  const gone = standing.filter((row) => row.withdrawn === null && !wanted.has(pairOf(row))).map(({ id }) => id);
  for (const id of gone)
    await db.updateTable("judgements").set({ withdrawn: at, withdrawn_by: RULE }).where("id", "=", id).execute();
  // One that holds is there already; one that a person took back is not found again.
  return new Set(standing.filter((row) => row.withdrawn_by !== RULE).map(pairOf));
}

/** Makes merges, also those that the rule had withdrawn. */
async function merge(db: Queries, rows: readonly Tables["judgements"][]): Promise<void> {
  for (const row of rows)
    await db
      .insertInto("judgements")
      .values(row)
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ withdrawn: null, withdrawn_by: null }))
      .execute();
}
