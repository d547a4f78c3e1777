import { childBy } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { type Arguments, argumentsOf } from "./arguments.js";
import type { Clause } from "./clause.js";
import type { EventLexicon, VerbFrame } from "./lexicon.js";
import { isBehindName, isMainVerb } from "./main-verb.js";
import { namesAt, verbSpellings } from "./phrases.js";

/** The frames of what a word may be the predicate of; of a noun those of the verb that makes it one (“is a donor of”). */
export function framesAt(clause: Clause, token: Token, lexicon: EventLexicon): readonly VerbFrame[] {
  if (token.upos !== "NOUN") return framesOf(clause, token, lexicon);
  const copula = copulaOf(clause, token.index);
  return copula === null ? [] : (lexicon.verbs.get(clause.tokens[copula]?.lemma.toLowerCase() ?? "") ?? []);
}

const COPULAR: ReadonlySet<string> = new Set(["am", "are", "be", "been", "being", "is", "was", "were", "'s", "'re"]);

/** “The union [is] on strike”: looked for in the tree only where a form of “be” stands not far before. */
function copulaOf(clause: Clause, noun: number): number | null {
  for (let at = Math.max(0, noun - COPULA_REACH); at < noun; at++)
    if (COPULAR.has(clause.tokens[at]?.lower ?? "")) return childBy(clause.tree, noun, "cop");
  return null;
}

const COPULA_REACH = 8;

/** The frames of a verb, found under its lemma or a neighbouring spelling; “test-fired” is a verb of its own. */
function framesOf({ tokens }: Clause, token: Token, lexicon: EventLexicon): readonly VerbFrame[] {
  const joined = tokens[token.index - 1]?.text === "-" ? namesAt(tokens, token.index) : [];
  for (const name of [...joined, baseOf(token, lexicon), ...verbSpellings(token)]) {
    const frames = lexicon.verbs.get(name);
    if (frames !== undefined) return frames;
  }
  return [];
}

/** The lemma of a word in small letters; of a past form that was taken for a base form (“The EU [froze] the assets of …”) its verb. */
export function baseOf({ lemma, lower, upos }: Token, { pasts }: EventLexicon): string {
  const word = lemma.toLowerCase();
  return upos === "VERB" && word === lower ? (pasts.get(word) ?? word) : word;
}

/** The arguments of a word that is a predicate here: a verb, or an adjective with “be”. */
export function predicateAt(clause: Clause, token: Token): Arguments | null {
  if (token.upos === "NOUN") return copularArguments(clause, token.index);
  if (token.upos === "ADJ")
    return childBy(clause.tree, token.index, "cop") === null ? null : argumentsOf(clause, token.index);
  if (token.upos !== "VERB") return null;
  const finite =
    token.xpos === "VBD" ||
    clause.tree.relation(token.index) !== "amod" ||
    isMainVerb(clause, token.index) ||
    isBehindName(clause, token.index);
  return finite ? argumentsOf(clause, token.index) : null;
}

/** “is a [donor] of aid to Laos”, “is on [strike]”: the noun is the object, or stands after its preposition. */
function copularArguments(clause: Clause, noun: number): Arguments | null {
  if (copulaOf(clause, noun) === null) return null;
  const args = argumentsOf(clause, noun);
  const mark = childBy(clause.tree, noun, "case");
  if (mark === null) return { ...args, object: noun };
  const own = { preposition: clause.tokens[mark]?.lower ?? "", token: noun };
  return { ...args, obliques: [own, ...args.obliques] };
}
