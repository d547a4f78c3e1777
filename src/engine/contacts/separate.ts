import type { Token } from "../language/types.js";
import type { Clause } from "./clause.js";

/** Words about a contact's own, and behind it, in which it is said how it was held. */
const NEAR = 12;
const LIST = 30;

/** “spoke separately with A and B”: said in so many words. */
export function isSaidSeparate({ tokens, cues }: Clause, near: number): boolean {
  return tokens.slice(Math.max(0, near - NEAR), near + NEAR + 1).some((t) => cues.separate.has(t.lower));
}

/**
 * “held [calls] with A, B and C”, “[telephoned] A and B”: one contact with each, of one who held them all; “held talks with A and
 * B”, “called A and B together” are one, and so is what is held with two of one country or of
 * one that is not known.
 *
 * @param subject Those who held them.
 * @param partners With whom.
 */
export function areSeveral(
  { tokens, actors, cues }: Clause,
  last: number,
  subject: readonly number[],
  partners: readonly number[],
): boolean {
  const word = tokens[last];
  if (word === undefined || subject.length !== 1) return false;
  const sides = [...subject, ...partners];
  const codes = new Set(sides.flatMap((p) => actors.actors[p]?.code ?? []));
  if (codes.size < sides.length) return false;
  if (tokens.slice(Math.max(0, last - NEAR), last + LIST).some((t) => cues.together.has(t.lower))) return false;
  const inTurn = tokens[last + 1]?.lower === "in" && tokens[last + 2]?.lower === "turn"; // “met in turn with A and B”
  if (word.upos === "VERB") return inTurn || cues.ringing.has(word.lemma);
  return isMany(word) && tokens[last + 1]?.lower !== "of"; // “meetings of the ministers”
}

/** “Telephone [conversations] with A and B”: a headline that leaves out who held them tells of none between A and B. */
export function areNobodys({ tokens }: Clause, last: number, subject: readonly number[]): boolean {
  const word = tokens[last];
  return subject.length === 0 && word !== undefined && isMany(word) && tokens[last + 1]?.lower === "with";
}

/** Nouns of which the plural is more than one contact; “talks” may be one. */
function isMany({ xpos, lemma }: Token): boolean {
  return xpos === "NNS" && /^(?:call|conversation|meeting)$/.test(lemma);
}
