import { ancestors, isRelation } from "../../language/tree.js";
import type { Sentence, Token, Tree } from "../../language/types.js";

/** Tokens of a party, first and last, and the one that heads them. */
export interface Place {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** A predicate, or a noun between a party and its predicate, as a step of the way to the top of the tree. */
export interface Step {
  readonly token: number;
  /** Relation by which the step before hangs on this token, with its preposition: “nsubj”, “obl:to”, “nmod:poss”. */
  readonly link: string;
}

/** What the two parties of a sentence stand in, as the pair model reads it. */
export interface PairView {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly tree: Tree;
  readonly source: Place | null;
  readonly target: Place | null;
  /** From each party up to the word that joins them, that word included. */
  readonly up: readonly Step[];
  readonly down: readonly Step[];
  /** The word where the ways of the two meet; of a lone party the word that governs it. */
  readonly top: number | null;
}

const MAX_STEPS = 12;

/** Looks at a sentence from its two parties. */
export function viewPair(sentence: Sentence, source: Place | null, target: Place | null): PairView {
  const { tokens, tree } = sentence;
  const up = source === null ? [] : climb(sentence, source.head);
  const down = target === null ? [] : climb(sentence, target.head);
  const meeting =
    source === null || target === null
      ? null
      : (ancestors(tree, source.head).find((a) => ancestors(tree, target.head).includes(a)) ?? null);
  const cut = (steps: readonly Step[]): readonly Step[] => {
    const at = steps.findIndex((s) => s.token === meeting);
    return at < 0 ? steps.slice(0, meeting === null ? MAX_STEPS : 0) : steps.slice(0, at + 1);
  };
  const top = meeting ?? (up.length > 0 ? up : down)[0]?.token ?? null;
  return { sentence, tokens, tree, source, target, up: cut(up), down: cut(down), top };
}

function climb({ tree, tokens }: Sentence, head: number): readonly Step[] {
  const steps: Step[] = [];
  for (let at = head; steps.length < MAX_STEPS; ) {
    const next = tree.heads[at] ?? -1;
    if (next < 0) break;
    steps.push({ token: next, link: linkOf(tree, tokens, at) });
    at = next;
  }
  return steps;
}

/** A token's relation, with its preposition or its conjunction where it has one. */
export function linkOf(tree: Tree, tokens: readonly Token[], token: number): string {
  const relation = tree.relation(token);
  const base = relation.split(":")[0] ?? relation;
  const marked = ["obl", "nmod", "advcl", "acl"].includes(base) && relation !== "nmod:poss";
  if (!marked) return relation;
  const marker = tree
    .children(token)
    .find((c) => isRelation(tree.relation(c), "case") || isRelation(tree.relation(c), "mark"));
  return marker === undefined ? relation : `${base}:${tokens[marker]?.lower ?? ""}`;
}

/** The token of a phrase on which the others hang: the one nearest the root, of several the first. */
export function placeOf({ tree, tokens }: Sentence, first: number, last: number): Place {
  let head = first;
  let depth = Number.POSITIVE_INFINITY;
  for (let i = first; i <= last && i < tokens.length; i++) {
    if (tokens[i]?.upos === "PUNCT") continue;
    const above = ancestors(tree, i).length;
    if (above < depth) [head, depth] = [i, above];
  }
  return { first, last, head };
}

/** The tokens that a span of the text covers, in whole or in part; `null` where it covers none. */
export function tokensIn({ tokens }: Sentence, [start, end]: readonly [number, number]): [number, number] | null {
  const first = tokens.findIndex((t) => t.end > start && t.start < end);
  if (first < 0) return null;
  let last = first;
  while ((tokens[last + 1]?.start ?? end) < end) last++;
  return [first, last];
}
