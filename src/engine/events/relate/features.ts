import { childrenBy, negated } from "../../language/tree.js";
import type { Token } from "../../language/types.js";
import type { Names } from "./names.js";
import type { SentenceWords } from "./sentence-words.js";
import { SLOTS, type Slots } from "./slots.js";
import type { PairView, Step } from "./view.js";

/** What the features of a pair are read from. */
export interface FeatureSource {
  readonly view: PairView;
  readonly words: SentenceWords;
  readonly slots: Slots;
  /** Tokens whose vectors are averaged, one list a region. */
  readonly regions: readonly (readonly number[])[];
}

/** Names the sparse features of the tree and its words' classes. */
export function nameTree(names: Names, source: FeatureSource): void {
  nameSlots(names, source);
  namePaths(names, source);
  nameModality(names, source);
}

const NO_KINDS: readonly string[] = [];
const kindsAt = ({ words }: FeatureSource, at: number): readonly string[] => words.kinds[at] ?? NO_KINDS;
const lemmaAt = ({ words }: FeatureSource, at: number): string => words.lemmas[at] ?? "–";

function nameSlots(names: Names, source: FeatureSource): void {
  const { slots } = source;
  for (const name of SLOTS) {
    names.add(name, "=", lemmaAt(source, slots[name]));
    for (const kind of kindsAt(source, slots[name])) names.add(name, "~", kind);
  }
  const [top, object, next, low] = [slots.top, slots.topObject, slots.next, slots.down1];
  const both = (name: string, a: number, b: number): void =>
    names.add(name, "=", lemmaAt(source, a), " ", lemmaAt(source, b));
  both("top+obj", top, object);
  both("obj+mod", slots.topObjectMod, object);
  both("top+mod", top, slots.topObjectMod);
  both("top+next", top, next);
  both("top+low", top, low);
  both("next+obj", next, slots.nextObject);
  pairKinds(names, "top+obj", source, top, object);
  pairKinds(names, "top+mod", source, top, slots.topObjectMod);
  pairKinds(names, "top+next", source, top, next);
  pairKinds(names, "top+low", source, top, low);
  pairKinds(names, "next+obj", source, next, slots.nextObject);
}

function pairKinds(names: Names, name: string, source: FeatureSource, a: number, b: number): void {
  const [first, second] = [source.words.lemmas[a], source.words.lemmas[b]];
  if (first === undefined || second === undefined) return;
  const others = kindsAt(source, b);
  for (const x of kindsAt(source, a)) {
    names.add(name, "~", x, " ", second);
    for (const y of others) names.add(name, "~", x, " ", y);
  }
  for (const y of others) names.add(name, "~", first, " ", y);
}

function namePaths(names: Names, source: FeatureSource): void {
  const { view, slots } = source;
  const { up, down } = view;
  const links = (steps: readonly Step[]): string => steps.map((s) => baseOf(s.link)).join(" ");
  const full = (steps: readonly Step[]): string => steps.map((s) => s.link).join(" ");
  const words = (steps: readonly Step[]): string => steps.map((s) => lemmaAt(source, s.token)).join(" ");
  const top = lemmaAt(source, slots.top);
  const [rise, fall] = [full(up), full(down)];
  const first = `${up[0]?.link ?? "–"}|${down[0]?.link ?? "–"}`;
  names.add("order=", orderOf(view));
  names.add("up=", rise);
  names.add("down=", fall);
  names.add("path=", links(up), "|", links(down));
  names.add("words=", words(up), "|", words(down));
  names.add("top+up=", top, " ", rise);
  names.add("top+down=", top, " ", fall);
  names.add("first=", first);
  names.add("top+first=", top, " ", first);
  names.add("low+link=", lemmaAt(source, down[0]?.token ?? -1), " ", down[0]?.link ?? "–");
  for (const kind of kindsAt(source, slots.top)) {
    names.add("kind+up=", kind, " ", rise);
    names.add("kind+down=", kind, " ", fall);
  }
  for (const steps of [up, down])
    for (const { token } of steps) {
      names.add("on=", lemmaAt(source, token));
      for (const kind of kindsAt(source, token)) names.add("on~", kind);
    }
}

function baseOf(link: string): string {
  const colon = link.indexOf(":");
  return colon < 0 ? link : link.slice(0, colon);
}

/** Tense, voice, negation, auxiliaries, particles and conjunctions of the predicates on the way. */
function nameModality(names: Names, source: FeatureSource): void {
  const { view, slots } = source;
  for (const name of ["top", "next", "down1", "over"] as const) {
    const token = view.tokens[slots[name]];
    if (token === undefined) continue;
    const own = lemmaAt(source, token.index);
    const [objects, clauses] = [kindsAt(source, slots.topObject), kindsAt(source, slots.next)];
    for (const mark of modalityOf(view, token)) {
      names.add(name, "!", mark);
      names.grow(" ", own);
      if (name !== "top") continue;
      for (const kind of kindsAt(source, token.index)) names.add(name, "!", mark, " ", kind);
      for (const kind of clauses) names.add(name, "!", mark, " > ", kind);
      for (const kind of objects) {
        names.add(name, "!", mark, " + ", kind);
        names.add(name, "!", mark, " ", `${own} + ${kind}`);
      }
    }
  }
  for (const { lower } of view.tokens) if (CONDITIONS.has(lower)) names.add("if=", lower);
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
export function regionsOf({ tokens, source, target, up, down }: PairView): readonly (readonly number[])[] {
  const both = [source, target].filter((p) => p !== null).sort((a, b) => a.first - b.first);
  const [first, last] = [both[0], both[both.length - 1]];
  const range = (from: number, to: number): readonly number[] => {
    const found: number[] = [];
    for (let i = Math.max(0, from); i < to && i < tokens.length; i++) found.push(i);
    return found;
  };
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

/** Names the sparse features of the words around the parties. */
export function nameRegions(names: Names, source: FeatureSource): void {
  const { view, words, regions } = source;
  const order = orderOf(view);
  NAMES.forEach((name, r) => {
    if (name === "way") return;
    const all = regions[r] ?? [];
    const near = name === "before" ? all.slice(-WINDOW) : name === "after" ? all.slice(0, WINDOW) : all;
    const region = name === "between" ? BETWEEN[order] : name;
    const party = name === "source" || name === "target";
    const lemmas: string[] = [];
    for (const i of near) if (view.tokens[i]?.upos !== "PUNCT") lemmas.push(words.lemmas[i] ?? "");
    for (let i = 0; i < lemmas.length; i++) {
      names.add(region, ":", lemmas[i]);
      if (party) continue;
      const [next, third] = [lemmas[i + 1], lemmas[i + 2]];
      if (next !== undefined) names.grow(" ", next);
      if (third !== undefined) names.grow(" ", third);
    }
    for (const i of near) for (const kind of kindsAt(source, i)) names.add(region, "~", kind);
  });
}

const BETWEEN = { st: "between/st", ts: "between/ts" } as const;
