import type { Token } from "../language/types.js";
import { argumentsOf } from "./arguments.js";
import type { Clause } from "./clause.js";
import type { EventLexicon } from "./lexicon.js";

/** How a verb of saying tells what it tells. */
export interface Telling {
  /** Head of the clause that is told, where there is one. */
  readonly content: number | null;
  /** “…, officials said”: what was told before it is not said to anybody in it. */
  readonly afterwards: boolean;
  /** “said that …”, “…, he said”; who announces a thing (“the release of two fishermen”) has decided on it. */
  readonly clausal: boolean;
}

/** How the verb at a token tells; `null` for one that does not tell. */
export function tellingAt(
  clause: Clause,
  token: Token,
  { governors }: Pick<EventLexicon, "governors">,
): Telling | null {
  if (governors.get(token.lemma.toLowerCase()) !== "report") return null;
  const { complement, object } = argumentsOf(clause, token.index);
  const before = clause.tree.children(token.index).find((c) => c < token.index && clause.tree.relation(c) === "ccomp");
  return {
    content: complement ?? before ?? null,
    afterwards: before !== undefined || clause.tree.relation(token.index) === "parataxis",
    clausal: object === null,
  };
}
