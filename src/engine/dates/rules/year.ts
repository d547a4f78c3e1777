import { pad } from "../calendar.js";
import type { Match, Rule } from "../context.js";
import { readSpokenYear, readYear } from "../numbers.js";
import { entryAt, isWord, type Scan } from "../scan.js";

/** Words before a bare number that let it be a year. */
const LEADS = new Set(
  (
    "in since from to until till by of for during through before after between into around circa as than about over throughout with past on due " +
    "early late mid fiscal calendar year pre post the a an that both and or back is its their his her our 's ("
  ).split(" "),
);
/** Signs before a number that make it a sum. */
const SUM = /^[$€£¥#]$/;
/** Years in running text outside this range need “in”, “since” or “year” before them. */
const USUAL: readonly [number, number] = [1800, 2059];

/** “1998”, “fiscal 1989”, “the year 2000”, “nineteen ninety-one”, “mid-1996”. */
export const year: Rule = {
  name: "year",
  match(scan, at) {
    const fiscal =
      isWord(scan, at, "fiscal", "calendar") ||
      (isWord(scan, at, "year") && !isWord(scan, at - 1, "this", "last", "next"));
    const i = fiscal ? at + 1 : at;
    const spoken = readSpokenYear(scan, i);
    const read = spoken ?? readYear(scan, i);
    if (read === null || (spoken === null && !isYear(scan, i, read.value, fiscal))) return null;
    if (spoken !== null && isCounted(scan, read.end)) return null;
    const value = pad(read.value, 4);
    const match: Match = {
      first: at,
      end: read.end,
      type: "DATE",
      article: isWord(scan, at, "year"),
      read: () => ({ value, why: "the year is written out", confidence: 0.95 }),
    };
    return match;
  },
};

function isCounted(scan: Scan, at: number): boolean {
  const after = scan.words[at];
  return after !== undefined && (entryAt(scan, at).counted === true || entryAt(scan, at).unit !== undefined);
}

function isYear(scan: Scan, at: number, value: number, fiscal: boolean): boolean {
  const { words } = scan;
  const before = words[at - 1];
  const after = words[at + 1];
  if (isCounted(scan, at + 1)) return false;
  if (before !== undefined && (SUM.test(before.key) || before.entry.numbered === true)) return false;
  if (fiscal || (scan.words[at]?.glued === true && readYear(scan, at - 1) !== null)) return true; // “2018-2022”
  const led = before === undefined || LEADS.has(before.key) || entryAt(scan, at - 1).stage === true;
  if (value < USUAL[0] || value > USUAL[1])
    return (
      isWord(scan, at - 1, "in", "since", "of", "by") &&
      (after === undefined || after.upos === "PUNCT") &&
      value >= 1000
    );
  if (after?.glued === true && !/^(?:\d{2,4}|style|era)$/.test(after.key)) return before !== undefined && led;
  return (
    led ||
    (before?.upos === "PUNCT" && before.key !== ".") ||
    before?.glued === true ||
    before?.upos === "VERB" ||
    (before?.upos === "ADJ" && after?.upos === "NOUN")
  );
}
