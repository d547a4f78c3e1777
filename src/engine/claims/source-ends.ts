import { opensOccasion } from "./adverbials.js";
import type { ClaimLexicon } from "./lexicon.js";
import { mediumAt } from "./media.js";
import { baseEnd, type Range } from "./phrases.js";
import { isComma, isDash, isFiniteVerb, type Piece, WEEKDAY } from "./pieces.js";
import { canTell } from "./reporters.js";
import { subjectBefore } from "./sources.js";

/** A source that ends where a phrase can end: not in “who”, “of” or a comma, and without the day after it. */
export function nounOf(
  pieces: readonly Piece[],
  range: Range | null,
  ruled: Range | null,
  cue: number,
  lexicon: ClaimLexicon,
): Range | null {
  if (range === null) return null;
  const [, end] = ruled ?? range;
  // “a statement from [the office]”: the rules see that the phrase begins before the preposition
  const inner = ruled !== null && ruled[0] < range[0] && end === range[1] && opens(pieces[range[0] - 1]);
  const first = inner ? ruled[0] : range[0];
  // “Holm[, in a letter to Berg,] said”
  if (ruled !== null && ruled[0] <= first && ruled[1] < range[1] && range[1] < cue && isComma(pieces[ruled[1] + 1]))
    if (opensOccasion(pieces, ruled[1] + 2, lexicon) && !pieces.slice(first, ruled[1]).some(asks)) return ruled;
  let last = range[1];
  if (opens(pieces[last]) && ruled !== null && ruled[0] === first && ruled[1] > last) last = ruled[1];
  while (
    last > first &&
    (isComma(pieces[last]) || isDash(pieces[last]) || opens(pieces[last]) || WEEKDAY.test(pieces[last]?.lower ?? ""))
  )
    last--;
  const who = isFiniteVerb(pieces[last]) && asks(pieces[last - 1]) ? last - 1 : last + 1; // “Holm, [who added]”
  if (who <= last && who > first + 1) return [first, isComma(pieces[who - 1]) ? who - 2 : who - 1];
  return [first, last];
}

/**
 * “The port authority, [which] said …”, “an aide [who] said …”: the phrase before a relative pronoun, where it is somebody
 * who can say something; `null` elsewhere.
 */
export function antecedentOf(pieces: readonly Piece[], pronoun: number, lexicon: ClaimLexicon): Range | null {
  if (!asks(pieces[pronoun])) return null;
  const before = subjectBefore(pieces, pronoun + 1);
  if (before === null || before === "shared" || before[1] >= pronoun || !canTell(pieces, before[0], lexicon))
    return null;
  const end = baseEnd(pieces, before[0]);
  const person = lexicon.persons.has(pieces[end]?.token?.lemma.toLowerCase() ?? "");
  return pieces[pronoun]?.lower === "who" || (!person && mediumAt(pieces, end, lexicon) === null) ? before : null;
}

/** A word that must be followed by the rest of its phrase. */
function opens(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:W|IN|TO|CC|DT)/.test(piece.tag);
}

/** “Who”, “which”, “how”. */
export function asks(piece: Piece | undefined): boolean {
  return piece !== undefined && /^W/.test(piece.tag);
}
