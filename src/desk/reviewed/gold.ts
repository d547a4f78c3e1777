import type { ItemId } from "../../engine/item-ids.js";
import { type ItemValues, itemValues } from "../../engine/item-values.js";
import { itemsAt, type JudgedPlace } from "../../engine/judged-item.js";
import type { ReadoutRecord } from "../../engine/record.js";
import type { Judgement } from "../../store/index.js";

/** An item that people judged: what of it holds is the gold today's reading is measured by. */
export interface GoldItem {
  readonly document: string;
  readonly kind: ItemId["kind"];
  readonly place: JudgedPlace;
  /** The last verdict that holds. */
  readonly verdict: "accepted" | "rejected" | null;
  /** Corrected fields with the right values; the last word on each. */
  readonly corrections: ReadonlyMap<string, unknown>;
}

/** Two articles that a person put together or kept apart. */
export interface GoldPair {
  readonly documents: readonly [string, string];
  readonly field: "story" | "copy";
  readonly same: boolean;
}

export interface Gold {
  readonly items: readonly GoldItem[];
  readonly pairs: readonly GoldPair[];
  /** Judgements that no reading can be measured by, counted by field: how a promise stands, for one. */
  readonly unmeasured: ReadonlyMap<string, number>;
}

/** By kind, the fields that can be measured. */
export const MEASURED: Readonly<Record<ItemId["kind"], readonly string[]>> = {
  event: ["event", "mode", "cameo", "actor", "recipient", "date", "status", "negated", "context"],
  contact: ["channel", "status", "participants", "date", "location", "occasion", "topics"],
  claim: ["speaker", "addressee", "stance", "content"],
  actor: ["name", "code", "sector", "office", "wikidata"],
  commitment: ["text", "by", "to", "status", "due"],
};

/**
 * What people decided, as gold. Judgements on one item are taken together, in the order they were made: the last word on
 * a field holds. What rules decided is left out, and so are comments.
 *
 * @param judgements Those that hold, in the order they were made.
 * @param isRule Whether an author is a rule.
 */
export function goldOf(judgements: readonly Judgement[], isRule: (author: string) => boolean): Gold {
  const items = new Map<string, GoldItem & { readonly corrections: Map<string, unknown> }>();
  const pairs = new Map<string, GoldPair>();
  const unmeasured = new Map<string, number>();
  for (const judgement of judgements) {
    if (judgement.kind === "comment" || isRule(judgement.author)) continue;
    const pair = pairOf(judgement);
    if (pair !== null) {
      pairs.set(`${pair.documents.join(" ")} ${pair.field}`, pair);
      continue;
    }
    const { document, source, field, value, seen, item } = judgement;
    const kind = kindOf(field);
    const name = field.slice(field.indexOf("/") + 1);
    if (kind === null || source === undefined || !(name === "verdict" || MEASURED[kind].includes(name))) {
      unmeasured.set(field, (unmeasured.get(field) ?? 0) + 1);
      continue;
    }
    const key = `${document} ${kind} ${seen?.id ?? item ?? source.join("-")}`;
    const place = { kind, source, id: seen?.id ?? item, seen: seen?.values ?? null };
    const before = items.get(key) ?? { document, kind, place, verdict: null, corrections: new Map<string, unknown>() };
    if (name !== "verdict") before.corrections.set(name, value);
    const verdict = name !== "verdict" ? before.verdict : value === "rejected" ? "rejected" : "accepted";
    items.set(key, { ...before, verdict });
  }
  return { items: [...items.values()], pairs: [...pairs.values()], unmeasured };
}

function pairOf({ kind, document, other, field, value }: Judgement): GoldPair | null {
  if (kind !== "merge" || other === undefined || (field !== "story" && field !== "copy")) return null;
  return { documents: [document, other], field, same: value === "same" };
}

function kindOf(field: string): ItemId["kind"] | null {
  const kind = field.split("/")[0] ?? "";
  return Object.hasOwn(MEASURED, kind) ? (kind as ItemId["kind"]) : null; // its keys are the kinds
}

/**
 * The item as it was read when it was judged. Older ledgers did not keep that: there it is what the ledger holds now.
 *
 * @param stored The article as the ledger holds it.
 */
export function seenValues({ place }: GoldItem, stored: ReadoutRecord): ItemValues | null {
  if (place.seen !== null && place.seen !== undefined) return place.seen;
  const [item] = itemsAt(stored, place);
  return item === undefined ? null : itemValues(stored, item);
}
