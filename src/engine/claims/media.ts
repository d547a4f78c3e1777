import type { Draft } from "./draft.js";
import type { ClaimLexicon, Medium } from "./lexicon.js";
import { baseEnd, type Range } from "./phrases.js";
import type { Piece } from "./pieces.js";
import type { Unit } from "./units.js";

/** The medium whose name ends at a piece (“news conference”, “statement”), singular or plural: its key in the lexicon. */
export function mediumAt(pieces: readonly Piece[], end: number, lexicon: ClaimLexicon): string | null {
  const head = pieces[end];
  if (head === undefined || !lexicon.mediaHeads.has(head.lower)) return null;
  const singular = (word: string): string => (lexicon.media.has(word) ? word : word.replace(/s$/, ""));
  const two = singular(`${pieces[end - 1]?.lower ?? ""} ${head.lower}`);
  if (lexicon.media.has(two)) return two;
  const one = singular(head.lower);
  return lexicon.media.has(one) && !/^(?:VB|RB|JJ)/.test(head.tag) ? one : null;
}

/** The medium a source phrase is (“the message”, “a statement from the office”), or `null`. */
export function mediumOf(unit: Unit, source: Range, lexicon: ClaimLexicon): Medium | null {
  const end = baseEnd(unit.pieces, source[0]);
  const name = end < source[0] ? null : mediumAt(unit.pieces, Math.min(end, source[1]), lexicon);
  return name === null ? null : (lexicon.media.get(name) ?? null);
}

/** The medium a unit names beside a claim's content: “in a statement”, “on Twitter”. */
export function mediumBeside(draft: Draft, lexicon: ClaimLexicon): string | null {
  const { pieces } = draft.unit;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined || !/^(?:in|on|at|by|via|during|through|to)$/.test(piece.lower)) continue;
    if (piece.start >= draft.content[0] && piece.end <= draft.content[1]) continue;
    const name = mediumAt(pieces, baseEnd(pieces, at + 1), lexicon);
    if (name !== null) return lexicon.media.get(name)?.via ?? null;
  }
  return null;
}
