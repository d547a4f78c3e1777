import type { Context, Reading } from "../context.js";
import type { Scan } from "../scan.js";
import { fullDate } from "./full-date.js";
import { holiday } from "./holiday.js";
import { relativeDay } from "./relative-day.js";
import { weekday } from "./weekday.js";

/** Words that name one day, with or without a part of it. */
export interface DayPhrase {
  /** First word after it. */
  readonly end: number;
  /** The day as `2021-10-05`, `XXXX-10-05` or `XXXX-WXX-2`, with `TMO` and the like where the phrase tells the part. */
  read(context: Context): Reading | null;
}

type DayReader = (scan: Scan, at: number) => DayPhrase | null;

/** Readers of single days; the longest phrase wins, the earlier at a tie. */
const READERS: readonly DayReader[] = [fullDate, weekday, relativeDay, holiday];

/** The longest phrase for a day that starts at `at`. */
export function dayPhrase(scan: Scan, at: number): DayPhrase | null {
  let best: DayPhrase | null = null;
  for (const reader of READERS) {
    const phrase = reader(scan, at);
    if (phrase !== null && (best === null || phrase.end > best.end)) best = phrase;
  }
  return best;
}
