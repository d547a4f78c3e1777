import { contains, overlaps, type Span } from "../base/span.js";
import { type ArgumentContext, argumentFeatures, waysFrom } from "./argument-features.js";
import { type ClaimModel, CONTENT, LABELS, SOURCE } from "./claim-model.js";
import { type CueContext, cueFeatures, entryOf, maybeCue } from "./cue-features.js";
import { bestRun } from "./decode.js";
import { type Draft, kindOf, spanOf } from "./draft.js";
import { FeatureList } from "./hashing.js";
import type { ClaimLexicon, CueEntry } from "./lexicon.js";
import type { Range } from "./phrases.js";
import { isFiniteVerb, isReflexive, isStop, type Piece } from "./pieces.js";
import { proposalsOf, rangeOf } from "./proposals.js";
import { isWritten } from "./reporters.js";
import type { Node, Scene } from "./scene.js";
import { asks, nounOf } from "./source-ends.js";
import { verbGroupAt } from "./verb-groups.js";

/** Least likelihood at which a cue is believed: sources and pairs out of fold on PolNeAR's development half are best between 0.35 and 0.42. */
const LEAST = 0.38;
/** The same where the rules see speech: below 0.25 nothing is gained, above 0.35 quotations are lost. */
const LEAST_SPEECH = 0.25;
/** The same where a feeling is put into words (“voiced hope that …”), which annotators leave out within another's report. */
const LEAST_VOICED = 0.15;
/** Likelihood from which a cue the rules made nothing of is believed to report words nobody is named for. */
const SURE = 0.6;
/** How much may speak against a piece inside a source: nothing bridges what surely is none. */
const SOURCE_GAP = 9;
/** A content may go on over the cue that interrupts it. */
const CONTENT_GAP = 4;
/** Log odds by which another source or content must beat the rules' own. */
const SOURCE_TRUST = 0;
const CONTENT_TRUST = 20;

/**
 * Decides what is a claim: every word that can be a cue is weighed by the model, which knows what the rules made of it;
 * whose words they are and how far they reach is then read from the model as well. Drafts without a cue stay, and so do
 * those whose content stands in another unit.
 */
export function judge(scene: Scene, drafts: readonly Draft[], lexicon: ClaimLexicon): readonly Draft[] {
  const { pieces } = scene.unit;
  const kept = drafts.filter((d) => d.cue === null || rangeOf(pieces, d.content) === null);
  const keeps = (at: number): boolean => {
    const { start, end } = pieces[at] ?? { start: 0, end: 0 };
    return kept.some((d) => d.cue !== null && overlaps(d.cue, [start, end]));
  };
  const found = new Map<Draft | number, Draft>();
  for (const [at, context] of cueContexts(scene, drafts, lexicon)) {
    if (keeps(at) || passesOn(pieces, at, drafts, lexicon)) continue;
    const ruled = context.proposal?.draft ?? null;
    const likely = likelihood(at, context, lexicon.model);
    const least =
      ruled?.act === "speech" ? LEAST_SPEECH : voicesFeeling(pieces, at, ruled, lexicon) ? LEAST_VOICED : LEAST;
    const certain = ruled?.kind === "direct" || closesReport(pieces, at, ruled, lexicon); // such are claims in any case
    const settled = likely < least ? (certain ? ruled : null) : settle(at, context, likely, lexicon.model);
    const weighed = settled === null || ruled === null ? settled : sourceWithin(settled, ruled, drafts);
    const draft = weighed === null || ruled !== null ? weighed : denied(weighed, drafts);
    if (draft === null || keepsNameBack(pieces, draft, lexicon)) continue;
    const key = ruled ?? at;
    if ((found.get(key)?.confidence ?? -1) < draft.confidence) found.set(key, draft);
  }
  const judged = [...found.values()];
  return [...judged, ...kept.filter((d) => !isTaken(d.content, judged))];
}

/** Whether a cue is the reporter's of a claim the rules have found: “quoted” of “the paper quoted X as saying”, “citing” before who is cited. */
function passesOn(pieces: readonly Piece[], at: number, drafts: readonly Draft[], lexicon: ClaimLexicon): boolean {
  return drafts.some(({ reporter, source, cue }) => {
    if (reporter === null || source === null || cue === null) return false;
    const by = pieces[at + 1]?.lower === "by" ? at + 1 : at; // “was cited by the agency as saying”
    if (by === reporter[0] - 1) return !isWritten(pieces, reporter[0], lexicon);
    return reporter[1] < at && at < source[0];
  });
}

/** “The leader is to travel, the ministry informs.”: a clause, its source and a verb of saying that closes the sentence, though the model may not know the verb. */
function closesReport(pieces: readonly Piece[], at: number, ruled: Draft | null, lexicon: ClaimLexicon): boolean {
  if (ruled === null || ruled.act !== "speech" || ruled.source === null || !isStop(pieces[at + 1])) return false;
  const tells = verbGroupAt(pieces, at, lexicon)?.entry.frames.has("quote") === true;
  return tells && ruled.content[1] <= (pieces[at]?.start ?? 0);
}

/** “Holm [voiced] hope that …”: a verb of saying with a feeling for its object, and a clause. */
function voicesFeeling(pieces: readonly Piece[], at: number, ruled: Draft | null, lexicon: ClaimLexicon): boolean {
  if (ruled === null || ruled.source === null || ruled.cue === null) return false;
  const clause = pieces.find((p) => p.start >= ruled.content[0])?.lower === "that";
  const object = verbGroupAt(pieces, at, lexicon)?.entry.particle.at(-1) ?? "";
  return clause && lexicon.nouns.has(object) && (pieces[at]?.start ?? -1) === ruled.cue[0];
}

/** “According to Holm, the aide to the king, Berg promised that …”: what names the source of the whole is none of the words' within it. */
function sourceWithin(draft: Draft, ruled: Draft, drafts: readonly Draft[]): Draft {
  const lies = (a: Range | null, b: Range | null): boolean => a !== null && b !== null && b[0] <= a[0] && a[1] <= b[1];
  const opens = ({ cue, source, unit }: Draft): boolean =>
    cue !== null && source !== null && cue[1] <= spanOf(unit.pieces, source)[0]; // the phrase, then its source
  const { cue } = ruled;
  const outer = drafts.find((d) => d !== ruled && cue !== null && contains(d.content, cue) && opens(d));
  if (outer === undefined || ruled.source === null || lies(ruled.source, outer.source)) return draft;
  return lies(draft.source, outer.source) ? { ...draft, source: ruled.source } : draft;
}

/** “Denies reports that …”: what a noun within a denial tells is denied by whoever denies it. */
function denied(draft: Draft, drafts: readonly Draft[]): Draft {
  const { cue, source } = draft;
  if (cue === null || source === null || draft.stance !== "asserts") return draft;
  const outer = drafts.find(
    (d) =>
      d.stance === "denies" &&
      d.source?.[0] === source[0] &&
      contains(d.content, draft.content) &&
      contains(d.content, cue),
  );
  return outer === undefined ? draft : { ...draft, stance: "denies" };
}

/** “Asked not to be named”: what an unnamed source wants is no claim of the article's. */
function keepsNameBack(pieces: readonly Piece[], { content }: Draft, lexicon: ClaimLexicon): boolean {
  const at = pieces.findIndex((p) => p.start >= content[0]);
  return lexicon.anonymity.some((words) => words.every((word, k) => pieces[at + k]?.lower === word));
}

/** Whether a content without a cue has become part of a claim. */
function isTaken(content: Span, judged: readonly Draft[]): boolean {
  return judged.some(
    (d) =>
      contains(d.content, content) ||
      (overlaps(content, d.content) && (d.content[1] - d.content[0]) * 2 > content[1] - content[0]),
  );
}

/** What is known of each word of a scene that may be a cue. */
export function cueContexts(
  scene: Scene,
  drafts: readonly Draft[],
  lexicon: ClaimLexicon,
): readonly (readonly [number, CueContext])[] {
  const proposals = proposalsOf(scene.unit.pieces, drafts);
  return scene.nodes.flatMap((node, at) => {
    if (!maybeCue(node)) return [];
    const { start, end } = node.piece;
    const nested = drafts.some((d) => d.content[0] <= start && end <= d.content[1]);
    const context = { scene, lexicon, proposal: proposals.get(at) ?? null, nested };
    return [[at, context] as const];
  });
}

const list = new FeatureList(); // scratch: filled and read within one call

function likelihood(at: number, context: CueContext, model: ClaimModel): number {
  cueFeatures(at, context, list);
  return model.cue(list.names);
}

/** The claim of a cue: the likeliest source and content, with what the rules know of it. */
function settle(at: number, context: CueContext, likely: number, model: ClaimModel): Draft | null {
  const { scene, proposal } = context;
  const { pieces } = scene.unit;
  const likelihoods = argumentLikelihoods(at, context, model);
  const ruled = proposal?.draft.source ?? null;
  const source = nounOf(
    pieces,
    bestRun(scene, likelihoods, SOURCE, { gap: SOURCE_GAP, ruled, trust: SOURCE_TRUST }),
    ruled,
    at,
    context.lexicon,
  );
  const speech = proposal?.draft.act === "speech"; // how far words reach the rules know better
  const held = {
    gap: CONTENT_GAP,
    ruled: proposal?.content ?? null,
    trust: speech ? Number.POSITIVE_INFINITY : CONTENT_TRUST,
  };
  const range = bestRun(scene, likelihoods, CONTENT, held);
  const confidence = Math.round(likely * 100) / 100;
  if (range === null) return null;
  const content = spanOf(pieces, range);
  if (proposal !== null) {
    const { draft } = proposal;
    const whole = content[0] === draft.content[0] && content[1] === draft.content[1];
    const kind = whole ? draft.kind : kindOf(pieces, range);
    const named = draft.reporter === null ? source : draft.source; // “X quoted Y as saying”: Y by its place
    return { ...draft, content, kind, source: named ?? draft.source, confidence };
  }
  return unruled(at, context, { source, range, confidence });
}

interface Found {
  readonly source: Range | null;
  readonly range: Range;
  readonly confidence: number;
}

/** A claim the rules have not seen. */
function unruled(at: number, { scene, lexicon }: CueContext, { source, range, confidence }: Found): Draft | null {
  const node = scene.nodes[at];
  if (node === undefined) return null;
  const { unit } = scene;
  const kind = kindOf(unit.pieces, range);
  const entry = entryOf(node, lexicon);
  if (isNoCue(node, unit.pieces, at, range)) return null;
  const act = unruledAct(unit.pieces, range, kind, entry);
  const group = verbGroupAt(unit.pieces, at, lexicon);
  if (act === "speech" && group?.negated === true && asks(unit.pieces[range[0]])) return null;
  if (act === "speech" && (source === null || kind === "mixed") && confidence < SURE) return null;
  return {
    unit,
    kind,
    act,
    stance: entry?.stance ?? "asserts",
    content: spanOf(unit.pieces, range),
    cue: spanOf(unit.pieces, [at, at]),
    source,
    addressee: null,
    reporter: null,
    missing: "none",
    why: `“${node.piece.lower}”, weighed as a cue`,
    confidence,
  };
}

/** Verbs of doing that are no words: “[convened] the forum”, “[telephoned] his colleague”. */
const DOING = /^(?:convene|deploy|dispatch|phone|telephone)$/;

/** What only looks like a cue: a word of a name (“the Oslo [Declaration] of the Forum”), a deed, “on behalf of”, “defend themselves”. */
function isNoCue({ piece, lemma }: Node, pieces: readonly Piece[], at: number, [first, last]: Range): boolean {
  const next = pieces[at + 1]?.lower;
  const named = piece.tag.startsWith("NN") && at > 0 && next === "of" && /^\p{Lu}/u.test(piece.token?.text ?? "");
  const itself =
    isReflexive(pieces[first]) && (last === first || /^(?:at|in|on|from)$/.test(pieces[first + 1]?.lower ?? ""));
  const tells = pieces.slice(first, last + 1).some((p) => isFiniteVerb(p));
  const done = (DOING.test(lemma) && !tells) || (lemma === "call" && next === "off"); // “called off the talks”
  return named || itself || done || pieces[first]?.lower === "behalf";
}

/** Only clauses and quotations are words; a cue the lexicon does not know is no verb of saying. */
function unruledAct(
  pieces: readonly Piece[],
  [first, last]: Range,
  kind: Draft["kind"],
  entry: CueEntry | undefined,
): Draft["act"] {
  if (kind === "direct") return "speech";
  if (pieces[first]?.lower === "to" && entry?.act !== "speech") return "intention";
  const clause = pieces.slice(first, last + 1).some((p) => isFiniteVerb(p));
  if (entry === undefined) return "belief";
  return clause ? entry.act : entry.objectAct === "speech" ? "belief" : entry.objectAct;
}

/** For each piece how likely it is none of the cue's, its source, its content. */
function argumentLikelihoods(at: number, context: CueContext, model: ClaimModel): Float64Array {
  const whole: ArgumentContext = { ...context, cue: at, ways: waysFrom(at, context.scene) };
  const emissions = new Float64Array(context.scene.nodes.length * LABELS);
  context.scene.nodes.forEach((_, index) => {
    argumentFeatures(index, whole, list);
    model.argument(list.names, index, emissions);
  });
  return model.labels(emissions);
}
