import { addDays, type Day, dayNumber } from "../../base/day.js";
import type { Context, Reading } from "../context.js";
import type { RelativeMeaning } from "../lexicon.js";
import { isCapital, isWord, phraseAt, type Scan } from "../scan.js";
import type { DayPhrase } from "./day-phrase.js";

/** “today”, “yesterday”, “the day before yesterday”, “last night”, “this morning”: days counted from publication. */
export function relativeDay(scan: Scan, at: number): DayPhrase | null {
  const phrase = phraseAt(scan, at, scan.lexicon.relative);
  if (phrase === null) return null;
  const end = at + phrase.words.length;
  // “USA Today”, “Today Show”
  if (at > 0 && isCapital(scan, at) && (scan.words[at - 1]?.upos === "PROPN" || scan.words[end]?.upos === "PROPN"))
    return null;
  if (isWord(scan, at, "overnight") && scan.words[at]?.upos === "ADJ" && !isWord(scan, end, "losses")) return null;
  return { end, read: (context) => resolve(phrase.meaning, phrase.words.join(" "), context) };
}

function resolve(meaning: RelativeMeaning, words: string, context: Context): Reading {
  const part = meaning.part === "" ? "" : `T${meaning.part}`;
  const type = part === "" ? {} : { type: "TIME" as const };
  if (context.published === null) {
    const value = meaning.days < 0 ? "PAST_REF" : meaning.days > 0 ? "FUTURE_REF" : "PRESENT_REF";
    return {
      value,
      why: `“${words}” counts from the day of publication, which is not known`,
      confidence: 0.8,
      ...type,
    };
  }
  const day: Day = addDays(context.published, meaning.days);
  const gap = dayNumber(day) - dayNumber(context.published);
  const where =
    gap === 0
      ? "the day of publication"
      : `${Math.abs(gap)} day${Math.abs(gap) === 1 ? "" : "s"} ${gap < 0 ? "before" : "after"} publication, ${context.published}`;
  return { value: `${day}${part}`, why: `“${words}”: ${where}`, confidence: 0.97, ...type };
}
