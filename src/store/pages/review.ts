import { sql } from "kysely";
import type { Database } from "../database.js";
import { all, type Condition, takingPart } from "./conditions.js";
import type { PageOf, Position, ReviewQuery, ToReview } from "./types.js";

const KINDS = ["contact", "event", "claim"] as const;
const TABLES = { contact: "contacts", event: "events", claim: "claims" } as const;

/** Items that no verdict or correction holds of. */
const UNJUDGED = sql`not exists (select 1 from judgements as j where j.item = i.item and j.kind = 'correction'
  and j.withdrawn is null)`;

type Row = { readonly kind: number; readonly id: string; readonly confidence: number } & Omit<Position, "day">;

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
    const conditions = [UNJUDGED, ...conditionsOf(kind, query)];
    const start = query.after === undefined ? [] : [afterPlace(number, query.after)];
    const { rows } = await sql<Row>`select ${sql.lit(number)} as kind, i.item as id, i.confidence, i.document, i.n
      from ${table} as i where ${all([...conditions, ...start])}
      order by i.confidence, i.document, i.n limit ${query.limit + 1}`.execute(db);
    found.push(...rows);
    const { rows: counted } = await sql<{ count: number }>`select count(*) as count from ${table} as i
      where ${all(conditions)}`.execute(db);
    left += Number(counted[0]?.count ?? 0);
  }
  found.sort((a, b) => a.confidence - b.confidence || a.kind - b.kind || a.document - b.document || a.n - b.n);
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ kind, id, confidence }) => ({ kind: KINDS[kind] ?? "claim", id, confidence })),
    next:
      found.length > query.limit && last !== undefined
        ? { day: `${last.confidence} ${last.kind}`, document: last.document, n: last.n }
        : null,
    left,
  };
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
