/** Items read from the tables without their records: what a desk asks of a ledger. */
import { byCodeUnit } from "../../engine/base/span.js";
import type { Database } from "../database.js";
import { lookUpContacts } from "./contacts.js";
import { lookUpEvents } from "./events.js";
import type { LookupQuery, StoredContact, StoredEvent } from "./types.js";

export { lookUpActors } from "./actors.js";
export { lookUpCommitments } from "./commitments.js";
export { lookUpStatements } from "./statements.js";
export type * from "./types.js";

/** Contacts and events together, by day, the latest first; what has no day by that of its report. */
export async function lookUpDealings(database: Database, query: LookupQuery): Promise<(StoredContact | StoredEvent)[]> {
  const { kinds = ["contact", "event"] } = query;
  const found = [
    ...(kinds.includes("contact") ? await lookUpContacts(database, query) : []),
    ...(kinds.includes("event") ? await lookUpEvents(database, query) : []),
  ];
  return found.sort(
    (a, b) =>
      byCodeUnit(b.day ?? b.document.published ?? "", a.day ?? a.document.published ?? "") ||
      byCodeUnit(a.document.hash, b.document.hash) ||
      a.start - b.start ||
      byCodeUnit(a.id, b.id),
  );
}
