import { entryAt, isWord, type Scan } from "./scan.js";

/** A number read from the words, and the word after it. */
interface ReadNumber {
  readonly value: number;
  readonly end: number;
}

/** “nineteen hundred and twenty one thousand …”: no number in news is longer. */
const MOST_NUMBER_WORDS = 10;
const DIGITS = /^\d{1,3}(?:,\d{3}){1,3}$|^\d{1,9}(?:\.\d{1,3})?$/;
const FRACTION = /^(\d)\/(\d)$/;
const ORDINAL = /^(\d{1,3})(?:st|nd|rd|th)$/;
const YEAR = /^(?:1[0-9]|20|21)\d\d$/;
const SIGNS: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

/** A cardinal number in digits or words at `at`: “1,000”, “2 1/2”, “twenty four”, “a hundred”. */
export function readNumber(scan: Scan, at: number): ReadNumber | null {
  const whole = readWhole(scan, at);
  const half =
    whole !== null &&
    isWord(scan, whole.end, "and") &&
    isWord(scan, whole.end + 1, "a") &&
    isWord(scan, whole.end + 2, "half");
  return half ? { value: whole.value + 0.5, end: whole.end + 3 } : whole;
}

function readWhole(scan: Scan, at: number): ReadNumber | null {
  const key = scan.words[at]?.key ?? "";
  if (!DIGITS.test(key)) return readWords(scan, at);
  const value = Number(key.replaceAll(",", ""));
  const next = scan.words[at + 1]?.key ?? "";
  const fraction = FRACTION.exec(next);
  if (fraction !== null && Number(fraction[2]) > 0)
    return { value: value + Number(fraction[1]) / Number(fraction[2]), end: at + 2 };
  const sign = SIGNS[next];
  if (sign !== undefined) return { value: value + sign, end: at + 2 };
  const scale = entryAt(scan, at + 1);
  if (scale.numberKind === "scale" && scale.number !== undefined) return { value: value * scale.number, end: at + 2 };
  return { value, end: at + 1 };
}

function readWords(scan: Scan, at: number): ReadNumber | null {
  let [total, group, i] = [0, 0, at];
  if (isWord(scan, i, "a") && entryAt(scan, i + 1).numberKind === "scale") [group, i] = [1, i + 1];
  let last = "";
  for (; i < at + MOST_NUMBER_WORDS; i++) {
    const { number, numberKind: kind } = entryAt(scan, i);
    if (number === undefined || kind === undefined) {
      const joins =
        isWord(scan, i, "and") &&
        last === "scale" &&
        /^(?:unit|teen|tens)$/.test(entryAt(scan, i + 1).numberKind ?? "");
      if (joins) continue;
      break;
    }
    if (kind === "scale") {
      group = Math.max(group, 1) * number;
      if (number >= 1000) [total, group] = [total + group, 0];
    } else if (kind === "unit" ? last === "unit" || last === "teen" : last !== "" && last !== "scale") break;
    else if (kind === "unit" || kind === "teen" || kind === "tens") group += number;
    else break;
    last = kind;
  }
  return last === "" ? null : { value: total + group, end: i };
}

/** An ordinal at `at`: “3rd”, “third”, “twenty-first”. */
export function readOrdinal(scan: Scan, at: number): ReadNumber | null {
  const digits = ORDINAL.exec(scan.words[at]?.key ?? "");
  if (digits !== null) return { value: Number(digits[1]), end: at + 1 };
  const entry = entryAt(scan, at);
  if (entry.numberKind === "ordinal" && entry.number !== undefined) return { value: entry.number, end: at + 1 };
  const next = entryAt(scan, at + 1);
  if (entry.numberKind !== "tens" || entry.number === undefined) return null;
  if (next.numberKind !== "ordinal" || next.number === undefined || next.number > 9) return null;
  return { value: entry.number + next.number, end: at + 2 };
}

/** A year of four digits at `at`, 1000 to 2199. */
export function readYear(scan: Scan, at: number): ReadNumber | null {
  const key = scan.words[at]?.key ?? "";
  return YEAR.test(key) ? { value: Number(key), end: at + 1 } : null;
}

/** A year in words: “nineteen ninety-one”, “twenty twenty-one”, “two thousand and five”; only where nothing else fits. */
export function readSpokenYear(scan: Scan, at: number): ReadNumber | null {
  const first = entryAt(scan, at);
  if (isWord(scan, at, "two") && isWord(scan, at + 1, "thousand")) {
    const read = readNumber(scan, at);
    return read !== null && read.value < 2100 ? read : null;
  }
  const century = first.number;
  if (century === undefined || century < 17 || century > 20 || !/^(?:teen|tens)$/.test(first.numberKind ?? ""))
    return null;
  const rest = readNumber(scan, at + 1);
  if (rest === null || rest.value < 10 || rest.value > 99 || /\d/.test(scan.words[at + 1]?.key ?? "")) return null;
  return { value: century * 100 + rest.value, end: rest.end };
}

/** A day of the month in digits or as an ordinal: “5”, “5th”, “eighth”. */
export function readDate(scan: Scan, at: number): ReadNumber | null {
  const key = scan.words[at]?.key ?? "";
  const read = /^\d{1,2}$/.test(key) ? { value: Number(key), end: at + 1 } : readOrdinal(scan, at);
  return read !== null && read.value >= 1 && read.value <= 31 ? read : null;
}
