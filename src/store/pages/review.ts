import { sql } from "kysely";
import type { Database, Queries } from "../database.js";
import { all, type Condition, takingPart } from "./conditions.js";
import type { PageOf, Position, ReviewQuery, ToReview } from "./types.js";

const KINDS = ["contact", "event", "claim"] as const;
const TABLES = { contact: "contacts", event: "events", claim: "claims" } as const;

/** Items that no verdict or correction holds of. */
const UNJUDGED = sql`not exists (select 1 from judgements as j where j.item = i.item and j.kind = 'correction'
  and j.withdrawn is null)`;

interface Row extends Omit<Position, "day"> {
  readonly kind: number;
  readonly id: string;
  readonly local: string;
  readonly hash: string;
  readonly confidence: number;
}

/**
 * A page of what nobody judged yet: the least certain first; of those alike contacts, events, claims. A place is written
 * as confidence and kind, in the part of it that is a day elsewhere.
 */
export async function pageToReview(
  { db }: Database,
  query: ReviewQuery,
): Promise<PageOf<ToReview> & { readonly left: number }> {
  const kinds = KINDS.map((kind, number) => ({ kind, number })).filter(({ kind }) => (query.kind ?? kind) === kind);
  const found: Row[] = [];
  let left = 0;
  for (const { kind, number } of kinds) {
    const table = sql.table(TABLES[kind]);
    const conditions = conditionsOf(kind, query);
    const start = query.after === undefined ? [] : [afterPlace(number, query.after)];
    const { rows } = await sql<Row>`select ${sql.lit(number)} as kind, i.item as id, i.local,
      i.confidence, i.document, i.n, d.hash from ${table} as i join documents as d on d.no = i.document
      where ${all([UNJUDGED, ...conditions, ...start])} order by i.confidence, i.document, i.n limit ${query.limit + 1}`.execute(
      db,
    );
    found.push(...rows);
    left += (await countOf(db, sql`${table} as i`, conditions)) - (await judgedOf(db, table, conditions));
  }
  found.sort((a, b) => a.confidence - b.confidence || a.kind - b.kind || a.document - b.document || a.n - b.n);
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ kind, hash, id, local, confidence }) => {
      return { kind: KINDS[kind] ?? "claim", id, local, document: hash, confidence };
    }),
    next:
      found.length > query.limit && last !== undefined
        ? { day: `${last.confidence} ${last.kind}`, document: last.document, n: last.n }
        : null,
    left,
  };
}

async function countOf(db: Queries, from: Condition, conditions: readonly Condition[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from} where ${all(conditions)}`.execute(db); // biome-ignore format: one line reads best
  return Number(rows[0]?.count ?? 0);
}

/** How many of the items a verdict or correction holds of: judgements are few, so it begins with them. */
function judgedOf(db: Queries, table: Condition, conditions: readonly Condition[]): Promise<number> {
  const judged = sql`select distinct item from judgements
    where kind = 'correction' and withdrawn is null and item is not null`;
  return countOf(db, sql`(${judged}) as j join ${table} as i on i.item = j.item`, conditions);
}

function conditionsOf(kind: (typeof KINDS)[number], { below, actors = [] }: ReviewQuery): Condition[] {
  return [
    ...(below === undefined ? [] : [sql`i.confidence < ${below}`]),
    ...actors.map((actor) => {
      if (kind !== "claim") return takingPart(TABLES[kind], actor, true);
      const column = /^[A-Z]{3}$/.test(actor) ? sql`p.code` : sql`p.actor_key`;
      return sql`exists (select 1 from actors as p where p.document = i.document and p.local = i.speaker and ${column} = ${actor})`;
    }),
  ];
}

/** Items after a place, in the order of confidence, kind, document and number. */
function afterPlace(kind: number, { day, document, n }: Position): Condition {
  const [confidence = 0, kindBefore = 0] = (day ?? "").split(" ").map(Number);
  const later = sql`(i.document > ${document} or (i.document = ${document} and i.n > ${n}))`;
  const alike = kind < kindBefore ? sql`1 = 0` : kind > kindBefore ? sql`1 = 1` : later;
  return sql`(i.confidence > ${confidence} or (i.confidence = ${confidence} and ${alike}))`;
}
