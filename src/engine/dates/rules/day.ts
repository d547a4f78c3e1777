import type { Match, Reading, Rule } from "../context.js";
import { readDate } from "../numbers.js";
import { entryAt, isWord, type Scan } from "../scan.js";
import { clockTime } from "./clock-time.js";
import { dayPhrase } from "./day-phrase.js";

/** A day, with the part of the day or the time by the clock that goes with it. */
export const day: Rule = {
  name: "day",
  match(scan, at) {
    return partOfDay(scan, at) ?? dayAlone(scan, at);
  },
};

/** “the night of February 8-9”, “mid-afternoon yesterday”, “noon Saturday”, “the morning of October 5”. */
function partOfDay(scan: Scan, at: number): Match | null {
  const { part, clock, partPlural } = entryAt(scan, at);
  if (part === undefined || partPlural) return null;
  let i = at + 1;
  while (i < at + 3 && isWord(scan, i, "of", "on", ",")) i++;
  const phrase = dayPhrase(scan, i);
  const mark = part === "" ? (clock ?? "") : part;
  if (phrase === null) return nightBetween(scan, at, i, mark);
  // a night belongs to the day it begins on: “the night of February 8-9”
  const next = isWord(scan, phrase.end, "to", "–", "-") ? phrase.end + 1 : phrase.end;
  const second = scan.words[phrase.end]?.glued || next > phrase.end ? readDate(scan, next) : null;
  const end = second === null || followedByThing(scan, second.end) ? phrase.end : second.end;
  return { first: at, end, type: "TIME", article: true, read: (context) => withTime(phrase.read(context), mark) };
}

/** “the night of 8–9 February”: it belongs to the day it begins on. */
function nightBetween(scan: Scan, at: number, from: number, mark: string): Match | null {
  const first = firstOf(scan, from);
  const later = first === null ? null : dayPhrase(scan, scan.words[first.end]?.glued ? first.end : first.end + 1);
  if (first === null || later === null) return null;
  return {
    first: at,
    end: later.end,
    type: "TIME",
    article: true,
    read: (context) => withTime(first.read(context), mark),
  };
}

function dayAlone(scan: Scan, at: number): Match | null {
  const phrase = dayPhrase(scan, at);
  if (phrase === null) return null;
  const { part, clock, partPlural } = entryAt(scan, phrase.end);
  if (part !== undefined && !partPlural) {
    const mark = part === "" ? (clock ?? "") : part;
    return { first: at, end: phrase.end + 1, type: "TIME", read: (context) => withTime(phrase.read(context), mark) };
  }
  const time = clockTime(scan, isWord(scan, phrase.end, "at", ",") ? phrase.end + 1 : phrase.end);
  if (time !== null)
    return { first: at, end: time.end, type: "TIME", read: (context) => withTime(phrase.read(context), time.value) };
  return {
    first: at,
    end: phrase.end,
    type: "DATE",
    article: entryAt(scan, at).deictic !== undefined,
    read: (context) => phrase.read(context),
  };
}

/** A day's reading with a time of day put to it: `2021-10-05TMO`, `2021-10-05T14:30`. */
export function withTime(reading: Reading | null, time: string): Reading | null {
  if (reading === null || !/^[\dX]{4}-/.test(reading.value)) return reading;
  const day = reading.value.split("T", 1)[0] ?? "";
  return { ...reading, value: `${day}T${time}`, type: "TIME", confidence: reading.confidence * 0.95 };
}

/** The second day of “October 5-7”, “April 24 and 25”, the first of “8-9 February”. */
export const dayOfRange: Rule = {
  name: "day-of-range",
  match(scan, at) {
    return secondOf(scan, at) ?? firstOf(scan, at);
  },
};

const JOINTS = ["and", "to", "through", "or", "–", "-", "until"] as const;

function secondOf(scan: Scan, at: number): Match | null {
  const date = readDate(scan, at);
  if (date === null || !/^\d{1,2}(?:st|nd|rd|th)?$/.test(scan.words[at]?.key ?? "")) return null;
  const glued = scan.words[at]?.glued === true;
  if (!glued && !isWord(scan, at - 1, ...JOINTS)) return null;
  const before = glued ? at - 2 : at - 3;
  const { month } = entryAt(scan, before);
  const first = readDate(scan, before + 1);
  if (month === undefined || first === null || first.value >= date.value || followedByThing(scan, date.end))
    return null;
  const phrase = { end: date.end, month, date: date.value };
  return rangeMatch(scan, at, phrase, before);
}

function firstOf(scan: Scan, at: number): Match | null {
  const date = readDate(scan, at);
  if (date === null) return null;
  const next = scan.words[date.end];
  const second = next?.glued ? date.end : isWord(scan, date.end, ...JOINTS) ? date.end + 1 : -1;
  if (second < 0) return null;
  const later = readDate(scan, second);
  if (later === null || later.value <= date.value) return null;
  const phrase = dayPhrase(scan, second);
  if (phrase === null || entryAt(scan, isWord(scan, later.end, "of") ? later.end + 1 : later.end).month === undefined)
    return null;
  return {
    first: at,
    end: date.end,
    type: "DATE",
    read: (context) => sameMonth(phrase.read(context), date.value),
  };
}

function rangeMatch(scan: Scan, at: number, day: { end: number; date: number }, before: number): Match {
  const phrase = dayPhrase(scan, before);
  return {
    first: at,
    end: day.end,
    type: "DATE",
    read: (context) => sameMonth(phrase === null ? null : phrase.read(context), day.date),
  };
}

function sameMonth(reading: Reading | null, date: number): Reading | null {
  if (reading === null || !/^[\dX]{4}-\d{2}-\d{2}$/.test(reading.value)) return null;
  const value = `${reading.value.slice(0, 8)}${String(date).padStart(2, "0")}`;
  return {
    ...reading,
    value,
    why: `month and year of the day beside it; ${reading.why}`,
    confidence: reading.confidence * 0.95,
  };
}

function followedByThing(scan: Scan, at: number): boolean {
  const upos = scan.words[at]?.upos;
  return upos === "NOUN" || upos === "NUM" || isWord(scan, at, "percent", "%");
}
