import type { Match, Rule } from "../context.js";
import { isWord, phraseAt, type Scan } from "../scan.js";
import { tenseAt } from "../tense.js";

/** “now”, “recently”, “the future”, “these days”, “a while”: no place on the calendar. From `data/dates/vague.tsv`. */
export const vague: Rule = {
  name: "vague",
  match(scan, at): Match | null {
    const phrase = phraseAt(scan, at, scan.lexicon.vague);
    if (phrase === null) return null;
    const end = at + phrase.words.length;
    if (!isFree(scan, at, end, phrase.words.length === 1)) return null;
    const { type, value, confidence } = phrase.meaning;
    // “he was soon released”, “for one day” tell no time ahead
    if (isWord(scan, at, "soon", "one") && tenseAt(scan, at, end).direction !== "future") return null;
    return { first: at, end, type, read: () => ({ value, why: why(value), confidence }) };
  },
};

/** “as soon as”, “for the past two days”, “now-defunct” are something else. */
function isFree(scan: Scan, at: number, end: number, single: boolean): boolean {
  const after = scan.words[end];
  if (after?.glued === true || scan.words.slice(at, end).some((word) => word.glued)) return false;
  if (isWord(scan, at, "soon"))
    return !isWord(scan, at - 1, "as", "too", "how", "so") && !isWord(scan, end, "after", "as");
  if (isWord(scan, end - 1, "past", "future"))
    return !(isWord(scan, at, "the") && (after?.upos === "NOUN" || after?.upos === "NUM"));
  return !single || !isWord(scan, at, "now") || !isWord(scan, end, "-");
}

function why(value: string): string {
  if (value === "PRESENT_REF") return "about the time of writing";
  if (value === "PAST_REF") return "some time before";
  return value === "FUTURE_REF" ? "some time ahead" : "how long is not told";
}
