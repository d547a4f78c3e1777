import type { Clause } from "./clause.js";

const EARLIER = /^(?:already|before|earlier|last|once|previously)$/;

/**
 * “said he had spoken with X”: under a past verb of saying the pluperfect only moves the news back, unless the sentence
 * itself tells that it was before (“said they had last met in May”).
 *
 * @param at A past participle behind “had”.
 */
export function isBackshifted({ tokens, sentence: { tree }, cues }: Clause, at: number): boolean {
  const verb = tree.heads[at] ?? -1;
  const teller = tokens[verb];
  if (teller === undefined || verb > at || tree.relation(at) !== "ccomp") return false;
  if (teller.xpos !== "VBD" || !cues.saying.has(teller.lemma)) return false;
  return !tokens.slice(verb + 1).some((t) => EARLIER.test(t.lower));
}
