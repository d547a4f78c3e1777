import { byCodeUnit } from "../engine/base/span.js";
import { Groups } from "../engine/stories/index.js";
import type { Queries } from "./database.js";
import { rowsOfPieces } from "./pieces.js";

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
  const groups = groupsOf(links);
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
  readonly score: number | null;
}

async function mergesAmong(db: Queries, hashes: readonly string[]): Promise<MergeLink[]> {
  const rows = await rowsOfPieces(hashes, (piece) =>
    db
      .selectFrom("judgements")
      .select(["document", "other", "field", "value", "author", "made", "score"])
      .where("kind", "=", "merge")
      .where("withdrawn", "is", null)
      .where("document", "in", piece)
      .orderBy("made")
      .orderBy("id")
      .execute(),
  );
  return rows.flatMap(({ other, ...row }) => (other === null ? [] : [{ ...row, other }]));
}

/**
 * Groups by the links that hold. What a person said last of a pair goes before what a rule found, and two that a person
 * parted are never in one group, whatever a third has in common with both: it stays with the one it is linked to by hand,
 * else with the one it is most like.
 */
function groupsOf(links: readonly MergeLink[]): Groups {
  const byHand = new Map<string, boolean>();
  for (const link of links) if (!isRule(link)) byHand.set(pairOf(link), link.value === '"same"');
  const held = links.filter((link) => byHand.get(pairOf(link)) ?? link.value === '"same"');
  const parted = links.filter((link) => byHand.get(pairOf(link)) === false);
  const groups = new Groups();
  if (parted.length === 0) {
    for (const { document, other } of held) groups.join(document, other);
    return groups;
  }
  const apart = new Map<string, string[]>();
  for (const { document, other } of parted)
    for (const [one, two] of [[document, other] as const, [other, document] as const])
      apart.set(one, [...(apart.get(one) ?? []), two]);
  const members = new Map<string, readonly string[]>();
  const membersOf = (one: string): readonly string[] => members.get(groups.of(one)) ?? [one];
  for (const { document, other } of [...held].sort(firstByHand)) {
    if (groups.of(document) === groups.of(other)) continue;
    const [left, right] = [membersOf(document), new Set(membersOf(other))];
    if (left.some((one) => (apart.get(one) ?? []).some((two) => right.has(two)))) continue;
    groups.join(document, other);
    members.set(groups.of(document), [...left, ...right]);
  }
  return groups;
}

const pairOf = ({ document, other }: MergeLink): string => `${document} ${other}`;
const isRule = ({ author }: MergeLink): boolean => author.startsWith("rule:");

/** Links by hand first, the last one first; then those of rules, the surest first. */
function firstByHand(a: MergeLink, b: MergeLink): number {
  const order = Number(isRule(a)) - Number(isRule(b)) || (isRule(a) ? (b.score ?? 0) - (a.score ?? 0) : byCodeUnit(b.made, a.made)); // biome-ignore format: one line reads best
  return order || byCodeUnit(pairOf(a), pairOf(b)) || byCodeUnit(a.field, b.field);
}
