import { addDays, type Day, dayParts } from "../../base/day.js";
import { durationValue, pad, unitValue } from "../calendar.js";
import type { Context, Match, Narrated, Reading, Rule } from "../context.js";
import type { Unit } from "../lexicon.js";
import { type Amount, readAmount } from "../quantity.js";
import { entryAt, isWord, type Scan } from "../scan.js";
import { tenseAt } from "../tense.js";

/** “three days ago”, “two years from now”: counted from publication; “a year earlier”, “two days later”: from what was told. */
export const ago: Rule = {
  name: "ago",
  match(scan, at) {
    const amount = readAmount(scan, at) ?? bareUnit(scan, at);
    if (amount === null) return null;
    let i = amount.end;
    if (isWord(scan, i, "or") && isWord(scan, i + 1, "so", "more")) i += 2;
    if (isWord(scan, i, "ago")) return matched(at, i + 1, (context) => fromPublication(amount, -1, context));
    if (isWord(scan, i, "from") && isWord(scan, i + 1, "now", "today"))
      return matched(at, i + 2, (context) => fromPublication(amount, 1, context));
    if (isWord(scan, i, "hence")) return matched(at, i + 1, (context) => fromPublication(amount, 1, context));
    if (isAhead(scan, at, amount)) return matched(at, amount.end, (context) => fromPublication(amount, 1, context));
    const earlier = isWord(scan, i, "earlier", "previously", "before");
    if (!earlier && !isWord(scan, i, "later", "afterwards", "afterward")) return null;
    if (isWord(scan, i, "before") && !clauseEnds(scan, i + 1)) return null; // “ten days before the murder” is a stretch
    return matched(at, i + 1, (context) => fromTold(amount, earlier ? -1 : 1, context));
  },
};

function matched(first: number, end: number, read: (context: Context) => Reading | null): Match {
  return { first, end, type: "DATE", read };
}

/** “in three weeks they will vote”; “the second call in two weeks” looks back and is a stretch. */
function isAhead(scan: Scan, at: number, amount: Amount): boolean {
  if (!isWord(scan, at - 1, "in") || amount.count === null || amount.adjective || amount.unit.startsWith("T"))
    return false;
  const next = scan.words[amount.end];
  return (
    next?.upos !== "NOUN" && !isWord(scan, amount.end, "of") && tenseAt(scan, at, amount.end).direction === "future"
  );
}

/** “months ago”, “years later”. */
function bareUnit(scan: Scan, at: number): Amount | null {
  const { unit, unitPlural } = entryAt(scan, at);
  if (unit === undefined || unitPlural !== true) return null;
  return { end: at + 1, count: null, unit, plural: true, adjective: false };
}

function clauseEnds(scan: Scan, at: number): boolean {
  const next = scan.words[at];
  return next === undefined || next.upos === "PUNCT" || next.upos === "CCONJ";
}

function fromPublication(amount: Amount, sign: number, context: Context): Reading {
  const { published, lastPeriod: told } = context;
  const { count, unit } = amount;
  if (count === null || published === null || !inCalendar(amount)) {
    const unknown =
      published === null ? "the day of publication is not known" : "farther off than the calendar reaches";
    const why = count === null ? "how many is not told" : unknown;
    return { value: sign < 0 ? "PAST_REF" : "FUTURE_REF", why, confidence: 0.6 };
  }
  if (unit === "Y" && count === 1 && sign < 0 && told !== null) return yearBefore(told);
  if (unit.startsWith("T")) return hoursOff(count, unit, sign, published);
  const value = offset(published, unit, sign * count);
  const confidence = unit === "W" ? 0.7 : unit === "D" ? 0.9 : 0.85;
  return { value, why: `counted from publication, ${published}, as fine as the unit named`, confidence };
}

const DAYS: Readonly<Record<Unit, number>> = {
  ...{ TS: 1 / 86_400, TM: 1 / 1440, TH: 1 / 24, D: 1, W: 7, F: 14, WE: 7, M: 30.5, Q: 91.5 },
  ...{ Y: 366, E: 3660, C: 36_600, L: 366_000 },
};
/** Longer stretches (“66 million years ago”) leave the calendar, whose years begin with 1. */
const MOST_DAYS = 366 * 900;

function inCalendar(amount: Amount): boolean {
  return amount.count !== null && amount.count * DAYS[amount.unit] <= MOST_DAYS;
}

function hoursOff(count: number, unit: Unit, sign: number, published: Day): Reading {
  const hours = unit === "TH" ? count : 0;
  return {
    value: addDays(published, sign * Math.floor(hours / 24)),
    why: `counted from publication, ${published}`,
    confidence: 0.6,
  };
}

function yearBefore(told: Narrated): Reading {
  const value = `${pad(Number(told.value.slice(0, 4)) - 1, 4)}${told.value.slice(4)}`;
  return { value, why: `one year before the period reported on, “${told.words}”`, confidence: 0.75 };
}

/** Decades and centuries are counted in years; halves of units are cut off. */
function offset(day: Day, unit: Unit, count: number): string {
  const years = unit === "E" ? 10 : unit === "C" ? 100 : unit === "L" ? 1000 : 0;
  if (years > 0) return pad(dayParts(day)[0] + Math.round(count * years), 4);
  return unitValue(day, unit === "WE" ? "W" : unit, Math.trunc(count)) ?? day;
}

function fromTold(amount: Amount, sign: number, context: Context): Reading | null {
  const { count, unit } = amount;
  if (count === null || !inCalendar(amount)) return stretch(amount);
  const period = context.lastPeriod;
  if (unit === "Y" && count === 1 && sign < 0 && period !== null) return yearBefore(period);
  const told = context.lastDay;
  const near = told !== null && told.sentence >= context.sentence - 2 ? told : null;
  if (near !== null && !unit.startsWith("T")) {
    const value = offset(near.value.slice(0, 10) as Day, unit, sign * count); // lastDay holds whole days only
    return { value, why: `counted from “${near.words}”, told before`, confidence: 0.65 };
  }
  if (unit === "Y" && sign < 0) {
    const year = context.lastYear?.value.slice(0, 4) ?? context.published?.slice(0, 4);
    if (year !== undefined)
      return {
        value: pad(Number(year) - count, 4),
        why: "counted in years from the time told before",
        confidence: 0.6,
      };
  }
  return stretch(amount);
}

function stretch(amount: Amount): Reading {
  const why = "a stretch; the time it is counted from is not told";
  return { value: durationValue(amount.count, amount.unit), why, confidence: 0.6, type: "DURATION" };
}
