import { addMonths, type Day, dayParts } from "../../base/day.js";
import { daysOfTime, pad, quarterValue } from "../calendar.js";
import type { Context, Reading, Rule } from "../context.js";
import { readOrdinal, readYear } from "../numbers.js";
import { entryAt, isWord, type Scan } from "../scan.js";
import { type Tense, tenseAt } from "../tense.js";

/** What the words say of a quarter or half; parts not said are `null`. */
interface WrittenQuarter {
  readonly kind: "Q" | "H";
  readonly number: number | null;
  readonly year: number | null;
  /** Years from the present one: “this year's” 0, “last year's” -1. */
  readonly yearStep: number | null;
  /** “year-earlier”, “year-ago”, “… a year ago”: one year before the period told last. */
  readonly yearBefore: boolean;
  /** Quarters from the present one: “last quarter” -1; “the latest quarter” and “the quarter” are `null`. */
  readonly step: number | null;
}

/** Adjectives before “quarter”; bounded, so that hostile text costs no more. */
const MOST_ADJECTIVES = 2;
const NAMED = /^([qh])([1-4])$/;

/** “the third quarter of 1990”, “third-quarter”, “this year's first quarter”, “the 1988 quarter”, “the first half”, “Q3 2021”. */
export const quarter: Rule = {
  name: "quarter",
  match(scan, at) {
    const head = quarterHead(scan, at);
    if (head === null) return null;
    const tail = yearTail(scan, head.end);
    const written: WrittenQuarter = { ...head.written, ...tail.written };
    const end = tail.end;
    return {
      first: at,
      end,
      type: "DATE",
      article: true,
      read: (context) => resolve(written, context, tenseAt(scan, at, end)),
    };
  },
};

type Head = { readonly end: number; readonly written: WrittenQuarter };
const BARE: WrittenQuarter = { kind: "Q", number: null, year: null, yearStep: null, yearBefore: false, step: null };

function quarterHead(scan: Scan, at: number): Head | null {
  const named = NAMED.exec(scan.words[at]?.key ?? "");
  if (named !== null)
    return { end: at + 1, written: { ...BARE, kind: named[1] === "h" ? "H" : "Q", number: Number(named[2]) } };
  const owner = yearOwner(scan, at);
  let i = owner.end;
  while (
    i < owner.end + MOST_ADJECTIVES &&
    isWord(scan, i, "fiscal", "comparable", "corresponding", "same", "calendar", "financial")
  )
    i++;
  const ordinal = isWord(scan, i, "last") ? null : readOrdinal(scan, i);
  if (ordinal !== null || isWord(scan, i, "last", "final")) {
    const j = ordinal?.end ?? i + 1;
    const half = isWord(scan, j, "half") && (owner.end > at || isWord(scan, j + 1, "of"));
    const isQuarter = isWord(scan, j, "quarter") || (isWord(scan, j, "period") && scan.words[j]?.glued === true);
    if (half) return numberedHalf(scan, j, ordinal?.value ?? 2, owner.written);
    if (isQuarter && (ordinal === null ? isWord(scan, i, "final") : ordinal.value <= 4))
      return { end: j + 1, written: { ...owner.written, number: ordinal?.value ?? 4 } };
  }
  const told = owner.written.year !== null || owner.written.yearBefore || owner.written.yearStep !== null;
  if (told && i === owner.end && isWord(scan, i, "quarter", "period")) return { end: i + 1, written: owner.written };
  if (told && owner.written.yearBefore && scan.words[owner.end - 1]?.glued)
    return { end: owner.end, written: owner.written };
  return at === owner.end ? deicticQuarter(scan, at) : null;
}

function numberedHalf(scan: Scan, at: number, number: number, owner: WrittenQuarter): Head | null {
  const dated = owner.year !== null || owner.yearStep !== null || yearTail(scan, at + 1).end > at + 1;
  return number <= 2 && dated ? { end: at + 1, written: { ...owner, kind: "H", number } } : null;
}

/** What may stand before: “1988”, “this year's”, “year-earlier”, “year-ago”, “comparable year-ago”. */
function yearOwner(scan: Scan, at: number): Head {
  const start = isWord(scan, at, "comparable", "corresponding") ? at + 1 : at;
  if (isWord(scan, start, "year") && isWord(scan, start + 1, "earlier", "ago") && scan.words[start + 1]?.glued)
    return { end: start + 2, written: { ...BARE, yearBefore: true } };
  const year = readYear(scan, at);
  if (year !== null) return { end: year.end, written: { ...BARE, year: year.value } };
  const { deictic } = entryAt(scan, at);
  if (deictic !== undefined && isWord(scan, at + 1, "year") && isWord(scan, at + 2, "'s"))
    return { end: at + 3, written: { ...BARE, yearStep: deictic } };
  return { end: at, written: BARE };
}

/** “last quarter”, “this quarter”, “the latest period”, “the quarter”, “that quarter”. */
function deicticQuarter(scan: Scan, at: number): Head | null {
  const { deictic } = entryAt(scan, at);
  const fiscal = isWord(scan, at + 1, "fiscal") ? at + 2 : at + 1;
  if (isWord(scan, at, "latest", "most") && isWord(scan, fiscal, "quarter", "period"))
    return { end: fiscal + 1, written: BARE };
  if (deictic !== undefined && isWord(scan, fiscal, "quarter"))
    return { end: fiscal + 1, written: { ...BARE, step: deictic } };
  if (isWord(scan, at, "the", "that") && isWord(scan, at + 1, "quarter")) {
    const part = isWord(scan, at + 2, "of") || isWord(scan, at - 1, "past"); // “the quarter of a million”
    return part ? null : { end: at + 2, written: BARE };
  }
  return null;
}

/** What may stand after: “of 1990”, “of this year”, “1990”, “a year ago”, “last year”. */
function yearTail(scan: Scan, at: number): { readonly end: number; readonly written: Partial<WrittenQuarter> } {
  const i = isWord(scan, at, "of", "in", ",") ? at + 1 : at;
  const j = isWord(scan, i, "fiscal") ? i + 1 : i;
  const year = readYear(scan, j);
  if (year !== null) return { end: year.end, written: { year: year.value } };
  const { deictic } = entryAt(scan, i);
  if (deictic !== undefined && isWord(scan, i + 1, "year") && !isWord(scan, i + 2, "'s"))
    return { end: i + 2, written: { yearStep: deictic } };
  if (isWord(scan, i, "the") && isWord(scan, i + 1, "year") && i > at) return { end: i + 2, written: {} };
  if (isWord(scan, at, "a") && isWord(scan, at + 1, "year") && isWord(scan, at + 2, "ago", "earlier"))
    return { end: at + 3, written: { yearBefore: true } };
  return { end: at, written: {} };
}

function resolve(written: WrittenQuarter, context: Context, tense: Tense): Reading | null {
  const { published } = context;
  if (written.step !== null) return published === null ? null : stepped(written.step, published);
  const told = context.lastPeriod;
  const year = statedYear(written, published);
  if (written.number === null) return unnumbered(written, year, context);
  if (year !== null) {
    const value = `${pad(year, 4)}-${written.kind}${written.number}`;
    const present = written.year === null && written.yearStep === 0; // “this year's third quarter”
    return present
      ? reported(value, "number and year are told", 0.95, context)
      : done(value, "number and year are told", 0.95);
  }
  if (written.yearBefore) {
    const base =
      told === null
        ? published === null
          ? null
          : Number(numbered(written.number, published, tense))
        : Number(told.value.slice(0, 4));
    return base === null
      ? null
      : done(`${pad(base - 1, 4)}-Q${written.number}`, "one year before the period reported on", 0.85);
  }
  if (published === null) return done(`XXXX-${written.kind}${written.number}`, "the year is open", 0.7);
  if (written.kind === "H")
    return done(
      `${published.slice(0, 4)}-H${written.number}`,
      `the half of the year of publication, ${published}`,
      0.75,
    );
  const at = numbered(written.number, published, tense);
  return reported(
    `${at}-Q${written.number}`,
    `the quarter of that number nearest to publication, ${published}`,
    0.9,
    context,
  );
}

function statedYear(written: WrittenQuarter, published: Day | null): number | null {
  if (written.year !== null) return written.year;
  return written.yearStep === null || published === null ? null : dayParts(published)[0] + written.yearStep;
}

/** “the quarter”, “the 1988 quarter”, “the year-earlier quarter”: the number is that of the period told last. */
function unnumbered(written: WrittenQuarter, year: number | null, context: Context): Reading | null {
  const { published, lastPeriod: told } = context;
  const before = published === null ? null : quarterValue(addMonths(published, -3));
  const base = told?.value ?? before;
  if (base === null) return null;
  const source = told === null ? "the last full quarter before publication" : `the period told before, “${told.words}”`;
  if (year !== null)
    return done(base.length > 4 ? `${pad(year, 4)}${base.slice(4)}` : pad(year, 4), `${source}, in ${year}`, 0.8);
  if (!written.yearBefore) return reported(base.length > 4 || before === null ? base : before, source, 0.8, context);
  return done(`${pad(Number(base.slice(0, 4)) - 1, 4)}${base.slice(4)}`, `one year before ${source}`, 0.85);
}

function stepped(step: number, published: Day): Reading {
  return done(quarterValue(addMonths(published, 3 * step)), `quarters counted from publication, ${published}`, 0.85);
}

/** The year of the quarter of that number: the present year, or the last when the quarter is far ahead and not expected. */
function numbered(number: number, published: Day, tense: Tense): string {
  const [year, month] = dayParts(published);
  const now = Math.ceil(month / 3);
  const ahead = number - now;
  if (tense.direction === "future") return pad(ahead < -1 ? year + 1 : year, 4);
  return pad(ahead >= 2 || (ahead === 1 && tense.direction === "past") ? year - 1 : year, 4);
}

function done(value: string, why: string, confidence: number): Reading {
  return { value, why, confidence };
}

/** A quarter of a business report, which later words (“the quarter”, “a year earlier”) mean; only one that is over. */
function reported(value: string, why: string, confidence: number, context: Context): Reading {
  const over = context.published !== null && (daysOfTime(value)?.[1] ?? "9999") < context.published;
  return over || context.lastPeriod === null ? { value, why, confidence, period: value } : { value, why, confidence };
}
