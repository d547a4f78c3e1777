import { addDays, type Day, dayOfWeek, makeDay } from "../base/day.js";
import { DataError } from "../base/errors.js";

/** When a holiday falls in a year. */
export type HolidayRule =
  | { readonly kind: "fixed"; readonly month: number; readonly date: number }
  /** `nth` is -1 for the last; `from` is the first date that counts. */
  | {
      readonly kind: "weekday";
      readonly nth: number;
      readonly weekday: number;
      readonly month: number;
      readonly from: number;
    }
  | { readonly kind: "easter"; readonly orthodox: boolean; readonly days: number };

const FIXED = /^(\d{2})-(\d{2})$/;
const WEEKDAY = /^(-?\d)-(\d)@(\d{2})(\+?)$/;
const EASTER = /^(easter|orthodox)([+-]\d{1,2})$/;

/** Reads the rule column of `data/dates/holidays.tsv`; its header says the forms. @throws DataError for any other. */
export function parseHolidayRule(file: string, line: number, text: string): HolidayRule {
  const fixed = FIXED.exec(text);
  if (fixed !== null) return { kind: "fixed", month: Number(fixed[1]), date: Number(fixed[2]) };
  const nth = WEEKDAY.exec(text);
  if (nth !== null)
    return {
      kind: "weekday",
      nth: Number(nth[1]),
      weekday: Number(nth[2]),
      month: Number(nth[3]),
      from: nth[4] === "+" ? 2 : 1,
    };
  const easter = EASTER.exec(text);
  if (easter !== null) return { kind: "easter", orthodox: easter[1] === "orthodox", days: Number(easter[2]) };
  throw new DataError(file, line, `unknown rule “${text}”`);
}

/** The day of a holiday in a year, or `null` when that year has none (29 February). */
export function holidayIn(year: number, rule: HolidayRule): Day | null {
  switch (rule.kind) {
    case "fixed":
      return makeDay(year, rule.month, rule.date);
    case "weekday":
      return nthWeekday(year, rule);
    case "easter": {
      const sunday = rule.orthodox ? orthodoxEaster(year) : westernEaster(year);
      return sunday === null ? null : addDays(sunday, rule.days);
    }
    default:
      throw new TypeError(`unknown kind: ${rule satisfies never}`);
  }
}

function nthWeekday(year: number, rule: HolidayRule & { readonly kind: "weekday" }): Day | null {
  if (rule.nth < 0) {
    const next = rule.month === 12 ? makeDay(year + 1, 1, 1) : makeDay(year, rule.month + 1, 1);
    if (next === null) return null;
    const last = addDays(next, -1);
    return addDays(last, -((dayOfWeek(last) - rule.weekday + 7) % 7));
  }
  const first = makeDay(year, rule.month, rule.from);
  return first === null ? null : addDays(first, ((rule.weekday - dayOfWeek(first) + 7) % 7) + 7 * (rule.nth - 1));
}

/** Source: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function westernEaster(year: number): Day | null {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return makeDay(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Source: Meeus's Julian algorithm; the 13 days between the calendars hold from 1900 to 2099. */
function orthodoxEaster(year: number): Day | null {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  const julian = makeDay(year, Math.floor(n / 31), (n % 31) + 1);
  return julian === null ? null : addDays(julian, 13);
}
