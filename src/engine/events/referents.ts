import { type Arguments, argumentsOf } from "./arguments.js";
import { type Clause, mentionAt, partiesAt } from "./clause.js";
import { coordinatedWith } from "./main-verb.js";

/** Prepositions after which stands what somebody is accused of, thanked for or threatened with. */
const ADDRESSED: ReadonlySet<string> = new Set(["of", "for", "with", "against"]);
const COLLECTIVE: ReadonlySet<string> = new Set(["country", "organisation"]);

/**
 * Whom “it” or “them” means as the object of a verb that speaks to somebody: “broke off ties with [Venezuela], accusing it of
 * …”, “expelled two [diplomats], accusing them of …”. It is one named in the clause that the verb goes on from, nearest
 * before it; where the verb may as well have a thing for its object (“signed the treaty and praised it”) nobody.
 */
export function meantBy(clause: Clause, args: Arguments, pronoun: number, actor: readonly number[]): readonly number[] {
  const word = clause.tokens[pronoun]?.lower ?? "";
  if ((word !== "it" && word !== "them") || mentionAt(clause, pronoun) !== null || !isAddressed(args)) return [];
  if (!/^(?:advcl|conj)$/.test(clause.tree.relation(args.predicate))) return [];
  const governor = coordinatedWith(clause, args.predicate);
  if (governor < 0 || governor > args.predicate) return [];
  const { object } = argumentsOf(clause, governor);
  const direct =
    object === null || object > pronoun ? [] : fitting(clause, partiesAt(clause, object), word, object, actor);
  if (direct.length > 0) return direct;
  for (const mention of [...clause.mentions].sort((a, b) => b.last - a.last)) {
    if (mention.first <= governor || mention.last >= args.predicate || mention.kind === "pronoun") continue;
    const parties = fitting(clause, mention.actors, word, mention.head, actor);
    if (parties.length > 0) return parties;
  }
  return [];
}

function isAddressed({ complementKind, obliques }: Arguments): boolean {
  return complementKind !== null || obliques.some((o) => ADDRESSED.has(o.preposition));
}

/** The parties of a phrase that the pronoun may stand for by its number. */
function fitting(
  { tokens, actors }: Clause,
  parties: readonly number[],
  pronoun: string,
  head: number,
  actor: readonly number[],
): readonly number[] {
  const others = parties.filter((p) => !actor.includes(p));
  const plural = others.length > 1 || tokens[head]?.xpos === "NNS";
  if (pronoun === "them") return plural ? others : [];
  return others.length === 1 && others.every((p) => COLLECTIVE.has(actors.actors[p]?.kind ?? "")) ? others : [];
}
