import { type Day, dayNumber, dayOfWeek, dayParts, makeDay } from "../../base/day.js";
import { pad } from "../calendar.js";
import { type Context, closesRange, type Reading, rangeStart } from "../context.js";
import { readDate, readYear } from "../numbers.js";
import { entryAt, isCapital, isWord, type Scan } from "../scan.js";
import { type Tense, tenseAt } from "../tense.js";
import type { DayPhrase } from "./day-phrase.js";

/** A day as written: parts not stated are `null`. */
interface WrittenDay {
  readonly end: number;
  readonly month: number;
  readonly date: number;
  readonly year: number | null;
  readonly weekday: number | null;
  /** Steps of a year said in words: “last year” -1. */
  readonly yearStep: number | null;
}

/** Penalty in days for a candidate on the side the tense does not point to; less than a year, for tags err. */
const WRONG_SIDE_DAYS = 250;
/** Penalty where “last” or “next” decides: more than two years. */
const NEVER = 1000;
/** Penalty in days for a day ahead when no tense is told: news tells of the past. */
const AHEAD_DAYS = 60;
const NUMERIC = /^(\d{1,2})([./])(\d{1,2})\2((?:1\d|20|21)\d{2})$/;

/** “October 5, 2021”, “Tuesday, 5 October”, “the 5th of October”, “2021-10-05”, “05.10.2021”. */
export function fullDate(scan: Scan, at: number): DayPhrase | null {
  const { deictic } = entryAt(scan, at);
  const step = deictic !== undefined && isWord(scan, at, "last", "this", "next") ? deictic : null; // “last Oct. 23”
  const written = writtenDay(scan, step === null ? at : at + 1);
  if (written === null) return null;
  const told: Tense | null =
    step === null || step === 0 ? null : { direction: step < 0 ? "past" : "future", because: "" };
  return {
    end: written.end,
    read: (context) => {
      const after = rangeStart(scan, at, context);
      return after === null
        ? resolveDay(written, context, told ?? tenseAt(scan, at, written.end), told === null ? WRONG_SIDE_DAYS : NEVER)
        : closesRange(resolveDay(written, { ...context, published: after }, RANGE_END), after);
    },
  };
}

/** The end of a range lies after its start. */
const RANGE_END: Tense = { direction: "future", because: "" };

/** The day written at `at`, its parts unresolved. */
function writtenDay(scan: Scan, at: number): WrittenDay | null {
  const { weekday } = entryAt(scan, at);
  if (weekday === undefined)
    return monthDay(scan, at) ?? dayMonth(scan, at) ?? isoDay(scan, at) ?? numericDay(scan, at);
  let i = at + 1;
  while (i < at + 3 && isWord(scan, i, ",", "the")) i++;
  const day = monthDay(scan, i) ?? dayMonth(scan, i);
  return day === null ? null : { ...day, weekday };
}

function monthDay(scan: Scan, at: number): WrittenDay | null {
  const { month } = entryAt(scan, at);
  if (month === undefined || !isCapital(scan, at)) return null;
  let i = at + 1;
  if (isWord(scan, i, ".", "the")) i++;
  const date = readDate(scan, i);
  if (date === null || isWord(scan, date.end, "percent", "%", "a.m", "p.m")) return null;
  return withYear(scan, date.end, month, date.value);
}

function dayMonth(scan: Scan, at: number): WrittenDay | null {
  const start = isWord(scan, at, "the") ? at + 1 : at;
  const date = readDate(scan, start);
  if (date === null) return null;
  const i = isWord(scan, date.end, "of") ? date.end + 1 : date.end;
  const { month } = entryAt(scan, i);
  if (month === undefined || !isCapital(scan, i) || readDate(scan, i + 1)?.end === i + 2) return null;
  return withYear(scan, i + 1, month, date.value);
}

function withYear(scan: Scan, at: number, month: number, date: number): WrittenDay {
  const base = { month, date, weekday: null, yearStep: null };
  const i = isWord(scan, at, ",", "of", "in") ? at + 1 : at;
  const year = readYear(scan, i);
  // “March 5 2,000 people” has a comma in the number and is no year; “on May 3, 1500 troops” is left out by the range
  if (year !== null && (year.value >= 1700 || i > at)) return { ...base, end: year.end, year: year.value };
  const { deictic } = entryAt(scan, i);
  if (deictic !== undefined && Math.abs(deictic) <= 1 && isWord(scan, i + 1, "year") && !isWord(scan, i + 2, "'s"))
    return { ...base, end: i + 2, year: null, yearStep: deictic };
  return { ...base, end: at, year: null };
}

function isoDay(scan: Scan, at: number): WrittenDay | null {
  const year = readYear(scan, at);
  const [m, d] = [scan.words[at + 1], scan.words[at + 2]];
  if (year === null || m === undefined || d === undefined || !m.glued || !d.glued) return null;
  if (!/^\d{2}$/.test(m.key) || !/^\d{2}/.test(d.key)) return null;
  return valid(at + 3, year.value, Number(m.key), Number(d.key.slice(0, 2)));
}

function numericDay(scan: Scan, at: number): WrittenDay | null {
  const match = NUMERIC.exec(scan.words[at]?.key ?? "");
  if (match === null) return null;
  const [a, b, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  // dots are European, day first; strokes are American unless the first number can be no month
  const dayFirst = match[2] === "." || a > 12;
  return valid(at + 1, year, dayFirst ? b : a, dayFirst ? a : b);
}

function valid(end: number, year: number, month: number, date: number): WrittenDay | null {
  return makeDay(year, month, date) === null ? null : { end, year, month, date, weekday: null, yearStep: null };
}

/** The day meant, with the year worked out where it is not stated; `null` when there is no such day. */
function resolveDay(
  day: WrittenDay,
  context: Context,
  tense: Tense,
  wrongSide: number = WRONG_SIDE_DAYS,
): Reading | null {
  const stated =
    day.year ?? (day.yearStep === null || context.published === null ? null : yearOf(context.published) + day.yearStep);
  if (stated !== null) {
    const made = makeDay(stated, day.month, day.date);
    if (made === null) return null;
    const clash = day.weekday !== null && dayOfWeek(made) !== day.weekday;
    return clash
      ? {
          value: made,
          why: `the date is written out; ${made} falls on another weekday than the one named`,
          confidence: 0.7,
        }
      : { value: made, why: "the date is written out", confidence: 0.98 };
  }
  return context.published === null
    ? withoutPublication(day, context)
    : nearestYear(day, context.published, tense, wrongSide);
}

function withoutPublication(day: WrittenDay, context: Context): Reading | null {
  const last = context.lastYear;
  if (last !== null && last.sentence >= context.sentence - 1) {
    const made = makeDay(Number(last.value.slice(0, 4)), day.month, day.date);
    if (made !== null) return { value: made, why: `the year is that of “${last.words}” just before`, confidence: 0.6 };
  }
  if (makeDay(2000, day.month, day.date) === null) return null; // 2000 was a leap year: 31 June is no day in any
  const value = `XXXX-${pad(day.month, 2)}-${pad(day.date, 2)}`;
  return { value, why: "no year is stated and the day of publication is not known", confidence: 0.9 };
}

function nearestYear(day: WrittenDay, published: Day, tense: Tense, wrongSide: number): Reading | null {
  const year = yearOf(published);
  const candidates: { readonly day: Day; readonly cost: number; readonly fits: boolean }[] = [];
  for (const candidate of [year - 1, year, year + 1]) {
    const made = makeDay(candidate, day.month, day.date);
    if (made === null) continue;
    const gap = dayNumber(made) - dayNumber(published);
    const wrong = (tense.direction === "past" && gap > 1) || (tense.direction === "future" && gap < -1);
    const ahead = gap > 1 && tense.direction !== "future" ? AHEAD_DAYS : 0;
    const fits = day.weekday === null || dayOfWeek(made) === day.weekday;
    candidates.push({ day: made, cost: Math.abs(gap) + (wrong ? wrongSide : ahead) + (fits ? 0 : 1000), fits });
  }
  candidates.sort((a, b) => a.cost - b.cost || dayNumber(a.day) - dayNumber(b.day));
  const best = candidates[0];
  if (best === undefined) return null;
  const how =
    day.weekday !== null && best.fits
      ? "the year in which the date falls on that weekday"
      : "the year nearest to publication";
  const verb = tense.because === "" ? "" : `; ${tense.because}`;
  return { value: best.day, why: `${how}, ${published}${verb}`, confidence: best.fits ? 0.94 : 0.6 };
}

function yearOf(day: Day): number {
  return dayParts(day)[0];
}
