import type { Span } from "../base/span.js";
import type { Draft } from "./draft.js";
import type { Range } from "./phrases.js";
import type { Piece } from "./pieces.js";

/** What the rules make of a cue, in pieces. */
export interface Proposal {
  readonly draft: Draft;
  readonly cue: Range;
  readonly content: Range;
}

/** The drafts that have a cue, by each piece of it; a piece that several share goes to the surest. */
export function proposalsOf(pieces: readonly Piece[], drafts: readonly Draft[]): ReadonlyMap<number, Proposal> {
  const found = new Map<number, Proposal>();
  for (const draft of drafts) {
    const cue = draft.cue === null ? null : rangeOf(pieces, draft.cue);
    const content = rangeOf(pieces, draft.content);
    if (cue === null || content === null) continue;
    const proposal = { draft, cue, content };
    for (let i = cue[0]; i <= cue[1]; i++)
      if ((found.get(i)?.draft.confidence ?? -1) < draft.confidence) found.set(i, proposal);
  }
  return found;
}

/** The pieces that a span touches; `null` where it lies outside. */
export function rangeOf(pieces: readonly Piece[], [start, end]: Span): Range | null {
  let first = -1;
  let last = -1;
  pieces.forEach((piece, index) => {
    if (piece.end <= start || piece.start >= end) return;
    if (first < 0) first = index;
    last = index;
  });
  return first < 0 ? null : [first, last];
}
