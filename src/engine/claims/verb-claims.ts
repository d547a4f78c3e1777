import { opensOccasion, skipAdverbials } from "./adverbials.js";
import { clauseToComma, contentBefore, continuation, interruptedEnd, overPlace } from "./before.js";
import { clauseEnd } from "./clause-end.js";
import { hasClause, opensSubordinate, tellsSomething } from "./clauses.js";
import { type Content, contentAfter } from "./contents.js";
import { type Draft, kindOf, spanOf } from "./draft.js";
import type { ClaimLexicon } from "./lexicon.js";
import { phraseEnd, type Range } from "./phrases.js";
import { isComma, isStop, type Piece } from "./pieces.js";
import { subjectBefore } from "./sources.js";
import type { Unit } from "./units.js";
import { type VerbGroup, verbGroupAt } from "./verb-groups.js";
import { type Source, sourceOf } from "./verb-sources.js";

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
    if (group === null) continue;
    const quoted = quotedAs(unit, group, lexicon, reading);
    if (quoted !== null) {
      at = quoted;
      continue;
    }
    if (group.mood === "passive" && group.entry.particle.at(-1) !== "saying") continue;
    const source = sourceOf(pieces, group, shared, lexicon);
    const draft = readGroup(unit, group, source, lexicon, reading);
    if (draft === null) continue;
    reading.drafts.push(draft);
    if (draft.source !== null) shared = draft.source;
    at = group.last;
  }
}

/** “The paper quoted the minister as saying …”, “the minister was quoted by the paper as saying …”: the words are the minister's, by way of the paper. */
function quotedAs(unit: Unit, group: VerbGroup, lexicon: ClaimLexicon, reading: UnitReading): number | null {
  const { pieces } = unit;
  const passive = group.mood === "passive";
  if (!group.entry.frames.has("as-saying") || (passive && pieces[group.last + 1]?.lower !== "by")) return null;
  const as = pieces.findIndex(
    (p, i) => i > group.last + 1 && i < group.last + 16 && p.lower === "as" && pieces[i + 1]?.tag === "VBG",
  );
  const verb = pieces[as + 1]?.lower === "having" ? as + 2 : as + 1; // “as having told”
  const saying = as < 0 ? null : verbGroupAt(pieces, verb, lexicon);
  if (saying === null || saying.entry.act !== "speech") return null;
  const nearer = (i: number): boolean => verbGroupAt(pieces, i, lexicon)?.entry.frames.has("as-saying") === true;
  for (let i = group.last + 1; i < as; i++) if (nearer(i)) return null; // “citing the agency, which quoted X as saying”
  const subject = subjectBefore(pieces, group.first);
  const named = subject === "shared" ? null : subject;
  const object: Range = [passive ? group.last + 2 : group.last + 1, as - 1];
  const [source, reporter] = passive ? [named, object] : [object, named];
  const content = contentAfter(pieces, saying, lexicon) ?? quotedBefore(unit, group, named, saying, lexicon);
  if (content === null || (passive && (named === null || object[0] > object[1]))) return null;
  const draft = makeDraft(unit, saying, source, content, reading);
  reading.drafts.push({ ...draft, reporter });
  return Math.max(saying.last, content.addressee?.[1] ?? 0);
}

/** ““…,” the paper quoted the minister as telling reporters”: the words before the paper; a clause before it, where nothing follows. */
function quotedBefore(
  { pieces }: Unit,
  group: VerbGroup,
  subject: Range | null,
  saying: VerbGroup,
  lexicon: ClaimLexicon,
): Content | null {
  const end = (subject?.[0] ?? group.first) - 1;
  const told = saying.entry.frames.has("addressee")
    ? phraseEnd(pieces, saying.last + 1, (i) => pieces[i]?.lower !== "of")
    : -1;
  const words = contentBefore(pieces, end, group, { range: subject, inverted: false }, lexicon);
  const quoted = words !== null && kindOf(pieces, words) === "direct" ? words : null;
  const rest = pieces[skipAdverbials(pieces, Math.max(saying.last, told) + 1, lexicon)];
  const closes = isStop(rest) || isComma(rest) || (told > saying.last && rest?.tag === "IN" && rest.lower !== "that");
  const range = quoted ?? (closes ? clauseToComma(pieces, end) : null);
  if (range === null) return null;
  return { range, frame: "quote", addressee: told > saying.last ? [saying.last + 1, told] : null };
}

function readGroup(
  unit: Unit,
  group: VerbGroup,
  source: Source,
  lexicon: ClaimLexicon,
  reading: UnitReading,
): Draft | null {
  const { pieces } = unit;
  const after = source.inverted && source.range !== null ? null : contentAfter(pieces, group, lexicon);
  const leftEnd = source.inverted || source.range === null ? group.first - 1 : source.range[0] - 1;
  const before =
    group.entry.frames.has("quote") && (group.mood === "finite" || group.mood === "passive")
      ? contentBefore(pieces, leftEnd, group, source, lexicon)
      : null;
  const quoteBefore = before !== null && pieces[before[1]]?.quote != null && kindOf(pieces, before) === "direct";
  const colon =
    before !== null && !quoteBefore && pieces[group.last + 1]?.lower === ":" && pieces[group.last + 2]?.quote == null;
  const bothSides = before !== null && pieces[before[1]]?.quote != null && after?.frame === "quote"; // “The deal “will hold,” he said, “and …””
  const aside = before !== null && after !== null && tellsBefore(pieces, before, group, after, lexicon);
  if (before !== null && (after === null || aside || colon || bothSides || (quoteBefore && after.frame !== "that")))
    return withBefore(unit, group, source, before, lexicon, reading);
  if (after === null || (after.frame === "wh" && group.negated && group.entry.act === "speech")) return null;
  if (source.range === null && !/^(?:quote|that)$/.test(after.frame)) return null;
  if (source.range === null && unit.depth > 0) return null;
  return makeDraft(unit, group, source.range, after, reading);
}

/** “The road was open, Holm told [parliament on Tuesday], and …”, “…, Holm said [in Bergen], a day after …”: the clause before was said, no clause that opens with the hearers or the place. */
function tellsBefore(
  pieces: readonly Piece[],
  before: Range,
  group: VerbGroup,
  { frame, addressee, range }: Content,
  lexicon: ClaimLexicon,
): boolean {
  if (frame === "quote" || frame === "that" || opensSubordinate(pieces)) return false;
  if (!tellsSomething(pieces, before)) return false;
  const from = skipAdverbials(pieces, group.last + 1, lexicon);
  if (addressee === null && isComma(pieces[overPlace(pieces, from, lexicon)]) && range[0] <= from) return true;
  const told = group.entry.frames.has("addressee") ? phraseEnd(pieces, from, () => false) : -1;
  return told >= from && isComma(pieces[skipAdverbials(pieces, told + 1, lexicon)]);
}

/** A quotation or clause before the source and its verb; one that goes on after the verb is taken to its end. */
function withBefore(
  unit: Unit,
  group: VerbGroup,
  source: Source,
  before: Range,
  lexicon: ClaimLexicon,
  reading: UnitReading,
): Draft {
  const { pieces } = unit;
  const cueEnd = source.inverted && source.range !== null ? Math.max(group.last, source.range[1]) : group.last;
  const to =
    pieces[cueEnd + 1]?.lower === "to" ? phraseEnd(pieces, cueEnd + 2, (i) => opensOccasion(pieces, i, lexicon)) : -1;
  const told =
    group.entry.frames.has("addressee") && !source.inverted
      ? phraseEnd(pieces, cueEnd + 1, (i) => pieces[i]?.lower !== "of")
      : -1;
  const addressee: Range | null =
    to > cueEnd + 1
      ? [cueEnd + 2, to]
      : told > cueEnd && skipAdverbials(pieces, cueEnd + 1, lexicon) === cueEnd + 1
        ? [cueEnd + 1, told]
        : null;
  const rest = skipAdverbials(pieces, Math.max(cueEnd, addressee?.[1] ?? 0) + 1, lexicon);
  const direct = kindOf(pieces, before) === "direct";
  const goesOn =
    continuation(pieces, before, rest, lexicon) ?? (direct ? null : interruptedEnd(pieces, rest, group, lexicon));
  const range: Range = [before[0], goesOn ?? before[1]];
  const draft = makeDraft(unit, group, source.range, { range, frame: "quote", addressee }, reading);
  const more = goesOn === null ? alsoThat(pieces, rest, group, lexicon) : null;
  if (more !== null) {
    const content: Content = { range: more, frame: "that", addressee };
    reading.drafts.push({ ...makeDraft(unit, group, source.range, content, reading), cue: null });
  }
  return direct ? { ...draft, kind: "direct" } : draft;
}

/** “…, Holm said, and [that Norway would pay]”: the last of what was said. */
function alsoThat(pieces: readonly Piece[], rest: number, group: VerbGroup, lexicon: ClaimLexicon): Range | null {
  const at = isComma(pieces[rest]) ? rest + 1 : rest;
  if (!/^(?:and|but)$/.test(pieces[at]?.lower ?? "") || pieces[at + 1]?.lower !== "that") return null;
  return hasClause(pieces, at + 2) ? [at + 1, clauseEnd(pieces, at + 1, group, lexicon)] : null;
}

function makeDraft(unit: Unit, group: VerbGroup, source: Range | null, content: Content, reading: UnitReading): Draft {
  const { pieces } = unit;
  const kind = kindOf(pieces, content.range);
  for (let i = content.range[0]; i <= content.range[1]; i++) if (pieces[i]?.quote != null) reading.used.add(i);
  const asked = content.frame === "infinitive" && content.addressee !== null;
  const act = actOf(group, content, kind);
  return {
    unit,
    kind: kind === "direct" && /^(?:that|clause|wh|infinitive)$/.test(content.frame) ? "mixed" : kind,
    act,
    stance: asked && group.entry.stance === "asserts" ? "asks" : stanceOf(group),
    content: spanOf(pieces, content.range),
    cue: spanOf(pieces, [group.verb, group.last]),
    source,
    addressee: content.addressee,
    reporter: null,
    missing: source === null ? "last" : "none",
    why: `“${group.entry.word}” with ${frameInWords(content.frame)}`,
    confidence: confidenceOf(content, source),
  };
}

/** “Does not believe that …” doubts it, “does not want to …” refuses it. */
function stanceOf({ entry, negated }: VerbGroup): Draft["stance"] {
  if (!negated || entry.stance !== "asserts") return entry.stance;
  return entry.act === "belief" ? "doubts" : entry.act === "intention" ? "denies" : entry.stance;
}

/** Words are speech; what one promises to do is an intention; a thing praised, wanted or discussed is the verb's own act. */
function actOf({ entry }: VerbGroup, content: Content, kind: Draft["kind"]): Draft["act"] {
  if (/^(?:quote|that|clause|wh)$/.test(content.frame)) return entry.act;
  if (content.frame === "infinitive" && (content.addressee !== null || entry.stance !== "asks"))
    return entry.act === "speech" && content.addressee === null ? "intention" : entry.act;
  return kind === "indirect" ? entry.objectAct : entry.act;
}

/**
 * Share of claims by frame whose content annotators also give a source, on the development half of PolNeAR (209
 * articles): quotations 0.97, that-clauses 0.91, clauses 0.88, objects 0.80, infinitives 0.78, questions 0.77.
 */
const CONFIDENCE: Readonly<Record<string, number>> = {
  quote: 0.95,
  that: 0.91,
  clause: 0.88,
  gerund: 0.85,
  object: 0.8,
  infinitive: 0.78,
  wh: 0.77,
};
/** For contents after a preposition. */
const LEAST = 0.75;
/** Taken off where no source stands beside the cue. */
const SOURCELESS = 0.15;

function confidenceOf(content: Content, source: Range | null): number {
  const base = CONFIDENCE[content.frame] ?? LEAST;
  return source === null ? base - SOURCELESS : base;
}

const FRAME_WORDS: Readonly<Record<string, string>> = {
  quote: "the words beside it",
  that: "a that-clause",
  clause: "a clause",
  wh: "a question",
  infinitive: "an infinitive",
  gerund: "a gerund",
  object: "an object",
};

function frameInWords(frame: string): string {
  return FRAME_WORDS[frame] ?? `what follows “${frame}”`;
}
