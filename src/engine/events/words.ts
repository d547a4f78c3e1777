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

/** Words that stand for the noun their clause describes. */
export const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "that", "whom"]);
