import type { Scan } from "./scan.js";

/** Words behind which the name of a day or a month is one. */
const BEFORE_DATE = /^(?:in|last|next|this|early|mid|late|since|until|by|of|on|,)$/;
/** Those of them behind which nobody is named: “by August Hanning” may be somebody. */
const BEFORE_MONTH = /^(?:in|last|next|this|early|mid|late|since|until)$/;

/** “Monday”, “May”, “Sept.”: the name of a day or a month. */
export function isCalendar(scan: Scan, lower: string): boolean {
  return /^\p{L}{3,9}\.?$/u.test(lower) && scan.lexicon.words("calendar-name").has(lower);
}

/** “May said”: a month's name before a verb may be a person's; who, the article has to have said. */
export function actsBy(scan: Scan, at: number): boolean {
  if (BEFORE_DATE.test(scan.lower(at - 1))) return false;
  const next = scan.tokens[at + 1];
  return next !== undefined && /^(?:VERB|AUX)$/.test(next.upos) && next.xpos !== "VB";
}

/** “In [August] Trump met …”: a month that opens no name. */
export function isMonthAt(scan: Scan, at: number): boolean {
  return BEFORE_MONTH.test(scan.lower(at - 1)) && isCalendar(scan, scan.lower(at));
}
