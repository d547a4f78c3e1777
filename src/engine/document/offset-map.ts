import type { Span } from "../base/span.js";
import type { Repair } from "../record.js";

/** Where the code units of a repaired text came from, and where those of the received text went. */
export interface OffsetMap {
  /**
   * The span of the received text behind a span of the repaired one. Text that was removed at either edge is left
   * out; a span that cuts through rewritten text is widened to all of it.
   */
  toSource(span: Span): Span;
  /** The span of the repaired text for a span of the received one; empty where all of it was removed. */
  toText(span: Span): Span;
}

/** A stretch whose code units differ on the two sides; between two of them the texts are alike. */
interface Change {
  readonly source: Span;
  readonly text: Span;
}

type Side = keyof Change;

/**
 * The offset map of a document, from the repairs on its record alone. Both ways take time logarithmic in their number.
 *
 * @param repairs In order, apart from each other, as `SourceDocument.repairs`.
 */
export function makeOffsetMap(repairs: readonly Repair[]): OffsetMap {
  const changes = repairs.map(toChange);
  return {
    toSource: (span) => mapSpan(changes, "text", "source", span),
    toText: (span) => mapSpan(changes, "source", "text", span),
  };
}

/** The core of a repair: without what its two sides begin and end with alike (“tele-gram”: only the hyphen). */
function toChange({ before, after, span, sourceSpan }: Repair): Change {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { source: [sourceSpan[0] + head, sourceSpan[1] - tail], text: [span[0] + head, span[1] - tail] };
}

function mapSpan(changes: readonly Change[], from: Side, to: Side, span: Span): Span {
  const start = mapStart(changes, from, to, span[0]);
  return [start, Math.max(start, mapEnd(changes, from, to, span[1]))];
}

function mapStart(changes: readonly Change[], from: Side, to: Side, offset: number): number {
  const change = changes[countWhere(changes, (c) => c[from][0] <= offset) - 1];
  if (change === undefined) return offset;
  return offset < change[from][1] ? change[to][0] : offset - change[from][1] + change[to][1];
}

function mapEnd(changes: readonly Change[], from: Side, to: Side, offset: number): number {
  const change = changes[countWhere(changes, (c) => c[from][0] < offset) - 1];
  if (change === undefined) return offset;
  return offset <= change[from][1] ? change[to][1] : offset - change[from][1] + change[to][1];
}

/** How many changes, from the first on, the test holds for; it holds for a first stretch and for none after. */
function countWhere(changes: readonly Change[], test: (change: Change) => boolean): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const change = changes[middle];
    if (change !== undefined && test(change)) low = middle + 1;
    else high = middle;
  }
  return low;
}
