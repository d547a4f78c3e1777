import { durationValue, pad } from "../calendar.js";
import type { Match, Reading, Rule } from "../context.js";
import { readNumber, readOrdinal } from "../numbers.js";
import { entryAt, isCapital, isWord, type Scan } from "../scan.js";
import { isRateArticle } from "./duration.js";

/** “every Monday”, “each July”, “every two weeks”, “daily”, “Mondays”, “Tuesday nights”, “twice a week”, “$2 a year”. */
export const set: Rule = {
  name: "set",
  match(scan, at) {
    return every(scan, at) ?? plurals(scan, at) ?? rate(scan, at) ?? frequency(scan, at);
  },
};

function found(first: number, end: number, value: string, confidence: number): Match {
  const reading: Reading = { value, why: "it comes again and again", confidence };
  return { first, end, type: "SET", read: () => reading };
}

function every(scan: Scan, at: number): Match | null {
  if (!isWord(scan, at, "every", "each")) return null;
  let i = isWord(scan, at + 1, "single") ? at + 2 : at + 1;
  let count = 1;
  if (isWord(scan, i, "other")) [count, i] = [2, i + 1];
  else {
    const number = readNumber(scan, i) ?? (isWord(scan, i, "second") ? null : readOrdinal(scan, i));
    if (number !== null) [count, i] = [number.value, number.end];
  }
  const { unit, weekday, month, part, season } = entryAt(scan, i);
  if (unit !== undefined && unit !== "TS")
    return found(at, i + 1, unit === "WE" ? "XXXX-WXX-WE" : durationValue(count, unit), 0.9);
  if (weekday !== undefined && isCapital(scan, i)) return weekdays(scan, at, i, weekday);
  if (month !== undefined && isCapital(scan, i)) return found(at, i + 1, `XXXX-${pad(month, 2)}`, 0.9);
  if (part !== undefined && part !== "") return found(at, i + 1, `XXXX-XX-XXT${part}`, 0.85);
  return season === undefined ? null : found(at, i + 1, `XXXX-${season}`, 0.85);
}

function weekdays(scan: Scan, first: number, at: number, weekday: number): Match {
  const { part } = entryAt(scan, at + 1);
  const day = `XXXX-WXX-${weekday === 0 ? 7 : weekday}`;
  return part === undefined || part === ""
    ? found(first, at + 1, day, 0.9)
    : found(first, at + 2, `${day}T${part}`, 0.85);
}

/** “Mondays”, “Tuesday nights”, “weekends”. */
function plurals(scan: Scan, at: number): Match | null {
  const { weekday, weekdayPlural, weekdayAmbiguous, unit, unitPlural } = entryAt(scan, at);
  if (unit === "WE" && unitPlural) return found(at, at + 1, "XXXX-WXX-WE", 0.75);
  if (weekday === undefined || weekdayAmbiguous || !isCapital(scan, at)) return null;
  if (weekdayPlural) return weekdays(scan, at, at, weekday);
  return entryAt(scan, at + 1).partPlural ? weekdays(scan, at, at, weekday) : null;
}

/** “a year” after a sum or a count; “per month”. */
function rate(scan: Scan, at: number): Match | null {
  const { unit, unitPlural } = entryAt(scan, at + 1);
  if (unit === undefined || unitPlural || unit === "TS" || !isWord(scan, at, "a", "an", "per")) return null;
  if (!isWord(scan, at, "per") && !isRateArticle(scan, at, at + 2)) return null;
  if (unit === "TH" || unit === "TM") return null; // “80 miles an hour” is a speed
  return found(at, at + 2, durationValue(1, unit), 0.6);
}

function frequency(scan: Scan, at: number): Match | null {
  const { frequency: value } = entryAt(scan, at);
  if (value === undefined) return null;
  return found(at, at + 1, value, isWord(scan, at, "daily") ? 0.75 : 0.5);
}
