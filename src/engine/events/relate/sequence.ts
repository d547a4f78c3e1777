import type { Sentence, Token } from "../../language/types.js";
import type { SetPhrase } from "../set-phrases.js";
import type { HashedNames } from "./names.js";
import type { LookUp, SentenceWords } from "./sentence-words.js";
import type { Slots } from "./slots.js";
import type { PairView, Place } from "./view.js";

/** A stretch of a sentence as the second reader reads it: word by word, each with its part in the pair. */
export interface PairSequence {
  /** First token of the stretch, in its sentence. */
  readonly first: number;
  /** Each word's row in the table of vectors, -1 where it has none. */
  readonly rows: readonly number[];
  /** Names of what each word of the sentence is by itself: lemma, tags, classes. One list for all pairs of a sentence. */
  readonly own: readonly (readonly string[])[];
  /** Names of what frames make of each word of the sentence, whatever the tree; for readers that know any. One list for all pairs of a sentence. */
  readonly loose: readonly (readonly string[])[];
  /** Names of what each word of the stretch is to the pair: distance to either party, part in the tree. */
  readonly places: readonly (readonly string[])[];
  /** The regions that each word belongs to, one bit each in the order of `REGIONS`. */
  readonly regions: readonly number[];
  /** Words that are read by themselves, as places in the stretch; -1 for none. */
  readonly picked: readonly number[];
  /** Names of what holds for the pair as a whole: which party stands first, what the frames say. */
  readonly whole: readonly string[];
}

/** Parts of a sentence whose words are pooled. */
export const REGIONS = ["before", "between", "after", "source", "target", "way", "under"] as const;

/** Places of `slots.ts` whose words are read by themselves. */
export const PICKED = [
  ...["top", "topObject", "next", "nextObject", "down1"],
  ...["over", "topObjectMod", "sourceHead", "targetHead"],
] as const satisfies readonly (keyof Slots)[];

const BEFORE = 14; // words before the first party and after the last that are read
const AFTER = 16;
export const LONGEST = 70; // words
const MOST_KINDS = 5;

/** What is looked up for a sequence; the names of a sentence's words are kept while the sentence is. */
export interface SequenceParts {
  readonly lookUp: LookUp;
  /** Where the names of a pair's features are hashed. */
  readonly hashes: HashedNames;
  readonly own: WeakMap<Sentence, readonly (readonly string[])[]>;
  readonly looseOf: (sentence: Sentence) => readonly (readonly string[])[];
  readonly phrasesOf: (sentence: Sentence) => readonly SetPhrase[];
  /** Names of words met of late, by lemma, with the rest that they are made of. */
  readonly names: Map<string, readonly WordNames[]>;
  /** The same of places in a pair. */
  readonly places: Map<number, readonly string[]>;
}

/** The names of a word with these tags and this relation. */
interface WordNames {
  readonly upos: string;
  readonly xpos: string;
  readonly relation: string;
  readonly names: readonly string[];
}

const KEPT_NAMES = 10_000;

/**
 * Reads a pair's stretch of its sentence.
 *
 * @param slots The pair's places (`slots.ts`); `frames` what the frames say of the pair (`frame-keys.ts`).
 */
export function sequenceOf(
  view: PairView,
  slots: Slots,
  frames: readonly string[],
  parts: SequenceParts,
): PairSequence {
  const { own: known } = parts;
  const looked = parts.lookUp(view.sentence);
  const { tokens, source, target, sentence } = view;
  const places = [source, target].filter((p) => p !== null);
  const start = Math.min(tokens.length, ...places.map((p) => p.first));
  const end = Math.max(-1, ...places.map((p) => p.last));
  const first = places.length === 0 ? 0 : Math.max(0, start - BEFORE);
  const last = Math.min(tokens.length, first + LONGEST, places.length === 0 ? tokens.length : end + 1 + AFTER);
  const roles = rolesOf(view, slots);
  const own = known.get(sentence) ?? tokens.map((token) => wordNames(view, token, looked, parts.names));
  known.set(sentence, own);
  const toPair: (readonly string[])[] = [];
  const regions: number[] = [];
  for (let at = first; at < last; at++) {
    const [region, bits] = [regionOf(view, at, places), roleBits(view, at, roles)];
    toPair.push(placeNames(placeOf(view, at, region, bits), parts.places));
    regions.push(regionBits(region, bits));
  }
  return {
    first,
    rows: looked.rows.slice(first, last),
    own,
    places: toPair,
    /** Made when it is read: the readers of the data's habit know none. */
    get loose() {
      return parts.looseOf(sentence);
    },
    regions,
    picked: PICKED.map((name) => inside(slots[name], first, last)),
    whole: [(source?.first ?? 0) <= (target?.first ?? 0) ? "order st" : "order ts", ...frames],
  };
}

const inside = (token: number, first: number, last: number): number =>
  token >= first && token < last ? token - first : -1;

function wordNames(
  { tree }: PairView,
  token: Token,
  { lemmas, kinds }: SentenceWords,
  known: SequenceParts["names"],
): readonly string[] {
  const { lemma, upos, xpos } = token;
  const relation = tree.relation(token.index);
  const ofLemma = known.get(lemma) ?? [];
  // Tags and relations are few and one text each, so that it is quick to compare them.
  for (const one of ofLemma) if (one.relation === relation && one.xpos === xpos && one.upos === upos) return one.names;
  const names = [
    `l ${lemmas[token.index] ?? ""}`,
    `u ${upos}`,
    `x ${xpos}`,
    `r ${relation}`,
    ...(kinds[token.index] ?? []).slice(0, MOST_KINDS).map((kind) => `k ${kind}`),
  ];
  if (known.size >= KEPT_NAMES) known.clear();
  known.set(lemma, [...ofLemma, { upos, xpos, relation, names }]);
  return names;
}

/** Which tokens play a part in the way between the two. */
interface Roles {
  readonly up: ReadonlySet<number>;
  readonly down: ReadonlySet<number>;
  readonly top: number;
  readonly next: number;
  readonly objects: ReadonlySet<number>;
  readonly over: number;
}

function rolesOf({ up, down, top }: PairView, slots: Slots): Roles {
  return {
    up: new Set(up.map((s) => s.token)),
    down: new Set(down.map((s) => s.token)),
    top: top ?? -1,
    next: slots.next,
    objects: new Set([slots.topObject, slots.next, slots.nextObject]),
    over: slots.over,
  };
}

/** What a word is to the pair, in the tree: a bit each, in the order of `ROLES`. */
function roleBits({ source, target, tree }: PairView, at: number, roles: Roles): number {
  const head = tree.heads[at] ?? -1;
  let bits = 0;
  if (roles.up.has(at)) bits |= UP;
  if (roles.down.has(at)) bits |= DOWN;
  if (at === roles.top) bits |= TOP;
  if (head >= 0 && head === roles.top) bits |= CHILD;
  if (roles.up.has(head) || roles.down.has(head)) bits |= UNDER;
  if (at === source?.head) bits |= SOURCE;
  if (at === target?.head) bits |= TARGET;
  if (head >= 0 && head === roles.next) bits |= CLAUSE;
  if (roles.objects.has(at)) bits |= OBJECT;
  if (at === roles.over) bits |= OVER;
  return bits;
}

const ROLES = ["up", "down", "top", "child", "under", "source", "target", "clause", "object", "over"] as const;
const [UP, DOWN, TOP, CHILD, UNDER, SOURCE, TARGET, CLAUSE, OBJECT, OVER] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/** How far a word stands from either party, in which part of the sentence, where in the tree, as one number. */
function placeOf({ source, target }: PairView, at: number, region: number, bits: number): number {
  const from = (party: Place | null): number => (party === null ? NOWHERE : distance(at - party.head) + FARTHEST);
  return ((from(source) * DISTANCES + from(target)) * REGIONS.length + region) * 2 ** ROLES.length + bits;
}

/** The names of a place; few are met again and again. */
function placeNames(place: number, known: Map<number, readonly string[]>): readonly string[] {
  const kept = known.get(place);
  if (kept !== undefined) return kept;
  const far = Math.floor(place / 2 ** ROLES.length / REGIONS.length);
  const made = [
    FROM_SOURCE[Math.floor(far / DISTANCES)] ?? "",
    FROM_TARGET[far % DISTANCES] ?? "",
    IN_REGION[Math.floor(place / 2 ** ROLES.length) % REGIONS.length] ?? "",
    ...ROLES.filter((_, i) => ((place >> i) & 1) === 1),
  ];
  if (known.size >= KEPT_NAMES) known.clear();
  known.set(place, made);
  return made;
}

const NEAR = 4;
const STEPS = [6, 10, 16] as const;

const FARTHEST = NEAR + 1 + STEPS.length;
const NOWHERE = 2 * FARTHEST + 1; // from a party that is none
const DISTANCES = NOWHERE + 1;

/** The names of distances and regions, made once. */
const named = (letter: string): readonly string[] => [
  ...Array.from({ length: NOWHERE }, (_, i) => `${letter} ${i - FARTHEST}`),
  `${letter} –`,
];
const [FROM_SOURCE, FROM_TARGET] = [named("s"), named("t")];
const IN_REGION = REGIONS.map((_, region) => `g ${region}`);

/** A distance in words, exact when near, in steps when far, with its direction. */
function distance(words: number): number {
  const far = Math.abs(words);
  let size = far;
  if (far > NEAR) {
    size = NEAR + 1;
    for (const step of STEPS) if (far > step) size++;
  }
  return words < 0 ? -size : size;
}

function regionOf({ source, target }: PairView, at: number, places: readonly Place[]): number {
  const within = (place: Place | null): boolean => place !== null && place.first <= at && at <= place.last;
  if (within(source)) return 3;
  if (within(target)) return 4;
  if (places.length === 0 || places.every((p) => at < p.first)) return 0;
  return places.every((p) => at > p.last) ? 2 : 1;
}

/** The regions of a word: that in which it stands, the way between the two, and what hangs on the way. */
function regionBits(region: number, bits: number): number {
  const way = (bits & (UP | DOWN | TOP)) !== 0;
  const under = (bits & (CHILD | UNDER | CLAUSE)) !== 0;
  return (1 << region) | (way ? 1 << 5 : 0) | (under ? 1 << 6 : 0);
}
