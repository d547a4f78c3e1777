import { childrenBy, negated } from "../../language/tree.js";
import type { Token } from "../../language/types.js";
import type { Kinds } from "./kinds.js";
import { SLOTS, type Slots, slotsOf } from "./slots.js";
import type { PairView, Step } from "./view.js";

/** What the pair model reads of two parties in their sentence. */
export interface PairFeatures {
  /** Sparse features of the tree and its words' classes, by name. */
  readonly tree: readonly string[];
  /** Sparse features of the words around the parties, by name. */
  readonly words: readonly string[];
  /** Tokens whose word vectors are read. */
  readonly slots: Slots;
  /** Tokens whose vectors are averaged, one list a region. */
  readonly regions: readonly (readonly number[])[];
}

/** Reads a pair's features from the tree, the frames' word classes and the words around the two. */
export function featuresOf(view: PairView, kinds: Kinds): PairFeatures {
  const slots = slotsOf(view);
  const regions = regionsOf(view);
  const tree = new Set<string>();
  addSlots(tree, view, slots, kinds);
  addPaths(tree, view, slots, kinds);
  addModality(tree, view, slots, kinds);
  const words = new Set<string>();
  addRegions(words, view, regions, kinds);
  return { tree: [...tree], words: [...words], slots, regions };
}

const lemma = (view: PairView, at: number): string => view.tokens[at]?.lemma.toLowerCase() ?? "–";

function addSlots(keys: Set<string>, view: PairView, slots: Slots, kinds: Kinds): void {
  for (const name of SLOTS) {
    const token = view.tokens[slots[name]];
    keys.add(`${name}=${token === undefined ? "–" : token.lemma.toLowerCase()}`);
    if (token !== undefined) for (const kind of kinds(token)) keys.add(`${name}~${kind}`);
  }
  const [top, object, next, low] = [slots.top, slots.topObject, slots.next, slots.down1];
  keys.add(`top+obj=${lemma(view, top)} ${lemma(view, object)}`);
  keys.add(`obj+mod=${lemma(view, slots.topObjectMod)} ${lemma(view, object)}`);
  keys.add(`top+mod=${lemma(view, top)} ${lemma(view, slots.topObjectMod)}`);
  keys.add(`top+next=${lemma(view, top)} ${lemma(view, next)}`);
  keys.add(`top+low=${lemma(view, top)} ${lemma(view, low)}`);
  keys.add(`next+obj=${lemma(view, next)} ${lemma(view, slots.nextObject)}`);
  pairKinds(keys, "top+obj", view, top, object, kinds);
  pairKinds(keys, "top+mod", view, top, slots.topObjectMod, kinds);
  pairKinds(keys, "top+next", view, top, next, kinds);
  pairKinds(keys, "top+low", view, top, low, kinds);
  pairKinds(keys, "next+obj", view, next, slots.nextObject, kinds);
}

function pairKinds(keys: Set<string>, name: string, view: PairView, a: number, b: number, kinds: Kinds): void {
  const [first, second] = [view.tokens[a], view.tokens[b]];
  if (first === undefined || second === undefined) return;
  for (const x of kinds(first)) {
    keys.add(`${name}~${x} ${second.lemma.toLowerCase()}`);
    for (const y of kinds(second)) keys.add(`${name}~${x} ${y}`);
  }
  for (const y of kinds(second)) keys.add(`${name}~${first.lemma.toLowerCase()} ${y}`);
}

function addPaths(keys: Set<string>, view: PairView, slots: Slots, kinds: Kinds): void {
  const { up, down } = view;
  const links = (steps: readonly Step[]): string => steps.map((s) => s.link.split(":")[0]).join(" ");
  const full = (steps: readonly Step[]): string => steps.map((s) => s.link).join(" ");
  const words = (steps: readonly Step[]): string => steps.map((s) => lemma(view, s.token)).join(" ");
  const top = lemma(view, slots.top);
  keys.add(`order=${orderOf(view)}`);
  keys.add(`up=${full(up)}`);
  keys.add(`down=${full(down)}`);
  keys.add(`path=${links(up)}|${links(down)}`);
  keys.add(`words=${words(up)}|${words(down)}`);
  keys.add(`top+up=${top} ${full(up)}`);
  keys.add(`top+down=${top} ${full(down)}`);
  keys.add(`first=${up[0]?.link ?? "–"}|${down[0]?.link ?? "–"}`);
  keys.add(`top+first=${top} ${up[0]?.link ?? "–"}|${down[0]?.link ?? "–"}`);
  keys.add(`low+link=${lemma(view, down[0]?.token ?? -1)} ${down[0]?.link ?? "–"}`);
  const head = view.tokens[slots.top];
  for (const kind of head === undefined ? [] : kinds(head)) {
    keys.add(`kind+up=${kind} ${full(up)}`);
    keys.add(`kind+down=${kind} ${full(down)}`);
  }
  for (const step of [...up, ...down]) {
    keys.add(`on=${lemma(view, step.token)}`);
    const token = view.tokens[step.token];
    for (const kind of token === undefined ? [] : kinds(token)) keys.add(`on~${kind}`);
  }
}

/** Tense, voice, negation, auxiliaries, particles and conjunctions of the predicates on the way. */
function addModality(keys: Set<string>, view: PairView, slots: Slots, kinds: Kinds): void {
  for (const name of ["top", "next", "down1", "over"] as const) {
    const at = slots[name];
    const token = view.tokens[at];
    if (token === undefined) continue;
    const marks = modalityOf(view, token);
    for (const mark of marks) {
      keys.add(`${name}!${mark}`);
      keys.add(`${name}!${mark} ${token.lemma.toLowerCase()}`);
      if (name !== "top") continue;
      const object = view.tokens[slots.topObject];
      const next = view.tokens[slots.next];
      for (const kind of kinds(token)) keys.add(`${name}!${mark} ${kind}`);
      if (next !== undefined) for (const kind of kinds(next)) keys.add(`${name}!${mark} > ${kind}`);
      if (object !== undefined)
        for (const kind of kinds(object)) {
          keys.add(`${name}!${mark} + ${kind}`);
          keys.add(`${name}!${mark} ${token.lemma.toLowerCase()} + ${kind}`);
        }
    }
  }
  for (const { lower } of view.tokens) if (CONDITIONS.has(lower)) keys.add(`if=${lower}`);
}

const CONDITIONS: ReadonlySet<string> = new Set(["unless", "until", "if", "before", "despite", "although"]);

function modalityOf(view: PairView, { index, xpos }: Token): readonly string[] {
  const { tree, tokens } = view;
  const marks = [xpos];
  if (negated(view.sentence, index)) marks.push("not");
  for (const child of childrenBy(tree, index, "aux", "cop", "compound", "mark", "advmod")) {
    const relation = tree.relation(child);
    const word = tokens[child];
    if (word !== undefined && (relation !== "compound" || word.upos === "ADP")) marks.push(`${relation} ${word.lower}`);
  }
  return marks;
}

const NAMES = ["before", "between", "after", "source", "target", "way"] as const;

/** Tokens before the first party, between the two, after the last, of each, and on the way between them in the tree. */
function regionsOf({ tokens, source, target, up, down }: PairView): readonly (readonly number[])[] {
  const both = [source, target].filter((p) => p !== null).sort((a, b) => a.first - b.first);
  const [first, last] = [both[0], both[both.length - 1]];
  const range = (from: number, to: number): readonly number[] =>
    tokens.slice(Math.max(0, from), Math.max(0, to)).map((t) => t.index);
  const start = first?.first ?? 0;
  const lone = both.length < 2;
  return [
    range(0, start),
    lone ? [] : range((first?.last ?? -1) + 1, last?.first ?? 0),
    range((last?.last ?? -1) + 1, tokens.length),
    source === null ? [] : range(source.first, source.last + 1),
    target === null ? [] : range(target.first, target.last + 1),
    [...new Set([...up, ...down].map((s) => s.token))],
  ];
}

const WINDOW = 10; // words of a region nearest the parties whose order counts

/** Whether the source stands first. */
function orderOf(view: PairView): "st" | "ts" {
  return (view.source?.first ?? 0) <= (view.target?.first ?? 0) ? "st" : "ts";
}

function addRegions(keys: Set<string>, view: PairView, regions: readonly (readonly number[])[], kinds: Kinds): void {
  const order = orderOf(view);
  NAMES.forEach((name, r) => {
    if (name === "way") return;
    const tokens = (regions[r] ?? []).flatMap((i) => view.tokens[i] ?? []);
    const near = name === "before" ? tokens.slice(-WINDOW) : name === "after" ? tokens.slice(0, WINDOW) : tokens;
    const region = name === "between" ? `${name}/${order}` : name;
    const words = near.filter((t) => t.upos !== "PUNCT").map((t) => t.lemma.toLowerCase());
    words.forEach((word, i) => {
      keys.add(`${region}:${word}`);
      if (name === "source" || name === "target") return;
      if (words[i + 1] !== undefined) keys.add(`${region}:${word} ${words[i + 1]}`);
      if (words[i + 2] !== undefined) keys.add(`${region}:${word} ${words[i + 1]} ${words[i + 2]}`);
    });
    for (const token of near) for (const kind of kinds(token)) keys.add(`${region}~${kind}`);
  });
}
