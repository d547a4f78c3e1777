import { LINKING } from "./phrases.js";
import { inside, isComma, isNominal, isTimeWord, type Piece, WEEKDAY } from "./pieces.js";

/** Index of the first piece of the base noun phrase that ends at `last`, or `last + 1` when none does. */
export function baseStart(pieces: readonly Piece[], last: number): number {
  const head = pieces[last];
  if (head === undefined) return last + 1;
  if (/^(?:PRP|WP|EX)$/.test(head.tag)) return last;
  if (!/^(?:NNP?S?|CD|DT|JJ[RS]?|VBG|FW|POS)$/.test(head.tag)) return last + 1;
  if (/^(?:JJ|VBG)$/.test(head.tag) && pieces[last - 1]?.tag !== "DT") return last + 1;
  let first = last;
  while (first > 0) {
    const here = pieces[first];
    const left = pieces[first - 1];
    if (left === undefined || here === undefined) break;
    if (/^(?:DT|PDT|PRP\$|WP\$)$/.test(here.tag) && left.tag !== "PDT" && left.lower !== "all") break;
    if (isTimeWord(left) && here.tag !== "POS" && WEEKDAY.test(left.lower)) break;
    if (left.end === here.start && (left.lower === "-" || here.lower === "-")) {
      first--;
      continue;
    }
    if (left.quote !== null && inside(here) && pieces[first - 2]?.tag === "DT") {
      first--;
      continue;
    }
    const participle =
      /^(?:VBN|VBG)$/.test(left.tag) && (/^(?:DT|JJ|PRP\$|CD)$/.test(pieces[first - 2]?.tag ?? "") || first === 1);
    const adverb = /^RB[RS]?$/.test(left.tag) && /^(?:JJ|VBN|CD)/.test(here.tag) && pieces[first - 2]?.tag === "DT";
    const joined =
      (left.lower === "and" || left.lower === "&" || left.lower === ",") &&
      /^(?:JJ|NNP?)$/.test(here.tag) &&
      first >= 2 &&
      pieces[first - 2]?.tag === here.tag &&
      left.lower !== "," &&
      /^JJ$/.test(here.tag);
    if (!inside(left) && !participle && !adverb && !joined) break;
    first--;
  }
  return first;
}

/**
 * First piece of the whole noun phrase that ends at `last`: taken further left over “of”, “for” and the like while a noun
 * stands before them.
 */
export function phraseStart(pieces: readonly Piece[], last: number): number {
  let first = baseStart(pieces, last);
  if (first > last || pieces[last]?.tag === "PRP") return first;
  for (let guard = 0; guard < 8; guard++) {
    const link = pieces[first - 1];
    if (link === undefined) break;
    const beyond = pieces[first - 2];
    if (link.lower === "and" || link.lower === "or" || link.lower === "&") {
      const other = isComma(beyond) ? first - 3 : first - 2;
      const start = baseStart(pieces, other);
      const whole = leftmost(pieces, start);
      if (start > other || !opensClause(pieces, whole) || (isComma(beyond) && whole === start)) break;
      first = whole;
    } else if (
      LINKING.has(link.lower) &&
      (isNominal(beyond) || beyond?.lower === ")") &&
      beyond?.tag !== "PRP" &&
      !isTimeWord(pieces[first]) &&
      !isTimeWord(beyond)
    ) {
      const start = baseStart(pieces, first - 2);
      if (start > first - 2) break;
      first = start;
    } else break;
  }
  return first;
}

/** Follows a list (“A, B and C”) to its first member. */
function leftmost(pieces: readonly Piece[], first: number): number {
  let at = first;
  while (isComma(pieces[at - 1]) && isNominal(pieces[at - 2])) {
    const start = baseStart(pieces, at - 2);
    if (start > at - 2 || /^(?:IN|TO)$/.test(pieces[start - 1]?.tag ?? "")) break;
    at = start;
  }
  return at;
}

/** Whether a clause can begin at this piece: at the unit's start, after a mark, a conjunction or a quotation. */
export function opensClause(pieces: readonly Piece[], at: number): boolean {
  const left = pieces[at - 1];
  return (
    left === undefined ||
    left.quote !== null ||
    /^(?:[,;:—–(]|--|\.)$/.test(left.lower) ||
    /^(?:CC|IN|WDT|WRB)$/.test(left.tag) ||
    isTimeWord(left)
  );
}
