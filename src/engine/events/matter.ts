import type { TimeExpression } from "../dates/types.js";
import { childrenBy, isRelation } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { headOf, opensSentence } from "./when.js";

/**
 * The times of a sentence that may be those of a word said: “condemned the [March 1] attack”, “thanked Chad for the loan of
 * [February]” date what the word is about. The day of what it was said in (“at a meeting on Friday”) is its own.
 *
 * @param carrier The object of the verb: a day right behind it (“signed the treaty on Friday”) may hang on it in the tree.
 */
export function timesOfWord(
  clause: Clause,
  predicate: number,
  carrier: number | null,
  times: readonly TimeExpression[],
): readonly TimeExpression[] {
  if (times.length === 0) return times;
  const above = new Set<number>();
  for (let at = predicate; at >= 0 && !above.has(at); at = clause.tree.heads[at] ?? -1) above.add(at);
  return times.filter((time) => !isOfMatter(clause, above, carrier, time));
}

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON"]);

function isOfMatter(clause: Clause, above: ReadonlySet<number>, carrier: number | null, time: TimeExpression): boolean {
  const { tree, tokens } = clause;
  if (opensSentence(clause, time)) return false;
  const hanging = headOf(tree.heads, time);
  const nouns: number[] = [];
  for (
    let at = tree.heads[hanging] ?? -1;
    at >= 0 && !above.has(at) && nouns.length < MOST;
    at = tree.heads[at] ?? -1
  ) {
    if (!NOMINAL.has(tokens[at]?.upos ?? "")) continue;
    if (isSetting(clause, at) || tree.relation(at) === "nsubj") return false;
    nouns.push(at);
  }
  const [nearest] = nouns;
  if (nearest === undefined) return false;
  const mark = childrenBy(tree, hanging, "case").map((c) => tokens[c]?.lower ?? "");
  const behind = time.first > nearest && (mark.length === 0 || mark.includes("on"));
  return !(behind && tree.heads[hanging] === nearest && (nearest === carrier || tokens[nearest]?.upos === "PROPN"));
}

const MOST = 20; // nouns above a time
const WITHIN: ReadonlySet<string> = new Set(["in", "at", "during"]);

/** “in a speech”, “at the meeting”, “during a call”: in what a word is said. */
function isSetting({ tree, tokens }: Clause, noun: number): boolean {
  if (!isRelation(tree.relation(noun), "obl")) return false;
  return childrenBy(tree, noun, "case").some((c) => WITHIN.has(tokens[c]?.lower ?? ""));
}
