import { isHiddenVerb } from "../language/tree.js";
import type { Sentence } from "../language/types.js";
import type { Scan } from "./scan.js";

/** First and last token of a phrase. */
export type TokenRange = readonly [first: number, last: number];

/** What may stand before the head of a noun phrase. */
const BEFORE: ReadonlySet<string> = new Set([
  "det",
  "amod",
  "compound",
  "nummod",
  "nmod:poss",
  "advmod",
  "flat",
  "det:predet",
]);
/** What may follow it and still says who is meant. */
const AFTER: ReadonlySet<string> = new Set(["nmod", "acl", "flat", "compound", "fixed", "nummod"]);
const LONGEST = 26; // tokens of a phrase; a longer one is a parser's mistake more often than not
const LONGEST_PARTICIPLE = 9; // tokens of “affected by the flood in the south”; what is longer tells a story

/** The token of a range that the others hang on; `null` when they hang on several. */
export function topOf({ tree }: Sentence, [first, last]: TokenRange): number | null {
  let top: number | null = null;
  for (let i = first; i <= last; i++) {
    const head = tree.heads[i] ?? -1;
    if (head >= first && head <= last) continue;
    if (tree.relation(i) === "punct" || tree.relation(i) === "case") continue;
    if (top !== null) return null;
    top = i;
  }
  return top;
}

/**
 * The whole noun phrase around a head: determiners, adjectives, numbers and possessors before it; with `wide`, also what
 * follows and tells who is meant (“the families of the miners”, “those affected by the flood”), up to the first comma.
 */
export function extentOf(scan: Scan, head: number, wide: boolean): TokenRange {
  const first = firstOf(scan, head);
  return [first, wide ? lastOf(scan, head, first) : head];
}

function firstOf(scan: Scan, head: number): number {
  const { tree } = scan.sentence;
  let first = head;
  const children = tree.children(head).filter((c) => c < head);
  for (const child of children.reverse()) {
    const relation = tree.relation(child);
    if (relation === "punct" && /^[-‐‑–“"‘]$/.test(scan.lower(child)) && child === first - 1) continue;
    if (!BEFORE.has(relation)) break;
    if (relation === "advmod" && !scan.is(child, "quantifier")) break;
    const [from, to] = reach(scan, child);
    if (to >= head || head - from > LONGEST) break;
    first = Math.min(first, from);
  }
  return first < head && /^(?:and|but|or|&)$/.test(scan.lower(first)) ? first + 1 : first; // “[and] Ghana's president”
}

function lastOf(scan: Scan, head: number, first: number): number {
  const { tree } = scan.sentence;
  let last = head;
  for (const child of tree.children(head)) {
    if (child <= head) continue;
    const relation = tree.relation(child);
    if (!(AFTER.has(relation) || isAllegiance(scan, child, relation)) || !tied(scan, child, relation)) break;
    const [from, to] = reach(scan, child);
    if (from > last + 1 || to - first > LONGEST || (relation === "acl" && !shortParticiple(scan, child, to))) break;
    const stop = stopIn(scan, last + 1, to);
    if (stop !== null) return Math.max(last, stop - 1);
    last = Math.max(last, to);
  }
  return last;
}

/** “rebels [loyal to Machar]”, “a militia [allied with the government]”: an adjective with whose they are. */
function isAllegiance({ sentence: { tree } }: Scan, child: number, relation: string): boolean {
  return relation === "amod" && tree.children(child).some((c) => c > child && /^(?:obl|nmod)$/.test(tree.relation(c)));
}

/** “affected by the flood”, “seeking asylum”; not “to sign”, nor a past form that is the sentence's own verb. */
function shortParticiple(scan: Scan, at: number, last: number): boolean {
  return (
    /^VB[GN]$/.test(scan.tokens[at]?.xpos ?? "") && last - at < LONGEST_PARTICIPLE && !isHiddenVerb(scan.sentence, at)
  );
}

function stopIn(scan: Scan, from: number, to: number): number | null {
  for (let i = from; i <= to; i++) if (/^[,;:—(]$/.test(scan.lower(i))) return i;
  return null;
}

/** Whether what follows a head belongs to it: no day, no “after the talks”. */
function tied(scan: Scan, child: number, relation: string): boolean {
  if (relation !== "nmod") return true;
  if (scan.tokens[child]?.upos === "NUM" || scan.is(child, "calendar")) return false;
  const { tree } = scan.sentence;
  const marker = tree.children(child).find((c) => tree.relation(c) === "case");
  return marker !== undefined && scan.is(marker, "tie");
}

/** “dozens of [activists]”, “a large number of [Syrians]”: the word that counts the noun, else the noun itself. */
export function countedBy(scan: Scan, noun: number): number {
  const { tree } = scan.sentence;
  const head = tree.heads[noun] ?? -1;
  const of = tree.relation(noun) === "nmod" && scan.lower(head + 1) === "of" && head < noun;
  return of && scan.is(head, "quantity") ? head : noun;
}

/** The preposition that ties a word to its head; `""` for none. */
export function markerOf(scan: Scan, index: number): string {
  const { tree } = scan.sentence;
  const marker = tree.children(index).find((c) => tree.relation(c) === "case" && c < index);
  return marker === undefined ? "" : scan.lower(marker);
}

/** First and last token of what hangs on a word. */
function reach({ sentence: { tree } }: Scan, index: number): TokenRange {
  let [first, last] = [index, index];
  const open = [index];
  for (let i = 0; i < open.length; i++)
    for (const child of tree.children(open[i] ?? -1)) {
      open.push(child);
      if (child < first) first = child;
      if (child > last) last = child;
    }
  return [first, last];
}
