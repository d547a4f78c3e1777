import { itemValues } from "../engine/item-values.js";
import { itemsAt, type JudgedPlace } from "../engine/judged-item.js";
import type { ReadoutRecord } from "../engine/record.js";
import type { Queries } from "./database.js";
import { judgementFrom } from "./judgements.js";
import type { Judgement, NewJudgement, SeenItem } from "./port.js";

/** The item of a record a new judgement is about, as it is read now; `null` where there is none. */
export function seenItem(record: ReadoutRecord, { field, source, on }: NewJudgement): SeenItem | null {
  if (source === undefined) return null;
  const [item] = itemsAt(record, { kind: kindOf(field), source, id: on });
  const values = item === undefined ? null : itemValues(record, item);
  return item === undefined || values === null ? null : { id: item.id, values };
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
    const place = judgedPlace(judgementFrom(row));
    const item = place === null ? null : (itemsAt(record, place)[0]?.id ?? null);
    await db.updateTable("judgements").set({ item }).where("id", "=", row.id).execute();
  }
}

/** Where a judgement is made, and on what; `null` for one on a document as a whole. */
export function judgedPlace({ field, source, seen }: Pick<Judgement, "field" | "source" | "seen">): JudgedPlace | null {
  if (source === undefined) return null;
  return { kind: kindOf(field), source, id: seen?.id, seen: seen?.values };
}

function kindOf(field: string): string {
  return field.split("/")[0] ?? "";
}
