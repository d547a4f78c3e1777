import { childBy, childrenBy } from "../../language/tree.js";
import type { PairView } from "./view.js";

/** Names of the places whose words the pair model looks at, in the order of its input. */
export const SLOTS = [
  "top",
  "up1",
  "up2",
  "down1",
  "down2",
  "down3",
  "topObject",
  "lowObject",
  "next",
  "nextObject",
  "over",
  "sourceHead",
  "targetHead",
  "after",
  "before",
  "lead",
  "topObjectMod",
  "lowMod",
] as const;

/** Token of each slot, -1 where it is empty. */
export type Slots = Readonly<Record<(typeof SLOTS)[number], number>>;

/** The words that tell what passes between two parties, found in the tree. */
export function slotsOf(view: PairView): Slots {
  const { tokens, up, down, source, target, top } = view;
  const at = (steps: PairView["up"], back: number): number => steps[steps.length - 1 - back]?.token ?? -1;
  const low = down[0]?.token ?? -1;
  const next = top === null ? -1 : complementOf(view, top);
  const topObject = top === null ? -1 : objectAt(view, top);
  const lowNoun = down.length > 1 ? (down[down.length - 2]?.token ?? -1) : -1;
  return {
    top: top ?? -1,
    up1: at(up, 1),
    up2: at(up, 2),
    down1: at(down, 1),
    down2: at(down, 2),
    down3: at(down, 3),
    topObject,
    lowObject: low < 0 || low === top ? -1 : objectAt(view, low),
    next,
    nextObject: next < 0 ? -1 : objectAt(view, next),
    over: top === null ? -1 : (view.tree.heads[top] ?? -1),
    sourceHead: source?.head ?? -1,
    targetHead: target?.head ?? -1,
    after: source === null ? -1 : firstWord(view, source.last + 1, 1),
    before: target === null ? -1 : firstWord(view, target.first - 1, -1),
    lead: tokens.findIndex((t) => t.upos === "VERB"),
    topObjectMod: topObject < 0 ? -1 : modifierOf(view, topObject),
    lowMod: lowNoun < 0 ? -1 : modifierOf(view, lowNoun),
  };
}

/** What says of which kind a noun is: “[mediation] effort”, “[hunger] strike”, “wave of [arrests]”. */
function modifierOf({ tree, tokens }: PairView, noun: number): number {
  const children = tree.children(noun);
  const before = children.filter((c) => ["compound", "amod"].includes(tree.relation(c)) && tokens[c]?.upos !== "PROPN");
  return before[before.length - 1] ?? children.find((c) => tree.relation(c) === "nmod" && c > noun) ?? -1;
}

/** Object of a verb that is not the target itself; of a passive the subject, of a noun what follows “of”. */
function objectAt({ tree, target, source }: PairView, predicate: number): number {
  const inside = (token: number): boolean =>
    [source, target].some((p) => p !== null && p.first <= token && token <= p.last);
  const object = childrenBy(tree, predicate, "obj", "nsubj:pass", "nmod").find((c) => !inside(c));
  return object ?? -1;
}

/** The clause under a predicate that tells what it is about: “agreed to [send]”, “refuses to [lift]”. */
function complementOf({ tree }: PairView, predicate: number): number {
  const own = childBy(tree, predicate, "xcomp", "ccomp");
  if (own !== null) return own;
  const object = childBy(tree, predicate, "obj");
  const under = object === null ? null : childBy(tree, object, "acl");
  return under ?? childBy(tree, predicate, "advcl", "acl", "parataxis") ?? -1;
}

const WORDS: ReadonlySet<string> = new Set(["VERB", "NOUN", "ADJ", "PROPN"]);

/** The first word of meaning from a place on. */
function firstWord({ tokens }: PairView, from: number, step: 1 | -1): number {
  for (let i = from; i >= 0 && i < tokens.length; i += step) if (WORDS.has(tokens[i]?.upos ?? "")) return i;
  return -1;
}
