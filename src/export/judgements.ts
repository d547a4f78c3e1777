import { byCodeUnit } from "../engine/base/span.js";
import type { ItemValues } from "../engine/item-values.js";
import { excerpt } from "./excerpt.js";

/** A decision as a ledger keeps it. */
interface Decision {
  readonly id: string;
  readonly kind: string;
  readonly document: string;
  readonly other?: string | undefined;
  readonly source?: readonly [number, number] | undefined;
  readonly field: string;
  readonly value: unknown;
  readonly reasons: readonly string[];
  readonly author: string;
  readonly made: string;
  readonly withdrawn: { readonly at: string; readonly by: string } | null;
  readonly item: string | null;
  readonly seen: { readonly id: string; readonly values: ItemValues } | null;
}

/** Values of an item that quote its article at length. */
const PASSAGES: ReadonlySet<string> = new Set(["content", "text"]);

/**
 * Decisions of people as JSON Lines, in the order they were made: what, on which words of which article, by whom and when,
 * with those taken back and when. An item as it was read when it was judged goes along, its passages cut to an excerpt.
 *
 * @param documents The articles they are on, by hash.
 */
export function judgementLines(
  judgements: readonly Decision[],
  documents: ReadonlyMap<string, { readonly id: string; readonly title: string | null; readonly url: string | null }>,
): string[] {
  return [...judgements]
    .sort((a, b) => byCodeUnit(a.made, b.made) || byCodeUnit(a.id, b.id))
    .map(({ id, kind, document, other = null, item, source = null, field, value, seen, reasons, author, made, withdrawn }) => {
      const { id: name = document, title = null, url = null } = documents.get(document) ?? {};
      const article = { id: name, hash: document, title, url };
      return `${JSON.stringify({ id, kind, field, value, article, other, place: source, item, seen: shortened(seen), reasons, author, made, withdrawn })}\n`;
    });
} // biome-ignore format: the fields read best on one line

function shortened(seen: Decision["seen"]): Decision["seen"] {
  if (seen === null) return null;
  const values = Object.entries(seen.values).map(([field, value]) => [field, PASSAGES.has(field) && typeof value === "string" ? excerpt(value, [0, value.length]) : value] as const); // biome-ignore format: one line reads best
  return { ...seen, values: Object.fromEntries(values) };
}
