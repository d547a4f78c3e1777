import { childBy, childrenBy, isPassive } from "./tree.js";
import type { Sentence, Token } from "./types.js";

/** When a predicate's act lies: “future” is said with a modal or “going to”, “past” also with a perfect. */
export type Tense = "past" | "present" | "future";

/** Number of a noun or pronoun by its Penn tag; null where the tag does not say. */
export function numberOf(token: Token): "singular" | "plural" | null {
  if (token.xpos === "NNS" || token.xpos === "NNPS") return "plural";
  if (token.xpos === "NN" || token.xpos === "NNP") return "singular";
  if (token.upos !== "PRON") return null;
  if (/^(?:we|us|they|them|these|those|ourselves|themselves)$/u.test(token.lower)) return "plural";
  return /^(?:i|me|he|him|she|her|it|this|that|himself|herself|itself|myself)$/u.test(token.lower) ? "singular" : null;
}

/** Voice of a predicate. */
export function voiceOf(sentence: Sentence, predicate: number): "active" | "passive" {
  return isPassive(sentence, predicate) ? "passive" : "active";
}

/** Tense of a clause, read from the finite word among the predicate and its auxiliaries; null where none is finite. */
export function tenseOf(sentence: Sentence, predicate: number): Tense | null {
  const { tokens, tree } = sentence;
  const helpers = childrenBy(tree, predicate, "aux", "cop").map((i) => tokens[i]);
  if (helpers.some((t) => t !== undefined && /^(?:will|shall|'ll|wo)$/u.test(t.lower))) return "future";
  const first = helpers[0] ?? tokens[predicate];
  const past = helpers.some((t) => t?.xpos === "VBD") || first?.xpos === "VBD";
  if (past) return "past";
  if (helpers.some((t) => t?.lemma === "have") && tokens[predicate]?.xpos === "VBN") return "past";
  if (tokens[predicate]?.lower === "going" && childBy(tree, predicate, "xcomp") !== null) return "future";
  const finite = [tokens[predicate], ...helpers].some(
    (t) => t?.xpos === "VBP" || t?.xpos === "VBZ" || t?.xpos === "MD",
  );
  return finite ? "present" : null;
}

/** Auxiliary verbs of possibility, duty and wish on a predicate, as lemmas (“may”, “must”, “would”). */
export function modalsOf({ tokens, tree }: Sentence, predicate: number): readonly string[] {
  return childrenBy(tree, predicate, "aux").flatMap((i) => (tokens[i]?.xpos === "MD" ? [tokens[i].lemma] : []));
}

const FEATS: Readonly<Record<string, string>> = {
  CD: "NumType=Card",
  JJ: "Degree=Pos",
  JJR: "Degree=Cmp",
  JJS: "Degree=Sup",
  MD: "VerbForm=Fin",
  NN: "Number=Sing",
  NNP: "Number=Sing",
  NNPS: "Number=Plur",
  NNS: "Number=Plur",
  RBR: "Degree=Cmp",
  RBS: "Degree=Sup",
  VB: "VerbForm=Inf",
  VBD: "Mood=Ind|Tense=Past|VerbForm=Fin",
  VBG: "Tense=Pres|VerbForm=Part",
  VBN: "Tense=Past|VerbForm=Part",
  VBP: "Mood=Ind|Tense=Pres|VerbForm=Fin",
  VBZ: "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
};

/** Universal features that follow from a word's Penn tag, “_” where none do. */
export function featsOf(token: Token): string {
  return FEATS[token.xpos] ?? "_";
}
