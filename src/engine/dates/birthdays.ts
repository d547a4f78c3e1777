import { addDays, type Day, dayOfWeek, makeDay } from "../base/day.js";
import type { Span } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import type { TimeLexicon } from "./lexicon.js";
import { readNumber, readOrdinal } from "./numbers.js";
import { isWord, type Scan, scanSentence, wordsText } from "./scan.js";
import type { TimeExpression } from "./types.js";

/** A person whose day of birth is known, and where the text speaks of that person (names, titles, pronouns). */
export interface Birthday {
  readonly name: string;
  /** ISO day of birth. */
  readonly born: string;
  readonly mentions: readonly { readonly sentence: number; readonly span: Span }[];
}

/** What the text says of somebody's age on a birthday: “who turned 69 on Tuesday”. */
export interface AgeFact {
  readonly sentence: number;
  readonly span: Span;
  readonly words: string;
  readonly age: number;
  /** 0 Sunday to 6 Saturday, where the sentence names the weekday. */
  readonly weekday: number | null;
  /** Days from publication to the birthday where the words tell: “today” 0, “yesterday” -1. */
  readonly offset: number | null;
  /** Told as coming: “turns 70 on Friday”. */
  readonly ahead: boolean;
}

/** An age fact put to a person. */
export interface DatedBirthday {
  readonly fact: AgeFact;
  readonly name: string;
  readonly day: Day;
  /** Whether the day falls on the weekday told, or none is told. */
  readonly fits: boolean;
}

/** How far a weekday may stand from the age it belongs to, in code units. */
const NEAR = 80;
/** Facts read of one document; more are a list or an attack. */
const MOST_FACTS = 50;
const FAR = Number.POSITIVE_INFINITY;
const OFFSETS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);

/** The ages on a birthday told in the sentences. */
export function ageFacts(
  sentences: readonly Sentence[],
  times: readonly TimeExpression[],
  lexicon: TimeLexicon,
): readonly AgeFact[] {
  const facts: AgeFact[] = [];
  for (const sentence of sentences) {
    if (!sentence.tokens.some((token) => AGE_WORDS.has(token.lower))) continue;
    const scan = scanSentence(sentence, lexicon);
    for (let at = 0; at < scan.words.length; at++) {
      const found = agePhrase(scan, at);
      if (found !== null) facts.push(withTime(scan, at, found, times));
      if (facts.length >= MOST_FACTS) return facts;
    }
  }
  return facts;
}

const AGE_WORDS = new Set(["turn", "turns", "turned", "turning", "birthday", "birth", "age"]);

interface AgePhrase {
  readonly age: number;
  readonly end: number;
  readonly ahead: boolean;
}

/** “turned 69”, “his 70th birthday”, “the 70th anniversary of his birth”, “reached the age of 70”. */
function agePhrase(scan: Scan, at: number): AgePhrase | null {
  if (isWord(scan, at, "turned", "turns", "turn", "turning")) {
    const age = readNumber(scan, at + 1);
    const years =
      age === null ? 0 : isWord(scan, age.end, "into", "percent", "%", "points", "of", "away") ? 0 : age.value;
    const next = age === null ? undefined : scan.words[age.end];
    const thing = next?.upos === "NOUN" && !scan.lexicon.relative.has(next.key); // “turned 69 shops into homes”
    return age !== null && !thing && isAge(years)
      ? { age: years, end: age.end, ahead: !isWord(scan, at, "turned") }
      : null;
  }
  if (isWord(scan, at, "age") && isWord(scan, at + 1, "of")) {
    const age = readNumber(scan, at + 2);
    const reached = isWord(scan, at - 2, "reached", "reaches", "turned") || isWord(scan, at - 1, "reached");
    return age !== null && reached && isAge(age.value) ? { age: age.value, end: age.end, ahead: false } : null;
  }
  const ordinal = readOrdinal(scan, at);
  if (ordinal === null || !isAge(ordinal.value)) return null;
  if (isWord(scan, ordinal.end, "birthday")) return { age: ordinal.value, end: ordinal.end + 1, ahead: false };
  const birth =
    isWord(scan, ordinal.end, "anniversary") &&
    isWord(scan, ordinal.end + 1, "of") &&
    isWord(scan, ordinal.end + 3, "birth");
  return birth ? { age: ordinal.value, end: ordinal.end + 4, ahead: false } : null;
}

function isAge(value: number): boolean {
  return Number.isInteger(value) && value >= 18 && value <= 110;
}

function withTime(scan: Scan, at: number, phrase: AgePhrase, times: readonly TimeExpression[]): AgeFact {
  const [start, end] = [scan.words[at]?.start ?? 0, scan.words[phrase.end - 1]?.end ?? 0];
  const gap = (time: TimeExpression): number => Math.max(time.span[0] - end, start - time.span[1], 0);
  let weekday: number | null = null;
  let offset: number | null = null;
  let nearest = NEAR;
  for (const time of times) {
    const told = /^XXXX-WXX-([1-7])/.exec(time.value);
    const step = OFFSETS.get(time.text.toLowerCase());
    if (time.sentence !== scan.sentence.index || (told === null && step === undefined) || gap(time) >= nearest)
      continue;
    nearest = gap(time);
    weekday = told === null ? null : Number(told[1]) % 7;
    offset = step ?? null;
  }
  const words = wordsText(scan, at, phrase.end);
  return {
    sentence: scan.sentence.index,
    span: [start, end],
    words,
    age: phrase.age,
    weekday,
    offset,
    ahead: phrase.ahead,
  };
}

/**
 * Puts an age to the person it is told of: the person mentioned last before it in the sentence (or the sentence
 * before), and of several the one whose birthday falls on the weekday told.
 */
export function datedBirthday(fact: AgeFact, birthdays: readonly Birthday[]): DatedBirthday | null {
  const near: { readonly birthday: Birthday; readonly distance: number }[] = [];
  for (const birthday of birthdays) {
    const distance = birthday.mentions.reduce((least, mention) => Math.min(least, distanceTo(fact, mention)), FAR);
    if (Number.isFinite(distance)) near.push({ birthday, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.birthday.name < b.birthday.name ? -1 : 1));
  let first: DatedBirthday | null = null;
  for (const { birthday } of near) {
    const dated = dateOf(fact, birthday);
    if (dated?.fits && (fact.weekday !== null || first === null)) return dated;
    first ??= dated;
  }
  return first;
}

function distanceTo(fact: AgeFact, mention: { readonly sentence: number; readonly span: Span }): number {
  const sentences = fact.sentence - mention.sentence;
  if (sentences < 0 || sentences > 1) return FAR;
  const before = fact.span[0] - mention.span[1];
  // one named after the age is less likely the one meant
  return sentences * 10_000 + (before >= 0 ? before : 1000 - before);
}

function dateOf(fact: AgeFact, birthday: Birthday): DatedBirthday | null {
  const born = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthday.born);
  if (born === null) return null;
  const day = makeDay(Number(born[1]) + fact.age, Number(born[2]), Number(born[3]));
  if (day === null) return null;
  return { fact, name: birthday.name, day, fits: fact.weekday === null || dayOfWeek(day) === fact.weekday };
}

/** First and last day of publication that a birthday allows, and the likeliest. A weekday lies within a week. */
export function publicationWindow({ fact, day }: DatedBirthday): readonly [value: Day, earliest: Day, latest: Day] {
  if (fact.offset !== null) {
    const published = addDays(day, -fact.offset);
    return [published, published, published];
  }
  return fact.ahead && fact.weekday !== null ? [day, addDays(day, -6), day] : [day, day, addDays(day, 6)];
}
