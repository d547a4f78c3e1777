import { childBy, childrenBy, negated, subtree } from "../language/tree.js";
import { type Clause, mentionAt } from "./clause.js";
import type { EventLexicon } from "./lexicon.js";

/** “has yet [to sign]”, “is yet [to meet]”: it has not been done. */
export function isYetToDo({ tree, tokens }: Clause, verb: number): boolean {
  const to = childrenBy(tree, verb, "mark").find((m) => tokens[m]?.lower === "to");
  return to !== undefined && tokens[to - 1]?.lower === "yet" && YET.has(tokens[to - 2]?.lower ?? "");
}

const YET: ReadonlySet<string> = new Set(["has", "have", "had", "is", "are", "was", "were", "'s", "'ve", "’s", "’ve"]);

/** “[is] to release”, “[are] due to sign”: what is so arranged is still to come; “was to” may have come to nothing. */
export function isToBe(clause: Clause, verb: number, { classes }: Pick<EventLexicon, "classes">): boolean {
  const { tree, tokens } = clause;
  const marks = childrenBy(tree, verb, "mark").map((c) => tokens[c]?.lower ?? "");
  const be = childrenBy(tree, verb, "cop", "aux").map((c) => tokens[c]?.lower ?? "");
  if (marks.includes("due")) return be.some((w) => IS.has(w) || WAS.has(w));
  if (!marks.includes("to") || !be.some((w) => IS.has(w)) || !isOfSomebody(clause, verb)) return false;
  const blamed = classes.get(tokens[verb]?.lemma.toLowerCase() ?? "")?.has("blamed") === true;
  return !blamed || childBy(tree, verb, "obj") !== null; // who “is to blame” will not blame
}

export const IS: ReadonlySet<string> = new Set(["is", "are", "'s", "'re"]);
const WAS: ReadonlySet<string> = new Set(["was", "were"]);
const PERSONAL: ReadonlySet<string> = new Set(["he", "she", "they"]);

/** “The aim is to withdraw” tells what an aim is; a party that is to withdraw will. */
function isOfSomebody(clause: Clause, verb: number): boolean {
  const subject = childBy(clause.tree, verb, "nsubj");
  if (subject === null) return false;
  return mentionAt(clause, subject)?.head === subject || PERSONAL.has(clause.tokens[subject]?.lower ?? "");
}

/** “that Chad [withdraw] its troops”: a bare form with a subject of its own. */
export function isSubjunctive(clause: Clause, verb: number): boolean {
  const { tree, tokens } = clause;
  if (childBy(tree, verb, "nsubj") === null || tree.relation(verb) !== "ccomp" || childBy(tree, verb, "aux") !== null)
    return false;
  const be = childBy(tree, verb, "cop");
  return be === null ? isBareForm(clause, verb) : tokens[be]?.lower === "be";
}

/** “asked [whether] Chad withdrew”, “asked [how] high the wall would be”: the word that opens the clause asks. */
export function isQuestion({ sentence, tree, tokens }: Clause, verb: number): boolean {
  if (childrenBy(tree, verb, "mark").some((c) => ASKING.has(tokens[c]?.lower ?? ""))) return true;
  const [first = verb] = subtree(sentence, verb);
  const opening = tokens[first]?.upos === "ADP" ? first + 1 : first; // “in which town”
  return opening < verb && ASKING.has(tokens[opening]?.lower ?? "");
}

/** “that Chad [withdrew]”, “that Chad [was] poor”, “that Chad [might] withdraw”: it says what is or may be so, not what should be. */
export function isTold({ tree, tokens }: Clause, verb: number): boolean {
  const helping = childrenBy(tree, verb, "cop", "aux", "aux:pass").map((c) => tokens[c]);
  if (helping.some((t) => t !== undefined && (t.xpos === "VBD" || t.xpos === "VBZ" || MAYBE.has(t.lower)))) return true;
  return helping.length === 0 && ["VBD", "VBZ"].includes(tokens[verb]?.xpos ?? "");
}

const MAYBE: ReadonlySet<string> = new Set(["would", "'d", "will", "may", "might", "could", "can"]);

const ASKING: ReadonlySet<string> = new Set([
  "if",
  "whether",
  "how",
  "what",
  "when",
  "where",
  "which",
  "who",
  "whom",
  "whose",
  "why",
]);

/** “[close]”, “Chad [open]”: a bare form, which the tagger takes for a plural though its subject is none. */
export function isBareForm({ tree, tokens }: Clause, verb: number): boolean {
  const xpos = tokens[verb]?.xpos ?? "";
  const subject = childBy(tree, verb, "nsubj");
  return xpos === "VB" || (xpos === "VBP" && subject !== null && /^NNP?$/.test(tokens[subject]?.xpos ?? ""));
}

const PRESENT: ReadonlySet<string> = new Set(["VBZ", "VBP"]);

/** “has to pay”: what somebody has to do is the infinitive under “have”; “had to” tells what was done, “would have to” what may be. */
export function hasTo(clause: Clause, verb: number): boolean {
  const { sentence, tree, tokens } = clause;
  const { lemma = "", xpos = "" } = tokens[verb] ?? {};
  if (lemma.toLowerCase() !== "have" || !PRESENT.has(xpos) || childBy(tree, verb, "aux") !== null) return false;
  return !negated(sentence, verb) && governsInfinitive(clause, verb, "xcomp");
}

/** Whether an infinitive with “to” hangs on a verb by one of some relations. */
export function governsInfinitive({ tree, tokens }: Clause, verb: number, ...relations: readonly string[]): boolean {
  return childrenBy(tree, verb, ...relations).some((c) =>
    childrenBy(tree, c, "mark").some((m) => tokens[m]?.lower === "to"),
  );
}
