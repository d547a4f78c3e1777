import { baseStart, opensClause, phraseStart } from "./phrase-start.js";
import type { Range } from "./phrases.js";
import { isComma, isDash, isFiniteVerb, isNominal, isTimeWord, isVerbal, type Piece } from "./pieces.js";

/**
 * The subject of a verb group that begins at `at`: the whole noun phrase before it, over appositions and relative clauses
 * between commas.
 *
 * @returns `"shared"` when the verb is coordinated with an earlier one and takes its subject from there.
 */
export function subjectBefore(pieces: readonly Piece[], at: number): Range | "shared" | null {
  let end = at - 1;
  if (pieces[end]?.lower === ")" || pieces[end]?.tag === "-RRB-") end = openingOf(pieces, end) - 1;
  const closing = end + 1 < at ? at - 1 : -1;
  end = beforeTime(pieces, end);
  const left = pieces[end];
  if (left === undefined) return null;
  if (left.tag === "CC") return "shared";
  if (isComma(left) && pieces[end - 1]?.tag === "CC") return "shared";
  if (isComma(left) || isDash(left)) return beforeParenthesis(pieces, end);
  if (/^(?:WP|WDT)$/.test(left.tag) || left.lower === "who") return antecedent(pieces, end);
  if (left.quote !== null) {
    const start = baseStart(pieces, end - 1);
    return start < end ? [start, end] : null;
  }
  const reduced = left.tag === "VBN" && isNominal(pieces[end - 1]) ? end - 1 : end;
  const first = phraseStart(pieces, reduced);
  if (first > reduced) return null;
  return [reducedRelative(pieces, first), Math.max(end, closing)];
}

/** Over a day between a subject and its verb: “the minister Tuesday said”, “a poll last week showed”. */
function beforeTime(pieces: readonly Piece[], end: number): number {
  if (!isTimeWord(pieces[end]) || !isNominal(pieces[end])) return end;
  let at = end - 1;
  while (isTimeWord(pieces[at]) || /^(?:last|this|late|early|next|on|earlier)$/.test(pieces[at]?.lower ?? "")) at--;
  return isNominal(pieces[at]) || pieces[at]?.tag === "VBN" || pieces[at]?.lower === ")" ? at : end;
}

function openingOf(pieces: readonly Piece[], close: number): number {
  for (let i = close - 1; i >= Math.max(0, close - 30); i--)
    if (pieces[i]?.lower === "(" || pieces[i]?.tag === "-LRB-") return i;
  return close;
}

/** The phrase a relative pronoun stands for. */
function antecedent(pieces: readonly Piece[], pronoun: number): Range | null {
  const end = isComma(pieces[pronoun - 1]) ? pronoun - 2 : pronoun - 1;
  const first = phraseStart(pieces, end);
  return first > end ? [pronoun, pronoun] : [first, end];
}

/** The phrase before a parenthesis that closes at `close` (“Doe, a professor at Oslo,”); the apposition belongs to it. */
function beforeParenthesis(pieces: readonly Piece[], close: number): Range | null {
  let fallback: Range | null = null;
  for (let open = close - 1; open >= Math.max(1, close - 45); open--) {
    if (pieces[open]?.quote !== null && close - open > 1) break;
    if (!isComma(pieces[open]) && !isDash(pieces[open])) continue;
    const end = pieces[open - 1]?.lower === ")" ? openingOf(pieces, open - 1) - 1 : open - 1;
    if (!isNominal(pieces[end])) continue;
    const first = phraseStart(pieces, end);
    if (first > end) continue;
    if (/^(?:in|at|on|during|after)$/.test(pieces[first - 1]?.lower ?? "") && isComma(pieces[first - 2])) continue; // “Holm, in a letter to Berg, the mayor, said”
    const inner = pieces[open + 1];
    const relative = inner !== undefined && /^(?:WP|WDT|WP\$|WRB)$/.test(inner.tag);
    if (
      !relative &&
      pieces.slice(open + 1, close).some((p) => isFiniteVerb(p)) &&
      !pieces.slice(open + 1, close).some((p) => /^(?:WP|WDT)$/.test(p.tag))
    )
      continue;
    const apposed = relative || (inner !== undefined && /^(?:DT|NN|NNP|NNS|NNPS|JJ|CD|PRP\$)$/.test(inner.tag));
    const range: Range = [reducedRelative(pieces, first), apposed ? close - 1 : end];
    if (opensAt(pieces, range[0]) && !isComma(pieces[range[0] - 1])) return range;
    if (fallback === null || opensClause(pieces, first)) fallback ??= range;
    if (!isComma(pieces[range[0] - 1]) && fallback !== null) break;
  }
  return fallback;
}

/** Takes a subject further left over “who …”, “familiar with …”, “speaking on …” without commas. */
function reducedRelative(pieces: readonly Piece[], first: number): number {
  const link = pieces[first - 1];
  if (link === undefined || opensAt(pieces, first)) return first;
  for (let i = first - 1; i >= Math.max(1, first - 14); i--) {
    const piece = pieces[i];
    if (piece === undefined || isComma(piece) || piece.quote !== null || piece.tag === "CC") break;
    const before = pieces[i - 1];
    if (!isNominal(before) || before?.tag === "PRP") continue;
    const relative = /^(?:WP|WP\$)$/.test(piece.tag) || (piece.tag === "WDT" && isVerbal(pieces[i + 1]));
    const reduced =
      /^(?:VBN|VBG|JJ)$/.test(piece.tag) &&
      /^(?:IN|TO|RP)$/.test(pieces[i + 1]?.tag ?? "") &&
      !pieces.slice(i, first).some((p) => isFiniteVerb(p));
    if (relative || reduced) {
      const start = phraseStart(pieces, i - 1);
      if (start <= i - 1 && (opensClause(pieces, start) || relative)) return start;
    }
  }
  return first;
}

function opensAt(pieces: readonly Piece[], first: number): boolean {
  const left = pieces[first - 1];
  return (
    left === undefined || isComma(left) || left.quote !== null || /^(?:CC|WRB)$/.test(left.tag) || left.lower === "that"
  );
}

/** The subject of the clause in which `at` stands: of the first finite verb of the unit before it. */
export function clauseSubject(pieces: readonly Piece[], at: number): Range | null {
  for (let i = 0; i < at; i++) {
    if (!isFiniteVerb(pieces[i])) continue;
    let group = i;
    while (group > 0 && /^(?:RB|MD)$/.test(pieces[group - 1]?.tag ?? "")) group--;
    const subject = subjectBefore(pieces, group);
    if (subject !== null && subject !== "shared") return subject;
  }
  return null;
}
