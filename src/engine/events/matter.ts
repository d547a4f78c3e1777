import type { TimeExpression } from "../dates/types.js";
import { ancestors, childrenBy, isRelation } from "../language/tree.js";
import type { Clause } from "./clause.js";
import type { EventLexicon } from "./lexicon.js";
import { headOf, opensSentence } from "./when.js";

type Lexicon = Pick<EventLexicon, "classes">;

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
  lexicon: Lexicon,
): readonly TimeExpression[] {
  if (times.length === 0) return times;
  const above = new Set(ancestors(clause.tree, predicate));
  return times.filter((time) => !isOfMatter(clause, above, carrier, time, lexicon));
}

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON"]);

function isOfMatter(
  clause: Clause,
  above: ReadonlySet<number>,
  carrier: number | null,
  time: TimeExpression,
  lexicon: Lexicon,
): boolean {
  const { tree, tokens } = clause;
  if (opensSentence(clause, time)) return false;
  const hanging = headOf(tree.heads, time);
  const nouns: number[] = [];
  for (const at of ancestors(tree, hanging).slice(1)) {
    if (above.has(at)) break;
    if (!NOMINAL.has(tokens[at]?.upos ?? "")) continue;
    if (isSetting(clause, at, lexicon) || tree.relation(at) === "nsubj") return false;
    nouns.push(at);
  }
  const [nearest] = nouns;
  if (nearest === undefined) return false;
  const mark = childrenBy(tree, hanging, "case").map((c) => tokens[c]?.lower ?? "");
  const behind = time.first > nearest && (mark.length === 0 || mark.includes("on"));
  return !(behind && tree.heads[hanging] === nearest && (nearest === carrier || tokens[nearest]?.upos === "PROPN"));
}

const WITHIN: ReadonlySet<string> = new Set(["in", "at", "during"]);
const AFTER: ReadonlySet<string> = new Set(["after", "following", "amid", "amidst"]);

/**
 * In or after what a word is said: “in a speech”, “during a call”, “after talks”, “on the sidelines of a summit”, “on behalf
 * of the crew”; but what is said “after an attack” may be of another day.
 */
function isSetting({ tree, tokens }: Clause, noun: number, { classes }: Lexicon): boolean {
  if (!isRelation(tree.relation(noun), "obl")) return false;
  const kinds = classes.get(tokens[noun]?.lemma.toLowerCase() ?? "");
  const marks = childrenBy(tree, noun, "case").map((c) => tokens[c]?.lower ?? "");
  if (kinds?.has("edge") === true || marks.some((m) => WITHIN.has(m))) return true;
  return kinds?.has("talks") === true && marks.some((m) => AFTER.has(m));
}
