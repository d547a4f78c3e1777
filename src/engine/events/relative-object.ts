import { childBy, childrenBy, isPassive, subtree } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { RELATIVES } from "./words.js";

/**
 * “the hostages [Hamas] freed”, “a plan [that] Brazil rejected”: the noun that a clause right behind it tells of, where no pronoun
 * stands for it or the tree takes “that” for a conjunction, is what the clause's verb has for its object.
 */
export function relativeObject(clause: Clause, verb: number): number | null {
  const { sentence, tree, tokens, mentions } = clause;
  const noun = tree.heads[verb] ?? -1;
  if (tree.relation(verb) !== "acl:relcl" || noun < 0 || noun > verb || isPassive(sentence, verb)) return null;
  const subject =
    childBy(tree, verb, "nsubj") ?? mentions.find((m) => m.last === verb - 1 && m.first > noun)?.first ?? null;
  if (subject === null || subject > verb || RELATIVES.has(tokens[subject]?.lower ?? "")) return null;
  if (childBy(tree, verb, "obj", "iobj", "ccomp", "xcomp", "cop") !== null || isStranded(clause, verb)) return null;
  const first = subtree(sentence, subject).find((t) => t > noun) ?? subject;
  const between = tokens.slice(noun + 1, first).map((t) => t.lower);
  const close = between.length === 0 || (between.length === 1 && between[0] === "that");
  return close && !CIRCUMSTANCES.has(tokens[noun]?.lemma.toLowerCase() ?? "") ? noun : null;
}

/** Who acts and on what, where the tree gives a verb two subjects of which the first is what the clause tells of. */
export interface Doubled {
  readonly object: number;
  readonly subject: number;
}

/** “…, [a move] Italy condemned”, “something [that] Italy condemned”, with the first taken for a subject. */
export function doubledSubject(clause: Clause, verb: number): Doubled | null {
  const { tree, tokens, mentions } = clause;
  const first = childBy(tree, verb, "nsubj");
  if (first === null || first > verb || childBy(tree, verb, "obj") !== null) return null;
  const name = mentions.find((m) => m.last === verb - 1 && m.first > first && m.actors.length > 0);
  const subject = name?.head ?? childrenBy(tree, verb, "nsubj").find((s) => s > first && s < verb);
  if (subject === undefined) return null;
  const noun = tree.heads[verb] ?? -1;
  if (RELATIVES.has(tokens[first]?.lower ?? ""))
    return tree.relation(verb) === "acl:relcl" && noun === first - 1 ? { object: noun, subject } : null;
  const close = tokens.slice(first + 1, name?.first ?? subject).every((t) => NAMING.has(t.upos));
  return close && opensAside(tokens, first) ? { object: first, subject } : null;
}

/** “, a surprise [move] …”: whether a noun stands behind a comma and its indefinite article. */
export function opensAside(tokens: Clause["tokens"], noun: number): boolean {
  let at = noun - 1;
  while (at > noun - MOST_BEFORE && tokens[at]?.upos !== "DET") at--;
  return /^an?$/.test(tokens[at]?.lower ?? "") && tokens[at - 1]?.text === ",";
}

const MOST_BEFORE = 4; // words from a noun back to its article

const NAMING: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN"]);

/** “the country he fought [for]”: what stands before belongs to the preposition. */
function isStranded({ tokens }: Clause, verb: number): boolean {
  const next = tokens[verb + 1];
  const after = tokens[verb + 2];
  return next?.upos === "ADP" && (after === undefined || /^(?:PUNCT|VERB|AUX)$/.test(after.upos));
}

/** Nouns for when, where, how or why something is done. */
const CIRCUMSTANCES: ReadonlySet<string> = new Set([
  ...["day", "night", "morning", "evening", "week", "month", "year", "decade", "time", "moment", "hour", "minute", "summer"],
  ...["winter", "spring", "autumn", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ...["place", "way", "manner", "reason", "fact", "extent", "degree", "speed", "occasion", "period", "era", "weekend"],
]); // biome-ignore format: a table
