import type { ClaimLexicon } from "./lexicon.js";
import { mediumAt } from "./media.js";
import { baseEnd } from "./phrases.js";
import { isComma, isTimeWord, type Piece } from "./pieces.js";
import { reporterEnd } from "./reporters.js";

const OCCASION_PREPOSITIONS: ReadonlySet<string> = new Set([
  "in",
  "on",
  "at",
  "during",
  "by",
  "via",
  "through",
  "after",
  "before",
  "from",
  "with",
  "upon",
  "over",
  "following",
  "at",
  "about",
  "of",
  "for",
]);

const OCCASIONS: ReadonlySet<string> = new Set([
  "condition",
  "behalf",
  "anonymity",
  "response",
  "reply",
  "part",
  "reporters",
  "journalists",
  "visit",
  "trip",
  "talks",
  "appearance",
  "conversation",
  "session",
  "media",
  "air",
  "record",
  "stage",
  "camera",
  "time",
  "point",
  "end",
  "beginning",
  "line",
  "opening",
  "conclusion",
  "brief",
  "detail",
  "advance",
  "public",
  "private",
  "return",
  "turn",
  "person",
  "writing",
  "press",
  "news",
  "conference",
  "exchange",
  "comments",
  "capital",
]);

/** Whether the piece opens a phrase of time, occasion or medium: “in a statement”, “on Tuesday”, “at a news conference”. */
export function opensOccasion(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): boolean {
  const link = pieces[at];
  if (link === undefined || !OCCASION_PREPOSITIONS.has(link.lower)) return false;
  if (link.lower === "of" || link.lower === "for" || link.lower === "about") return false;
  const end = baseEnd(pieces, at + 1);
  if (end <= at) return link.tag === "IN" && isTimeWord(pieces[at + 1]);
  for (let i = at + 1; i <= end; i++) if (isTimeWord(pieces[i]) || pieces[i]?.tag === "CD") return true;
  const head = pieces[end];
  if (head === undefined) return false;
  return (
    OCCASIONS.has(head.lower) ||
    mediumAt(pieces, end, lexicon) !== null ||
    link.lower === "after" ||
    link.lower === "during" ||
    link.lower === "before" ||
    link.lower === "via"
  );
}

/**
 * Skips what may stand between a cue and its content: adverbs, days, and phrases of occasion.
 *
 * @returns The first piece after them.
 */
export function skipAdverbials(pieces: readonly Piece[], from: number, lexicon: ClaimLexicon): number {
  let at = from;
  for (let guard = 0; guard < 10; guard++) {
    const piece = pieces[at];
    if (piece === undefined) return at;
    if (
      piece.tag === "RB" &&
      !/^(?:not|n't|never|no|only|just|even|perhaps|maybe|then|here|there|so|too)$/.test(piece.lower)
    )
      at++;
    else if (isTimeWord(piece) && piece.tag !== "JJ") at++;
    else if (piece.lower === "last" && isTimeWord(pieces[at + 1])) at += 2;
    else if (
      /^(?:early|late|this|that|the|next|a|one|every)$/.test(piece.lower) &&
      isTimeWord(pieces[at + 1]) &&
      !isTimeWord(pieces[at + 3])
    )
      at += 2;
    else if (opensOccasion(pieces, at, lexicon)) at = occasionEnd(pieces, at, lexicon) + 1;
    else if (isComma(piece) && opensOccasion(pieces, at + 1, lexicon)) {
      const end = occasionEnd(pieces, at + 1, lexicon);
      if (!isComma(pieces[end + 1])) return at;
      at = end + 2;
    } else if (isComma(piece) && reporterBetween(pieces, at, lexicon) > at) {
      at = reporterBetween(pieces, at, lexicon) + 1;
    } else return at;
  }
  return at;
}

/** Last piece of a phrase of occasion with what hangs on it (“in an interview with the paper on Tuesday”). */
export function occasionEnd(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): number {
  let last = Math.max(at, baseEnd(pieces, at + 1));
  for (let guard = 0; guard < 6; guard++) {
    const next = pieces[last + 1];
    if (next === undefined) return last;
    if (isTimeWord(next)) last += 1;
    else if (next.tag === "VBN" && mediumAt(pieces, last, lexicon) !== null && followsParticiple(pieces[last + 2]))
      last += 1; // “in an interview published on Thursday”
    else if (
      /^(?:with|of|to|from|by|in|for|at|on)$/.test(next.lower) &&
      next.tag !== "TO" &&
      !opensOccasion(pieces, last + 1, lexicon)
    ) {
      const end = baseEnd(pieces, last + 2);
      if (end < last + 2) return last;
      last = end;
    } else if (next.lower === "to" && /^(?:DT|NNP?S?|PRP\$?)$/.test(pieces[last + 2]?.tag ?? ""))
      last = Math.max(last + 1, baseEnd(pieces, last + 2));
    else return last;
  }
  return last;
}

function followsParticiple(piece: Piece | undefined): boolean {
  return piece !== undefined && (/^(?:IN|TO|RB)$/.test(piece.tag) || isTimeWord(piece)) && piece.lower !== "that";
}

/** The comma that closes “, citing two officials,” before a that-clause; -1 where no such phrase opens at `at`. */
function reporterBetween(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): number {
  const end = reporterEnd(pieces, at + 1, lexicon);
  return end > at && isComma(pieces[end + 1]) && pieces[end + 2]?.lower === "that" ? end + 1 : -1;
}
