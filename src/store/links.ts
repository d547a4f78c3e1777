import { sql } from "kysely";
import { byCodeUnit } from "../engine/base/span.js";
import type { Relation } from "../engine/stories/index.js";
import type { Queries } from "./database.js";
import { judgementRow } from "./judgements.js";
import { rowsOfPieces } from "./pieces.js";
import type { Tables } from "./tables/index.js";

/** Author of merges made by comparison. */
export const RULE = "rule:stories/1";

/** A document that another is like. */
export interface Related {
  readonly number: number;
  readonly document: string;
  readonly relation: Relation;
}

type GroupNames = ReadonlyMap<number, { readonly copy_group: string; readonly story: string }>;

/** The groups that documents are in. */
export async function groupNamesOf(db: Queries, related: readonly Related[]): Promise<GroupNames> {
  const rows = await rowsOfPieces(
    related.map(({ number }) => number),
    (piece) =>
      db.selectFrom("stories").select(["document", "copy_group", "story"]).where("document", "in", piece).execute(),
  );
  return new Map(rows.map(({ document, ...names }) => [document, names]));
}

/** Merges that are kept of one document's: with thousands of copies of one page all pairs would be millions. */
const MOST_LINKS = 64;

/**
 * The relations that are kept as merges: those to the first documents by hash, so that all of a large group are linked to
 * the same ones, and one to every group besides. So the groups that follow from the merges are those that follow from all.
 */
export function linksAmong(relations: readonly Related[], groups: GroupNames): readonly Related[] {
  if (relations.length <= MOST_LINKS) return relations;
  const joined = new Set<string>();
  return [...relations]
    .sort((a, b) => byCodeUnit(a.document, b.document))
    .filter(({ number, document, relation }, i) => {
      const { copy_group, story } = groups.get(number) ?? { copy_group: document, story: document };
      const names = [`story ${story}`, ...(relation.kind === "copy" ? [`copy ${copy_group}`] : [])];
      const isNew = names.some((name) => !joined.has(name));
      for (const name of names) joined.add(name);
      return i < MOST_LINKS || isNew;
    });
}

/** Whether a person parted any of these documents from another. */
export async function isParted(db: Queries, related: readonly Related[]): Promise<boolean> {
  const parted = await partings(db).execute();
  const hashes = new Set(parted.flatMap(({ document, other }) => [document, other]));
  return related.some(({ document }) => hashes.has(document));
}

/** All pairs of documents that people parted: a handful, which have an index of their own. */
export function partings(db: Queries) {
  return db
    .selectFrom("judgements")
    .select(["document", "other"])
    .where(sql<boolean>`value = '"different"' and withdrawn is null`) // as the index says it
    .where(sql`kind || ''`, "=", "merge"); // no column an index holds
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
