import { type Day, dayNumber, dayParts } from "../../base/day.js";
import type { Context, Reading } from "../context.js";
import { holidayIn } from "../holiday-rule.js";
import type { HolidayMeaning } from "../lexicon.js";
import { readYear } from "../numbers.js";
import { entryAt, isCapital, isWord, phraseAt, type Scan } from "../scan.js";
import { type Tense, tenseAt } from "../tense.js";
import type { DayPhrase } from "./day-phrase.js";

/** “Thanksgiving Day”, “last Christmas”, “Easter 2021”, “Independence Day” of the country the report is from. */
export function holiday(scan: Scan, at: number): DayPhrase | null {
  const { deictic } = entryAt(scan, at);
  const start = deictic === undefined ? at : at + 1;
  const phrase = phraseAt(scan, start, scan.lexicon.holidays);
  if (phrase === null || !isCapital(scan, start)) return null;
  const words = phrase.words.join(" ").replaceAll(" 's", "'s");
  const meanings = phrasesOf(scan, start, phrase.words);
  let end = start + phrase.words.length;
  const year = readYear(scan, isWord(scan, end, ",") ? end + 1 : end);
  if (year !== null) end = year.end;
  if (isWord(scan, end, "week", "season", "holiday", "holidays", "weekend", "party")) return null;
  return {
    end,
    read: (context) => resolve(meanings, words, year?.value ?? null, deictic ?? null, context, tenseAt(scan, at, end)),
  };
}

function phrasesOf(scan: Scan, at: number, words: readonly string[]): readonly HolidayMeaning[] {
  const all = scan.lexicon.holidays.get(scan.words[at]?.key ?? "") ?? [];
  return all.filter((phrase) => phrase.words.join(" ") === words.join(" ")).map((phrase) => phrase.meaning);
}

function resolve(
  meanings: readonly HolidayMeaning[],
  words: string,
  year: number | null,
  step: number | null,
  context: Context,
  tense: Tense,
): Reading | null {
  const meaning =
    meanings.find((each) => each.country === context.country) ?? meanings.find((each) => each.country === "");
  if (meaning === undefined) return null; // which country's is not told
  if (year !== null) {
    const day = holidayIn(year, meaning.rule);
    return day === null ? null : { value: day, why: `${words} of ${year}`, confidence: 0.95 };
  }
  const { published } = context;
  if (published === null) {
    const fixed = holidayIn(2000, meaning.rule);
    const value = meaning.rule.kind === "fixed" && fixed !== null ? `XXXX${fixed.slice(4)}` : "XXXX-XX-XX";
    return { value, why: `${words}; the year is open, the day of publication is not known`, confidence: 0.8 };
  }
  const day = nearest(meaning, published, step, tense);
  return day === null
    ? null
    : { value: day, why: `the ${words} nearest to publication, ${published}`, confidence: 0.88 };
}

function nearest(meaning: HolidayMeaning, published: Day, step: number | null, tense: Tense): Day | null {
  const [year] = dayParts(published);
  const days: Day[] = [];
  for (const candidate of [year - 1, year, year + 1]) {
    const day = holidayIn(candidate, meaning.rule);
    if (day !== null) days.push(day);
  }
  const side =
    step !== null && step !== 0 ? step : tense.direction === "past" ? -1 : tense.direction === "future" ? 1 : 0;
  const cost = (day: Day): number => {
    const gap = dayNumber(day) - dayNumber(published);
    return (
      Math.abs(gap) + (side !== 0 && gap * side < 0 ? 150 : 0) + (step !== null && step !== 0 && gap === 0 ? 400 : 0)
    );
  };
  days.sort((a, b) => cost(a) - cost(b) || dayNumber(a) - dayNumber(b));
  return days[0] ?? null;
}
