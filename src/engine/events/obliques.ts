import { childrenBy, isRelation } from "../language/tree.js";
import { type Clause, markOfName } from "./clause.js";

/** A prepositional phrase of a predicate: its preposition and its noun. */
export interface Oblique {
  readonly preposition: string;
  readonly token: number;
}

/** Prepositional phrases of a word, each coordinated noun under the preposition of the first. */
export function obliquesOf(clause: Clause, head: number): readonly Oblique[] {
  const { tree, tokens } = clause;
  return tree.children(head).flatMap((child) => {
    const relation = tree.relation(child);
    if (!isRelation(relation, "obl") && !isRelation(relation, "nmod") && relation !== "advcl" && relation !== "acl")
      return [];
    if (relation === "nmod:poss") return [];
    if (tokens[child]?.lower === "behalf") return []; // “on behalf of the king”: he is nobody's addressee
    const own = tree.children(child).find((c) => isRelation(tree.relation(c), "case") || tree.relation(c) === "mark");
    const marker = own ?? markOfName(clause, child);
    const word = marker === null ? forBefore(tokens, child) : (tokens[marker]?.lower ?? null);
    if (word === "in" && tokens[child]?.lower === "front") {
      // “in front of the embassy” is outside it
      const of = childrenBy(tree, child, "nmod").find((c) =>
        childrenBy(tree, c, "case").some((m) => tokens[m]?.lower === "of"),
      );
      if (of !== undefined) return [{ preposition: "outside", token: of }];
    }
    if (word === null || (word === "to" && tokens[child]?.upos === "VERB")) return [];
    const of = word === "out" && marker !== null && tokens[marker + 1]?.lower === "of"; // “walked out of the talks”
    return (of ? [word, "of"] : [word]).map((preposition) => ({ preposition, token: child }));
  });
}

/** “stood by [Emmanuel Macron]”: a name behind the preposition right after a verb, which the tree hangs on nothing of the verb's. */
export function nameBehindPreposition({ tree, tokens, mentions }: Clause, verb: number): readonly Oblique[] {
  const mark = tokens[verb + 1];
  if (tokens[verb]?.upos !== "VERB" || mark?.upos !== "ADP" || tree.relation(mark.index) !== "case") return [];
  const name = mentions.find((m) => m.first === verb + 2 && m.kind === "name" && m.actors.length > 0);
  if (name === undefined) return [];
  const words = tokens.slice(name.first, name.last + 1).map((t) => t.index);
  const above = words.map((t) => tree.heads[t] ?? -1).filter((head) => !words.includes(head));
  return above.every((head) => head !== verb && head < verb) ? [{ preposition: mark.lower, token: name.head }] : [];
}

/** “the need [for] Russia to act”: the tree gives the preposition to the verb. */
function forBefore(tokens: Clause["tokens"], noun: number): string | null {
  const before = tokens[noun - 1]?.upos === "DET" ? tokens[noun - 2] : tokens[noun - 1];
  return before?.lower === "for" ? "for" : null;
}
