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

/** Tags of finite verb forms and modals. */
export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
