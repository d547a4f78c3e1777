import { addDays, parseDay } from "../base/day.js";
import type { TimeExpression } from "../dates/types.js";
import { ancestors } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { sinceMark } from "./own-clause.js";
import type { Trigger } from "./trigger.js";

/** “days [after]” before what tells a contact, and what that opens. */
interface LongBefore {
  /** The token of “after”. */
  readonly from: number;
  /** The verb of its clause, or the noun. */
  readonly head: number;
}

/**
 * “A will meet B, the Kremlin said on Tuesday, [days after] they spoke by phone”, “[a day after] his call with X”: told as longer
 * before the news than its own days. A day outside of that clause or phrase is not its own.
 */
export function longBefore(trigger: Trigger): LongBefore | null {
  const { tokens, sentence } = trigger.clause;
  for (const up of ancestors(sentence.tree, trigger.first)) {
    const mark = sinceMark(sentence, up);
    if (mark === undefined || mark >= trigger.first) continue;
    return tokens[mark]?.lower === "after" && isLong(tokens[mark - 1]) ? { from: mark, head: up } : null;
  }
  if (tokens[trigger.first]?.upos !== "NOUN") return null;
  for (let at = trigger.first - 1; at >= Math.max(0, trigger.first - PHRASE); at--) {
    const token = tokens[at];
    if (token?.lower === "after") return isLong(tokens[at - 1]) ? { from: at, head: trigger.last } : null;
    if (token === undefined || !/^(?:DET|ADJ|NOUN|PRON|PROPN|PART)$/.test(token.upos)) return null;
  }
  return null;
}

/** Words of “the Polish president's first”. */
const PHRASE = 6;

/** “hours after” is the same news. */
function isLong(unit: Token | undefined): boolean {
  return /^(?:days?|weeks?|months?|years?)$/.test(unit?.lower ?? "");
}

/** Whether a time stands outside of what “days after” opens. */
export function isOutside({ clause }: Trigger, { from, head }: LongBefore, time: TimeExpression): boolean {
  return time.first < from || !ancestors(clause.sentence.tree, time.first).includes(head);
}

/**
 * “spoke with X on Tuesday, [a day after] a call with Y”: the day counted back from the one said of the news, within a day where
 * weeks are counted; `null` where either is not said.
 */
export function dayCountedBack(
  trigger: Trigger,
  before: LongBefore,
  said: readonly TimeExpression[],
): { readonly value: string; readonly earliest: string; readonly latest: string; readonly why: string } | null {
  const length = said.find((t) => t.type === "DURATION" && t.last === before.from - 1);
  const [, count, unit] = /^P(\d{1,2})([DW])$/.exec(length?.value ?? "") ?? [];
  if (length === undefined || count === undefined) return null;
  const isOfNews = (t: TimeExpression): boolean =>
    (t.type === "DATE" || t.type === "TIME") &&
    (t.last < length.first || (t.first > before.from && isOutside(trigger, before, t)));
  const [only, ...others] = said.filter(isOfNews);
  const day = only === undefined || others.length > 0 ? null : parseDay(only.value.slice(0, 10));
  if (only === undefined || day === null) return null;
  const [days, slack] = unit === "W" ? [7 * Number(count), 1] : [Number(count), 0];
  return {
    value: addDays(day, -days),
    earliest: addDays(day, -days - slack),
    latest: addDays(day, slack - days),
    why: `“${length.text} after”, counted back from “${only.text}”`,
  };
}
