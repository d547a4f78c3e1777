import type { Span } from "../base/span.js";
import type { Range } from "./phrases.js";
import type { Piece } from "./pieces.js";
import type { Claim } from "./types.js";
import type { Unit } from "./units.js";

/** A claim before it is known who its source is. */
export interface Draft {
  readonly unit: Unit;
  readonly kind: Claim["kind"];
  readonly act: Claim["act"];
  readonly stance: Claim["stance"];
  readonly content: Span;
  readonly cue: Span | null;
  /** Pieces of the unit that hold the source's noun phrase; `null` when it stands elsewhere or nowhere. */
  readonly source: Range | null;
  /** Pieces that name whom it was said to. */
  readonly addressee: Range | null;
  /** Noun phrase by which the report reached the text (“with reference to the press service”). */
  readonly reporter: Range | null;
  /** Whether the source cites the reporter (“X, citing Y”), not the reporter the source (“X, quoted by Y”). */
  readonly cites?: boolean;
  /** Noun phrase of whoever cites that reporter (“the paper, citing the agency, which quoted …”). */
  readonly through?: Range;
  /** What is to be done about a source the unit does not name: `last` takes the last speaker. */
  readonly missing: "none" | "last";
  readonly why: string;
  readonly confidence: number;
}

/** The text span of a range of pieces. */
export function spanOf(pieces: readonly Piece[], [first, last]: Range): Span {
  return [pieces[first]?.start ?? 0, pieces[last]?.end ?? 0];
}

/** `direct` when the range is quotations alone, `mixed` when it holds one, else `indirect`. */
export function kindOf(pieces: readonly Piece[], [first, last]: Range): Claim["kind"] {
  let quotes = 0;
  let words = 0;
  for (let i = first; i <= last; i++) {
    const piece = pieces[i];
    if (piece?.quote != null) quotes++;
    else if (piece !== undefined && /\p{L}|\p{N}/u.test(piece.lower)) words++;
  }
  if (quotes === 0) return "indirect";
  return words === 0 ? "direct" : "mixed";
}
