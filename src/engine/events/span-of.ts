import type { Span } from "../base/span.js";
import { ancestors, subtree } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { type Arguments, argumentsOf } from "./arguments.js";
import type { Clause } from "./clause.js";

/** The clause of a predicate without the clauses coordinated with it that follow. */
export function spanOf(clause: Clause, predicate: number, trigger: number, args?: Arguments): Span {
  const { tree, tokens, sentence } = clause;
  const others = tree
    .children(predicate)
    .filter(
      (c) =>
        c > predicate &&
        (tree.relation(c) === "conj" || tree.relation(c) === "parataxis") &&
        tokens[c]?.upos === "VERB",
    );
  const out = new Set(others.flatMap((c) => subtree(sentence, c)));
  const up = new Set(ancestors(tree, predicate));
  const told = [
    ...new Set([...subtree(sentence, predicate), ...(trigger === predicate ? [] : subtree(sentence, trigger))]),
  ].sort((a, b) => a - b);
  const own = told.filter((i) => !out.has(i) && (i === predicate || !up.has(i)));
  const words =
    own.length > 1
      ? own
      : [...new Set([...own, ...sidesOf(clause, args ?? argumentsOf(clause, predicate))])].sort((a, b) => a - b);
  while (words.length > 1 && isLink(tokens[words[0] ?? predicate])) words.shift();
  const [first, last] = [tokens[words[0] ?? predicate], tokens[words[words.length - 1] ?? predicate]];
  return [first?.start ?? sentence.span[0], last?.end ?? sentence.span[1]];
}

/** What a verb that the tree hangs on its own object tells: who does it and that object with all of its phrases. */
function sidesOf(clause: Clause, { agent, object, predicate }: Arguments): readonly number[] {
  const near = agent === null ? [] : subtree(clause.sentence, agent).filter((i) => i < predicate);
  return [...near, ...(object === null || object < predicate ? [] : subtree(clause.sentence, object))];
}

/** Marks and conjunctions that only link a clause to what goes before. */
function isLink(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.upos === "CCONJ" || token.lower === "that" || (token.upos === "PUNCT" && !/[“"«]/.test(token.text)))
  );
}
