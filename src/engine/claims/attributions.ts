import { occasionEnd, opensOccasion, skipAdverbials } from "./adverbials.js";
import { clauseEnd } from "./clause-end.js";
import { CONJUNCTIONS, hasClause, tellsSomething, toInfinitive } from "./clauses.js";
import { kindOf, spanOf } from "./draft.js";
import { readRelatives, setReporter, throughHands } from "./hands.js";
import type { ClaimLexicon } from "./lexicon.js";
import { baseEnd, type Range } from "./phrases.js";
import { isComma, isDash, isFiniteVerb, isStop, type Piece } from "./pieces.js";
import { quoteAt, quoteRun } from "./quote-places.js";
import { attributionAt, canTell, reporterEnd } from "./reporters.js";
import type { Unit } from "./units.js";
import type { UnitReading } from "./verb-claims.js";
import { wholePhrase } from "./verb-sources.js";

/** Finds the claims a unit pins on a source by a phrase: “according to X, …”, “…, according to X”, “in the words of X”. */
export function readAttributions(unit: Unit, lexicon: ClaimLexicon, reading: UnitReading): void {
  const { pieces } = unit;
  for (let at = 0; at < pieces.length; at++) {
    const match = attributionAt(pieces, at, lexicon);
    if (match === null || (pieces[at]?.tag === "VBN" && at > 0 && !isComma(pieces[at - 1]))) continue; // “…, quoted by X”
    const cue: Range = [at, at + match.words.length - 1];
    const source = wholePhrase(pieces, cue[1] + 1, lexicon);
    if (source === null) continue;
    if (match.role === "source") readOne(unit, cue, source, lexicon, reading);
    else if (match.role === "reporter" && canTell(pieces, source[0], lexicon))
      setReporter(reading, pieces, cue, source, lexicon);
    at = source[1];
  }
  readRelatives(unit, lexicon, reading);
  for (const [i, draft] of reading.drafts.entries()) reading.drafts[i] = throughHands(draft, lexicon);
}

function readOne(unit: Unit, cue: Range, source: Range, lexicon: ClaimLexicon, reading: UnitReading): void {
  const { pieces } = unit;
  const cited = citedBehind(pieces, source[1] + 1, lexicon);
  const end = cited === null ? trailing(pieces, source[1], lexicon) : cited[1];
  const before = opensUnit(pieces, cue[0]) ? null : preceding(pieces, cue[0]);
  const range =
    (before === null ? null : around(pieces, before, end, lexicon)) ??
    before ??
    following(pieces, end) ??
    following(pieces, source[1]); // “according to X, during the talks, …”
  if (range === null) return;
  const content = spanOf(pieces, range);
  if (
    reading.drafts.some(
      (d) =>
        d.content[0] < content[1] && content[0] < d.content[1] && d.content[0] <= content[0] && d.source === source,
    )
  )
    return;
  for (let i = range[0]; i <= range[1]; i++) if (pieces[i]?.quote != null) reading.used.add(i);
  reading.drafts.push({
    unit,
    kind: kindOf(pieces, range),
    act: "speech",
    stance: "asserts",
    content,
    cue: spanOf(pieces, cue),
    source,
    addressee: null,
    reporter: cited,
    cites: cited !== null,
    missing: "none",
    why: `“${pieces
      .slice(cue[0], cue[1] + 1)
      .map((p) => p.lower)
      .join(" ")}”`,
    confidence: 0.9,
  });
}

/** “According to the paper, citing [two aides], …”: who the source cites. */
function citedBehind(pieces: readonly Piece[], comma: number, lexicon: ClaimLexicon): Range | null {
  const end = isComma(pieces[comma]) ? reporterEnd(pieces, comma + 1, lexicon) : -1;
  const match = attributionAt(pieces, comma + 1, lexicon);
  return end < 0 || match === null || !isComma(pieces[end + 1]) ? null : [comma + 1 + match.words.length, end];
}

/** Over the day or occasion after the source. */
function trailing(pieces: readonly Piece[], last: number, lexicon: ClaimLexicon): number {
  const next = skipAdverbials(pieces, last + 1, lexicon);
  return opensOccasion(pieces, next, lexicon) ? occasionEnd(pieces, next, lexicon) : next - 1;
}

function opensUnit(pieces: readonly Piece[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (piece?.lower === "that" && isComma(pieces[i + 1])) return true;
    if (piece !== undefined && !(piece.tag === "CC" || piece.tag === "RB" || isComma(piece)))
      return isStop(piece) || piece.lower === ";";
  }
  return true;
}

/** The clause after the comma: to the unit's end; a quotation alone where one follows. */
function following(pieces: readonly Piece[], last: number): Range | null {
  let first = last + 1;
  if (!isComma(pieces[first]) && pieces[first]?.lower !== ":" && pieces[first]?.quote == null && !isDash(pieces[first]))
    return null;
  const quote = quoteAt(pieces, first);
  if (quote >= 0 && isStop(pieces[quoteRun(pieces, quote) + 1])) return [quote, quoteRun(pieces, quote)];
  if (pieces[first]?.quote == null) first++;
  return bounded(pieces, first, pieces.length - 1);
}

/** The clause before it, from the unit's start. */
function preceding(pieces: readonly Piece[], cue: number): Range | null {
  const last = isComma(pieces[cue - 1]) || isDash(pieces[cue - 1]) ? cue - 2 : cue - 1;
  let first = last;
  while (first > 0 && !isStop(pieces[first - 1]) && pieces[first - 1]?.lower !== ";") first--;
  return first > last ? null : [first, last];
}

/**
 * The content a source stands in the middle of: “The talks, according to X, will go on” whole; after a mere adverbial
 * (“At the same time, according to X, talks go on”) the clause alone. `null` where a clause stands before the source.
 */
function around(pieces: readonly Piece[], before: Range, end: number, lexicon: ClaimLexicon): Range | null {
  const first = end + 2;
  if (!isComma(pieces[before[1] + 1]) || !isComma(pieces[end + 1])) return null;
  const link = pieces[before[1]];
  const linked = link !== undefined && (/^W/.test(link.tag) || CONJUNCTIONS.has(link.lower) || link.lower === "that");
  if (linked && hasClause(pieces, first)) return [first, clauseEnd(pieces, first, null, lexicon)]; // “…, where, according to X, …”
  if (tellsSomething(pieces, before)) return null;
  const opening = pieces[before[0]];
  const last = clauseEnd(pieces, first, null, lexicon);
  if (opensPredicate(pieces, first)) return [before[0], last]; // “Nearly 200 people, according to X, were hurt”
  const beside = CONJUNCTIONS.has(opening?.lower ?? "") || /^(?:IN|RB)$/.test(opening?.tag ?? "");
  if (!beside || !hasClause(pieces, first)) return null;
  const adverbial = opening?.tag === "IN" && baseEnd(pieces, before[0] + 1) >= before[1];
  return [adverbial ? first : before[0], last];
}

/** Whether a clause's verb begins here: “will go on”, “left” though taken for a participle, “plans to”, a quotation. */
function opensPredicate(pieces: readonly Piece[], at: number): boolean {
  const verb = pieces[at]?.tag === "RB" ? at + 1 : at;
  const piece = pieces[verb];
  if (piece === undefined) return false;
  const plural = piece.tag === "NNS" && toInfinitive(pieces, verb + 1);
  return piece.quote !== null || isFiniteVerb(piece) || piece.tag === "VBN" || plural;
}

function bounded(pieces: readonly Piece[], first: number, end: number): Range | null {
  let last = end;
  for (let i = first; i <= end; i++) {
    if (isStop(pieces[i]) || pieces[i]?.lower === ";") {
      last = i - 1;
      break;
    }
  }
  return last < first ? null : [first, last];
}
