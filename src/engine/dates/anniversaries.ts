import { type Day, dayOfWeek, makeDay, parseDay } from "../base/day.js";
import { holidayIn } from "./holiday-rule.js";
import { allInOffice } from "./in-office.js";
import { readOrdinal } from "./numbers.js";
import type { PublicationFacts } from "./published.js";
import { isWord, scanSentence, wordsText } from "./scan.js";

/** An anniversary the text tells of as kept in these days, and the day it falls on. */
export interface Anniversary {
  readonly words: string;
  readonly count: number;
  readonly day: Day;
}

/** Words between the number and “anniversary”: “the 20th wedding anniversary”. */
const REACH = 2;
/** Anniversaries read of one document. */
const MOST = 20;

/**
 * The first anniversary whose day the text gives away: by the full date it counts from, named in the same sentence, or
 * by the year a country became independent and its independence day. A weekday of the text must bear it out, or whoever
 * the text gives an office.
 */
export function datedAnniversary(facts: PublicationFacts): Anniversary | null {
  let left = MOST;
  for (const sentence of facts.sentences) {
    if (!sentence.tokens.some((t) => t.lower === "anniversary")) continue;
    const scan = scanSentence(sentence, facts.lexicon);
    for (let at = 0; at < scan.words.length; at++) {
      const ordinal = readOrdinal(scan, at);
      if (ordinal === null || left-- <= 0) continue;
      const end = [0, 1, REACH].map((n) => ordinal.end + n).find((i) => isWord(scan, i, "anniversary"));
      if (end === undefined) continue;
      const words = wordsText(scan, at, end + 1);
      const days = [
        ...fromDates(facts, sentence.index, ordinal.value),
        ...fromIndependence(facts, sentence.index, ordinal.value),
      ];
      const day = days.find((d) => isBorneOut(facts, d));
      if (day !== undefined) return { words, count: ordinal.value, day };
    }
  }
  return null;
}

/** “became independent on July 9, 2011, marked the second anniversary”. */
function fromDates(facts: PublicationFacts, sentence: number, count: number): readonly Day[] {
  return facts.times.flatMap((time) => {
    const from = time.sentence === sentence ? parseDay(time.value) : null;
    const day = from === null ? null : later(from, count);
    return day === null ? [] : [day];
  });
}

/** “the 18th anniversary of its independence” with the year told: the country's independence day that many years after. */
function fromIndependence(facts: PublicationFacts, index: number, count: number): readonly Day[] {
  const tokens = facts.sentences[index]?.tokens ?? [];
  if (!tokens.some((t) => t.lower === "independence")) return [];
  const countries = facts.countriesIn?.(index) ?? [];
  const rules = (facts.lexicon.holidays.get("independence") ?? [])
    .map((phrase) => phrase.meaning)
    .filter((meaning) => meaning.name === "independence day" && countries.includes(meaning.country));
  const years = new Set(facts.times.flatMap((t) => (/^\d{4}/.test(t.value) ? [Number(t.value.slice(0, 4))] : [])));
  return [...years].flatMap((year) =>
    rules.flatMap(({ rule }) => {
      const day = holidayIn(year + count, rule);
      return day === null ? [] : [day];
    }),
  );
}

function later(from: Day, count: number): Day | null {
  return makeDay(Number(from.slice(0, 4)) + count, Number(from.slice(5, 7)), Number(from.slice(8, 10)));
}

/** Whether the text names the day's weekday, and nobody it gives an office was out of it. */
function isBorneOut({ times, tenures = [] }: PublicationFacts, day: Day): boolean {
  if (!allInOffice(tenures, day)) return false;
  const weekdays = times.flatMap((time) => {
    const told = /^XXXX-WXX-([1-7])/.exec(time.value);
    return told === null ? [] : [Number(told[1]) % 7];
  });
  return weekdays.length === 0 ? tenures.length > 0 : weekdays.includes(dayOfWeek(day));
}
