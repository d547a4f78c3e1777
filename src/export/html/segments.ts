import type { Span } from "../../engine/base/span.js";
import type { Annotation } from "./annotations.js";

/** A stretch of text over which the same annotations hold. */
export interface Segment {
  readonly span: Span;
  /** Those that begin here, in order. */
  readonly begin: readonly Annotation[];
  /** Those that hold here, the ones that begin here included. */
  readonly hold: readonly Annotation[];
}

/**
 * Cuts a paragraph where an annotation begins or ends, so that annotations may nest and overlap as they like. Those that
 * came in from the paragraph before hold, but do not begin.
 *
 * @param annotations Those that overlap the paragraph, ordered by start.
 */
export function segmentsOf(paragraph: Span, annotations: readonly Annotation[]): Segment[] {
  const [from, to] = paragraph;
  const cuts = new Set([from, to]);
  for (const { span } of annotations) for (const at of span) if (at > from && at < to) cuts.add(at);
  const points = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let active: Annotation[] = [];
  let next = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [start, end] = [points[i] ?? from, points[i + 1] ?? to];
    active = active.filter(({ span }) => span[1] > start);
    const begin: Annotation[] = [];
    for (let a = annotations[next]; a !== undefined && a.span[0] <= start; a = annotations[++next]) {
      if (a.span[1] <= start) continue;
      active.push(a);
      if (a.span[0] === start) begin.push(a);
    }
    segments.push({ span: [start, end], begin, hold: active });
  }
  return segments;
}

/** The paragraphs of a text, without the empty lines between them. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  const push = (start: number, end: number): void => {
    if (text.slice(start, end).trim() !== "") spans.push([start, end]);
  };
  for (const gap of text.matchAll(/\n[ \t\r]{0,80}\n\s{0,80}/g)) {
    push(at, gap.index);
    at = gap.index + gap[0].length;
  }
  push(at, text.length);
  return spans;
}
