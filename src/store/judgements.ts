import { createHash } from "node:crypto";
import { overlaps, type Span } from "../engine/base/span.js";
import { type ItemId, itemIds } from "../engine/item-ids.js";
import type { ReadoutRecord } from "../engine/record.js";
import type { Queries } from "./database.js";
import { StoreError } from "./errors.js";
import { JUDGEMENT_KINDS, type Judgement, type JudgementFilter, type NewJudgement } from "./port.js";
import type { Tables } from "./tables/index.js";

/** Hexadecimal digits of a judgement's id. */
const ID_DIGITS = 16;

/** A judgement's id: a hash of all it says, so that the same twice is one. */
function judgementId(judgement: NewJudgement): string {
  const { kind, document, other = null, source = null, field, value, author, made } = judgement;
  const text = JSON.stringify([kind, document, other, source, field, value, author, made]);
  return createHash("sha256").update(text).digest("hex").slice(0, ID_DIGITS);
}

/** A judgement as a row, attached to the item given. */
export function judgementRow(judgement: NewJudgement, item: string | null): Tables["judgements"] {
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
    item,
  };
}

/** Keeps a judgement; gives its id. */
export async function insertJudgement(db: Queries, judgement: NewJudgement, item: string | null): Promise<string> {
  const row = judgementRow(judgement, item);
  await db
    .insertInto("judgements")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return row.id;
}

/** The item of a record a judgement is about: of its kind, with the evidence that overlaps its place most. */
export function itemFor(
  record: ReadoutRecord,
  { field, source }: Pick<NewJudgement, "field" | "source">,
): ItemId | null {
  if (source === undefined) return null;
  const kind = field.split("/")[0];
  let [best, most] = [null as ItemId | null, 0];
  for (const item of itemIds(record)) {
    if (item.kind !== kind) continue;
    const shared = Math.max(0, ...item.source.map((span) => sharedLength(span, source)));
    if (shared > most) [best, most] = [item, shared];
  }
  return best;
}

function sharedLength(a: Span, b: Span): number {
  return overlaps(a, b) ? Math.min(a[1], b[1]) - Math.max(a[0], b[0]) : 0;
}

/** Attaches a document's judgements to the items it has now that it was read again; what fits none is left unattached. */
export async function attachJudgements(db: Queries, record: ReadoutRecord): Promise<void> {
  const rows = await db
    .selectFrom("judgements")
    .selectAll()
    .where("document", "=", record.document.hash)
    .where("source_start", "is not", null)
    .execute();
  for (const row of rows) {
    const { field, source } = judgementFrom(row);
    const item = itemFor(record, { field, source })?.id ?? null;
    await db.updateTable("judgements").set({ item }).where("id", "=", row.id).execute();
  }
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

function judgementFrom(row: Tables["judgements"]): Judgement {
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
  };
}
