declare const dayBrand: unique symbol;

/** A calendar day, `YYYY-MM-DD`. No time zone can shift it. */
export type Day = string & { readonly [dayBrand]: true };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;

/** The day `value` names, or `null` when it is no valid `YYYY-MM-DD`. */
export function parseDay(value: string): Day | null {
  const match = DAY.exec(value);
  if (match === null) return null;
  const [, year, month, date] = match;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const same = new Date(time).toISOString().slice(0, 10) === value;
  return same ? (value as Day) : null; // checked on the line above
}

/** The day of a year, month (1–12) and date, or `null` when there is no such day. */
export function makeDay(year: number, month: number, date: number): Day | null {
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;
}

/** The day a number of days after 1970-01-01. */
export function dayOf(number: number): Day {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10) as Day; // an ISO day by construction
}

/** The day `days` after `day` (before it, when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/** 0 Sunday to 6 Saturday. */
export function dayOfWeek(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** Year, month (1–12) and date of a day. */
export function dayParts(day: Day): readonly [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** ISO week of a day: its week-year and week number (1–53). Source: ISO 8601. */
export function isoWeek(day: Day): readonly [year: number, week: number] {
  const weekday = (dayOfWeek(day) + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const [year] = dayParts(thursday);
  const first = dayNumber(`${pad(year, 4)}-01-01` as Day); // 1 January exists in every year
  return [year, Math.floor((dayNumber(thursday) - first) / 7) + 1];
}

/** The day a number of months after `day`; the date is cut to the month's length. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = dayParts(day);
  const total = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  for (let d = date; ; d--) {
    const made = makeDay(y, m, d);
    if (made !== null) return made;
  }
}

/** The first and last day an ISO prefix (`2021`, `2021-10`, `2021-10-05`) covers, or `null` for anything else. */
export function daysOf(prefix: string): readonly [first: Day, last: Day] | null {
  const whole = parseDay(prefix);
  if (whole !== null) return [whole, whole];
  const month = /^(\d{4})-(\d{2})$/.exec(prefix);
  if (month !== null) {
    const first = parseDay(`${prefix}-01`);
    return first === null ? null : [first, addDays(addMonths(first, 1), -1)];
  }
  if (!/^\d{4}$/.test(prefix)) return null;
  const [first, last] = [parseDay(`${prefix}-01-01`), parseDay(`${prefix}-12-31`)];
  return first === null || last === null ? null : [first, last];
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
