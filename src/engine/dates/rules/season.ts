import { dayParts } from "../../base/day.js";
import { pad } from "../calendar.js";
import type { Context, Reading, Rule } from "../context.js";
import { readSpokenYear, readYear } from "../numbers.js";
import { entryAt, isWord, type Scan } from "../scan.js";
import { type Tense, tenseAt } from "../tense.js";

interface WrittenSeason {
  readonly season: string;
  readonly month: number;
  readonly step: number | null;
  readonly year: number | null;
  readonly yearStep: number | null;
}

/** “last fall”, “this summer”, “the spring of 1998”, “in the winter”, “autumn 2021”. */
export const season: Rule = {
  name: "season",
  match(scan, at) {
    let i = at;
    let step: number | null = null;
    for (; entryAt(scan, i).deictic !== undefined && i < at + 2; i++) step = entryAt(scan, i).deictic ?? null;
    const entry = entryAt(scan, i);
    if (entry.season === undefined || entry.seasonPlural) return null;
    const tail = yearTail(scan, i + 1);
    const told = step !== null || tail.end > i + 1;
    const led =
      isWord(scan, i - 1, "the", "early", "late", "mid") &&
      isWord(scan, i - 2, "in", "by", "until", "over", "during", "into", "since", "through", "the", "of");
    if (!told && !led && (entry.seasonAmbiguous || !isWord(scan, i - 1, "in", "by", "until", "over", "since")))
      return null;
    if (scan.words[i]?.upos === "VERB" && !told) return null;
    const written = { season: entry.season, month: entry.seasonMonth ?? 1, step, ...tail };
    return {
      first: at,
      end: tail.end,
      type: "DATE",
      article: true,
      read: (context) => resolve(written, context, tenseAt(scan, at, tail.end)),
    };
  },
};

function yearTail(
  scan: Scan,
  at: number,
): { readonly end: number; readonly year: number | null; readonly yearStep: number | null } {
  const i = isWord(scan, at, "of", ",") ? at + 1 : at;
  const year = readYear(scan, i) ?? readSpokenYear(scan, i);
  if (year !== null) return { end: year.end, year: year.value, yearStep: null };
  const { deictic } = entryAt(scan, i);
  if (deictic !== undefined && isWord(scan, i + 1, "year")) return { end: i + 2, year: null, yearStep: deictic };
  return { end: at, year: null, yearStep: null };
}

function resolve(written: WrittenSeason, context: Context, tense: Tense): Reading {
  const { published } = context;
  if (written.year !== null)
    return {
      value: `${pad(written.year, 4)}-${written.season}`,
      why: "season and year are written out",
      confidence: 0.95,
    };
  if (published === null) return { value: `XXXX-${written.season}`, why: "the year is open", confidence: 0.7 };
  const [year, month] = dayParts(published);
  const done = (at: number): Reading => ({
    value: `${pad(at, 4)}-${written.season}`,
    why: `the season counted from publication, ${published}; winter bears the year it begins in`,
    confidence: written.step === null ? 0.7 : 0.85,
  });
  if (written.yearStep !== null) return done(year + written.yearStep);
  // January and February lie in the winter that began the year before
  const begun = month >= written.month;
  const inside = (month - written.month + 12) % 12 < 3;
  const latest = begun ? year : year - 1;
  if (written.step === -1) return done(inside ? latest - 1 : latest);
  if (written.step === 1) return done(latest + 1);
  if (written.step === 0) return done(inside ? latest : year);
  return done(tense.direction === "future" && !inside ? latest + 1 : latest);
}
