import { addMonths, type Day, dayParts } from "../../base/day.js";
import { MONTH_LEADS } from "../../base/month-leads.js";
import { pad } from "../calendar.js";
import { type Context, closesRange, type Match, type Reading, type Rule, rangeStart } from "../context.js";
import { readSpokenYear, readYear } from "../numbers.js";
import { entryAt, isCapital, isWord, type Scan } from "../scan.js";
import { type Tense, tenseAt } from "../tense.js";

/** The end of a range lies after its start. */
const RANGE_END: Tense = { direction: "future", because: "" };

interface WrittenMonth {
  readonly month: number;
  readonly year: number | null;
  /** “last year” -1, “this year” 0. */
  readonly yearStep: number | null;
  /** “last May” -1, “this September” 0. */
  readonly step: number | null;
}

/** Words that let an ambiguous name (“May”, “March”, “April”) be a month. */
const LEADS = [
  ...MONTH_LEADS,
  ..."by till of from to between before after for and or every each past as that".split(" "),
];

/** “October”, “October 2021”, “last May”, “June last year”, “October of this year”. */
export const month: Rule = {
  name: "month",
  match(scan, at) {
    const { deictic } = entryAt(scan, at);
    const i = deictic === undefined ? at : at + 1;
    const entry = entryAt(scan, i);
    if (entry.month === undefined || !isCapital(scan, i)) return null;
    const tail = yearAfter(scan, i + 1);
    if (!isMonth(scan, i, entry.monthAmbiguous === true, tail.end > i + 1)) return null;
    const written = { month: entry.month, year: tail.year, yearStep: tail.yearStep, step: deictic ?? null };
    return monthMatch(scan, at, tail.end, written);
  },
};

function monthMatch(scan: Scan, first: number, end: number, written: WrittenMonth): Match {
  return {
    first,
    end,
    type: "DATE",
    read: (context) => {
      const after = rangeStart(scan, first, context);
      return after === null
        ? resolve(
            written,
            toldBeside(scan, first) ? { ...context, lastYear: null } : context,
            tenseAt(scan, first, end),
          )
        : closesRange(resolve(written, { ...context, published: after, lastYear: null }, RANGE_END), after);
    },
  };
}

/** “X, who took office in 2002, spent part of April”: a year told of somebody in passing is not the month's. */
function toldBeside(scan: Scan, first: number): boolean {
  const close = wordBack(first, (at) => isWord(scan, at, ",") && readYear(scan, at - 1) !== null);
  return close >= 0 && wordBack(close, (at) => isWord(scan, at, "who") && isWord(scan, at - 1, ",")) >= 0;
}

const PASSING = 9; // words of what is told in passing

function wordBack(from: number, fits: (at: number) => boolean): number {
  for (let at = from - 1; at > 0 && at >= from - PASSING; at--) if (fits(at)) return at;
  return -1;
}

function isMonth(scan: Scan, at: number, ambiguous: boolean, dated: boolean): boolean {
  if (dated || scan.words[at]?.glued) return true;
  const sure = isWord(scan, at - 1, ...MONTH_LEADS); // “in May Macron visited …”
  if (isWord(scan, at - 1, "the", "a", "an") && scan.words[at + 1]?.upos === "NOUN" && !isCapital(scan, at + 1))
    return true; // “the March vote”
  if (ambiguous) return sure || (isWord(scan, at - 1, ...LEADS) && scan.words[at + 1]?.upos !== "PROPN");
  const next = scan.words[at + 1];
  // “Jan Smith”, “June Carter”: a name goes on with a name
  return sure || next === undefined || next.upos !== "PROPN" || !isCapital(scan, at + 1);
}

function yearAfter(
  scan: Scan,
  at: number,
): { readonly end: number; readonly year: number | null; readonly yearStep: number | null } {
  const i = isWord(scan, at, ",", "of") ? at + 1 : at;
  const year = readYear(scan, i) ?? readSpokenYear(scan, i);
  if (year !== null && year.value >= 1200 && !isWord(scan, year.end, "percent", "%"))
    return { end: year.end, year: year.value, yearStep: null };
  const { deictic } = entryAt(scan, i);
  if (deictic !== undefined && isWord(scan, i + 1, "year") && !isWord(scan, i + 2, "'s"))
    return { end: i + 2, year: null, yearStep: deictic };
  return { end: at, year: null, yearStep: null };
}

function resolve(written: WrittenMonth, context: Context, tense: Tense): Reading {
  const { published } = context;
  const number = pad(written.month, 2);
  if (written.year !== null)
    return { value: `${pad(written.year, 4)}-${number}`, why: "month and year are written out", confidence: 0.97 };
  if (written.yearStep !== null && published !== null) {
    const year = dayParts(published)[0] + written.yearStep;
    return {
      value: `${pad(year, 4)}-${number}`,
      why: `that month of the year counted from publication, ${published}`,
      confidence: 0.95,
    };
  }
  if (published === null)
    return {
      value: `XXXX-${number}`,
      why: "no year is stated and the day of publication is not known",
      confidence: 0.85,
    };
  const told = yearToldHere(context, published);
  if (told !== null && written.step === null)
    return {
      value: `${told.value.slice(0, 4)}-${number}`,
      why: `the year is that of “${told.words}” just before`,
      confidence: 0.7,
    };
  return nearest(written, published, tense);
}

/** How many months ahead a month may lie when the tense leaves it open. */
const OPEN_AHEAD = 3;

/** A month farther ahead than this is named with its year, unless a limit is set (“will … by March”). */
const MOST_AHEAD = 9;

/** Eleven months back a month is called “last September”. */
function byTense(back: number, ahead: number, tense: Tense): number {
  if (ahead === 1) return ahead;
  if (tense.direction === "past") return -back;
  if (tense.direction === "future") return ahead <= MOST_AHEAD || tense.sure === true ? ahead : -back;
  return ahead <= OPEN_AHEAD && ahead > 0 ? ahead : -back;
}

/** “last May” is not the month just gone, which is “last month”; “this May” lies in the present year. */
function byStep(step: number, back: number, ahead: number, sameYear: number): number {
  if (step === 0) return sameYear;
  if (step < 0) return back <= 1 ? -(back + 12) : -back;
  return ahead === 0 ? 12 : ahead;
}

/** A year told in this sentence that lies well before publication: the story is in that year. */
function yearToldHere(context: Context, published: Day): Context["lastYear"] {
  const last = context.lastYear;
  if (last === null || last.sentence !== context.sentence) return null;
  return dayParts(published)[0] - Number(last.value.slice(0, 4)) >= 2 ? last : null;
}

function nearest(written: WrittenMonth, published: Day, tense: Tense): Reading {
  const [, now] = dayParts(published);
  const back = (now - written.month + 12) % 12; // months back to the last such month, 0 for this one
  const ahead = (written.month - now + 12) % 12;
  const near =
    written.step === null ? byTense(back, ahead, tense) : byStep(written.step, back, ahead, written.month - now);
  const value = addMonths(published, near).slice(0, 7);
  const verb =
    written.step !== null
      ? ""
      : tense.because === ""
        ? "; news tells of the past unless a word says otherwise"
        : `; ${tense.because}`;
  const side = near <= 0 ? "last" : "next";
  return {
    value,
    why: `the ${side} such month counted from publication, ${published}${verb}`,
    confidence: tense.direction === null ? 0.8 : 0.87,
  };
}
