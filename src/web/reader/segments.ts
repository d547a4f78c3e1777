import type { Mark, Span } from "./marks.js";

/** A stretch of text over which the same marks hold. */
export interface Segment {
  readonly span: Span;
  /** Those that begin here, in order. */
  readonly begin: readonly Mark[];
  /** Those that hold here, the ones that begin here included. */
  readonly hold: readonly Mark[];
}

export interface Paragraph {
  readonly span: Span;
  readonly segments: readonly Segment[];
}

/** The paragraphs of a text, cut where a mark begins or ends, so that marks nest and overlap as they like. */
export function layOut(text: string, marks: readonly Mark[]): Paragraph[] {
  const open: Mark[] = [];
  let next = 0;
  return paragraphsOf(text).map((span) => {
    const held = open.filter((mark) => mark.span[1] > span[0]);
    const here: Mark[] = [];
    for (let mark = marks[next]; mark !== undefined && mark.span[0] < span[1]; mark = marks[++next])
      if (mark.span[1] > span[0]) here.push(mark);
    open.splice(0, open.length, ...[...held, ...here].filter((mark) => mark.span[1] > span[1]));
    return { span, segments: segmentsOf(span, held, here) };
  });
}

/** @param held Those that came in from a paragraph before: they hold, but do not begin. */
function segmentsOf([from, to]: Span, held: readonly Mark[], here: readonly Mark[]): Segment[] {
  const cuts = new Set([from, to]);
  for (const { span } of [...held, ...here]) for (const at of span) if (at > from && at < to) cuts.add(at);
  const points = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let active: Mark[] = [...held];
  let next = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [start, end] = [points[i] ?? from, points[i + 1] ?? to];
    active = active.filter(({ span }) => span[1] > start);
    const begin: Mark[] = [];
    for (let mark = here[next]; mark !== undefined && mark.span[0] <= start; mark = here[++next]) {
      active.push(mark);
      begin.push(mark);
    }
    segments.push({ span: [start, end], begin, hold: [...active] });
  }
  return segments;
}

/** Paragraphs are parted by empty lines; the lines between them belong to none. */
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
