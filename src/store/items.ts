import { itemIds } from "../engine/item-ids.js";
import type { Database } from "./database.js";
import type { StoredItem } from "./port.js";
import { loadRecords } from "./read.js";

/** Tables whose rows are items with a lasting id. */
const ITEM_TABLES = ["events", "contacts", "commitments", "claims", "actors"] as const;

/** The item with a lasting id, with its document; `null` when there is none. */
export async function findItem({ db }: Database, id: string): Promise<StoredItem | null> {
  for (const table of ITEM_TABLES) {
    const row = await db.selectFrom(table).select(["document"]).where("item", "=", id).executeTakeFirst();
    if (row === undefined) continue;
    const document = (await loadRecords(db, [row.document])).get(row.document);
    const item = document === undefined ? undefined : itemIds(document.record).find((one) => one.id === id);
    if (document !== undefined && item !== undefined) return { item, document };
  }
  return null;
}
