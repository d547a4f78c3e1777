import { skipAdverbials, opensOccasion } from "./adverbials.js";
import { type Content, contentAfter, clauseEnd, hasClause, quoteAt, quoteRun } from "./contents.js";
import { type Draft, kindOf, spanOf } from "./draft.js";
import type { ClaimLexicon } from "./lexicon.js";
import { isComma, isDash, isFinite, isStop, phraseEnd, type Range } from "./phrases.js";
import { clauseSubject, subjectBefore } from "./sources.js";
import type { Piece, Unit } from "./units.js";
import { type VerbGroup, verbGroupAt } from "./verb-groups.js";

/** What the verb claims of a unit have used up and what they leave to the next rule. */
export interface UnitReading {
  readonly drafts: Draft[];
  /** Pieces that are quotations already pinned on somebody. */
  readonly used: Set<number>;
}

/** Finds the claims of a unit that hang on a cue verb, from left to right. */
export function readVerbs(unit: Unit, lexicon: ClaimLexicon, reading: UnitReading): void {
  const { pieces } = unit;
  let shared: Range | null = null;
  for (let at = 0; at < pieces.length; at++) {
    const group = verbGroupAt(pieces, at, lexicon);
    if (group === null || group.mood === "passive") continue;
    const source = sourceOf(pieces, group, shared, lexicon);
    const draft = readGroup(unit, group, source, lexicon, reading);
    if (draft === null) continue;
    reading.drafts.push(draft);
    if (draft.source !== null) shared = draft.source;
    at = group.last;
  }
}

interface Source {
  readonly range: Range | null;
  readonly inverted: boolean;
}

/** The phrase a cue verb has for its subject, wherever it stands. */
function sourceOf(pieces: readonly Piece[], group: VerbGroup, shared: Range | null, lexicon: ClaimLexicon): Source {
  const none = { range: null, inverted: false };
  const before = pieces[group.first - 1];
  if (group.mood === "ing" || group.mood === "bare-participle") {
    if (before !== undefined && !isComma(before) && !isDash(before) && /^(?:NNP?S?|PRP)$/.test(before.tag)) {
      const near = subjectBefore(pieces, group.first);
      return near === null || near === "shared" ? none : { range: near, inverted: false };
    }
    if (group.mood === "bare-participle") return none;
    return { range: shared ?? clauseSubject(pieces, group.first) ?? openingSubject(pieces, group), inverted: false };
  }
  if (group.mood === "infinitive") return { range: clauseSubject(pieces, group.first), inverted: false };
  const inverted = invertedSubject(pieces, group, lexicon);
  if (inverted !== null) return { range: inverted, inverted: true };
  const subject = subjectBefore(pieces, group.first);
  if (subject === "shared") return { range: shared ?? clauseSubject(pieces, group.first), inverted: false };
  return { range: subject, inverted: false };
}

/** “Describing the line as …, he said”: the subject of the clause after the comma. */
function openingSubject(pieces: readonly Piece[], group: VerbGroup): Range | null {
  if (group.first > 1) return null;
  for (let i = group.last + 1; i < pieces.length; i++) {
    if (!isComma(pieces[i]) && pieces[i]?.pause !== true) continue;
    const end = phraseEnd(pieces, i + 1, () => false);
    if (end > i && /^(?:VB|MD|RB)/.test(pieces[end + 1]?.tag ?? "")) return [i + 1, end];
  }
  return null;
}

/** “…,” said X: the subject after the verb, when a quotation or a clause and a comma stand before it. */
function invertedSubject(pieces: readonly Piece[], group: VerbGroup, lexicon: ClaimLexicon): Range | null {
  if (!group.entry.frames.has("quote") || group.first !== group.verb) return null;
  const left = pieces[group.first - 1];
  if (left === undefined || !(left.quote !== null || isComma(left) || isDash(left))) return null;
  if (!/^(?:NNP?S?|DT|JJ[RS]?|PRP|CD|PRP\$)$/.test(pieces[group.last + 1]?.tag ?? "")) return null;
  if (pieces[group.first - 2]?.quote == null && left.quote === null) {
    if (!group.entry.frames.has("clause") || !pieces.slice(0, group.first).some((p) => /^(?:VB[DZP]|MD|QUOTE)$/.test(p.tag))) return null;
    const subject = subjectBefore(pieces, group.first);
    if (subject !== null && subject !== "shared" && (subject[0] === 0 || hasClause(pieces, group.last + 1))) return null;
  }
  return wholePhrase(pieces, group.last + 1, lexicon);
}

/** A source after its cue, with apposition: “Jane Doe, a professor at Oslo, in a lecture” → up to “Oslo”. */
export function wholePhrase(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): Range | null {
  const end = phraseEnd(pieces, at, (i) => opensOccasion(pieces, i, lexicon));
  if (end < at) return null;
  if (pieces[end + 1]?.lower === "who" && pieces[at]?.tag !== "PRP") return [at, relativeEnd(pieces, end + 1)];
  if (!isComma(pieces[end + 1]) || pieces[at]?.tag === "PRP") return [at, end];
  const next = pieces[end + 2];
  if (next === undefined) return [at, end];
  if (/^(?:who|whose|which)$/.test(next.lower)) return [at, relativeEnd(pieces, end + 2)];
  if (/^(?:DT|NNP?|JJ|NNS|CD|PRP\$)$/.test(next.tag) && !opensOccasion(pieces, end + 2, lexicon)) {
    const apposed = phraseEnd(pieces, end + 2, (i) => opensOccasion(pieces, i, lexicon));
    const after = pieces[apposed + 1];
    if (apposed >= end + 2 && (isStop(after) || isComma(after) || isDash(after) || after?.quote != null)) return [at, apposed];
  }
  return [at, end];
}

function relativeEnd(pieces: readonly Piece[], from: number): number {
  for (let i = from; i < pieces.length; i++) if (isStop(pieces[i]) || isComma(pieces[i]) || pieces[i]?.quote != null) return i - 1;
  return pieces.length - 1;
}

function readGroup(unit: Unit, group: VerbGroup, source: Source, lexicon: ClaimLexicon, reading: UnitReading): Draft | null {
  const { pieces } = unit;
  const after = source.inverted && source.range !== null ? null : contentAfter(pieces, group, lexicon);
  const leftEnd = source.inverted || source.range === null ? group.first - 1 : source.range[0] - 1;
  const before = group.entry.frames.has("quote") && group.mood === "finite" ? contentBefore(pieces, leftEnd, group, source, lexicon) : null;
  const quoteBefore = before !== null && pieces[before[1]]?.quote != null && kindOf(pieces, before) === "direct";
  const colon = before !== null && !quoteBefore && pieces[group.last + 1]?.lower === ":" && pieces[group.last + 2]?.quote == null;
  if (before !== null && (after === null || colon || (quoteBefore && after.frame !== "that"))) return withBefore(unit, group, source, before, lexicon, reading);
  if (after === null || (after.frame === "wh" && group.negated && group.entry.act === "speech")) return null;
  if (source.range === null && !/^(?:quote|that)$/.test(after.frame)) return null;
  if (source.range === null && unit.depth > 0) return null;
  return makeDraft(unit, group, source.range, after, reading);
}

/** A quotation or clause before the source and its verb; one that goes on after the verb is taken to its end. */
function withBefore(unit: Unit, group: VerbGroup, source: Source, before: Range, lexicon: ClaimLexicon, reading: UnitReading): Draft {
  const { pieces } = unit;
  const cueEnd = source.inverted && source.range !== null ? Math.max(group.last, source.range[1]) : group.last;
  const to = pieces[cueEnd + 1]?.lower === "to" ? phraseEnd(pieces, cueEnd + 2, (i) => opensOccasion(pieces, i, lexicon)) : -1;
  const told = group.entry.frames.has("addressee") && !source.inverted ? phraseEnd(pieces, cueEnd + 1, (i) => pieces[i]?.lower !== "of") : -1;
  const addressee: Range | null = to > cueEnd + 1 ? [cueEnd + 2, to] : told > cueEnd && skipAdverbials(pieces, cueEnd + 1, lexicon) === cueEnd + 1 ? [cueEnd + 1, told] : null;
  const rest = skipAdverbials(pieces, Math.max(cueEnd, addressee?.[1] ?? 0) + 1, lexicon);
  const direct = kindOf(pieces, before) === "direct";
  const goesOn = continuation(pieces, before, rest) ?? (direct ? null : interruptedEnd(pieces, rest, group, lexicon));
  const range: Range = [before[0], goesOn ?? before[1]];
  return makeDraft(unit, group, source.range, { range, frame: "quote", addressee }, reading);
}

/** Last piece of a quotation that goes on after its cue as one sentence, or `null`. */
function continuation(pieces: readonly Piece[], before: Range, rest: number): number | null {
  const open = pieces[before[1]];
  if (open?.quote == null) return null;
  const next = quoteAt(pieces, rest);
  if (next < 0 || pieces[rest]?.lower === ":") return null;
  return quoteRun(pieces, next);
}

/** “The deal, he said, will hold”: the last piece of a clause that goes on after its source and cue, or `null`. */
function interruptedEnd(pieces: readonly Piece[], rest: number, group: VerbGroup, lexicon: ClaimLexicon): number | null {
  if (!isComma(pieces[rest]) || group.mood !== "finite") return null;
  const next = pieces[rest + 1];
  if (next === undefined || isStop(next) || next.quote !== null || opensOccasion(pieces, rest + 1, lexicon)) return null;
  if (!pieces.slice(rest + 1).some((p) => /^VB/.test(p.tag))) return null;
  let at = rest + 1;
  while (pieces[at]?.tag === "CC" || pieces[at]?.tag === "RB") at++;
  if (verbGroupAt(pieces, at, lexicon) !== null || pieces[at]?.tag === "VBG" || /^(?:according|as|who|which|citing)$/.test(pieces[at]?.lower ?? "")) return null;
  const end = clauseEnd(pieces, rest + 1, group, lexicon);
  return end > rest + 1 ? end : null;
}

/** What stands before a source and its verb, as their content: quotations, or the clause up to the comma. */
function contentBefore(pieces: readonly Piece[], end: number, group: VerbGroup, source: Source, lexicon: ClaimLexicon): Range | null {
  let last = end;
  if (isComma(pieces[last]) || isDash(pieces[last])) last--;
  else if (pieces[last]?.quote == null) return null;
  if (last < 0) return null;
  if (pieces[last]?.quote != null) {
    let first = last;
    while (pieces[first - 1]?.quote != null) first--;
    if (first === 0 || standsFree(pieces, first)) return [first, last];
  }
  const rest = skipAdverbials(pieces, (source.inverted && source.range !== null ? source.range[1] : group.last) + 1, lexicon);
  const closes = isStop(pieces[rest]) || isComma(pieces[rest]) || isDash(pieces[rest]) || pieces[rest]?.tag === "CC" || /^(?:as|while|when|after|before|although|though|because)$/.test(pieces[rest]?.lower ?? "") || group.entry.frames.has("addressee") || /^(?:to|of|:|with|citing|quoting)$/.test(pieces[rest]?.lower ?? "");
  const says = group.entry.frames.has("clause") || group.entry.frames.has("that");
  if (!closes || !says) return null;
  const parted = isComma(pieces[rest]) && (isFinite(pieces[rest + 1]) || (isFinite(pieces[last]) && !isStop(pieces[rest + 1])));
  return clauseBefore(pieces, last, parted);
}

/** Whether a quotation is no part of the words before it: it opens the unit or follows a mark. */
function standsFree(pieces: readonly Piece[], first: number): boolean {
  const left = pieces[first - 1];
  return left === undefined || /^(?:[.:;?!]|CC)$/.test(left.lower) || (isComma(left) && first <= 2);
}

/** The clause that ends at a piece, from the unit's start or the last strong mark; `parted` when its verb follows (“the risk, he said, is …”). */
function clauseBefore(pieces: readonly Piece[], last: number, parted: boolean): Range | null {
  let first = last;
  let finite = false;
  while (first > 0 && !isStop(pieces[first - 1]) && pieces[first - 1]?.lower !== ";") first--;
  for (let i = first; i <= last; i++) if (/^(?:VB[DZP]|MD)$/.test(pieces[i]?.tag ?? "")) finite = true;
  return parted || (finite && last - first >= 2) || last - first >= 6 ? [first, last] : null;
}

function makeDraft(unit: Unit, group: VerbGroup, source: Range | null, content: Content, reading: UnitReading): Draft {
  const { pieces } = unit;
  const kind = kindOf(pieces, content.range);
  for (let i = content.range[0]; i <= content.range[1]; i++) if (pieces[i]?.quote != null) reading.used.add(i);
  const nominal = !/^(?:quote|that|clause|wh)$/.test(content.frame);
  const infinitive = content.frame === "infinitive" && group.entry.stance !== "asks";
  const asked = content.frame === "infinitive" && content.addressee !== null;
  const act = asked && group.entry.act === "speech" ? "speech" : nominal && !infinitive ? (kind === "indirect" ? group.entry.objectAct : group.entry.act) : infinitive && group.entry.act === "speech" ? "intention" : group.entry.act;
  return {
    unit,
    kind: kind === "direct" && /^(?:that|clause|wh|infinitive)$/.test(content.frame) ? "mixed" : kind,
    act,
    stance: asked && group.entry.stance === "asserts" ? "asks" : group.entry.stance,
    content: spanOf(pieces, content.range),
    cue: spanOf(pieces, [group.verb, group.last]),
    source,
    addressee: content.addressee,
    reporter: null,
    missing: source === null ? "last" : "none",
    why: `“${group.entry.word}” with ${content.frame === "quote" ? "its words before or after it" : `a content of kind ${content.frame}`}`,
    confidence: confidenceOf(content, kind, source),
  };
}

function confidenceOf(content: Content, kind: Draft["kind"], source: Range | null): number {
  const base = kind === "direct" ? 0.95 : content.frame === "that" || content.frame === "quote" ? 0.92 : content.frame === "clause" ? 0.88 : 0.7;
  return source === null ? base - 0.15 : base;
}
