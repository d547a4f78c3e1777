/** White space, and what could steer a terminal or turn the reading direction: never shown as it is. */
const BLANKS = /[\s\p{Zs}]+/gu;
const UNPRINTABLE = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Text of an article made fit for one line: no control characters, runs of white space one blank. */
export function clean(text: string): string {
  return text.replace(BLANKS, " ").replace(UNPRINTABLE, "").trim();
}
