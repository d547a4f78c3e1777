import { type Day, dayNumber, dayParts } from "../../base/day.js";
import type { Context, Reading } from "../context.js";
import { holidayIn } from "../holiday-rule.js";
import type { HolidayMeaning } from "../lexicon.js";
import { readYear } from "../numbers.js";
import { entryAt, isCapital, isWord, phraseAt, type Scan, wordsText } from "../scan.js";
import { type Tense, tenseAt } from "../tense.js";
import type { DayPhrase } from "./day-phrase.js";

/** “Thanksgiving Day”, “last Christmas”, “Easter 2021”, “Independence Day” of the country the report is from. */
export function holiday(scan: Scan, at: number): DayPhrase | null {
  const { deictic } = entryAt(scan, at);
  const start = deictic === undefined ? at : at + 1;
  const phrase = phraseAt(scan, start, scan.lexicon.holidays);
  if (phrase === null || !isCapital(scan, start)) return null;
  const words = wordsText(scan, start, start + phrase.words.length).replaceAll(" 's", "'s");
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
  const meaning = meant(meanings, year !== null, context);
  if (meaning === null) return null; // which country's is not told
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
  const state = meaning.country === "" ? "" : ` (${meaning.country})`;
  return day === null
    ? null
    : { value: day, why: `${words}${state} nearest to publication, ${published}`, confidence: 0.88 };
}

/** How far from publication a holiday that many states have under one name may lie: reports of it come with the day. */
const NEAR_DAYS = 3;

/**
 * Which state's holiday is meant. A name with one usual meaning takes it, or that of the state the report is from. A
 * name like “Independence Day” is as often another state's (greetings among heads of state), so only one that falls
 * about the day of publication counts, and only when no second state's does.
 */
function meant(meanings: readonly HolidayMeaning[], dated: boolean, context: Context): HolidayMeaning | null {
  const own = meanings.find((each) => each.country !== "" && each.country === context.country);
  const usual = meanings.find((each) => each.country === "");
  if (usual !== undefined || dated) return own ?? usual ?? null;
  const { published } = context;
  if (published === null) return null;
  const near = meanings.filter((each) => isNear(each, published));
  if (own !== undefined && near.includes(own)) return own;
  const days = new Set(near.map((each) => nearest(each, published, null, OPEN)));
  return days.size === 1 ? (near[0] ?? null) : null;
}

const OPEN: Tense = { direction: null, because: "" };

function isNear(meaning: HolidayMeaning, published: Day): boolean {
  const day = nearest(meaning, published, null, OPEN);
  return day !== null && Math.abs(dayNumber(day) - dayNumber(published)) <= NEAR_DAYS;
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
      Math.abs(gap) +
      (side !== 0 && gap * side < 0 ? (step === null ? 150 : 400) : 0) +
      (step !== null && step !== 0 && gap === 0 ? 400 : 0)
    );
  };
  days.sort((a, b) => cost(a) - cost(b) || dayNumber(a) - dayNumber(b));
  return days[0] ?? null;
}
