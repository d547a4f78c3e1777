import { childBy, childrenBy, isPassive, negated } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { isQuestion } from "./mood.js";
import { isOwn } from "./wider.js";

/**
 * Whether a clause says what somebody is or does: “Orban [is] a threat”, “would be a disaster”, “lied”; `denied` where it says what he
 * is not or does not. What he only may be, or would be if, is said of nobody.
 */
export function saidOf(clause: Clause, head: number): "said" | "denied" | null {
  const { sentence, tree, tokens } = clause;
  if (childBy(tree, head, "cop") === null && (tokens[head]?.upos !== "VERB" || isPassive(sentence, head))) return null;
  const subject = childBy(tree, head, "nsubj");
  if (isQuestion(clause, head) || (subject !== null && isOwn(clause, subject))) return null; // “his team was a disaster”
  const helping = childrenBy(tree, head, "aux").map((c) => tokens[c]?.lower ?? "");
  if (helping.some((w) => !PLAIN.has(w))) return null;
  const condition = childrenBy(tree, head, "advcl").some((c) =>
    childrenBy(tree, c, "mark").some((m) => IF.has(tokens[m]?.lower ?? "")),
  );
  if (condition) return null;
  return negated(sentence, head) ? "denied" : "said";
}

/** Helping verbs beside “be” that leave no doubt; what will be is as good as it is. */
const PLAIN: ReadonlySet<string> = new Set(["do", "does", "did", "is", "are", "was", "were", "been", "'re", "’re", "has", "have", "had", "'s", "'ve", "’s", "’ve", "will", "would", "'ll", "'d", "’ll", "’d"]); // biome-ignore format: a table
const IF: ReadonlySet<string> = new Set(["if", "unless"]);
