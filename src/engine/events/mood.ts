import { childBy, childrenBy } from "../language/tree.js";
import { type Clause, mentionAt } from "./clause.js";

/** “[is] to release”, “[are] due to sign”: what is so arranged is still to come; “was to” may have come to nothing. */
export function isToBe(clause: Clause, verb: number): boolean {
  const { tree, tokens } = clause;
  const marks = childrenBy(tree, verb, "mark").map((c) => tokens[c]?.lower ?? "");
  const be = childrenBy(tree, verb, "cop", "aux").map((c) => tokens[c]?.lower ?? "");
  if (marks.includes("due")) return be.some((w) => IS.has(w) || WAS.has(w));
  return marks.includes("to") && be.some((w) => IS.has(w)) && isOfSomebody(clause, verb);
}

const IS: ReadonlySet<string> = new Set(["is", "are", "'s", "'re"]);
const WAS: ReadonlySet<string> = new Set(["was", "were"]);
const PERSONAL: ReadonlySet<string> = new Set(["he", "she", "they"]);

/** “The aim is to withdraw” tells what an aim is; a party that is to withdraw will. */
function isOfSomebody(clause: Clause, verb: number): boolean {
  const subject = childBy(clause.tree, verb, "nsubj");
  if (subject === null) return false;
  return mentionAt(clause, subject)?.head === subject || PERSONAL.has(clause.tokens[subject]?.lower ?? "");
}

/** “that Chad [withdraw] its troops”: a bare form with a subject of its own, which the tagger may take for a plural. */
export function isSubjunctive({ tree, tokens }: Clause, verb: number): boolean {
  const xpos = tokens[verb]?.xpos ?? "";
  const subject = childBy(tree, verb, "nsubj");
  if (subject === null || tree.relation(verb) !== "ccomp" || childBy(tree, verb, "aux") !== null) return false;
  const be = childBy(tree, verb, "cop");
  if (be !== null) return tokens[be]?.lower === "be";
  return xpos === "VB" || (xpos === "VBP" && /^NNP?$/.test(tokens[subject]?.xpos ?? ""));
}

/** “has to pay”: what somebody has to do is the infinitive under “have”. */
export function hasTo({ tree, tokens }: Clause, verb: number): boolean {
  if (tokens[verb]?.lemma.toLowerCase() !== "have") return false;
  return childrenBy(tree, verb, "xcomp").some((c) =>
    childrenBy(tree, c, "mark").some((m) => tokens[m]?.lower === "to"),
  );
}
