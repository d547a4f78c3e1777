import type { Span } from "../base/span.js";
import type { Repair } from "../record.js";

export type RepairKind = Repair["kind"];

/** One change of a text: the code units `[start, end)` become `after`. An edit never only inserts: `start < end`. */
export interface Edit {
  readonly kind: RepairKind;
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** Which kind names a change in which several passes had a hand: the gravest of them. */
const GRAVITY: readonly RepairKind[] = ["invisible", "spacing", "line-break", "encoding", "broken-word", "furniture"];

/** Applies edits, sorted and apart from each other, to a text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.after);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/**
 * Joins two steps into one: `first` turns the source into `middle`, `then` goes on from `middle`.
 * Edits that touch the same code units become one edit; the rest stay apart. Linear in the number of edits.
 *
 * @returns Edits of the source, sorted and apart.
 */
export function composeEdits(
  source: string,
  first: readonly Edit[],
  middle: string,
  then: readonly Edit[],
): readonly Edit[] {
  if (first.length === 0) return then;
  if (then.length === 0) return first;
  const out: Edit[] = [];
  let [i, j] = [0, 0];
  let shift = 0; // source offset minus middle offset, after the edits of `first` passed so far
  while (i < first.length || j < then.length) {
    const group = takeGroup(first, then, i, j, shift);
    const kinds = [...first.slice(i, group.i), ...then.slice(j, group.j)].map((edit) => edit.kind);
    const after = rewritten(middle, group.span, then.slice(j, group.j));
    const [start, end] = [group.span[0] + shift, group.span[1] + group.shift];
    if (source.slice(start, end) !== after) out.push({ kind: gravest(kinds), start, end, after });
    ({ i, j, shift } = group);
  }
  return out;
}

interface Group {
  /** The range of the middle text the group covers. */
  readonly span: Span;
  readonly i: number;
  readonly j: number;
  readonly shift: number;
}

/** The next edits of both steps that overlap each other, from the leftmost on. */
function takeGroup(first: readonly Edit[], then: readonly Edit[], i: number, j: number, shift: number): Group {
  let [start, end] = [-1, -1];
  for (;;) {
    const [a, b] = [first[i], then[j]];
    const aStart = a === undefined ? Number.POSITIVE_INFINITY : a.start - shift;
    const aEnd = a === undefined ? Number.POSITIVE_INFINITY : aStart + a.after.length;
    const open = start < 0;
    // A removal at the edge of another edit stays an edit of its own.
    const takesA =
      a !== undefined && (open ? aStart <= (b?.start ?? aStart) : aStart < end && (aEnd > start || aStart > start));
    if (takesA) {
      if (open) [start, end] = [aStart, aEnd];
      else end = Math.max(end, aEnd);
      shift = a.end - aEnd;
      i++;
    } else if (b !== undefined && (open || b.start < end)) {
      if (open) [start, end] = [b.start, b.end];
      else end = Math.max(end, b.end);
      j++;
    } else return { span: [start, end], i, j, shift };
  }
}

function rewritten(middle: string, span: Span, edits: readonly Edit[]): string {
  const inner = edits.map((edit) => ({ ...edit, start: edit.start - span[0], end: edit.end - span[0] }));
  return applyEdits(middle.slice(span[0], span[1]), inner);
}

function gravest(kinds: readonly RepairKind[]): RepairKind {
  let best: RepairKind = "invisible";
  for (const kind of kinds) if (GRAVITY.indexOf(kind) > GRAVITY.indexOf(best)) best = kind;
  return best;
}

/** The edits of a source as repairs on record: what stood there, what stands now, and where in both texts. */
export function toRepairs(source: string, edits: readonly Edit[]): readonly Repair[] {
  let shift = 0; // repaired offset minus source offset
  return edits.map(({ kind, start, end, after }) => {
    const at = start + shift;
    shift += after.length - (end - start);
    return { kind, before: source.slice(start, end), after, span: [at, at + after.length], sourceSpan: [start, end] };
  });
}
