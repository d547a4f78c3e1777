import { makeDay } from "../base/day.js";
import type { Span } from "../base/span.js";

/** A day printed in a header, dateline or credit line. */
export interface PrintedDay {
  /** ISO day, `--MM-DD` where no year is printed; `null` where the figures may be read two ways (“05/10/2021”). */
  readonly value: string | null;
  /** Where it stands, in the text it was looked for in. */
  readonly span: Span;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const PATTERN = new RegExp(
  [
    `(?<![A-Za-z0-9])${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![A-Za-z0-9])`,
    `(?<![A-Za-z0-9])(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}\\.?(?:,?[ -](\\d{4}))?(?![A-Za-z0-9])`,
    "(?<!\\d)(\\d{4})[-/.](\\d{2})[-/.](\\d{2})(?!\\d)",
    "(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d)",
    "(?<!\\d)(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)",
  ].join("|"),
  "i",
);

/** The first day printed in a short text, or `null`. Figures with full stops are day, month, year. */
export function findPrintedDay(text: string): PrintedDay | null {
  const match = /\d/.test(text) ? PATTERN.exec(text) : null;
  if (match === null) return null;
  const span: Span = [match.index, match.index + match[0].length];
  const value = readDay(match.slice(1));
  return value === null && !/\d{4}/.test(match[0]) ? null : { value, span };
}

function readDay(groups: readonly (string | undefined)[]): string | null {
  const [m1, d1, y1, d2, m2, y2, y3, m3, d3, d4, m4, y4, a5, b5, y5] = groups;
  if (m1 !== undefined) return isoDay(y1, monthOf(m1), Number(d1));
  if (m2 !== undefined) return isoDay(y2, monthOf(m2), Number(d2));
  if (y3 !== undefined) return isoDay(y3, Number(m3), Number(d3));
  if (y4 !== undefined) return isoDay(y4, Number(m4), Number(d4));
  const [a, b] = [Number(a5), Number(b5)];
  if (a > 12) return isoDay(y5, b, a);
  return b > 12 || a === b ? isoDay(y5, a, b) : null;
}

function isoDay(year: string | undefined, month: number, date: number): string | null {
  const day = makeDay(year === undefined ? 2000 : Number(year), month, date); // 2000 has a 29 February
  if (day === null) return null;
  return year === undefined ? `-${day.slice(4)}` : day;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

const LEAD =
  /\b(?:published|posted|updated|last updated|last modified|modified|created|date|issued|released|first published|on|at|of|and|from|time|publication date|edited)\b/gi;
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/gi;
const TIME = /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\b(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?/gi;
const ZONE =
  /\b(?:gmt|utc|bst|cet|cest|eet|eest|msk|est|edt|et|pst|pdt|ct|cst|pt|ist|pkt|aest|jst|local time|moscow time|hours|hrs)\b(?: ?[+-] ?\d{1,2}(?::?\d{2})?)?/gi;

/** What a line holds beside its dates, times, zones and words such as “Published”; `null` where it has no date or time. */
export function besideDate(line: string): string | null {
  let rest = line;
  let found = false;
  for (let day = findPrintedDay(rest); day !== null; day = findPrintedDay(rest)) {
    rest = `${rest.slice(0, day.span[0])} | ${rest.slice(day.span[1])}`;
    found = true;
  }
  if (!found && !/^\d{1,2}[:.]\d{2}$/.test(line)) return null;
  return rest
    .replace(TIME, " ")
    .replace(ZONE, " ")
    .replace(WEEKDAY, " ")
    .replace(LEAD, " ")
    .replace(/^[\s|,.:;()/–—·•-]+/, "")
    .replace(/[\s|,.:;()/–—·•-]+$/, "");
}
