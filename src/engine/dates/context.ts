import type { Day } from "../base/day.js";
import { daysOfTime } from "./calendar.js";
import { isWord, type Scan } from "./scan.js";
import type { TimeExpression } from "./types.js";

/** A time the text has named before, to which “that day”, “a year earlier” and “the quarter” point back. */
export interface Narrated {
  readonly value: string;
  readonly words: string;
  readonly paragraph: number;
  readonly sentence: number;
}

/** What a rule may know when it works out a value. Values are read in the order of the text. */
export interface Context {
  readonly published: Day | null;
  readonly country: string | null;
  /** The last calendar time named, of any fineness. */
  readonly last: Narrated | null;
  /** The last whole day named. */
  readonly lastDay: Narrated | null;
  /** The last year named, alone or in a date: its value begins with four digits. */
  readonly lastYear: Narrated | null;
  /** The last period a business reports on: a quarter, a half, or a year for “the nine months”. */
  readonly lastPeriod: Narrated | null;
  readonly sentence: number;
  readonly paragraph: number;
}

/** What an expression means. */
export interface Reading {
  readonly value: string;
  readonly why: string;
  readonly confidence: number;
  /** The period reported on that the words speak of, for “a year earlier” after them. */
  readonly period?: string;
  /** Where it differs from the match's. */
  readonly type?: TimeExpression["type"];
}

/** An expression a rule has found: words `first` to `end` (not included). */
export interface Match {
  readonly first: number;
  readonly end: number;
  readonly type: TimeExpression["type"];
  /** An article before it belongs to the span: “the third quarter”, but not “the October 5 call”. */
  readonly article?: boolean;
  /** Works out the value, or `null` when the expression turns out not to be one. */
  read(context: Context): Reading | null;
}

/** Finds expressions of one kind at a word. */
export interface Rule {
  readonly name: string;
  match(scan: Scan, at: number): Match | null;
}

/** The first day of a range of which the expression at word `first` is the end: “from May to July”, “Monday to Friday”. */
export function rangeStart(scan: Scan, first: number, context: Context): Day | null {
  const { last } = context;
  if (last === null || last.sentence !== context.sentence || !isWord(scan, first - 1, "to", "through", "–", "-"))
    return null;
  return daysOfTime(last.value)?.[0] ?? null;
}

/** The reading of a range's end, with its reason. */
export function closesRange<R extends Reading | null>(reading: R, start: Day): R {
  return reading === null
    ? reading
    : { ...reading, why: `the end of a range that begins on ${start}, the first such time after it` };
}
