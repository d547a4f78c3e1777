import { itemIds } from "../../engine/item-ids.js";
import type { ReadoutRecord } from "../../engine/record.js";
import { contactRows } from "./contact-rows.js";
import { documentParts, type RowsOf } from "./document-rows.js";
import { claimRows, eventRows } from "./item-rows.js";
import type { RecordTable } from "./record-from.js";

export { actorKey, documentRow } from "./document-rows.js";
export { RECORD_TABLES, type RecordTable, recordFrom, type StoredRows } from "./record-from.js";

/** Rows of everything in a record but the document itself, by table. */
export function recordRows(record: ReadoutRecord, document: number): RowsOf<RecordTable> {
  const names = new Map(itemIds(record).map((item) => [item.local, item]));
  const [events, contacts] = [eventRows(record, document, names), contactRows(record, document, names)];
  return {
    ...documentParts(record, document, names),
    ...claimRows(record, document, names),
    ...events,
    ...contacts,
    evidence: [...events.evidence, ...contacts.evidence],
  };
}
