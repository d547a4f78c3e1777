import { addDays, type Day } from "../../base/day.js";
import { unitValue } from "../calendar.js";
import type { Context, Match, Narrated, Reading, Rule } from "../context.js";
import type { Unit } from "../lexicon.js";
import { entryAt, isWord, type Scan } from "../scan.js";
import { dayPhrase } from "./day-phrase.js";

/** “that day”, “the same week”, “later that year”: a period told before. */
export const thatPeriod: Rule = {
  name: "that-period",
  match(scan, at) {
    const same = isWord(scan, at, "the", "that") && isWord(scan, at + 1, "same");
    if (!same && !isWord(scan, at, "that")) return null;
    const i = same ? at + 2 : at + 1;
    const { unit, unitPlural, part } = entryAt(scan, i);
    const whole = unit !== undefined && !unitPlural && ["D", "W", "M", "Y", "WE"].includes(unit);
    if (!whole && (part === undefined || part === "")) return null;
    return {
      first: at,
      end: i + 1,
      type: whole ? "DATE" : "TIME",
      read: (context) => back(unit ?? "D", part ?? "", context),
    };
  },
};

function back(unit: Unit, part: string, context: Context): Reading | null {
  const told =
    unit === "Y" ? context.lastYear : unit === "M" && context.last !== null ? monthTold(context) : context.lastDay;
  if (told === null) return null;
  const value =
    unit === "Y"
      ? told.value.slice(0, 4)
      : unit === "M"
        ? told.value.slice(0, 7)
        : unitValue(told.value.slice(0, 10) as Day, unit, 0); // lastDay holds whole days only
  if (value === null) return null;
  const why = `the time told before, “${told.words}”`;
  return part === "" ? { value, why, confidence: 0.65 } : { value: `${value}T${part}`, why, confidence: 0.6 };
}

function monthTold(context: Context): Narrated | null {
  const { last } = context;
  return last !== null && /^\d{4}-\d{2}/.test(last.value) ? last : context.lastDay;
}

/** “the next day”, “the following morning”, “the previous night”, “the day before”, “the day after Christmas”. */
export const dayBeside: Rule = {
  name: "day-beside",
  match(scan, at) {
    return besideNamed(scan, at) ?? besideTold(scan, at);
  },
};

function besideNamed(scan: Scan, at: number): Match | null {
  const i = isWord(scan, at, "the") ? at + 1 : at;
  if (!isWord(scan, i, "day", "eve") || !isWord(scan, i + 1, "before", "after", "of")) return null;
  const eve = isWord(scan, i, "eve");
  if (eve !== isWord(scan, i + 1, "of")) return null;
  const phrase = dayPhrase(scan, i + 2);
  const step = eve || isWord(scan, i + 1, "before") ? -1 : 1;
  if (phrase === null) return null;
  return { first: at, end: phrase.end, type: "DATE", read: (context) => stepped(phrase.read(context), step) };
}

function stepped(reading: Reading | null, step: number): Reading | null {
  if (reading === null || !/^\d{4}-\d{2}-\d{2}$/.test(reading.value)) return null;
  const value = addDays(reading.value as Day, step); // a day by the line above
  return {
    ...reading,
    value,
    why: `one day ${step < 0 ? "before" : "after"} it; ${reading.why}`,
    confidence: reading.confidence * 0.95,
  };
}

function besideTold(scan: Scan, at: number): Match | null {
  const article = isWord(scan, at, "the");
  const start = article ? at + 1 : at;
  if (!article) return null;
  if (isWord(scan, start, "next", "following", "previous", "preceding")) {
    const { unit, part } = entryAt(scan, start + 1);
    const step = isWord(scan, start, "next", "following") ? 1 : -1;
    if (unit !== "D" && (part === undefined || part === "")) return null;
    return {
      first: at,
      end: start + 2,
      type: unit === "D" ? "DATE" : "TIME",
      read: (context) => beside(step, part ?? "", context),
    };
  }
  if (!isWord(scan, start, "day") || !isWord(scan, start + 1, "before", "after", "earlier")) return null;
  const next = scan.words[start + 2];
  if (next !== undefined && next.upos !== "PUNCT" && next.upos !== "CCONJ") return null;
  const step = isWord(scan, start + 1, "after") ? 1 : -1;
  return { first: at, end: start + 2, type: "DATE", read: (context) => beside(step, "", context) };
}

function beside(step: number, part: string, context: Context): Reading | null {
  const told = context.lastDay;
  if (told === null) return null;
  const day = addDays(told.value.slice(0, 10) as Day, step); // lastDay holds whole days only
  const why = `the day ${step < 0 ? "before" : "after"} “${told.words}”`;
  return part === "" ? { value: day, why, confidence: 0.65 } : { value: `${day}T${part}`, why, confidence: 0.6 };
}
