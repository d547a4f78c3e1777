import { pad } from "../calendar.js";
import { readNumber } from "../numbers.js";
import { entryAt, isWord, type Scan } from "../scan.js";

/** A time by the clock. */
interface ClockTime {
  readonly end: number;
  /** `14:30`. */
  readonly value: string;
  /** Zone as an offset from UTC, or `null`. */
  readonly zone: string | null;
}

const HOURS_MINUTES = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/;
const LEADS = "at around about from until till by to between and before after – -".split(" ");
const MILITARY = /^([01]\d|2[0-3])([0-5]\d)$/;

/** “10:35 a.m.”, “5 p.m. EST”, “14:30 GMT”, “1430 GMT”, “4 in the morning”, “9 o'clock”; never a bare number. */
export function clockTime(scan: Scan, at: number): ClockTime | null {
  const key = scan.words[at]?.key ?? "";
  const colon = HOURS_MINUTES.exec(key);
  const military = MILITARY.exec(key);
  const whole = /^\d{1,2}$/.test(key)
    ? { value: Number(key), end: at + 1 }
    : colon === null && military === null
      ? word(scan, at)
      : null;
  const hour = colon !== null ? Number(colon[1]) : (whole?.value ?? -1);
  const minute = colon !== null ? Number(colon[2]) : 0;
  const end = whole?.end ?? at + 1;
  const half = halfOfDay(scan, end);
  if (half !== null && hour >= 1 && hour <= 12)
    return zoned(scan, half.end, (hour % 12) + (half.afternoon ? 12 : 0), minute);
  const zone = entryAt(scan, end).zone;
  if (military !== null && zone !== undefined) return zoned(scan, end, Number(military[1]), Number(military[2]));
  const colonTime = colon !== null && key.includes(":") && hour < 24 && minute < 60;
  if (colonTime && (zone !== undefined || isWord(scan, at - 1, ...LEADS) || isWord(scan, end, "local", "hours", "on")))
    return zoned(scan, end, hour, minute);
  return null;
}

function word(scan: Scan, at: number): { value: number; end: number } | null {
  const { numberKind } = entryAt(scan, at);
  return numberKind === undefined || numberKind === "ordinal" ? null : readNumber(scan, at);
}

function halfOfDay(scan: Scan, at: number): { readonly end: number; readonly afternoon: boolean } | null {
  const { words } = scan;
  const i = isWord(scan, at, "o'clock") ? at + 1 : at;
  const key = words[i]?.key ?? "";
  if (/^[ap]\.?m\.?$/.test(key)) {
    // a sentence may end in the stop of “p.m.”, which then stands alone
    return { end: i + 1, afternoon: key.startsWith("p") };
  }
  if (isWord(scan, i, "in") && isWord(scan, i + 1, "the") && isWord(scan, i + 2, "morning", "afternoon", "evening"))
    return { end: i + 3, afternoon: !isWord(scan, i + 2, "morning") };
  return i > at ? { end: i, afternoon: false } : null;
}

function zoned(scan: Scan, at: number, hour: number, minute: number): ClockTime | null {
  if (hour > 24 || minute > 59) return null;
  const value = `${pad(hour, 2)}:${pad(minute, 2)}`;
  const zone = entryAt(scan, at).zone;
  if (zone !== undefined) return { end: at + 1, value, zone };
  const end = isWord(scan, at, "local", "moscow", "eastern") && isWord(scan, at + 1, "time") ? at + 2 : at;
  return { end, value, zone: null };
}
