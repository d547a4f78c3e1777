import { childBy } from "../language/tree.js";
import type { Clause } from "./clause.js";

/** Words that stand for the noun their clause describes. */
export const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "that", "whom"]);

/** “diplomats [whom] it accused”: a relative pronoun stands for its noun. */
export function antecedentOf(
  { tree, tokens }: Clause,
  predicate: number,
  object: number | undefined,
): number | undefined {
  if (object === undefined || tree.relation(predicate) !== "acl:relcl") return object;
  const noun = tree.heads[predicate] ?? -1;
  return noun >= 0 && RELATIVES.has(tokens[object]?.lower ?? "") ? noun : object;
}

/** Whom a name right behind a verb is. */
export interface Behind {
  readonly object: number | null;
  readonly indirect: number | null;
}
export const NOBODY: Behind = { object: null, indirect: null };

/**
 * A name right behind the verb that the tree makes no argument of: “offered [Peru] two aircraft” took it for part of the
 * object, “asked [Chile] for a hospital” for an adverb.
 */
export function partyBehind({ tree, tokens, mentions }: Clause, predicate: number, object: number | null): Behind {
  if (tokens[predicate]?.upos !== "VERB") return NOBODY;
  const mention = mentions.find((m) => m.first === predicate + 1 && m.kind === "name" && m.actors.length > 0);
  if (mention === undefined || tree.relation(mention.head) === "nsubj") return NOBODY;
  const next = tokens[mention.last + 1];
  const within = object !== null && object > mention.last && tree.heads[mention.head] === object;
  if (within && next !== undefined && ["NUM", "DET"].includes(next.upos))
    return { object: null, indirect: mention.head };
  const alone = object === null && tree.heads[mention.head] === predicate && tree.relation(mention.head) === "advmod";
  return alone && next?.upos === "ADP" ? { object: mention.head, indirect: null } : NOBODY;
}

/** A finite verb that the tree hangs on its own object (“the two signed agreements”). */
export function objectByPosition(clause: Clause, predicate: number): number | null {
  const { tree } = clause;
  const head = tree.heads[predicate] ?? -1;
  return tree.relation(predicate) === "amod" && isFiniteVerb(clause, predicate) && head > predicate ? head : null;
}

/** “called and congratulated Rahmon”: the object stands with the last verb. */
export function sharedObject({ tree, tokens }: Clause, predicate: number): number | null {
  const next = tree.children(predicate).find((child) => tree.relation(child) === "conj" && child <= predicate + 2);
  if (next === undefined || tokens[next]?.upos !== "VERB") return null;
  return childBy(tree, next, "obj");
}

/** A finite form; or the sentence's root without an auxiliary, which must be one whatever its tag. */
export function isFiniteVerb({ tree, tokens }: Clause, token: number): boolean {
  const xpos = tokens[token]?.xpos ?? "";
  if (["VBD", "VBZ", "VBP"].includes(xpos)) return true;
  return (
    ["VB", "VBN"].includes(xpos) &&
    tree.relation(token) === "root" &&
    childBy(tree, token, "aux", "cop", "mark") === null
  );
}
