import type { Clause } from "./clause.js";

const EACH: ReadonlySet<string> = new Set(["separately", "separate", "individually", "successive", "consecutive"]);
const TOGETHER: ReadonlySet<string> = new Set([
  "together",
  "joint",
  "jointly",
  "conference",
  "trilateral",
  "quadrilateral",
]);
const RINGING: ReadonlySet<string> = new Set(["call", "phone", "telephone", "ring"]);
const NEAR = 12;
const LIST = 30;

/** “spoke separately with A and B”: said in so many words. */
export function isSaidSeparate({ tokens }: Clause, near: number): boolean {
  return tokens.slice(Math.max(0, near - NEAR), near + NEAR + 1).some((t) => EACH.has(t.lower));
}

/**
 * “held [calls] with A, B and C”, “[telephoned] A and B”: one contact with each, of one who held them all; “held talks with A and
 * B”, “called A and B together” are one.
 *
 * @param subject Those who held them.
 */
export function areSeveral({ tokens }: Clause, last: number, subject: readonly number[]): boolean {
  const word = tokens[last];
  if (word === undefined || subject.length !== 1) return false;
  if (tokens.slice(Math.max(0, last - NEAR), last + LIST).some((t) => TOGETHER.has(t.lower))) return false;
  const inTurn = tokens[last + 1]?.lower === "in" && tokens[last + 2]?.lower === "turn"; // “met in turn with A and B”
  if (word.upos === "VERB") return inTurn || RINGING.has(word.lemma);
  return word.xpos === "NNS" && /^(?:call|conversation|meeting)$/.test(word.lemma);
}
