import { addDays, type Day, dayOfWeek } from "../../base/day.js";
import { type Context, closesRange, type Reading, rangeStart } from "../context.js";
import { entryAt, isCapital, isWord, type Scan } from "../scan.js";
import { type Tense, tenseAt } from "../tense.js";
import type { DayPhrase } from "./day-phrase.js";

export const WEEKDAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** The end of a range lies after its start. */
const RANGE_END: Tense = { direction: "future", because: "" };

interface WrittenWeekday {
  readonly weekday: number;
  /** “last Friday” -1, “this” 0, “next” 1; `null` for a bare weekday. */
  readonly step: number | null;
  /** The step counts weeks: “Monday of last week”. */
  readonly byWeek: boolean;
  /** “the previous Friday”, “the following Monday”: counted from the day told before. */
  readonly narrated: boolean;
}

/** “Tuesday”, “last Friday”, “this coming Sunday”, “the previous Friday”, “Monday of last week”. */
export function weekday(scan: Scan, at: number): DayPhrase | null {
  let i = at;
  let step: number | null = null;
  let narrated = false;
  for (; entryAt(scan, i).deictic !== undefined && i < at + 2; i++) {
    step = entryAt(scan, i).deictic ?? 0; // the last word decides: “this past Friday”
    narrated = isWord(scan, i, "previous", "following", "preceding");
  }
  const entry = entryAt(scan, i);
  if (entry.weekday === undefined || entry.weekdayPlural || entry.weekdayAmbiguous || !isCapital(scan, i)) return null;
  let end = i + 1;
  let byWeek = false;
  const of = isWord(scan, end, "of") ? end + 1 : end;
  const week = entryAt(scan, of);
  if (step === null && week.deictic !== undefined && isWord(scan, of + 1, "week") && !isWord(scan, of + 2, "'s"))
    [step, byWeek, end] = [week.deictic, true, of + 2];
  const written: WrittenWeekday = { weekday: entry.weekday, step, byWeek, narrated };
  return {
    end,
    read: (context) => {
      const after = step === null && entryAt(scan, at - 2).weekday !== undefined ? rangeStart(scan, at, context) : null;
      if (after === null) return resolve(written, context, tenseAt(scan, at, end));
      return closesRange(bare(entry.weekday ?? 0, WEEKDAY_NAMES[entry.weekday ?? 0] ?? "", after, RANGE_END), after);
    },
  };
}

function resolve(written: WrittenWeekday, context: Context, tense: Tense): Reading {
  const name = WEEKDAY_NAMES[written.weekday] ?? "";
  if (written.narrated && written.step !== null && context.lastDay !== null) {
    const from = context.lastDay.value.slice(0, 10) as Day; // lastDay holds whole days only
    const day = towards(from, written.weekday, written.step, 1);
    return {
      value: day,
      why: `the ${name} ${written.step < 0 ? "before" : "after"} “${context.lastDay.words}”`,
      confidence: 0.7,
    };
  }
  const { published } = context;
  if (published === null) return unpublished(written.weekday, name, context);
  if (written.byWeek && written.step !== null) {
    const monday = addDays(published, -((dayOfWeek(published) + 6) % 7));
    const day = addDays(monday, 7 * written.step + ((written.weekday + 6) % 7));
    return { value: day, why: `the ${name} of that week, counted from publication, ${published}`, confidence: 0.9 };
  }
  if (written.step === 0) return thisWeekday(written.weekday, name, published);
  if (written.step !== null) return stepped(written.weekday, name, published, written.step);
  return bare(written.weekday, name, published, tense);
}

/** The nearest such weekday in a direction, `least` days away or more. */
function towards(from: Day, weekday: number, step: number, least: number): Day {
  const gap = (Math.sign(step) * (weekday - dayOfWeek(from)) + 7) % 7;
  return addDays(from, Math.sign(step) * (gap < least ? gap + 7 : gap));
}

function bare(weekday: number, name: string, published: Day, tense: Tense): Reading {
  const ahead = tense.direction === "future" || (tense.direction === "present" && tense.close === true);
  const day = towards(published, weekday, ahead ? 1 : -1, 0);
  const side = ahead ? "on or after" : "on or before";
  const reason = tense.because === "" ? "news tells of the past unless a word says otherwise" : tense.because;
  const confidence = { past: 0.94, future: 0.85, present: 0.75, none: 0.88 }[tense.direction ?? "none"];
  return { value: day, why: `the ${name} ${side} publication, ${published}; ${reason}`, confidence };
}

function stepped(weekday: number, name: string, published: Day, step: number): Reading {
  const day = towards(published, weekday, step, 1);
  const side = step < 0 ? "before" : "after";
  return { value: day, why: `the ${name} ${side} publication, ${published}`, confidence: step < 0 ? 0.9 : 0.75 };
}

function thisWeekday(weekday: number, name: string, published: Day): Reading {
  const day = towards(published, weekday, 1, 0);
  return { value: day, why: `the ${name} on or after publication, ${published}`, confidence: 0.75 };
}

function unpublished(weekday: number, name: string, context: Context): Reading {
  const last = context.lastDay;
  if (last !== null && last.paragraph === context.paragraph) {
    const from = last.value.slice(0, 10) as Day; // lastDay holds whole days only
    if (dayOfWeek(from) === weekday)
      return { value: from, why: `the ${name} told before, “${last.words}”`, confidence: 0.7 };
  }
  const value = `XXXX-WXX-${weekday === 0 ? 7 : weekday}`;
  return { value, why: `a ${name}; which one is open, the day of publication is not known`, confidence: 0.9 };
}
