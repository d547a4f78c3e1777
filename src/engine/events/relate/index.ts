import { PLOVER_EVENTS, type PloverEvent } from "../../base/codes.js";
import { CONTEXTS, type PloverContext } from "../../base/contexts.js";
import type { Span } from "../../base/span.js";
import type { Language, Sentence, Token } from "../../language/types.js";
import { type ContextModel, contextWords } from "../context-model.js";
import type { EventLexicon } from "../lexicon.js";
import { QUAD } from "../scores.js";
import type { PhraseWord } from "../set-phrases.js";
import { type Code, codesOf, isOf, likeliestCode, ROOTS } from "./event-codes.js";
import { keepEach, keepLast } from "./kept.js";
import { makeKinds } from "./kinds.js";
import { type LooseWord, looseFrames } from "./loose-frames.js";
import { type Marked, readMarks } from "./marks.js";
import type { Habit, PairModel } from "./model.js";
import { HashedNames } from "./names.js";
import { type PairInput, pairInput } from "./pair-input.js";
import { makeLookUp } from "./sentence-words.js";
import type { SequenceParts } from "./sequence.js";
import { type Place, placeOf, tokensIn, viewPair } from "./view.js";
import { reasonOf } from "./why.js";
import type { RowOf } from "./word-rows.js";

export type { Code } from "./event-codes.js";
export { type Habit, PairModel } from "./model.js";

/** What stands between two parties, by the trained model. */
export interface Relation {
  readonly event: PloverEvent;
  readonly mode: string | null;
  readonly quad: 1 | 2 | 3 | 4;
  /** CAMEO code to the third digit. */
  readonly cameo: string;
  readonly context: readonly string[];
  readonly status: "happened" | "planned" | "hypothetical" | "historical";
  readonly negated: boolean;
  /** How likely the sentence says this, 0 to 1; of CONCEDE and RETREAT, which are told apart afterwards, that it is one of them. */
  readonly confidence: number;
  /** How likely nothing is to be coded between the two, 0 to 1. */
  readonly none: number;
  readonly why: string;
  /** Events with their codes, the likeliest first; their probabilities and `none` make 1. */
  readonly codes: readonly Code[];
}

/** Reads relations with one set of tables and models. */
export interface Relater {
  /** Whether it has weights: without them it can only read inputs. */
  readonly trained: boolean;
  /** The relation of two places in a sentence. */
  between(sentence: Sentence, source: Place | null, target: Place | null, habit: Habit): Relation;
  /**
   * The relation in a sentence whose parties are marked `<s>…</s>` and `<t>…</t>`. Always answers, also where a mark is
   * missing, repeated or nested. Answers in the habit of the public relation data unless told otherwise.
   */
  marked(sentence: string, habit?: Habit): Relation;
  /** The same for a sentence with the parties' places given: `[start, end)` in UTF-16 code units, `null` for none. */
  inText(sentence: string, source: Span | null, target: Span | null): Relation;
  /** What the model reads, for training. */
  input(marked: string): PairInput;
  /** The words of the sentence that holds the marks, for training. */
  tokens(marked: string): readonly Token[];
  /** What a sentence that tells an event of a code is about. */
  contexts(tokens: readonly Token[], event: PloverEvent, cameo: string): ContextScores | null;
}

/** How likely each context is, in the order of `CONTEXTS`, and from which probability on one holds. */
export interface ContextScores {
  readonly chances: Float64Array;
  readonly threshold: number;
}

/** What a relater is made of. */
export interface RelaterParts {
  readonly model: PairModel | null;
  /** What tells contexts; without it the pair model's are taken. */
  readonly contexts: ContextModel | null;
  readonly language: Language;
  readonly lexicon: EventLexicon;
  readonly rowOf: RowOf;
}

export function makeRelater({ model, contexts: about, language, lexicon, rowOf }: RelaterParts): Relater {
  const parts: SequenceParts = {
    lookUp: makeLookUp(makeKinds(lexicon), rowOf),
    hashes: new HashedNames(),
    own: new WeakMap(),
    looseOf: keepEach((sentence) => looseFrames(wordsOf(sentence), lexicon)),
    phrasesOf: keepEach((sentence) => lexicon.phrases.in(wordsOf(sentence))),
    names: new Map(),
    places: new Map(),
  };
  const read = new WeakMap<readonly Token[], Float64Array>(); // a sentence may tell several events
  const contexts: Relater["contexts"] = (tokens, event, cameo) => {
    if (about === null) return null;
    const words = read.get(tokens) ?? about.scoreWords(contextWords(tokens, lexicon.contexts, rowOf));
    read.set(tokens, words);
    return { chances: about.score(words, `${event} ${cameo.slice(0, 3)}`), threshold: about.threshold };
  };
  const inputOf = (sentence: Sentence, source: Place | null, target: Place | null): PairInput =>
    pairInput(viewPair(sentence, source, target), lexicon, parts);
  const between: Relater["between"] = (sentence, source, target, habit) => {
    if (model === null) throw new TypeError("relations need the pair model");
    const input = inputOf(sentence, source, target);
    return relationOf(model, input, habit, (event, cameo) => contexts(sentence.tokens, event, cameo));
  };
  const sentencesOf = keepLast((text) => language.analyse(text, [[0, text.length]]));
  const open = ({ text, source, target }: Marked): readonly [Sentence | undefined, Place | null, Place | null] =>
    bestPair(sentencesOf(text), source, target);
  const answer = (given: Marked, habit: Habit): Relation => {
    const [sentence, source, target] = open(given);
    return sentence === undefined ? NOTHING : between(sentence, source, target, habit);
  };
  return {
    trained: model !== null,
    between,
    marked: (sentence, habit = "data") => answer(readMarks(sentence), habit),
    inText: (text, source, target) =>
      answer({ text, source: source === null ? [] : [source], target: target === null ? [] : [target] }, "data"),
    tokens: (marked) => open(readMarks(marked))[0]?.tokens ?? [],
    contexts,
    input(marked) {
      const [sentence, source, target] = open(readMarks(marked));
      return sentence === undefined ? EMPTY : inputOf(sentence, source, target);
    },
  };
}

const wordsOf = ({ tokens }: Sentence): readonly (LooseWord & PhraseWord)[] =>
  tokens.map(({ lemma, lower, upos }) => ({ lemma: lemma.toLowerCase(), form: lower, upos }));

const EMPTY: PairInput = {
  names: [],
  treeNames: [],
  keys: new Uint32Array(),
  split: 0,
  frames: [],
  rows: Array.from({ length: 24 }, () => []),
  sequence: { first: 0, rows: [], own: [], loose: [], places: [], regions: [], picked: [], whole: [] },
  states: undefined,
  phrases: [],
};
const NOTHING: Relation = {
  event: "CONSULT",
  mode: null,
  quad: 1,
  cameo: "040",
  context: [],
  status: "happened",
  negated: false,
  confidence: 0.06, // one of sixteen
  none: 1,
  why: "the sentence is empty",
  codes: [],
};

/** The sentence that holds most of the two marks, and their places in it. */
function bestPair(
  sentences: readonly Sentence[],
  source: readonly Span[],
  target: readonly Span[],
): readonly [Sentence | undefined, Place | null, Place | null] {
  let best: readonly [Sentence | undefined, Place | null, Place | null] = [sentences[0], null, null];
  let most = 0;
  for (const sentence of sentences) {
    const place = (spans: readonly Span[]): Place | null => {
      const hit = spans.find(([a, b]) => a < sentence.span[1] && b > sentence.span[0]);
      const range = hit === undefined ? null : tokensIn(sentence, hit);
      return range === null ? null : placeOf(sentence, ...range);
    };
    const [s, t] = [place(source), place(target)];
    const count = (s === null ? 0 : 1) + (t === null ? 0 : 1);
    if (count > most) [best, most] = [[sentence, s, t], count];
  }
  return best;
}

const STATUSES = ["happened", "planned", "hypothetical", "historical"] as const;
const LIKELY = 0.5;
const LIKELY_CONTEXT = 0.2; // best F1 on the written sentences kept out of training: 0.40, at 0.5 0.26

function relationOf(
  model: PairModel,
  input: PairInput,
  habit: Habit,
  contexts: (event: PloverEvent, cameo: string) => ContextScores | null,
): Relation {
  const scores = model.score(input, habit);
  const { codes, modes } = scores.labels;
  const both = habit !== "data" ? likeliestCode(codes, scores.codes) : null;
  const event = both?.event ?? eventOf(scores.events);
  const mode = likeliest(scores.mode, modes, (label) => label.startsWith(`${event} `));
  const own = (): string => likeliestCode(codes, scores.codes, event)?.cameo ?? `${ROOTS[event][0]}0`;
  const framed = scores.labels.joint ? null : codeByFrame(input.frames, event);
  const code = framed ?? both?.cameo ?? own();
  return {
    event,
    mode: mode === undefined || mode.endsWith(" ") ? null : mode.slice(event.length + 1),
    quad: QUAD[event],
    cameo: code,
    /** Worked out when it is read, as the reasons are. */
    get context() {
      const told =
        both === null ? [{ event, cameo: code, chance: 1 }] : codesOf(codes, scores.codes).slice(0, MOST_CODES);
      return contextsBy(told, contexts) ?? CONTEXTS.filter((_, i) => (scores.contexts[i] ?? 0) >= LIKELY_CONTEXT);
    },
    status: likeliest(scores.status, STATUSES, () => true) ?? "happened",
    negated: scores.negated >= LIKELY,
    confidence: round(confidenceOf(scores.events, event)),
    none: round(scores.events[PLOVER_EVENTS.length] ?? 0),
    /** Worked out when it is read: most answers are refused unread. */
    get why() {
      const asked = habit === "manual" ? input.phrases : [];
      const phrase = asked.find((one) => one.event === event && one.cameo === code.slice(0, 3));
      return reasonOf(model.reasons(input, PLOVER_EVENTS.indexOf(event), 3), input, phrase?.text);
    },
    get codes() {
      return codesOf(codes, scores.codes);
    },
  };
}

/**
 * The third digit by the frame of the word that joins the two, where it tells more than the root: of sentences that no
 * training saw it is right more often than the networks that answer in both habits. The manual's readers are better.
 */
function codeByFrame(frames: readonly string[], event: PloverEvent): string | null {
  for (const key of frames) {
    const [, code] = /^frame=(\d\d[1-9])\d? top$/.exec(key) ?? [];
    if (code !== undefined && isOf(event, code)) return code;
  }
  return null;
}

const MOST_CODES = 8; // by which contexts are asked for: the rest have hardly a hundredth of the probability

/** Contexts that are likely enough on the mean of the codes an event may have; `null` without a network for contexts. */
function contextsBy(
  codes: readonly Code[],
  contexts: (event: PloverEvent, cameo: string) => ContextScores | null,
): readonly PloverContext[] | null {
  const all = codes.reduce((sum, { chance }) => sum + chance, 0);
  const told = codes.map((code) => ({ share: code.chance / all, scores: contexts(code.event, code.cameo) }));
  const threshold = told[0]?.scores?.threshold;
  if (threshold === undefined) return null;
  return CONTEXTS.filter(
    (_, i) => told.reduce((sum, { share, scores }) => sum + share * (scores?.chances[i] ?? 0), 0) >= threshold,
  );
}

/** Events that the confidence does not part: the public data call both YIELD. */
export const YIELDING: readonly PloverEvent[] = ["CONCEDE", "RETREAT"];

/** The likeliest event; CONCEDE and RETREAT count together first, since the data do not tell them apart. */
function eventOf(events: Float64Array): PloverEvent {
  let best: PloverEvent = "CONSULT";
  for (const event of PLOVER_EVENTS) {
    const [own, top] = [confidenceOf(events, event), confidenceOf(events, best)];
    const alone = (e: PloverEvent): number => events[PLOVER_EVENTS.indexOf(e)] ?? 0;
    if (own > top || (own === top && alone(event) > alone(best))) best = event;
  }
  return best;
}

/** Probability of an event, given that there is one. */
function confidenceOf(events: Float64Array, event: PloverEvent): number {
  const together = YIELDING.includes(event) ? YIELDING : [event];
  const some = 1 - (events[PLOVER_EVENTS.length] ?? 0);
  return together.reduce((sum, e) => sum + (events[PLOVER_EVENTS.indexOf(e)] ?? 0), 0) / Math.max(some, 1e-9);
}

function likeliest<T extends string>(
  scores: Float64Array,
  labels: readonly T[],
  allowed: (label: T) => boolean,
): T | undefined {
  let best: T | undefined;
  let most = -1;
  labels.forEach((label, i) => {
    const score = scores[i] ?? 0;
    if (allowed(label) && score > most) [best, most] = [label, score];
  });
  return best;
}

const round = (x: number): number => Math.round(x * 10_000) / 10_000;
