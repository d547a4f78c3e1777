import { childrenBy, subtree } from "../language/tree.js";
import { WEEKDAY } from "./circumstances.js";
import type { Clause } from "./clause.js";

/**
 * “said he had spoken with X”: under a past verb of saying the pluperfect only moves the news back, unless what is said
 * itself tells that it was before, or more than once (“said they had last met in May”, “had met three times”); a day of the
 * week makes it news again (“had spoken twice on Monday”).
 *
 * @param at A past participle behind “had”.
 */
export function isBackshifted({ tokens, sentence, cues }: Clause, at: number): boolean {
  const { tree } = sentence;
  const verb = tree.heads[at] ?? -1;
  const teller = tokens[verb];
  if (teller === undefined || verb > at || tree.relation(at) !== "ccomp") return false;
  if (teller.xpos !== "VBD" || !cues.saying.has(teller.lemma)) return false;
  const beside = new Set(childrenBy(tree, at, "conj").flatMap((other) => subtree(sentence, other))); // “and that X had often …”
  const told = subtree(sentence, at).flatMap((i) => (beside.has(i) ? [] : [tokens[i]?.lower ?? ""]));
  return told.some((word) => WEEKDAY.test(word)) || !told.some((word) => cues.formerly.has(word));
}

/** “said that he [would] visit Oman on Thursday”: under a past verb of saying what will be; not “would meet X if …”. */
export function isAnnounced({ tokens, sentence: { tree }, cues }: Clause, at: number): boolean {
  const verb = tree.heads[at] ?? -1;
  const teller = tokens[verb];
  if (teller === undefined || verb > at || tree.relation(at) !== "ccomp" || tokens[at]?.xpos !== "VB") return false;
  if (teller.xpos !== "VBD" || !cues.saying.has(teller.lemma)) return false;
  return !tokens.slice(at).some((t) => /^(?:if|unless|provided|once)$/.test(t.lower));
}
