import type { Day } from "../base/day.js";

/** A person whom the text calls by an office, and when that office was the person's. */
export interface Tenure {
  readonly name: string;
  /** ISO prefixes; `to` is empty while the spell lasts. */
  readonly spells: readonly { readonly from: string; readonly to: string }[];
}

/** Years that a report without a year can be of: before, no table has office holders; after, nobody knows. */
const FIRST_YEAR = 1945;
const LAST_YEAR = 2035;

/** Whether everybody held the office on a day; a prefix covers every day it stands for. */
export function allInOffice(tenures: readonly Tenure[], day: Day): boolean {
  return tenures.every(({ spells }) =>
    spells.some(({ from, to }) => day.slice(0, from.length) >= from && (to === "" || day.slice(0, to.length) <= to)),
  );
}

/**
 * The one day of those a question has in each year on which everybody held the office the text gives; `null` when there
 * is none or more than one, or when the text gives nobody an office.
 *
 * @param inYear The day in question in a year, `null` where the year has none.
 */
export function onlyDayInOffice(tenures: readonly Tenure[], inYear: (year: number) => Day | null): Day | null {
  if (tenures.length === 0) return null;
  let only: Day | null = null;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const day = inYear(year);
    if (day === null || !allInOffice(tenures, day)) continue;
    if (only !== null) return null;
    only = day;
  }
  return only;
}

/** “X held office”, “X and Y both held office”: the reason, in words. */
export function officesInWords(tenures: readonly Tenure[]): string {
  const names = [...new Set(tenures.map((t) => t.name))];
  return names.length === 1 ? `${names[0]} held the office told` : `${names.join(", ")} held the offices told`;
}
