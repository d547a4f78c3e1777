import type { ItemId } from "../../engine/item-ids.js";
import { type ItemValues, itemValues } from "../../engine/item-values.js";
import { itemsAt } from "../../engine/judged-item.js";
import type { ReadoutRecord } from "../../engine/record.js";
import { compare, type Sketch } from "../../engine/stories/index.js";
import { type GoldItem, type GoldPair, seenValues } from "./gold.js";
import { isSameValue } from "./same-value.js";

/** How today's reading stands to what was judged. */
export type Standing = "agrees" | "contradicts" | "gone";

/** One field of an item, as judged and as read today. */
export interface FieldFinding {
  readonly field: string;
  readonly agrees: boolean;
  readonly right: unknown;
  readonly read: unknown;
}

export interface Finding {
  readonly gold: GoldItem;
  readonly standing: Standing;
  /** Of an item that is there: its judged fields. */
  readonly fields: readonly FieldFinding[];
  /** The item as it was judged; `null` where that is not known. */
  readonly seen: ItemValues | null;
}

/** By kind, what accepting an item accepts: what its card shows. */
const SHOWN: Readonly<Record<ItemId["kind"], readonly string[]>> = {
  event: ["event", "mode", "actor", "recipient", "date", "status", "negated"],
  contact: ["channel", "status", "participants", "date"],
  claim: ["speaker", "stance", "content"],
  actor: ["name", "code"],
  commitment: ["text", "by", "status"],
};
/** By kind, what makes an item the one that was rejected: with another day it is wrong all the same. */
const CORE: Readonly<Record<ItemId["kind"], readonly string[]>> = {
  event: ["event", "actor", "recipient", "negated"],
  contact: ["channel", "participants"],
  claim: ["speaker", "content"],
  actor: ["name", "code"],
  commitment: ["text", "by"],
};

/**
 * What today's reading of an article says of an item that was judged. Accepted: what its card shows must be read again.
 * Corrected: the corrected fields must be read as they were put right. Rejected: it must not be read again.
 *
 * @param stored The article as the ledger holds it; @param today As it is read now.
 */
export function measureItem(gold: GoldItem, stored: ReadoutRecord, today: ReadoutRecord): Finding {
  const seen = seenValues(gold, stored);
  const there = itemsAt(today, { ...gold.place, seen })
    .map((item) => itemValues(today, item))
    .filter((one) => one !== null);
  if (gold.verdict === "rejected") {
    const still = there.find((one) => seen !== null && CORE[gold.kind].every((field) => isSameValue(field, seen[field], one[field] ?? null))); // biome-ignore format: one line reads best
    return { gold, seen, standing: still === undefined ? "agrees" : "contradicts", fields: [] };
  }
  const right = rightValues(gold, seen);
  const readings = there.map((one) =>
    right.map(([field, value]): FieldFinding => {
      const read = one[field] ?? null;
      return { field, right: value, read, agrees: isSameValue(field, value, read) };
    }),
  );
  const whole = readings.find((fields) => fields.every(({ agrees }) => agrees));
  const [first] = readings;
  if (first === undefined) return { gold, seen, standing: "gone", fields: [] };
  return { gold, seen, standing: whole === undefined ? "contradicts" : "agrees", fields: whole ?? first };
}

/** The fields that hold of an item, with their values: the corrected ones, and all that is shown of one that was accepted. */
function rightValues(
  { kind, verdict, corrections }: GoldItem,
  seen: ItemValues | null,
): (readonly [string, unknown])[] {
  const accepted = verdict === "accepted" && seen !== null ? SHOWN[kind].map((field) => [field, seen[field]] as const) : []; // biome-ignore format: one line reads best
  return [...new Map<string, unknown>([...accepted, ...corrections])];
}

export interface PairFinding {
  readonly gold: GoldPair;
  readonly standing: "agrees" | "contradicts";
  /** Why the rule puts the two together; empty where it does not. */
  readonly reasons: readonly string[];
}

/** What the rule of stories says of two articles that a person put together or kept apart, from these two alone. */
export function measurePair(gold: GoldPair, a: Sketch, b: Sketch): PairFinding {
  const relation = compare(a, b);
  const same = relation !== null && (gold.field === "story" || relation.kind === "copy");
  return { gold, standing: same === gold.same ? "agrees" : "contradicts", reasons: relation?.reasons ?? [] };
}
