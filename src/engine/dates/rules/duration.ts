import { durationValue } from "../calendar.js";
import type { Match, Rule } from "../context.js";
import { readOrdinal } from "../numbers.js";
import { type Amount, readAmount } from "../quantity.js";
import { entryAt, isWord, type Scan } from "../scan.js";

/** Words before a bare plural that make it a stretch of time: “for weeks”, “within days”, “after years of war”. */
const LEADS = "for within in after over of take takes took follows spent lasted just heady early the".split(" ");

/** “two years”, “the past three days”, “the first nine months”, “five-year”, “several weeks”, “half an hour”. */
export const duration: Rule = {
  name: "duration",
  match(scan, at) {
    const lead = leading(scan, at);
    const amount = readAmount(scan, lead.end);
    if (amount === null || isAge(scan, amount.end) || isRate(scan, lead.end, amount)) return null;
    let end = amount.end;
    if (isWord(scan, end, "or") && isWord(scan, end + 1, "so", "more")) end += 2;
    return amountMatch(at, end, amount, lead.reported);
  },
};

function amountMatch(first: number, end: number, amount: Amount, reported: boolean): Match {
  const months = reported && amount.unit === "M" && (amount.count ?? 0) >= 6;
  return {
    first,
    end,
    type: "DURATION",
    article: !amount.adjective,
    read: (context) => ({
      value: durationValue(amount.count, amount.unit),
      why: amount.count === null ? "how many is not told" : "the length is told",
      confidence: amount.count === null ? 0.8 : 0.88,
      // “the nine months” of a business report: a year earlier is then the year before
      ...(months && context.published !== null ? { period: context.published.slice(0, 4) } : {}),
    }),
  };
}

/** “past”, “next”, “first”, “year-earlier” before the amount. */
function leading(scan: Scan, at: number): { readonly end: number; readonly reported: boolean } {
  if (isWord(scan, at, "year") && isWord(scan, at + 1, "earlier", "ago") && scan.words[at + 1]?.glued)
    return { end: at + 2, reported: true };
  if (entryAt(scan, at).deictic !== undefined) return { end: at + 1, reported: isWord(scan, at, "latest") };
  const ordinal = isWord(scan, at, "second") ? null : readOrdinal(scan, at);
  const first = ordinal !== null && readAmount(scan, ordinal.end)?.plural === true;
  if (first || isWord(scan, at, "final", "opening", "initial")) return { end: ordinal?.end ?? at + 1, reported: true };
  return { end: at, reported: isWord(scan, at - 1, "the") };
}

/** “52 years old”, “a 6-year-old boy”, “70 years of age”, but a truce may be eight months old. */
function isAge(scan: Scan, at: number): boolean {
  if (isWord(scan, at, "of") && isWord(scan, at + 1, "age")) return true;
  if (!isWord(scan, at, "old", "olds", "younger", "older")) return false;
  return entryAt(scan, at + 1).lasting !== true;
}

/** “24 hours a day”; “$2 a year” and “two tons a month” belong to the rule of rates. */
function isRate(scan: Scan, at: number, amount: Amount): boolean {
  if (isWord(scan, amount.end, "a", "per") && entryAt(scan, amount.end + 1).unit !== undefined) return true;
  return isWord(scan, at, "a", "an") && amount.end === at + 2 && isRateArticle(scan, at, amount.end);
}

/** Whether “a year” at `at` says how often: it follows a sum or a count. */
export function isRateArticle(scan: Scan, at: number, end: number): boolean {
  if (isWord(scan, end, "ago", "earlier", "later", "before", "after")) return false;
  const before = scan.words[at - 1];
  if (before === undefined) return false;
  return (
    before.upos === "NUM" ||
    /^(?:million|billion|trillion|percent|once|twice|times|%)$/.test(before.key) ||
    (before.upos === "NOUN" && counted(scan, at - 1))
  );
}

/** A noun with a number before it: “two flights a week”. */
function counted(scan: Scan, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = scan.words[i];
    if (word === undefined || word.upos === "VERB" || word.upos === "ADP" || word.upos === "PUNCT") return false;
    if (word.upos === "NUM") return true;
  }
  return false;
}

/** “for weeks”, “within days”, “weeks or months”: a plural with no number. */
export const bareUnits: Rule = {
  name: "bare-units",
  match(scan, at) {
    const { unit, unitPlural } = entryAt(scan, at);
    if (unit === undefined || unitPlural !== true || unit === "WE" || unit === "Q") return null;
    const glued = isWord(scan, at + 1, "long", "old") && scan.words[at + 1]?.glued === true;
    const before = scan.words[at - 1];
    const led =
      before === undefined ||
      before.upos === "ADP" ||
      before.upos === "PUNCT" ||
      before.upos === "SCONJ" ||
      isWord(scan, at - 1, ...LEADS);
    if (!glued && !led) return null;
    if (isWord(scan, at - 1, "early", "late") && isWord(scan, at + 1, "of")) return null; // “the early hours of Sunday”
    if (isWord(scan, at + 1, "old") && !glued) return null;
    const pair = isWord(scan, at + 1, "or", "and") && entryAt(scan, at + 2).unitPlural === true;
    const amount: Amount = { end: pair ? at + 3 : at + 1, count: null, unit, plural: true, adjective: glued };
    return amountMatch(at, amount.end, amount, false);
  },
};
