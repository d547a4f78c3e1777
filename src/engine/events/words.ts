import type { Token } from "../language/types.js";

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

/** Whether an event is said of something that may have a day of its own; talks are dated by their contact. */
export function isWord(event: string): boolean {
  return OWN_WORD.has(event) && event !== "CONSULT";
}

/** Words that stand for the noun their clause describes. */
export const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "that", "whom"]);

const PHONE = /phone|^(?:calls?|called|calling|conversations?|hotline|videos?|online|virtual(?:ly)?|zoom)$/;

/** Whether a word says that somebody telephones: of talks the model knows only that they were one of many ways to consult. */
export function namesPhone(tokens: readonly Token[]): boolean {
  return tokens.some((t) => PHONE.test(t.lower));
}
