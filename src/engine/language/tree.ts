import type { Span } from "../base/span.js";
import type { Sentence, Token, Tree } from "./types.js";

/** A tree held in two arrays; children are listed when first asked for. */
export class DependencyTree implements Tree {
  private childLists: readonly (readonly number[])[] | null = null;

  /**
   * @param heads Head of each token, -1 for the root.
   * @param relations Number of each token's relation in `names`.
   */
  constructor(
    readonly heads: Int16Array,
    private readonly relations: Uint8Array,
    private readonly names: readonly string[],
  ) {}

  relation(index: number): string {
    return this.names[this.relations[index] ?? -1] ?? "dep";
  }

  children(index: number): readonly number[] {
    this.childLists ??= listChildren(this.heads);
    return this.childLists[index] ?? [];
  }
}

function listChildren(heads: Int16Array): readonly (readonly number[])[] {
  const lists: number[][] = Array.from(heads, () => []);
  heads.forEach((head, index) => {
    lists[head]?.push(index);
  });
  return lists;
}

const COLON = 58;

/** Whether a relation is `wanted` itself or a subtype of it (“nsubj:pass” is a “nsubj”). */
export function isRelation(relation: string, wanted: string): boolean {
  if (!relation.startsWith(wanted)) return false;
  return relation.length === wanted.length || relation.charCodeAt(wanted.length) === COLON;
}

/** The first dependent with one of these relations, subtypes included; null where there is none. */
export function childBy(tree: Tree, index: number, ...wanted: readonly string[]): number | null {
  for (const child of tree.children(index)) if (isOneOf(tree.relation(child), wanted)) return child;
  return null;
}

/** All dependents with one of these relations, subtypes included. */
export function childrenBy(tree: Tree, index: number, ...wanted: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (const child of tree.children(index)) if (isOneOf(tree.relation(child), wanted)) found.push(child);
  return found;
}

/** Written as a loop: every stage asks for dependents, of every predicate again and again. */
function isOneOf(relation: string, wanted: readonly string[]): boolean {
  for (const one of wanted) if (isRelation(relation, one)) return true;
  return false;
}

const MAX_CLIMB = 20; // conjuncts and open complements climbed for a shared subject

/**
 * The grammatical subject of a predicate. A verb without one shares that of the verb it is coordinated with, or that
 * of the verb whose open complement it is (“agreed to meet”: whoever agreed; “asked Rahmon to come”: the one asked).
 */
export function subjectOf({ tree }: Sentence, predicate: number): number | null {
  let at = predicate;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const own = childBy(tree, at, "nsubj", "csubj");
    if (own !== null) return own;
    const head = tree.heads[at] ?? -1;
    const relation = tree.relation(at);
    if (head < 0 || !(relation === "conj" || relation === "xcomp")) return null;
    const asked = relation === "xcomp" ? childBy(tree, head, "obj", "iobj") : null;
    if (asked !== null && asked !== at) return asked;
    at = head;
  }
  return null;
}

/** The direct object of a predicate. */
export function objectOf({ tree }: Sentence, predicate: number): number | null {
  return childBy(tree, predicate, "obj");
}

/** Whether a predicate stands in the passive (“was received”, “got killed”). */
export function isPassive({ tree }: Sentence, predicate: number): boolean {
  return tree.children(predicate).some((child) => {
    const relation = tree.relation(child);
    return (
      relation === "aux:pass" || relation === "nsubj:pass" || relation === "csubj:pass" || relation === "obl:agent"
    );
  });
}

/** Who acts: the subject of an active predicate, the “by” phrase of a passive one; null where the passive names none. */
export function agentOf(sentence: Sentence, predicate: number): number | null {
  if (!isPassive(sentence, predicate)) return subjectOf(sentence, predicate);
  const { tree, tokens } = sentence;
  const by = (i: number): boolean => childrenBy(tree, i, "case").some((c) => tokens[c]?.lower === "by");
  return (
    childBy(tree, predicate, "obl:agent") ??
    childrenBy(tree, predicate, "obl").find((i) => by(i) && tree.relation(i) === "obl") ??
    null
  );
}

/** Whom or what the act befalls: the object of an active predicate, the subject of a passive one. */
export function patientOf(sentence: Sentence, predicate: number): number | null {
  return isPassive(sentence, predicate) ? subjectOf(sentence, predicate) : objectOf(sentence, predicate);
}

const NOT: ReadonlySet<string> = new Set(["not", "n't", "never", "neither", "nor", "hardly", "scarcely", "barely"]);
const NONE: ReadonlySet<string> = new Set(["no", "none", "nobody", "nothing", "neither", "no-one"]);

/** Whether a word is denied by “not”, “never”, “neither …”, or by a “no” on itself, its subject or its object. */
export function negated(sentence: Sentence, index: number): boolean {
  const { tree, tokens } = sentence;
  const isIn = (set: ReadonlySet<string>, i: number | null): boolean => i !== null && set.has(tokens[i]?.lower ?? "");
  const denied = childrenBy(tree, index, "advmod", "cc", "det").some((child) => isIn(NOT, child) || isIn(NONE, child));
  if (denied) return true;
  const core = [childBy(tree, index, "nsubj"), childBy(tree, index, "obj")];
  return core.some((arg) => arg !== null && (isIn(NONE, arg) || isIn(NONE, childBy(tree, arg, "det"))));
}

/** Tags of finite verb forms and modals. */
export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);

const SPAN_OF_TIME = /^(?:minutes?|hours?|days?|weeks?|months?|years?)$/;

/**
 * “The rebels [released] at least twelve hostages.”: a participle under the root, before a count, in a sentence that has no
 * other verb and ends in a full stop, is its verb.
 */
export function isHiddenVerb({ tree, tokens }: Sentence, at: number): boolean {
  const head = tree.heads[at] ?? -1;
  if (tree.relation(at) !== "acl" || tree.relation(head) !== "root" || tokens[at]?.xpos !== "VBN") return false;
  const next = tokens[at + 1];
  if (SPAN_OF_TIME.test(tokens[at + 2]?.lower ?? "")) return false; // “hostages released 12 days ago”
  const counts = next?.upos === "NUM" || (next?.lower === "at" && /^(?:least|most)$/.test(tokens[at + 2]?.lower ?? ""));
  return counts && tokens[tokens.length - 1]?.text === "." && !tokens.some((t) => FINITE.has(t.xpos));
}

const CLAUSAL: ReadonlySet<string> = new Set(["root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"]);

/** The head of the innermost clause that holds a word: the word itself if it heads one. */
export function clauseOf({ tree, tokens }: Sentence, index: number): number {
  let at = index;
  for (let climbed = 0; climbed <= tokens.length; climbed++) {
    const relation = tree.relation(at).split(":")[0] ?? "";
    const head = tree.heads[at] ?? -1;
    if (head < 0 || CLAUSAL.has(relation)) return at;
    if (relation === "conj" && isPredicate(tree, tokens[at])) return at;
    at = head;
  }
  return at;
}

function isPredicate(tree: Tree, token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.upos === "VERB" || childBy(tree, token.index, "cop", "nsubj", "aux") !== null;
}

/** Tokens of the subtree under a word, the word included, in order. */
export function subtree({ tree }: Sentence, index: number): readonly number[] {
  const found = [index];
  for (let i = 0; i < found.length; i++) found.push(...tree.children(found[i] ?? -1));
  return found.sort((a, b) => a - b);
}

/** From the first to the last character of the subtree under a word, in the document's text. */
export function subtreeSpan(sentence: Sentence, index: number): Span {
  const words = subtree(sentence, index);
  const first = sentence.tokens[words[0] ?? index];
  const last = sentence.tokens[words[words.length - 1] ?? index];
  return [first?.start ?? sentence.span[0], last?.end ?? sentence.span[1]];
}

/** A word's heads, from itself up to the root. */
export function ancestors(tree: Tree, index: number): readonly number[] {
  const found: number[] = [];
  for (let at = index; at >= 0 && found.length <= tree.heads.length; at = tree.heads[at] ?? -1) found.push(at);
  return found;
}

/**
 * The way through the tree from one word to another: “<nsubj >obj” goes up from a subject and down to an object.
 * Empty for a word and itself.
 */
export function path(tree: Tree, from: number, to: number): string {
  const up = ancestors(tree, from);
  const down = ancestors(tree, to);
  const meeting = up.find((i) => down.includes(i)) ?? -1;
  const rising = up.slice(0, up.indexOf(meeting)).map((i) => `<${tree.relation(i)}`);
  const falling = down
    .slice(0, down.indexOf(meeting))
    .reverse()
    .map((i) => `>${tree.relation(i)}`);
  return [...rising, ...falling].join(" ");
}
