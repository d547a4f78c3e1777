import type { Unit } from "./lexicon.js";
import { readNumber } from "./numbers.js";
import { entryAt, isCapital, isWord, type Scan } from "./scan.js";

/** A number of units: “two years”, “a few days”, “2 1/2 hours”, “five-year”. */
export interface Amount {
  readonly end: number;
  /** `null` where it is not told: “several years”, “weeks”. */
  readonly count: number | null;
  readonly unit: Unit;
  readonly plural: boolean;
  /** Unit and number joined by a hyphen or written in the singular: “five-year”, “a four year low”. */
  readonly adjective: boolean;
}

/** How many words may stand between a number and its unit: “eight trading days”. */
const MOST_BETWEEN = 2;

/** An amount of time at `at`; never a bare unit. */
export function readAmount(scan: Scan, at: number): Amount | null {
  const count = readCount(scan, at);
  if (count === null) return null;
  let i = count.end;
  while (entryAt(scan, i).between && i < count.end + MOST_BETWEEN) i++;
  const { unit, unitPlural } = entryAt(scan, i);
  if (unit === undefined) return null;
  const plural = unitPlural === true;
  if (isOtherSense(scan, at, i, plural) || (isCapital(scan, i) && /^\d/.test(scan.words[at]?.key ?? ""))) return null; // “60 Minutes”
  const half = isWord(scan, i + 1, "and") && isWord(scan, i + 2, "a") && isWord(scan, i + 3, "half");
  const more = half && count.value !== null ? 0.5 : 0;
  const adjective = !plural && (scan.words[i]?.glued === true || (count.value !== null && count.value > 1));
  return {
    end: half ? i + 4 : i + 1,
    count: count.value === null ? null : count.value + more,
    unit,
    plural,
    adjective,
  };
}

/** “a second group”, “two second thoughts”, “a quarter”, “three-quarters” are no time; “a weekend” tells no length. */
function isOtherSense(scan: Scan, at: number, unit: number, plural: boolean): boolean {
  const glued = scan.words[unit]?.glued === true;
  if (!isWord(scan, unit, "second", "quarter", "quarters", "weekend")) return false;
  return plural ? glued && isWord(scan, at, "three", "3") : !glued;
}

interface Count {
  readonly value: number | null;
  readonly end: number;
}

/** A number, “a”, “a few”, “a couple of”, “several”, “half an”, “two to three” (the lesser counts). */
function readCount(scan: Scan, at: number): Count | null {
  const article = isWord(scan, at, "a", "an");
  const start = article ? at + 1 : at;
  if (isWord(scan, start, "couple")) return { value: 2, end: isWord(scan, start + 1, "of") ? start + 2 : start + 1 };
  if (isWord(scan, start, "number") && isWord(scan, start + 1, "of")) return { value: null, end: start + 2 };
  if (isWord(scan, at, "half") && isWord(scan, at + 1, "a", "an")) return { value: 0.5, end: at + 2 };
  if (entryAt(scan, start).vague === true) return vagueCount(scan, start);
  const number = readNumber(scan, at);
  if (number !== null) return ranged(scan, number);
  if (!article) return null;
  return entryAt(scan, start).unit === undefined && entryAt(scan, start).between !== true
    ? null
    : { value: 1, end: start };
}

function vagueCount(scan: Scan, at: number): Count {
  const end = isWord(scan, at + 1, "of") ? at + 2 : at + 1;
  return { value: null, end: isWord(scan, at, "many") && isWord(scan, end, "more") ? end + 1 : end };
}

function ranged(scan: Scan, first: { readonly value: number; readonly end: number }): Count {
  const joint = isWord(scan, first.end, "to", "or", "–");
  const glued = scan.words[first.end]?.glued === true;
  if (!joint && !glued) return first;
  const second = readNumber(scan, joint ? first.end + 1 : first.end);
  return second === null || second.value < first.value ? first : { value: first.value, end: second.end };
}
