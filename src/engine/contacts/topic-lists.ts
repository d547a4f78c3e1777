import { childrenBy } from "../language/tree.js";
import type { Sentence, Token } from "../language/types.js";
import { behindMarks, jointAt } from "./clause-ends.js";
import type { Cues } from "./cues.js";

/** A stretch of a sentence that is read as a list of topics: where it begins and what no longer belongs to it. */
export interface Stretch {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly cues: Cues;
}

/** How many tokens part one topic from the next at a token; 0 for none. */
export function splitAt(stretch: Stretch, at: number): number {
  const { tokens } = stretch.sentence;
  const word = (k: number): string => tokens[at + k]?.lower ?? "";
  const comma = word(0) === "," ? 1 : 0;
  if (word(0) === ":" && stretch.sentence.tokens[at + 1]?.start !== stretch.sentence.tokens[at]?.end) return 1; // no “12:30”
  if (word(comma) === "as" && word(comma + 1) === "well" && word(comma + 2) === "as") return comma + 3;
  if (comma === 1 && word(1) === "to" && word(2) === "include") return 3;
  if (word(comma) === "including") return at > stretch.start ? comma + 1 : 0;
  if (comma === 1 && word(1) === "in" && word(2) === "particular") return word(3) === "," ? 4 : 3;
  if (word(0) === "and" && stretch.cues.about.has(word(1))) return 2; // “about A and about B”
  if (word(0) === "and" && word(1) === "with" && stretch.sentence.tokens[stretch.start - 1]?.lower === "with") return 2;
  if (word(0) === "and" && isFullPair(stretch, at)) return 1;
  if (comma === 0 || isOnePhrase(stretch, at)) return 0;
  return word(1) === "and" ? 2 : 1;
}

/**
 * “the summit in Riga [and] the ambitions of the three”, “the ties of both [and] the need to act”: two phrases, each with
 * words of its own; “the safety and the health of workers” is one.
 */
function isFullPair({ sentence, start, end, cues }: Stretch, and: number): boolean {
  const { tokens, tree } = sentence;
  const { top, head } = jointAt(sentence, and + 1, end);
  const [left, right] = [tokens[head], tokens[top]];
  if (right?.upos !== "NOUN" || tree.relation(top) !== "conj" || tokens[and + 1]?.upos !== "DET") return false;
  if (!childrenBy(tree, top, "nmod", "acl").some((c) => c > top && c < end)) return false;
  if (cues.worth.has(right.lemma)) return true;
  if (head < start || !/^(?:NOUN|PROPN)$/.test(left?.upos ?? "")) return false;
  const isFirst = !childrenBy(tree, head, "case").some((c) => c >= start && tokens.slice(start, c).some(isName));
  return isFirst && childrenBy(tree, head, "nmod", "acl").some((c) => head < c && c < and);
}

/** “economic, political and military measures”, “Russia, Turkey, and Latvia”, “May 9, 2020”: a comma inside one phrase. */
function isOnePhrase(stretch: Stretch, comma: number): boolean {
  const { sentence, start, end } = stretch;
  const { tokens, tree } = sentence;
  const next = behindMarks(tokens, comma);
  if (hangsRight(stretch, comma, next)) return true;
  if (tokens[next]?.xpos === "VB") return false;
  const { top, head } = jointAt(sentence, next, end);
  const [left, right] = [tokens[head], tokens[top]];
  if (left === undefined || right === undefined || head < start || head > comma) return false;
  if (right.upos === "NUM" && tree.relation(top) !== "obj") return left.upos === "NUM" || left.upos === "PROPN";
  const owned = childrenBy(tree, head, "nmod:poss").length > 0; // “Israel's offensive, trade and …”: taken for an adjective
  if (left.upos === "ADJ" && !owned && tree.relation(top) === "conj") return true;
  if (left.upos !== "NOUN" && left.upos !== "PROPN") return false;
  // “bilateral, regional and global issues”, whose first word is taken for a noun
  if (right.upos === "ADJ" && top === next && tree.relation(top) === "conj" && childrenBy(tree, top, "det", "cop").length === 0) return true; // biome-ignore format: one line reads best
  if (isTownsCountry(sentence, comma, top)) return true;
  const list = [head, ...childrenBy(tree, head, "conj").filter((c) => c < end)];
  return list.includes(top) && isShared(stretch, head, list) && isEven(sentence, list);
}

/** “the summit in Tallinn, [Estonia]”: where a place lies. */
function isTownsCountry({ tokens, tree }: Sentence, comma: number, top: number): boolean {
  const [town, land] = [tokens[comma - 1], tokens[comma + 1]];
  if (town?.upos !== "PROPN" || land?.upos !== "PROPN" || tree.relation(top) === "conj") return false;
  return childrenBy(tree, comma - 1, "case").some((c) => /^(?:in|at|near|outside)$/.test(tokens[c]?.lower ?? ""));
}

/** “[strong], lasting ties”: what stands before the comma belongs to a noun behind it. */
function hangsRight({ sentence: { tree }, start, end }: Stretch, comma: number, next: number): boolean {
  let at = comma - 1;
  while (at > start && tree.relation(at) === "conj" && (tree.heads[at] ?? -1) >= start) at = tree.heads[at] ?? -1;
  const head = tree.heads[at] ?? -1;
  return head >= next && head < end && /^(?:amod|compound|nummod)/.test(tree.relation(at));
}

/**
 * “among [Russia], …”, “Finland's [freedom], security and …”: the words before the first of a list are meant of all; of a
 * named owner's only what every state has (“Israel's offensive, trade and …” are several things).
 */
function isShared(
  { sentence: { tree, tokens }, start, cues }: Stretch,
  first: number,
  list: readonly number[],
): boolean {
  const owner = childrenBy(tree, first, "nmod:poss").find((c) => c >= start);
  if (owner !== undefined && tokens[owner]?.upos === "PRON") return true; // “their citizens, staff and allies”
  if (owner !== undefined) return list.every((member) => cues.attribute.has(tokens[member]?.lemma ?? ""));
  const before = childrenBy(tree, first, "case").some((c) => tokens.slice(start, c).some(isName));
  const head = tree.heads[first] ?? -1;
  return before || (head >= start && head < first && /^(?:obj|nmod|obl)/.test(tree.relation(first)));
}

function isName({ upos }: Token): boolean {
  return upos === "NOUN" || upos === "PROPN" || upos === "VERB";
}

/** Whether the members of a list are of one kind and bare, so that none is a topic of its own. */
function isEven({ tokens, tree }: Sentence, list: readonly number[]): boolean {
  return list.every((member, i) => {
    if (tokens[member]?.upos !== tokens[list[0] ?? -1]?.upos) return false;
    if (i > 0 && childrenBy(tree, member, "det", "nmod:poss", "case").length > 0) return false;
    return i === list.length - 1 || !childrenBy(tree, member, "nmod", "acl").some((c) => c > member);
  });
}

/**
 * “the treaty, [signed in Oslo]”, “the Charter, [the only law of the sea]”, “the war, [including in the north]”: words behind
 * a comma that only add to the topic before them.
 *
 * @param next The first token behind the comma.
 */
export function isTail({ sentence, start, end, cues }: Stretch, next: number): boolean {
  const { tokens, tree } = sentence;
  const word = tokens[next];
  if (word === undefined || next <= start) return false;
  if (word.xpos === "IN" && !cues.about.has(word.lower) && !/^(?:of|that|whether|if)$/.test(word.lower)) return true;
  const led = tokens[next + 1]; // “especially in the north”
  if (word.upos === "ADV" && led?.xpos === "IN" && led.upos === "ADP" && !cues.about.has(led.lower)) return true;
  const { top, head } = jointAt(sentence, next, end);
  if (tokens[top]?.xpos === "VBN" && top <= next + 1 && /^(?:acl|advcl)/.test(tree.relation(top))) return true;
  if (listGoesOn(sentence, next, end, top)) return false;
  if (tree.relation(top) === "appos" && head >= start) return word.upos === "DET";
  return word.xpos === "VBG" && top === next && tree.relation(top) === "advcl";
}

/** “…, the rail [and the road]”: a list has a further member, so that what stands before it is one too. */
function listGoesOn(sentence: Sentence, start: number, end: number, top: number): boolean {
  const { tokens } = sentence;
  for (let at = start; at < end - 1; at++) {
    const word = tokens[at]?.lower;
    if (word === "," && /^(?:and|as)$/.test(tokens[at + 1]?.lower ?? "")) return true;
    if (word !== "and") continue;
    const { head } = jointAt(sentence, at + 1, end);
    if (head < start || head === top) return true;
  }
  return false;
}
