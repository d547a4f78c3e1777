import { addDays, type Day, dayOfWeek, makeDay, parseDay } from "../base/day.js";
import type { Span } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import { datedAnniversary } from "./anniversaries.js";
import {
  type AgeFact,
  ageFacts,
  type Birthday,
  type DatedBirthday,
  datedBirthday,
  publicationWindow,
} from "./birthdays.js";
import { allInOffice, officesInWords, onlyDayInOffice, type Tenure } from "./in-office.js";
import type { TimeLexicon } from "./lexicon.js";
import { WEEKDAY_NAMES } from "./rules/weekday.js";
import type { TimeExpression } from "./types.js";

export type { Birthday } from "./birthdays.js";

/** What the day of publication is worked out from. */
export interface PublicationFacts {
  readonly sentences: readonly Sentence[];
  /** Time expressions found without a day of publication. */
  readonly times: readonly TimeExpression[];
  /** `2021-10-05`, or `--10-05` where no year is printed. */
  readonly printedDay: string | null;
  readonly birthdays: readonly Birthday[];
  readonly lexicon: TimeLexicon;
  /** Persons whom the text calls by an office; none when left out. */
  readonly tenures?: readonly Tenure[];
  /** Codes of the countries a sentence speaks of; none when left out. */
  readonly countriesIn?: (sentence: number) => readonly string[];
}

/** A day of publication worked out from the text: the likeliest, and the first and last possible. */
export interface InferredPublication {
  readonly value: string;
  readonly earliest: string;
  readonly latest: string;
  readonly basis: "content";
  readonly why: string;
}

/** A contradiction, for a notice. */
export interface PublicationDoubt {
  readonly code: "birthday-weekday" | "birthday-published";
  readonly message: string;
  readonly span: Span;
}

/** A weekday is named for a week at most. */
const WEEK = 6;
/** Days in a year, at most. */
const YEAR = 366;
/** Sentences that tell the news itself; a full date further down may be history. */
const LEAD_SENTENCES = 3;
/** A weekday and date recur after five years at the earliest, so fewer years hold one fit at most. */
const NEAR_YEARS = 4;

/**
 * Works out the day of publication from facts in the text, the surest first: an age on a known birthday with its
 * weekday, an anniversary that falls on a weekday told, a full date with its weekday, a full date at the head, an age
 * alone, weekday and date in the one year in which whoever the text gives an office held it, or near a year told.
 *
 * @returns `null` when nothing decides.
 */
export function inferPublished(facts: PublicationFacts): InferredPublication | null {
  const birthdays = datedBirthdays(facts);
  const timed = birthdays.filter((each) => each.fits && (each.fact.weekday !== null || each.fact.offset !== null));
  const first = timed[0];
  if (first !== undefined) return fromBirthday(first, facts.printedDay);
  const dated = fromAnniversary(facts) ?? fromFullDate(facts);
  if (dated !== null) return dated;
  const bare = birthdays.find((each) => each.fact.weekday === null);
  if (bare !== undefined) return fromBirthday(bare, facts.printedDay);
  return fromPrintedDay(facts) ?? fromOffices(facts) ?? fromWeekdayAndDate(facts);
}

function fromAnniversary(facts: PublicationFacts): InferredPublication | null {
  const anniversary = datedAnniversary(facts);
  if (anniversary === null) return null;
  const { words, day } = anniversary;
  const value = newsDay(facts, day, false);
  const why = `“${words}”: that was ${day}, a ${nameOf(day)} as the text says${after(value, day)}`;
  return { value, earliest: day, latest: addDays(day, WEEK), basis: "content", why };
}

/** A day printed without its year, in the one year in which it has the weekday told and the offices fit. */
function fromPrintedDay(facts: PublicationFacts): InferredPublication | null {
  const { printedDay, tenures = [] } = facts;
  const printed = /^--(\d{2})-(\d{2})$/.exec(printedDay ?? "");
  const told = leadWeekday(facts);
  if (printed === null || told === null) return null;
  const inYear = (year: number): Day | null => makeDay(year, Number(printed[1]), Number(printed[2]));
  const on = (back: number) => (year: number) => {
    const day = inYear(year);
    return day !== null && dayOfWeek(addDays(day, -back)) === told.weekday ? day : null;
  };
  const day = onlyDayInOffice(tenures, on(0)) ?? onlyDayInOffice(tenures, on(1)); // the day of the news, or the day after
  if (day === null) return null;
  const why = `${day} is the one such day on which “${told.text}” fits and ${officesInWords(tenures)}`;
  return { value: day, earliest: day, latest: day, basis: "content", why };
}

/** “Tuesday, October 5” in the one year in which it falls on that weekday while everybody held the office told. */
function fromOffices(facts: PublicationFacts): InferredPublication | null {
  const { tenures = [] } = facts;
  for (const time of facts.times) {
    const date = /^XXXX-(\d{2})-(\d{2})/.exec(time.value);
    const weekday = WEEKDAY_NAMES.findIndex((name) => time.text.includes(name));
    if (date === null || weekday < 0) continue;
    const day = onlyDayInOffice(tenures, (year) => {
      const inYear = makeDay(year, Number(date[1]), Number(date[2]));
      return inYear !== null && dayOfWeek(inYear) === weekday ? inYear : null;
    });
    if (day === null) continue;
    const ahead = isAhead(facts, time) || isPresent(facts, time);
    const value = newsDay(facts, day, ahead);
    const why = `“${time.text}” falls on that weekday in ${day.slice(0, 4)}, the one year in which ${officesInWords(tenures)}${after(value, day)}`;
    const [earliest, latest] = ahead ? [addDays(day, -WEEK), day] : [day, addDays(day, WEEK)];
    return { value, earliest, latest, basis: "content", why };
  }
  return null;
}

/** The day of the news that a day of the text stands near: the weekday told at the head, on it or within a week after (or before). */
function newsDay(facts: PublicationFacts, day: Day, ahead: boolean): Day {
  const told = leadWeekday(facts);
  if (told === null) return day;
  const step = ahead ? -1 : 1;
  for (let n = 0; n <= WEEK; n++) if (dayOfWeek(addDays(day, n * step)) === told.weekday) return addDays(day, n * step);
  return day;
}

function after(value: Day, day: Day): string {
  return value === day ? "" : `; the news is of ${value}, the ${nameOf(value)} told at its head`;
}

/** The first weekday without a date that the head of the text tells as past. */
function leadWeekday(facts: PublicationFacts): { readonly weekday: number; readonly text: string } | null {
  for (const time of facts.times) {
    if (time.sentence >= LEAD_SENTENCES) return null;
    const told = /^XXXX-WXX-([1-7])/.exec(time.value);
    if (told !== null && !isAhead(facts, time)) return { weekday: Number(told[1]) % 7, text: time.text };
  }
  return null;
}

/** “which ends on Thursday”: a verb in the present right before names a day ahead. */
function isPresent(facts: PublicationFacts, time: TimeExpression): boolean {
  const tokens = facts.sentences[time.sentence]?.tokens ?? [];
  return tokens.slice(Math.max(0, time.first - 3), time.first).some((t) => t.xpos === "VBZ" && t.upos === "VERB");
}

/** Ages whose birthday does not fall on the weekday told: the text or the known day of birth errs, so neither is taken. */
export function publicationDoubts(
  facts: PublicationFacts,
  published: string | null = null,
): readonly PublicationDoubt[] {
  const birthdays = datedBirthdays(facts);
  return [...weekdayDoubts(birthdays), ...(published === null ? [] : dayDoubts(birthdays, published))];
}

/** Ages that, by the known day of birth, were reached at another time than the report's day, given or printed, allows. */
function dayDoubts(birthdays: readonly DatedBirthday[], published: string): readonly PublicationDoubt[] {
  return birthdays
    .filter((each) => each.fits && !reaches(publicationWindow(each), published))
    .map(({ fact, name, day }) => ({
      code: "birthday-published" as const,
      message: `“${fact.words}”: by the known day of birth of ${name} that was ${day}, and the report is of ${published}`,
      span: fact.span,
    }));
}

/** Whether a day, or a prefix of one, lies in a window with a year's grace: an age is told until the next birthday. */
function reaches([, earliest, latest]: readonly [string, string, string], published: string): boolean {
  const day = parseDay(published.slice(0, 10));
  const [from, to] = [parseDay(earliest), parseDay(latest)];
  if (day === null || from === null || to === null) return true;
  return day >= addDays(from, -WEEK) && day <= addDays(to, YEAR);
}

function weekdayDoubts(birthdays: readonly DatedBirthday[]): readonly PublicationDoubt[] {
  return birthdays
    .filter((each) => !each.fits)
    .map(({ fact, name, day }) => ({
      code: "birthday-weekday" as const,
      message: `“${fact.words}”: by the known day of birth of ${name} that was ${day}, a ${nameOf(day)}, not a ${WEEKDAY_NAMES[fact.weekday ?? 0]}`,
      span: fact.span,
    }));
}

function datedBirthdays(facts: PublicationFacts): readonly DatedBirthday[] {
  if (facts.birthdays.length === 0) return [];
  const dated = (fact: AgeFact): DatedBirthday | null => datedBirthday(fact, facts.birthdays);
  return ageFacts(facts.sentences, facts.times, facts.lexicon)
    .map(dated)
    .filter((each) => each !== null);
}

function fromBirthday(birthday: DatedBirthday, printedDay: string | null): InferredPublication {
  const [value, earliest, latest] = publicationWindow(birthday);
  const { fact, name, day } = birthday;
  const weekday = fact.weekday === null ? "" : `, a ${nameOf(day)} as the text says`;
  const why = `“${fact.words}”: ${name} was born ${fact.age} years before ${day}${weekday}`;
  const printed = printedDay?.startsWith("--") ? parseDay(`${value.slice(0, 4)}${printedDay.slice(1)}`) : null;
  if (printed !== null && printed >= earliest && printed <= latest)
    return {
      value: printed,
      earliest: printed,
      latest: printed,
      basis: "content",
      why: `${why}; the day printed without a year fits`,
    };
  return { value, earliest, latest, basis: "content", why };
}

/** The latest full date, where it tells the news: with its weekday, or at the head of the text. */
function fromFullDate(facts: PublicationFacts): InferredPublication | null {
  const full = facts.times.filter(
    (time) => time.type !== "DURATION" && parseDay(time.value.slice(0, 10)) !== null && /\d{4}/.test(time.text),
  );
  let best: TimeExpression | null = null;
  for (const time of full) if (best === null || time.value > best.value) best = time;
  if (best === null) return null;
  const day = parseDay(best.value.slice(0, 10));
  const weekday = namesWeekday(best.text);
  if (day === null || (!weekday && best.sentence >= LEAD_SENTENCES) || laterYear(facts, day)) return null;
  if (isAhead(facts, best) || (!weekday && isHistory(facts, best))) return null;
  const why = `“${best.text}” is the latest full date in the text${weekday ? " and named with its weekday" : ", at its head"}`;
  return { value: day, earliest: day, latest: addDays(day, WEEK), basis: "content", why };
}

/** A year after the day, told as past: then the day is history. */
function laterYear(facts: PublicationFacts, day: Day): boolean {
  return facts.times.some(
    (time) => /^\d{4}/.test(time.value) && time.value.slice(0, 4) > day.slice(0, 4) && !isAhead(facts, time),
  );
}

/** Whether the sentence speaks of what is to come before it names the time. */
function isAhead(facts: PublicationFacts, time: TimeExpression): boolean {
  const tokens = facts.sentences[time.sentence]?.tokens ?? [];
  for (let i = time.first - 1; i >= Math.max(0, time.first - 12); i--) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (/^(?:will|shall|by|until|due|scheduled|planned)$/.test(token.lower)) return true;
    if (token.xpos === "VBD") return false;
  }
  return false;
}

const HISTORY = /^(?:born|since|founded|established|dated|signed|adopted|of|anniversary|until|before)$/;

/** Whether the words just before make the date one of the past that the news refers to: “born on”, “the treaty of”. */
function isHistory(facts: PublicationFacts, time: TimeExpression): boolean {
  const tokens = facts.sentences[time.sentence]?.tokens ?? [];
  return tokens.slice(Math.max(0, time.first - 4), time.first).some((token) => HISTORY.test(token.lower));
}

/** “Tuesday, October 5” in the one year after the latest year told in which it falls on that weekday. */
function fromWeekdayAndDate(facts: PublicationFacts): InferredPublication | null {
  const years = facts.times
    .filter((time) => /^\d{4}$/.test(time.value) && !isAhead(facts, time))
    .map((time) => Number(time.value));
  if (years.length === 0) return null;
  const hint = years.reduce((a, b) => Math.max(a, b), 0);
  for (const time of facts.times) {
    const date = /^XXXX-(\d{2})-(\d{2})/.exec(time.value);
    const weekday = WEEKDAY_NAMES.findIndex((name) => time.text.includes(name));
    if (date === null || weekday < 0) continue;
    for (let year = hint; year <= hint + NEAR_YEARS; year++) {
      const day = makeDay(year, Number(date[1]), Number(date[2]));
      if (day === null || dayOfWeek(day) !== weekday || !allInOffice(facts.tenures ?? [], day)) continue;
      const why = `“${time.text}” falls on that weekday in ${year}, the first such year from ${hint}, the latest year told`;
      return { value: day, earliest: day, latest: addDays(day, WEEK), basis: "content", why };
    }
  }
  return null;
}

function namesWeekday(text: string): boolean {
  return WEEKDAY_NAMES.some((name) => text.includes(name));
}

function nameOf(day: Day): string {
  return WEEKDAY_NAMES[dayOfWeek(day)] ?? "";
}
