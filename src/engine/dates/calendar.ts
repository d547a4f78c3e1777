import { addDays, addMonths, type Day, dayOfWeek, dayParts, daysOf, isoWeek, makeDay } from "../base/day.js";
import type { Unit } from "./lexicon.js";

/** A number with leading noughts. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** `2021-W40`. */
export function weekValue(day: Day): string {
  const [year, week] = isoWeek(day);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

/** `2021-Q4`. */
export function quarterValue(day: Day): string {
  const [year, month] = dayParts(day);
  return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
}

/** The TIMEX3 value of the unit of time, `steps` units away from the one `day` lies in; `null` for units below a day. */
export function unitValue(day: Day, unit: Unit, steps: number): string | null {
  const [year] = dayParts(day);
  switch (unit) {
    case "D":
      return addDays(day, steps);
    case "W":
      return weekValue(addDays(day, 7 * steps));
    case "F":
      return weekValue(addDays(day, 14 * steps));
    case "WE":
      return `${weekValue(addDays(day, 7 * steps))}-WE`;
    case "M":
      return addMonths(day, steps).slice(0, 7);
    case "Q":
      return quarterValue(addMonths(day, 3 * steps));
    case "Y":
      return pad(year + steps, 4);
    case "E":
      return pad(Math.floor(year / 10) + steps, 3);
    case "C":
      return pad(Math.floor(year / 100) + steps, 2);
    case "L":
      return pad(Math.floor(year / 1000) + steps, 1);
    case "TS":
    case "TM":
    case "TH":
      return null;
    default:
      throw new TypeError(`unknown unit: ${unit satisfies never}`);
  }
}

/** A TIMEX3 duration: `P3D`, `PT30M`, `P2Y6M`, `PXW`; decades and fortnights in years and weeks. */
export function durationValue(count: number | null, unit: Unit): string {
  const mark = unit === "WE" ? "W" : unit === "F" ? "W" : unit.slice(-1);
  const time = unit.startsWith("T") ? "T" : "";
  if (count === null) return `P${time}X${mark}`;
  const times = unit === "F" ? 2 : unit === "E" ? 10 : unit === "C" ? 100 : unit === "L" ? 1000 : 1;
  const letter = unit === "E" || unit === "C" || unit === "L" ? "Y" : unit === "WE" ? "WE" : mark;
  return `P${time}${fractional(count * times, letter)}`;
}

const PARTS: Readonly<Record<string, readonly [times: number, letter: string]>> = {
  Y: [12, "M"],
  H: [60, "M"],
  M: [60, "S"],
};

function fractional(count: number, letter: string): string {
  const whole = Math.floor(count);
  const part = PARTS[letter];
  if (whole === count || part === undefined) return `${Number(count.toFixed(2))}${letter}`;
  const rest = Math.round((count - whole) * part[0]);
  return `${whole === 0 ? "" : `${whole}${letter}`}${rest}${part[1]}`;
}

const SEASON_MONTHS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/**
 * First and last day a TIMEX3 value of a DATE or TIME covers: days, months, years, weeks, weekends, quarters, halves,
 * seasons (of the northern hemisphere), decades and centuries, with or without a time of day. `null` for anything else.
 */
export function daysOfTime(value: string): readonly [first: Day, last: Day] | null {
  const date = value.split("T", 1)[0] ?? "";
  const plain = daysOf(date);
  if (plain !== null) return plain;
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(date);
  if (week !== null) return daysOfWeekNumber(Number(week[1]), Number(week[2]), week[3] !== undefined);
  const part = /^(\d{4})-(?:([QH])([1-4])|(SP|SU|FA|WI))$/.exec(date);
  if (part !== null) {
    const length = part[2] === "H" ? 6 : 3;
    const month = part[4] === undefined ? (Number(part[3]) - 1) * length + 1 : (SEASON_MONTHS[part[4]] ?? 1);
    return months(Number(part[1]), month, length);
  }
  const years = /^\d{2,3}$/.test(date) ? 10 ** (4 - date.length) : 0;
  if (years === 0) return null;
  return join(daysOf(pad(Number(date) * years, 4)), daysOf(pad((Number(date) + 1) * years - 1, 4)));
}

function daysOfWeekNumber(year: number, week: number, weekend: boolean): readonly [Day, Day] | null {
  const fourth = makeDay(year, 1, 4); // always in week 1
  if (fourth === null) return null;
  const monday = addDays(fourth, -((dayOfWeek(fourth) + 6) % 7) + 7 * (week - 1));
  return [addDays(monday, weekend ? 5 : 0), addDays(monday, 6)];
}

function months(year: number, month: number, length: number): readonly [Day, Day] | null {
  const first = makeDay(year, month, 1);
  return first === null ? null : [first, addDays(addMonths(first, length), -1)];
}

function join(a: readonly [Day, Day] | null, b: readonly [Day, Day] | null): readonly [Day, Day] | null {
  return a === null || b === null ? null : [a[0], b[1]];
}
