import { addDays, addMonths, parseDay } from "../base/day.js";
import type { Span } from "../base/span.js";
import { byCodeUnit } from "../base/span.js";
import type { TimeExpression } from "../dates/types.js";
import type { Token } from "../language/types.js";
import type { Clause } from "./clause.js";
import type { TimeFrame } from "./details.js";

/** PLOVER contexts by word, as the event stage has them. */
export type Contexts = ReadonlyMap<string, readonly string[]>;

/** The contexts that the words of a span speak of, in order of their names. */
export function contextsIn(tokens: readonly Token[], span: Span, contexts: Contexts): readonly string[] {
  const found = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.start < span[0] || token.end > span[1]) continue;
    const lemma = token.lemma.toLowerCase();
    const before = tokens[index - 1]?.lemma.toLowerCase() ?? "";
    for (const context of contexts.get(`${before} ${lemma}`) ?? contexts.get(lemma) ?? []) found.add(context);
  }
  return [...found].sort(byCodeUnit);
}

const DEADLINE = /^(?:by|until|till|before|within)$/;

/** The day by which what tokens `first` to `last` tell is to be done; `null` when the text names none ahead of the report. */
export function dueOf(clause: Clause, first: number, last: number, times: TimeFrame): string | null {
  const published = times.published?.value ?? null;
  for (const time of times.inSentence(clause.sentence.index)) {
    if (time.first < first || time.first > last) continue;
    const limit = DEADLINE.test(clause.tokens[time.first - 1]?.lower ?? "");
    const day = dayOf(time, limit, published);
    if (day !== null && (published === null ? limit : isAhead(day, published, limit))) return day;
  }
  return null;
}

/** Whether a day, month or year is yet to come; a limit may lie in the month or year that runs (“by the end of the year”). */
function isAhead(day: string, published: string, limit: boolean): boolean {
  const now = published.slice(0, day.length);
  return day > now || (limit && day.length < WHOLE_DAY && day === now);
}

/** Length of `2021-10-05`. */
const WHOLE_DAY = 10;

/** “by June” is June; “within three days” counts from the report. */
function dayOf(time: TimeExpression, limit: boolean, published: string | null): string | null {
  const date = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\dWQS-])/.exec(time.value);
  if (date !== null) return date[0];
  const span = /^P(\d{1,3})([DWMY])$/.exec(time.value);
  const from = published === null ? null : parseDay(published.slice(0, 10));
  if (span === null || !limit || from === null) return null;
  const [count, unit] = [Number(span[1]), span[2]];
  if (unit === "D" || unit === "W") return addDays(from, count * (unit === "W" ? 7 : 1));
  return addMonths(from, count * (unit === "Y" ? 12 : 1));
}

/** What a commitment hangs on: the conditional clause of its sentence, without its closing mark. */
export function conditionOf(clause: Clause, text: string): string | null {
  const { tokens } = clause;
  for (let at = 0; at < tokens.length; at++) {
    const length = conditionalAt(tokens, at);
    if (length === 0) continue;
    let end = at + length;
    while (end < tokens.length && !/^[,;.”"]$/.test(tokens[end]?.text ?? "")) end++;
    const [a, b] = [tokens[at], tokens[end - 1]];
    if (a !== undefined && b !== undefined && end > at + length) return text.slice(a.start, b.end);
  }
  return null;
}

/** How many tokens a conditional conjunction has here; 0 for none. */
function conditionalAt(tokens: readonly Token[], at: number): number {
  const words = [0, 1, 2, 3].map((k) => tokens[at + k]?.lower ?? "");
  const [one = "", two = "", three = "", four = ""] = words;
  if (/^(?:if|unless)$/.test(one)) return /^(?:as|even)$/.test(tokens[at - 1]?.lower ?? "") ? 0 : 1;
  if (/^(?:provided|providing)$/.test(one) && two === "that") return 2;
  if (one === "as" && two === "long" && three === "as") return 3;
  if (one === "on" && two === "condition" && three === "that") return 3;
  if (one === "on" && two === "the" && three === "condition" && four === "that") return 4;
  if (/^(?:AUX|CCONJ)$/.test(tokens[at - 1]?.upos ?? "")) return 0; // “those who are subject to a curfew”
  return one === "subject" && two === "to" ? 2 : 0;
}

/** The topic that shares most content words with a passage; the first of several, `null` for none. */
export function aboutOf(words: ReadonlySet<string>, topics: readonly ReadonlySet<string>[]): number | null {
  let best: { readonly at: number; readonly shared: number } | null = null;
  for (const [at, topic] of topics.entries()) {
    const shared = [...topic].filter((word) => words.has(word)).length;
    if (shared > 0 && (best === null || shared > best.shared)) best = { at, shared };
  }
  return best?.at ?? null;
}

/** Lemmas of the nouns, names and adjectives of a span. */
export function contentWords(tokens: readonly Token[], span: Span): ReadonlySet<string> {
  const words = tokens.filter((t) => t.start >= span[0] && t.end <= span[1] && /^(?:NOUN|PROPN|ADJ)$/.test(t.upos));
  return new Set(words.map((t) => t.lemma.toLowerCase()).filter((w) => w.length > 2));
}
