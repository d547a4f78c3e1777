import { type Day, dayOfWeek, dayParts } from "../../base/day.js";
import { pad, unitValue, weekValue } from "../calendar.js";
import type { Context, Match, Reading, Rule } from "../context.js";
import type { Unit } from "../lexicon.js";
import { entryAt, isCapital, isWord, type Scan } from "../scan.js";
import { type Tense, tenseAt } from "../tense.js";
import { dayPhrase } from "./day-phrase.js";

const NAMES: Readonly<Record<Unit, string>> = {
  ...{ TS: "second", TM: "minute", TH: "hour", D: "day", W: "week", F: "fortnight", WE: "weekend" },
  ...{ M: "month", Q: "quarter", Y: "year", E: "decade", C: "century", L: "millennium" },
};
/** Words before the unit; bounded, so that hostile text costs no more. */
const MOST_WORDS = 5;
const LARGE = new Set<Unit>(["W", "WE", "M", "Y", "E", "C", "L", "F"]);

/** “last week”, “this month”, “next year”, “the past year”, “the current fiscal year”, “this coming weekend”. */
export const deicticPeriod: Rule = {
  name: "period",
  match(scan, at) {
    const first = entryAt(scan, at);
    if (first.deictic === undefined) return null;
    let i = at;
    while (entryAt(scan, i).deictic !== undefined && i < at + 2) i++;
    const step = entryAt(scan, i - 1).deictic ?? 0;
    while (i < at + MOST_WORDS && isWord(scan, i, "fiscal", "calendar", "full", "financial", "academic")) i++;
    const { unit, unitPlural } = entryAt(scan, i);
    if (unit === undefined || unitPlural || !LARGE.has(unit) || entryAt(scan, i + 1).unit !== undefined) return null;
    if (isWord(scan, i + 1, "old") || isWord(scan, at, "present") || isTitle(scan, at, i)) return null;
    const narrated = isWord(scan, i - 1, "following", "previous", "preceding");
    const past = isWord(scan, i - 1, "past");
    return {
      first: at,
      end: i + 1,
      type: "DATE",
      article: true,
      read: (context) => resolve(unit, step, narrated, past, context),
    };
  },
};

function resolve(unit: Unit, step: number, narrated: boolean, past: boolean, context: Context): Reading | null {
  if (past && (unit === "E" || unit === "C" || unit === "L")) {
    const years = unit === "E" ? 10 : unit === "C" ? 100 : 1000;
    return { value: `P${years}Y`, why: "the stretch up to publication", confidence: 0.7, type: "DURATION" };
  }
  const told = narrated ? (context.last?.value ?? null) : null;
  const base = anchorDay(told) ?? context.published;
  if (base === null) return withoutPublication(unit, step);
  const value = unitValue(base, unit, weekendStep(unit, step, base));
  if (value === null) return null;
  const from = told !== null && anchorDay(told) !== null ? `“${context.last?.words}”` : `publication, ${base}`;
  return { value, why: `${steps(step)} ${NAMES[unit]}, counted from ${from}`, confidence: unit === "W" ? 0.85 : 0.93 };
}

/** “This Week” inside a sentence is a programme or a paper. */
function isTitle(scan: Scan, at: number, unit: number): boolean {
  return at > 0 && isCapital(scan, at) && isCapital(scan, unit);
}

/** “last weekend” said on a Saturday or Sunday is a week back, said on a weekday it is the one just gone. */
function weekendStep(unit: Unit, step: number, base: Day): number {
  return unit === "WE" && step > 0 && dayOfWeek(base) % 6 !== 0 ? step - 1 : step;
}

function anchorDay(value: string | null): Day | null {
  if (value === null || !/^\d{4}-\d{2}/.test(value)) return null;
  // a month counts from its first day; both forms are checked by the expression above
  return (value.length >= 10 ? value.slice(0, 10) : `${value.slice(0, 7)}-01`) as Day;
}

function steps(step: number): string {
  return step === 0 ? "the present" : step < 0 ? "the last" : "the next";
}

function withoutPublication(unit: Unit, step: number): Reading {
  const value = step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF" : "PRESENT_REF";
  return { value, why: `a ${NAMES[unit]} counted from the day of publication, which is not known`, confidence: 0.7 };
}

/** “the week”, “the month”, “the year”, “the weekend”, “year-end”, “the week of March 6”. */
export const plainPeriod: Rule = {
  name: "plain-period",
  match(scan, at) {
    return weekOf(scan, at) ?? yearEnd(scan, at) ?? thePeriod(scan, at);
  },
};

function weekOf(scan: Scan, at: number): Match | null {
  const i = isWord(scan, at, "the") ? at + 1 : at;
  if (!isWord(scan, i, "week") || !isWord(scan, i + 1, "of", "beginning", "starting")) return null;
  const phrase = dayPhrase(scan, i + 2);
  if (phrase === null) return null;
  return {
    first: at,
    end: phrase.end,
    type: "DATE",
    read: (context) => {
      const reading = phrase.read(context);
      if (reading === null || !/^\d{4}-\d{2}-\d{2}$/.test(reading.value)) return reading;
      return { ...reading, value: weekValue(reading.value as Day), why: `the week of that day; ${reading.why}` }; // a day by the line above
    },
  };
}

function yearEnd(scan: Scan, at: number): Match | null {
  const possessive = isWord(scan, at + 1, "'s") ? at + 2 : at + 1;
  const glued = scan.words[at + 1]?.glued === true;
  if (!isWord(scan, at, "year") || !isWord(scan, possessive, "end")) return null;
  if (scan.words[possessive + 1]?.upos === "NOUN" && glued) return null;
  return {
    first: at,
    end: possessive + 1,
    type: "DATE",
    read: (context) => {
      if (context.published === null) return null;
      const back = isWord(scan, at - 1, "since", "from", "at");
      const year = dayParts(context.published)[0] - (back ? 1 : 0);
      const value = glued ? `${pad(year, 4)}-12-31` : pad(year, 4); // “year-end” is a day of accounts, “year's end” a stretch
      return { value, why: `the end of ${year}`, confidence: 0.6 };
    },
  };
}

function thePeriod(scan: Scan, at: number): Match | null {
  if (!isWord(scan, at, "the")) return null;
  let i = at + 1;
  const between = (k: number): boolean =>
    isWord(scan, k, "fiscal", "full", "whole", "entire", "rest") || (k > at + 1 && isWord(scan, k, "of", "the"));
  while (i < at + MOST_WORDS && between(i)) i++;
  const { unit, unitPlural } = entryAt(scan, i);
  if (unit === undefined || unitPlural || !["W", "M", "Y", "WE"].includes(unit)) return null;
  const next = scan.words[i + 1];
  if (
    next?.glued === true ||
    entryAt(scan, i + 1).number !== undefined ||
    /^\d/.test(next?.key ?? "") ||
    isWord(scan, i + 1, "before", "after", "later", "earlier", "ago", "when", "that", "in", "to", "old", "since")
  )
    return null;
  const stretch = isWord(scan, i + 1, "ended", "ending", "through") && unit !== "WE";
  if (!stretch && unit !== "WE" && !isWord(scan, at - 1, "of", "for", "in", "during", "over", "throughout", "'s"))
    return null;
  return {
    first: at,
    end: i + 1,
    type: "DATE",
    read: (context) => readPeriod(unit, stretch, context, tenseAt(scan, at, i + 1)),
  };
}

function readPeriod(unit: Unit, stretch: boolean, context: Context, tense: Tense): Reading | null {
  if (stretch) {
    const period = context.published === null ? {} : { period: context.published.slice(0, 4) };
    return {
      value: `P1${unit}`,
      why: `a ${NAMES[unit]}, with its end told beside it`,
      confidence: 0.8,
      type: "DURATION",
      ...period,
    };
  }
  if (context.published === null) return null;
  const weekday = dayOfWeek(context.published);
  const back = unit === "WE" && weekday % 6 !== 0 && tense.direction !== "future" ? -1 : 0;
  const value = unitValue(context.published, unit, back);
  if (value === null) return null;
  const why = back < 0 ? "the weekend before publication" : `the ${NAMES[unit]} of publication`;
  return { value, why: `${why}, ${context.published}`, confidence: unit === "WE" ? 0.75 : 0.6 };
}
