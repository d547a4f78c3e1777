import { MONTH_LEADS } from "../base/month-leads.js";
import type { Scan } from "./scan.js";

/** Words behind which nobody is named; behind some more of them (“by August Hanning”) somebody may be. */
const BEFORE_MONTH: ReadonlySet<string> = new Set(MONTH_LEADS);
const BEFORE_DATE: ReadonlySet<string> = new Set([...MONTH_LEADS, "by", "of", "on", ","]);

/** “Monday”, “May”, “Sept.”: the name of a day or a month. */
export function isCalendar(scan: Scan, lower: string): boolean {
  return /^\p{L}{3,9}\.?$/u.test(lower) && scan.lexicon.words("calendar-name").has(lower);
}

/** “May said”: a month's name before a verb may be a person's; who, the article has to have said. */
export function actsBy(scan: Scan, at: number): boolean {
  if (BEFORE_DATE.has(scan.lower(at - 1))) return false;
  const next = scan.tokens[at + 1];
  return next !== undefined && /^(?:VERB|AUX)$/.test(next.upos) && next.xpos !== "VB";
}

/** “In [August] Trump met …”: a month that opens no name. */
export function isMonthAt(scan: Scan, at: number): boolean {
  return BEFORE_MONTH.has(scan.lower(at - 1)) && isCalendar(scan, scan.lower(at));
}
