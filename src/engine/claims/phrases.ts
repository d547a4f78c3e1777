import { inside, isFiniteVerb, isNominal, isTimeWord, isVerbal, type Piece } from "./pieces.js";

/** First and last piece of a phrase, both inside. */
export type Range = readonly [first: number, last: number];

/** Words that follow the noun they go with: “an official familiar with the talks”. */
const POSTMODIFIERS = /^(?:familiar|close|responsible|briefed|based|involved|speaking|privy|present|aware)$/;

/** Index of the last piece of the base noun phrase that starts at `at`, or `at - 1` when none does. */
export function baseEnd(pieces: readonly Piece[], at: number): number {
  let last = at - 1;
  let nominal = false;
  for (let i = at; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) break;
    if (piece.tag === "PRP" || piece.tag === "WP" || piece.tag === "EX") return i === at ? i : nominal ? last : at - 1;
    if (/^(?:DT|PDT|PRP\$|WP\$)$/.test(piece.tag) && i > at && nominal && pieces[i - 1]?.tag !== "PDT") break;
    if (nominal && POSTMODIFIERS.test(piece.lower) && /^(?:IN|TO)$/.test(pieces[i + 1]?.tag ?? "")) break;
    if (nominal && isTimeWord(piece) && pieces[i - 1]?.tag !== "POS") break;
    if (piece.quote !== null && i > at && isNominal(pieces[i + 1])) continue;
    if (i > at && piece.start === pieces[i - 1]?.end && (piece.lower === "-" || pieces[i - 1]?.lower === "-")) {
      if (piece.lower !== "-") last = i;
      continue;
    }
    const modifier = !nominal && modifies(pieces, i) && (i > at || piece.tag !== "VBG");
    if (!inside(piece) && !modifier) break;
    if (/^(?:NNP?S?|CD)$/.test(piece.tag)) {
      nominal = true;
      last = i;
    } else if (
      /^(?:DT|JJ[RS]?|PRP\$)$/.test(piece.tag) &&
      !nominal &&
      !inside(pieces[i + 1]) &&
      !(/^(?:an?|the)$/.test(piece.lower) && modifies(pieces, i + 1)) &&
      (i > at || /^(?:DT|JJ[RS])$/.test(piece.tag))
    ) {
      return i; // “all”, “some”, “the latter”
    } else if (piece.tag === "POS" || piece.tag === "HYPH") nominal = false;
  }
  return last;
}

/** Whether a participle, adverb or adjective goes with the noun after it: “a [visiting] delegation”, “the [newly] elected leader”. */
function modifies(pieces: readonly Piece[], at: number): boolean {
  if (!/^(?:VBN|VBG|RBR?S?|JJ[RS]?)$/.test(pieces[at]?.tag ?? "")) return false;
  const next = pieces[at + 1];
  return inside(next) || next?.lower === "-" || /^(?:VBN|VBG)$/.test(next?.tag ?? "");
}

export const LINKING: ReadonlySet<string> = new Set([
  "of",
  "for",
  "at",
  "in",
  "from",
  "with",
  "on",
  "to",
  "by",
  "between",
  "behind",
  "near",
  "within",
  "inside",
  "across",
  "around",
  "outside",
  "against",
  "under",
]);

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
    } else if (
      LINKING.has(next.lower) &&
      !isTimeWord(pieces[last + 2]) &&
      !stops(last + 1) &&
      pieces[at]?.tag !== "PRP"
    ) {
      const end = pieces[last + 2]?.quote != null ? last + 2 : baseEnd(pieces, last + 2);
      if (end < last + 2) break;
      last = end;
    } else if (next.lower === "and" || next.lower === "&") {
      const end = baseEnd(pieces, last + 2);
      if (end < last + 2 || isVerbal(pieces[end + 1]) || startsClause(pieces, last + 2)) break;
      last = end;
    } else if (POSTMODIFIERS.test(next.lower)) {
      const end = baseEnd(pieces, last + 3);
      if (end < last + 3) break;
      last = end;
    } else break;
  }
  return last;
}

/** Whether a subject and its verb start here (“and [he said]”). */
export function startsClause(pieces: readonly Piece[], at: number): boolean {
  const end = baseEnd(pieces, at);
  return (
    end >= at && (isFiniteVerb(pieces[end + 1]) || (pieces[end + 1]?.tag === "RB" && isFiniteVerb(pieces[end + 2])))
  );
}

function closing(pieces: readonly Piece[], open: number): number {
  for (let i = open + 1; i < Math.min(pieces.length, open + 30); i++)
    if (pieces[i]?.lower === ")" || pieces[i]?.tag === "-RRB-") return i;
  return -1;
}

/** Whether a noun phrase or gerund begins here. */
export function hasObject(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.tag === "VBG" || pieces[at]?.quote != null || baseEnd(pieces, at) >= at;
}
