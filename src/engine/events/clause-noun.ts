import { childBy } from "../language/tree.js";
import { type Clause, partiesAt } from "./clause.js";
import { doubledSubject, opensAside } from "./relative-object.js";

/** “…, [something] that Viktor Orban mocked”, “…, a [claim] he denied”: a noun behind a comma for what the clause before it tells, with a clause of its own. */
function takesUpClause(clause: Clause, predicate: number, noun: number): boolean {
  const { tree, tokens } = clause;
  if (doubledSubject(clause, predicate)?.object === noun && opensAside(tokens, noun)) return true;
  if (tree.relation(predicate) !== "acl:relcl" || tree.heads[predicate] !== noun) return false;
  return (tokens[noun]?.lower === "something" && tokens[noun - 1]?.text === ",") || opensAside(tokens, noun);
}

const MOST_CLAUSES = 6; // that are climbed from such a noun

/**
 * Whose word or deed such a noun is, as the object of a verb that answers it: the first party among the subjects of the clauses
 * above it.
 */
export function takenUpFrom(
  clause: Clause,
  predicate: number,
  noun: number,
  actor: readonly number[],
): readonly number[] {
  const { tree, tokens } = clause;
  if (!takesUpClause(clause, predicate, noun)) return [];
  for (
    let at = tree.heads[noun] ?? -1, steps = 0;
    at >= 0 && steps < MOST_CLAUSES;
    at = tree.heads[at] ?? -1, steps++
  ) {
    const subject = tokens[at]?.upos === "VERB" ? childBy(tree, at, "nsubj") : null;
    const parties = subject === null ? [] : partiesAt(clause, subject).filter((p) => !actor.includes(p));
    if (parties.length > 0) return parties;
  }
  return [];
}
