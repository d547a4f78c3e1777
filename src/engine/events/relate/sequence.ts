import type { Sentence, Token } from "../../language/types.js";
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
  /** Names of what each word of the stretch is to the pair: distance to either party, part in the tree. */
  readonly places: readonly (readonly string[])[];
  /** Both together, for each word of the stretch. */
  readonly names: readonly (readonly string[])[];
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
  /** Names of words met of late, by all that they are made of. */
  readonly names: Map<string, readonly string[]>;
}

const KEPT_NAMES = 20_000;

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
  const words = tokens.slice(first, last);
  const own = known.get(sentence) ?? tokens.map((token) => wordNames(view, token, looked, parts.names));
  known.set(sentence, own);
  const toPair = words.map(({ index }) => pairNames(view, index, places, roles));
  return {
    first,
    rows: looked.rows.slice(first, last),
    own,
    places: toPair,
    get names() {
      return toPair.map((names, w) => [...(own[first + w] ?? []), ...names]);
    },
    regions: words.map(({ index }) => regionBits(view, index, places, roles)),
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
  names: SequenceParts["names"],
): readonly string[] {
  const relation = tree.relation(token.index);
  const key = `${token.upos} ${token.xpos} ${relation} ${token.lemma}`;
  const kept = names.get(key);
  if (kept !== undefined) return kept;
  const made = [
    `l ${lemmas[token.index] ?? ""}`,
    `u ${token.upos}`,
    `x ${token.xpos}`,
    `r ${relation}`,
    ...(kinds[token.index] ?? []).slice(0, MOST_KINDS).map((kind) => `k ${kind}`),
  ];
  if (names.size >= KEPT_NAMES) names.clear();
  names.set(key, made);
  return made;
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

/** What a word is to the pair: how far from either party, in which part of the sentence, where in the tree. */
function pairNames(view: PairView, at: number, places: readonly Place[], roles: Roles): readonly string[] {
  const { source, target, tree } = view;
  const head = tree.heads[at] ?? -1;
  const names = [
    source === null ? "s –" : (FROM_SOURCE[distance(at - source.head) + FARTHEST] ?? ""),
    target === null ? "t –" : (FROM_TARGET[distance(at - target.head) + FARTHEST] ?? ""),
    IN_REGION[regionOf(view, at, places)] ?? "",
  ];
  if (roles.up.has(at)) names.push("up");
  if (roles.down.has(at)) names.push("down");
  if (at === roles.top) names.push("top");
  if (head >= 0 && head === roles.top) names.push("child");
  if (roles.up.has(head) || roles.down.has(head)) names.push("under");
  if (at === source?.head) names.push("source");
  if (at === target?.head) names.push("target");
  if (head >= 0 && head === roles.next) names.push("clause");
  if (roles.objects.has(at)) names.push("object");
  if (at === roles.over) names.push("over");
  return names;
}

const NEAR = 4;
const STEPS = [6, 10, 16] as const;

const FARTHEST = NEAR + 1 + STEPS.length;

/** The names of distances and regions, made once. */
const named = (letter: string): readonly string[] =>
  Array.from({ length: 2 * FARTHEST + 1 }, (_, i) => `${letter} ${i - FARTHEST}`);
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

function regionBits(view: PairView, at: number, places: readonly Place[], roles: Roles): number {
  const head = view.tree.heads[at] ?? -1;
  const way = roles.up.has(at) || roles.down.has(at) || at === roles.top;
  const under = head >= 0 && (head === roles.top || roles.up.has(head) || roles.down.has(head) || head === roles.next);
  return (1 << regionOf(view, at, places)) | (way ? 1 << 5 : 0) | (under ? 1 << 6 : 0);
}
