/** Events that are words: done in the saying, and the sayer's own. */
export const OWN_WORD: ReadonlySet<string> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
]);

export { FINITE } from "../language/tree.js";
