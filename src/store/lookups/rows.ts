import { groupBy } from "../../engine/base/group-by.js";
import type { Queries } from "../database.js";
import { rowsOfPieces } from "../pieces.js";
import type { StoredDocument } from "../port.js";
import { storedDocument } from "../read.js";
import type { Tables } from "../tables/index.js";
import type { StoredParty, StoredTopic } from "./types.js";

/** Runs a query for documents by their numbers, some at a time. */
export async function inPieces<T>(
  numbers: Iterable<number>,
  query: (piece: number[]) => Promise<readonly T[]>,
): Promise<T[]> {
  return rowsOfPieces(
    [...new Set(numbers)].sort((a, b) => a - b),
    query,
  );
}

/** Documents by number, without their texts. */
export async function documentsByNumber(db: Queries, numbers: Iterable<number>): Promise<Map<number, StoredDocument>> {
  const rows = await inPieces(numbers, (piece) =>
    db
      .selectFrom("documents as d")
      .innerJoin("stories as s", "s.document", "d.no")
      .select(["d.no", "d.hash", "d.id", "d.title", "d.outlet", "d.url", "d.agency", "d.published", "d.source", "d.added", "d.engine", "d.origin_kind", "d.origin_name", "s.copy_group", "s.story"])
      .where("d.no", "in", piece)
      .execute(),
  ); // biome-ignore format: the columns read best on one line
  return new Map(rows.map((row) => [row.no, storedDocument(row)]));
}

/** Actors of documents by `document local`. */
export async function actorsByPlace(
  db: Queries,
  numbers: Iterable<number>,
): Promise<Map<string, Pick<Tables["actors"], "name" | "kind" | "code" | "actor_key" | "office">>> {
  const rows = await inPieces(numbers, (piece) =>
    db
      .selectFrom("actors")
      .select(["document", "local", "name", "kind", "code", "actor_key", "office"])
      .where("document", "in", piece)
      .execute(),
  );
  return new Map(rows.map((row) => [`${row.document} ${row.local}`, row]));
}

/** A party from its actor and what the item says of it. */
export function partyFrom(
  actor: Pick<Tables["actors"], "name" | "kind" | "code" | "actor_key" | "office"> | undefined,
  own: { readonly role?: string | null; readonly side?: string | null; readonly level?: string | null; readonly office?: string | null },
): StoredParty {
  return {
    name: actor?.name ?? "",
    kind: actor?.kind ?? "unnamed",
    code: actor?.code ?? null,
    key: actor?.actor_key ?? "",
    role: own.role ?? null,
    side: own.side ?? actor?.code ?? null,
    level: own.level ?? null,
    office: own.office ?? actor?.office ?? null,
  };
} // biome-ignore format: one line reads best

/** Where the first passage of each item begins, by `document local`. */
export async function startsByPlace(db: Queries, numbers: Iterable<number>): Promise<Map<string, number>> {
  const rows = await inPieces(numbers, (piece) =>
    db
      .selectFrom("evidence")
      .select(["document", "local", "start_at"])
      .where("document", "in", piece)
      .where("n", "=", 0)
      .execute(),
  );
  return new Map(rows.map((row) => [`${row.document} ${row.local}`, row.start_at]));
}

/** Topics of contacts by `document contact`, in order, with their ids. */
export async function topicsByContact(
  db: Queries,
  numbers: Iterable<number>,
): Promise<Map<string, (StoredTopic & { readonly local: string })[]>> {
  const rows = await inPieces(numbers, (piece) =>
    db
      .selectFrom("topics")
      .select(["document", "contact", "n", "local", "label", "context"])
      .where("document", "in", piece)
      .execute(),
  );
  rows.sort((a, b) => a.document - b.document || a.n - b.n);
  return groupBy(
    rows.map(({ document, contact, local, label, context }) => ({ key: `${document} ${contact}`, local, label, context: stringsFrom(context) })),
    ({ key }) => key,
  );
} // biome-ignore format: one line reads best

export { groupBy };

/** A list of strings kept as JSON. */
export function stringsFrom(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.map(String) : [];
}

/** A value of a closed list. @throws TypeError for another, which only a damaged ledger holds. */
export function oneOf<T extends string>(list: readonly T[], value: string): T {
  const found = list.find((one) => one === value);
  if (found === undefined) throw new TypeError(`“${value}” is none of ${list.join(", ")}`);
  return found;
}
