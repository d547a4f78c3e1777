import { clauseEnd, objectEnd } from "./clause-end.js";
import { toInfinitive } from "./clauses.js";
import { type Draft, kindOf, spanOf } from "./draft.js";
import type { ClaimLexicon, CueEntry, Frame } from "./lexicon.js";
import { phraseStart } from "./phrase-start.js";
import { baseEnd, hasObject, type Range } from "./phrases.js";
import { isFiniteVerb, type Piece } from "./pieces.js";
import { clauseSubject, subjectBefore } from "./sources.js";
import type { Unit } from "./units.js";
import type { UnitReading } from "./verb-claims.js";
import { FORMS_OF_BE } from "./verb-groups.js";

const PREPOSITIONS: readonly Frame[] = ["of", "about", "on", "for", "against", "to", "with", "in", "at", "over", "by"];

const COPULAS: ReadonlySet<string> = new Set([
  ...FORMS_OF_BE,
  "feel",
  "feels",
  "felt",
  "remain",
  "remains",
  "remained",
  "become",
  "becomes",
  "became",
  "seem",
  "seems",
  "seemed",
  "grew",
  "sounded",
  "sounds",
  "appeared",
  "appears",
]);

/** Finds the claims of a unit that hang on a noun (“his belief that …”, “expressed hope that …”) or an adjective (“is sure that …”). */
export function readNouns(unit: Unit, lexicon: ClaimLexicon, reading: UnitReading): void {
  const { pieces } = unit;
  for (let at = 1; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.token === null) continue;
    const noun = /^NNS?$/.test(piece.tag) ? lexicon.nouns.get(piece.lower) : undefined;
    const adjective = /^(?:JJ|VBN|RB)$/.test(piece.tag) ? lexicon.adjectives.get(piece.lower) : undefined;
    const found =
      noun !== undefined ? nounSource(pieces, at, lexicon) : adjective !== undefined ? copulaSource(pieces, at) : null;
    const entry = noun ?? adjective;
    if (found === null || entry === undefined) continue;
    const after = complement(pieces, at + 1, entry, lexicon);
    const range: Range | null = after === null ? null : [found.whole ?? after[0], after[1]];
    if (range === null) continue;
    if (found.cue < at) drop(reading, pieces, found);
    if (covered(reading, pieces, found.source, range)) continue;
    reading.drafts.push(draftOf(unit, entry, [found.cue, found.whole === null ? at : found.cue], found.source, range));
  }
}

interface NounSource {
  readonly source: Range;
  /** First piece of the cue: the light verb, or the noun itself. */
  readonly cue: number;
  /** First piece of the noun's phrase where that is the content (“reaffirmed his readiness to …”), else `null`. */
  readonly whole: number | null;
}

/** Whose noun it is: the subject of the light verb before it, or its possessor. */
function nounSource(pieces: readonly Piece[], noun: number, lexicon: ClaimLexicon): NounSource | null {
  let first = noun;
  while (
    first > 0 &&
    /^(?:JJ[RS]?|NNP?S?|DT|PRP\$|POS|RB|VBG|VBN|CD|HYPH)$/.test(pieces[first - 1]?.tag ?? "") &&
    !lexicon.light.has(pieces[first - 1]?.lower ?? "")
  )
    first--;
  const verb = pieces[first - 1];
  if (verb?.tag.startsWith("VB") && lexicon.light.has(verb.lower)) {
    let group = first - 1;
    while (group > 0 && /^(?:RB|MD|TO)$/.test(pieces[group - 1]?.tag ?? "") === true) group--;
    while (group > 0 && /^(?:has|have|had|did|does|do)$/.test(pieces[group - 1]?.lower ?? "")) group--;
    const subject =
      verb.tag === "VBG" || pieces[group]?.tag === "TO" ? clauseSubject(pieces, group) : subjectBefore(pieces, group);
    const source = subject === "shared" ? clauseSubject(pieces, group) : subject;
    if (source !== null)
      return { source, cue: first - 1, whole: lexicon.light.get(verb.lower)?.content === "whole" ? first : null };
  }
  for (let i = noun - 1; i >= first; i--) {
    if (pieces[i]?.tag === "PRP$" && !/^(?:its)$/.test(pieces[i]?.lower ?? ""))
      return { source: [i, i], cue: noun, whole: null };
    if (pieces[i]?.tag !== "POS") continue;
    const start = phraseStart(pieces, i - 1);
    return start > i - 1 ? null : { source: [start, i], cue: noun, whole: null };
  }
  return null;
}

/** Whose state an adjective is: the subject of the copula before it. */
function copulaSource(pieces: readonly Piece[], adjective: number): NounSource | null {
  let at = adjective - 1;
  while (at > 0 && /^RB[RS]?$/.test(pieces[at]?.tag ?? "")) at--;
  if (!COPULAS.has(pieces[at]?.lower ?? "") || pieces[at]?.tag === "POS") return null;
  while (
    at > 0 &&
    (/^(?:RB|MD)$/.test(pieces[at - 1]?.tag ?? "") || /^(?:has|have|had|been)$/.test(pieces[at - 1]?.lower ?? ""))
  )
    at--;
  const subject = subjectBefore(pieces, at);
  const source = subject === "shared" ? clauseSubject(pieces, at) : subject;
  return source === null || /^(?:it|there|this|that)$/.test(pieces[source[0]]?.lower ?? "")
    ? null
    : { source, cue: adjective, whole: null };
}

/** What a cue noun or adjective takes after it. */
function complement(pieces: readonly Piece[], at: number, entry: CueEntry, lexicon: ClaimLexicon): Range | null {
  const piece = pieces[at];
  if (piece === undefined) return null;
  const to = (from: number, last: number): Range | null => (last >= from ? [from, last] : null);
  if (piece.lower === "that" && entry.frames.has("that") && !isFiniteVerb(pieces[at + 1]))
    return to(at, clauseEnd(pieces, at, null, lexicon));
  if (entry.frames.has("infinitive") && toInfinitive(pieces, at)) return to(at, clauseEnd(pieces, at, null, lexicon));
  if (entry.frames.has("clause") && /^(?:PRP|DT)$/.test(piece.tag) && isFiniteVerb(pieces[baseEnd(pieces, at) + 1]))
    return to(at, clauseEnd(pieces, at, null, lexicon));
  if (entry.frames.has("wh") && /^(?:whether|how|why|what)$/.test(piece.lower))
    return to(at, clauseEnd(pieces, at, null, lexicon));
  for (const preposition of PREPOSITIONS)
    if (piece.lower === preposition && entry.frames.has(preposition) && hasObject(pieces, at + 1))
      return to(at + 1, objectEnd(pieces, at + 1, null, lexicon));
  return null;
}

/** Whether a claim with the same source already holds this content. */
function covered(reading: UnitReading, pieces: readonly Piece[], source: Range, range: Range): boolean {
  const content = spanOf(pieces, range);
  return reading.drafts.some(
    (d) =>
      d.content[0] === content[0] ||
      (d.source !== null &&
        d.source[0] === source[0] &&
        d.act === "speech" &&
        d.content[0] <= content[0] &&
        content[1] <= d.content[1]),
  );
}

/** The light verb's own claim about its object gives way to the noun's. */
function drop(reading: UnitReading, pieces: readonly Piece[], found: NounSource): void {
  const start = pieces[found.cue]?.start ?? -1;
  const index = reading.drafts.findIndex((d) => d.cue?.[0] === start);
  if (index >= 0) reading.drafts.splice(index, 1);
}

function draftOf(unit: Unit, entry: CueEntry, cue: Range, source: Range, range: Range): Draft {
  const { pieces } = unit;
  const kind = kindOf(pieces, range);
  return {
    unit,
    kind: kind === "direct" ? "mixed" : kind,
    act: entry.act === "speech" && kind === "indirect" ? "belief" : entry.act,
    stance: entry.stance,
    content: spanOf(pieces, range),
    cue: spanOf(pieces, cue),
    source,
    addressee: null,
    reporter: null,
    missing: "none",
    why: `“${entry.word}” with what follows it`,
    confidence: 0.8,
  };
}
