import type { Piece } from "./units.js";

/** First and last piece of a phrase, both inside. */
export type Range = readonly [first: number, last: number];

const TIME_WORDS: ReadonlySet<string> = new Set([
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight",
  "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "may", "june", "july", "august",
  "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "morning", "afternoon", "evening", "night",
  "week", "month", "year", "weekend", "earlier", "later", "recently", "monday's", "noon", "midnight", "spring", "summer", "fall", "autumn", "winter",
]); // biome-ignore format: a list
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tomorrow|tonight)$/;

export function isTimeWord(piece: Piece | undefined): boolean {
  return piece !== undefined && TIME_WORDS.has(piece.lower) && !(piece.lower === "may" && piece.tag === "MD") && piece.lower !== "march";
}

export function isNominal(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:NNP?S?|PRP|CD|WP|EX)$/.test(piece.tag);
}

export function isVerbal(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:VB[DZPNG]?|MD)$/.test(piece.tag);
}

/** A verb that can only be the verb of a clause: past, present or modal. */
export function isFinite(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(piece.tag);
}

export function isComma(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.lower === ",";
}

export function isDash(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:[—–]|--|-)$/.test(piece.lower) && piece.tag !== "HYPH";
}

export function isStop(piece: Piece | undefined): boolean {
  return piece === undefined || /^(?:[.!?;…]|\.\.\.|[.!?]{2,4})$/.test(piece.lower);
}

/** A word that can stand inside a base noun phrase, left of its head. */
function inside(piece: Piece | undefined): boolean {
  if (piece === undefined) return false;
  return /^(?:DT|PDT|PRP\$|POS|JJ[RS]?|NNP?S?|CD|HYPH|WP\$|\$|#|AFX|FW|SYM)$/.test(piece.tag) || piece.lower === "/";
}

/** Index of the last piece of the base noun phrase that starts at `at`, or `at - 1` when none does. */
export function baseEnd(pieces: readonly Piece[], at: number): number {
  let last = at - 1;
  let nominal = false;
  for (let i = at; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) break;
    if (piece.tag === "PRP" || piece.tag === "WP" || piece.tag === "EX") return i === at ? i : nominal ? last : at - 1;
    if (/^(?:DT|PDT|PRP\$|WP\$)$/.test(piece.tag) && i > at && nominal && pieces[i - 1]?.tag !== "PDT") break;
    if (nominal && isTimeWord(piece) && pieces[i - 1]?.tag !== "POS") break;
    if (piece.quote !== null && i > at && isNominal(pieces[i + 1])) continue;
    const modifier = /^(?:VBN|VBG|RBR?S?|JJ[RS]?)$/.test(piece.tag) && !nominal && (inside(pieces[i + 1]) || /^(?:VBN|VBG)$/.test(pieces[i + 1]?.tag ?? "")) && (i > at || piece.tag !== "VBG");
    if (!inside(piece) && !modifier) break;
    if (/^(?:NNP?S?|CD)$/.test(piece.tag)) {
      nominal = true;
      last = i;
    } else if (/^(?:DT|JJ[RS]?|PRP\$)$/.test(piece.tag) && !nominal && !inside(pieces[i + 1]) && (i > at || /^(?:DT|JJ[RS])$/.test(piece.tag))) {
      return i; // “all”, “some”, “the latter”
    } else if (piece.tag === "POS" || piece.tag === "HYPH") nominal = false;
  }
  return last;
}

const LINKING: ReadonlySet<string> = new Set(["of", "for", "at", "in", "from", "with", "on", "to", "by", "between", "behind", "near", "within", "inside", "across", "around", "outside", "against", "under"]);

/**
 * End of the whole noun phrase that starts at `at`: with its prepositional phrases, its coordination, its apposition
 * (“Jane Doe, a professor at …”) and its relative clause.
 *
 * @param stops Words that end it where they follow a preposition: occasions (“in a statement”).
 */
export function phraseEnd(pieces: readonly Piece[], at: number, stops: (at: number) => boolean): number {
  let last = baseEnd(pieces, at);
  if (last < at) return last;
  for (let guard = 0; guard < 12; guard++) {
    const next = pieces[last + 1];
    if (next === undefined) break;
    if (next.tag === "-LRB-" || next.lower === "(") {
      const close = closing(pieces, last + 1);
      if (close < 0) break;
      last = close;
    } else if (LINKING.has(next.lower) && !isTimeWord(pieces[last + 2]) && !stops(last + 1) && pieces[at]?.tag !== "PRP") {
      const end = pieces[last + 2]?.quote != null ? last + 2 : baseEnd(pieces, last + 2);
      if (end < last + 2) break;
      last = end;
    } else if (next.lower === "and" || next.lower === "&") {
      const end = baseEnd(pieces, last + 2);
      if (end < last + 2 || isVerbal(pieces[end + 1]) || startsClause(pieces, last + 2)) break;
      last = end;
    } else if (/^(?:familiar|close|responsible|briefed|based|involved|speaking)$/.test(next.lower)) {
      const end = baseEnd(pieces, last + 3);
      if (end < last + 3) break;
      last = end;
    } else break;
  }
  return last;
}

/** Whether a subject and its verb start here (“and [he said]”). */
function startsClause(pieces: readonly Piece[], at: number): boolean {
  const end = baseEnd(pieces, at);
  return end >= at && (isFinite(pieces[end + 1]) || (pieces[end + 1]?.tag === "RB" && isFinite(pieces[end + 2])));
}

function closing(pieces: readonly Piece[], open: number): number {
  for (let i = open + 1; i < Math.min(pieces.length, open + 30); i++) if (pieces[i]?.lower === ")" || pieces[i]?.tag === "-RRB-") return i;
  return -1;
}

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
    if (left.quote !== null && inside(here) && pieces[first - 2]?.tag === "DT") {
      first--;
      continue;
    }
    const participle = /^(?:VBN|VBG)$/.test(left.tag) && (/^(?:DT|JJ|PRP\$|CD)$/.test(pieces[first - 2]?.tag ?? "") || first === 1);
    const adverb = /^RB[RS]?$/.test(left.tag) && /^(?:JJ|VBN|CD)/.test(here.tag) && pieces[first - 2]?.tag === "DT";
    const joined = (left.lower === "and" || left.lower === "&" || left.lower === ",") && /^(?:JJ|NNP?)$/.test(here.tag) && first >= 2 && pieces[first - 2]?.tag === here.tag && left.lower !== "," && /^JJ$/.test(here.tag);
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
    } else if (LINKING.has(link.lower) && (isNominal(beyond) || beyond?.lower === ")") && beyond?.tag !== "PRP" && !isTimeWord(pieces[first]) && !isTimeWord(beyond)) {
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
  return left === undefined || left.quote !== null || /^(?:[,;:—–(]|--|\.)$/.test(left.lower) || /^(?:CC|IN|WDT|WRB)$/.test(left.tag) || isTimeWord(left);
}

/** Whether a noun phrase or gerund begins here. */
export function hasObject(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.tag === "VBG" || pieces[at]?.quote != null || baseEnd(pieces, at) >= at;
}
