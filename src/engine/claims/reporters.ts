import type { ClaimLexicon } from "./lexicon.js";
import { mediumAt } from "./media.js";
import { baseEnd, phraseEnd } from "./phrases.js";
import { isComma, isFiniteVerb, isStop, type Piece } from "./pieces.js";

/** The phrase by which a source is named that begins at a piece (“according to”, “citing”), the longest, or `null`. */
export function attributionAt(
  pieces: readonly Piece[],
  at: number,
  lexicon: ClaimLexicon,
): ClaimLexicon["attributions"][number] | null {
  const first = pieces[at]?.lower;
  const found = lexicon.attributions.find(
    ({ words }) => words[0] === first && words.every((word, k) => pieces[at + k]?.lower === word),
  );
  return found ?? null;
}

/**
 * Last piece of a phrase that names who passed the words on (“citing two officials”, “quoted by AFP”) and begins at `at`;
 * -1 where none does, or where what is cited is nobody (“citing security concerns”).
 */
export function reporterEnd(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): number {
  const match = attributionAt(pieces, at, lexicon);
  if (match?.role !== "reporter") return -1;
  const from = at + match.words.length;
  const end = phraseEnd(pieces, from, () => false);
  return end >= from && canTell(pieces, from, lexicon) ? end : -1;
}

/** The same where the phrase closes the sentence: nothing that goes on with its clause stands after it. */
export function closingReporter(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): boolean {
  const end = reporterEnd(pieces, at, lexicon);
  if (end < 0) return false;
  const next = pieces[end + 1];
  return isStop(next) || (isComma(next) && !isFiniteVerb(pieces[end + 2]) && pieces[end + 2]?.lower !== "that");
}

/** Whether a noun phrase means somebody, or something written, that can be the source of a report. */
export function canTell(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): boolean {
  const end = baseEnd(pieces, at);
  const head = pieces[end];
  if (end < at || head === undefined) return false;
  if (head.actor || /^(?:NNPS?|PRP)$/.test(head.tag)) return true;
  const lemma = head.token?.lemma.toLowerCase() ?? "";
  const body = lexicon.bodies.get(lemma);
  return (
    lexicon.persons.has(lemma) ||
    lexicon.carriers.has(lemma) ||
    (body !== undefined && body !== "nobody") ||
    mediumAt(pieces, end, lexicon) !== null
  );
}

/** Whether the phrase that begins at a piece is something written (“internal documents”, “a poll”), not somebody (“a channel”). */
export function isWritten(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): boolean {
  const end = baseEnd(pieces, at);
  const name = pieces[end]?.actor === true ? null : mediumAt(pieces, end, lexicon);
  return name !== null && !lexicon.carriers.has(name);
}
