import type { Context, Match, Reading, Rule } from "../context.js";
import { entryAt, isWord, type Scan } from "../scan.js";
import { clockTime } from "./clock-time.js";
import { withTime } from "./day.js";
import { dayPhrase } from "./day-phrase.js";

/** A time by the clock, with the day that follows it: “10 p.m. Wednesday”, “5 p.m. EST, Nov. 9”, “noon”, “14:30 GMT”. */
export const clock: Rule = {
  name: "clock",
  match(scan, at) {
    const time = clockTime(scan, at) ?? namedHour(scan, at);
    if (time === null) return null;
    let i = time.end;
    while (isWord(scan, i, ",", "on") && i < time.end + 2) i++;
    const phrase = dayPhrase(scan, i);
    if (phrase === null)
      return { first: at, end: time.end, type: "TIME", read: (context) => alone(time.value, context) };
    return { first: at, end: phrase.end, type: "TIME", read: (context) => withTime(phrase.read(context), time.value) };
  },
};

function namedHour(scan: Scan, at: number): { readonly end: number; readonly value: string } | null {
  const { clock: value } = entryAt(scan, at);
  return value === undefined || value === "" || isWord(scan, at - 1, "high") ? null : { end: at + 1, value };
}

/** The hour with no day beside it: of the day told in this paragraph, else of publication. */
function alone(time: string, context: Context): Reading {
  const told = context.lastDay;
  const near = told !== null && told.paragraph === context.paragraph ? told : null;
  const day = near?.value.slice(0, 10) ?? context.published;
  if (day === null) return { value: `XXXX-XX-XXT${time}`, why: "the day is open", confidence: 0.7 };
  const why = near === null ? `on the day of publication, ${day}` : `on the day told before, “${near.words}”`;
  return { value: `${day}T${time}`, why, confidence: near === null ? 0.5 : 0.65 };
}

/** “the morning”, “that night”, “mid-afternoon” where no day stands beside it. */
export const partOfDay: Rule = {
  name: "part-of-day",
  match(scan, at): Match | null {
    const { part, partPlural } = entryAt(scan, at);
    if (part === undefined || part === "" || partPlural) return null;
    const led = isWord(scan, at - 1, "the")
      ? isWord(scan, at - 2, "in", "during", "by", "of")
      : isWord(scan, at - 1, "mid", "that", "by");
    const next = scan.words[at + 1];
    if (!led || next?.upos === "NOUN" || next?.glued) return null;
    return {
      first: isWord(scan, at - 1, "the", "that") ? at - 1 : at,
      end: at + 1,
      type: "TIME",
      read: (context) => alone(part, context),
    };
  },
};
