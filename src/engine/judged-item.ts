import { overlaps, type Span } from "./base/span.js";
import { type ItemId, itemIds } from "./item-ids.js";
import { type ItemValues, itemValues } from "./item-values.js";
import type { ReadoutRecord } from "./record.js";

/** What a judgement is about: a kind of item, its place in the text as received, and the item as it was read then. */
export interface JudgedPlace {
  readonly kind: string;
  readonly source: Span;
  /** Lasting id of the item that was judged; `null` where it is not known. */
  readonly id?: string | null | undefined;
  /** What it said; `null` where that was not kept. */
  readonly seen?: ItemValues | null | undefined;
}

/** By kind, the field that tells items of one passage apart. */
const TELLS: Readonly<Record<string, string>> = { actor: "name", event: "event", contact: "channel" };

/** Items of a record in the place of a judgement: the one it is about first. Empty when the record has none there. */
export function itemsAt(record: ReadoutRecord, place: JudgedPlace): readonly ItemId[] {
  return itemIds(record)
    .flatMap((item, order) => {
      const shared = Math.max(0, ...item.source.map((span) => sharedLength(span, place.source)));
      const same = item.id === place.id;
      return item.kind !== place.kind || (shared === 0 && !same) ? [] : { item, order, shared, same, alike: isAlike(record, item, place) };
    })
    .sort((a, b) => Number(b.same) - Number(a.same) || Number(b.alike) - Number(a.alike) || b.shared - a.shared || a.order - b.order)
    .map(({ item }) => item);
} // biome-ignore format: the order reads best on one line

/** Whether an item says of itself what the judged one did: an agreement is no call though one sentence tells both. */
function isAlike(record: ReadoutRecord, item: ItemId, { kind, seen }: JudgedPlace): boolean {
  const field = TELLS[kind];
  if (field === undefined || seen === null || seen === undefined) return false;
  return itemValues(record, item)?.[field] === seen[field];
}

function sharedLength(a: Span, b: Span): number {
  return overlaps(a, b) ? Math.min(a[1], b[1]) - Math.max(a[0], b[0]) : 0;
}
