import { createHash } from "node:crypto";
import type { Queries } from "./database.js";
import { StoreError } from "./errors.js";
import { JUDGEMENT_KINDS, type Judgement, type JudgementFilter, type NewJudgement, type SeenItem } from "./port.js";
import type { Tables } from "./tables/index.js";

/** Hexadecimal digits of a judgement's id. */
const ID_DIGITS = 16;

/** A judgement's id: a hash of all it says, so that the same twice is one. */
function judgementId(judgement: NewJudgement): string {
  const { kind, document, other = null, source = null, on, field, value, author, made } = judgement;
  const item = on === undefined ? [] : [on];
  const text = JSON.stringify([kind, document, other, source, field, value, author, made, ...item]);
  return createHash("sha256").update(text).digest("hex").slice(0, ID_DIGITS);
}

/** A judgement as a row, attached to the item given. */
export function judgementRow(judgement: NewJudgement, seen: SeenItem | null): Tables["judgements"] {
  const { kind, document, other, source, field, value, score, reasons, author, made } = judgement;
  return {
    id: judgementId(judgement),
    kind,
    document,
    other: other ?? null,
    source_start: source?.[0] ?? null,
    source_end: source?.[1] ?? null,
    field,
    value: JSON.stringify(value ?? null),
    score: score ?? null,
    reasons: JSON.stringify(reasons),
    author,
    made,
    withdrawn: null,
    withdrawn_by: null,
    item: seen?.id ?? null,
    seen: seen === null ? null : JSON.stringify(seen),
  };
}

/** Keeps a judgement; gives its id. */
export async function insertJudgement(db: Queries, judgement: NewJudgement, seen: SeenItem | null): Promise<string> {
  const row = judgementRow(judgement, seen);
  await db
    .insertInto("judgements")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return row.id;
}

/** Judgements by time made, then id. */
export async function listJudgements(db: Queries, filter: JudgementFilter): Promise<Judgement[]> {
  let query = db.selectFrom("judgements").selectAll();
  const { document, kind, field, unattached = false, withdrawn = false } = filter;
  if (document !== undefined)
    query = query.where((eb) => eb.or([eb("document", "=", document), eb("other", "=", document)]));
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (field !== undefined) query = query.where("field", "=", field);
  if (unattached) query = query.where("source_start", "is not", null).where("item", "is", null);
  if (!withdrawn) query = query.where("withdrawn", "is", null);
  return (await query.orderBy("made").orderBy("id").execute()).map(judgementFrom);
}

/** Marks a judgement as withdrawn; gives it as it was, or `null` when there was none to withdraw. */
export async function markWithdrawn(db: Queries, id: string, by: string, at: string): Promise<Judgement | null> {
  const row = await db.selectFrom("judgements").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined || row.withdrawn !== null) return null;
  await db.updateTable("judgements").set({ withdrawn: at, withdrawn_by: by }).where("id", "=", id).execute();
  return judgementFrom(row);
}

export function judgementFrom(row: Tables["judgements"]): Judgement {
  const kind = JUDGEMENT_KINDS.find((one) => one === row.kind);
  if (kind === undefined) throw new StoreError("damaged", `judgement ${row.id} is of an unknown kind, ${row.kind}`);
  const reasons: unknown = JSON.parse(row.reasons);
  return {
    id: row.id,
    kind,
    document: row.document,
    ...(row.other === null ? {} : { other: row.other }),
    ...(row.source_start === null || row.source_end === null
      ? {}
      : { source: [row.source_start, row.source_end] as const }),
    field: row.field,
    value: JSON.parse(row.value) as unknown,
    ...(row.score === null ? {} : { score: row.score }),
    reasons: Array.isArray(reasons) ? reasons.map(String) : [],
    author: row.author,
    made: row.made,
    withdrawn: row.withdrawn === null ? null : { at: row.withdrawn, by: row.withdrawn_by ?? "" },
    item: row.item,
    seen: seenFrom(row.seen),
  };
}

/** What was written by `judgementRow`. */
function seenFrom(text: string | null): SeenItem | null {
  if (text === null) return null;
  const { id, values }: SeenItem = JSON.parse(text);
  return { id, values };
}
