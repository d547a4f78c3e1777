import { Groups } from "../engine/stories/index.js";
import type { Queries } from "./database.js";

type GroupColumn = "copy_group" | "story";

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
