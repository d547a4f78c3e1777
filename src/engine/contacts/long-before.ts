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

/** “spoke with X on Tuesday, [a day after] a call with Y”: the day counted back from the one said of the news; `null` where either is not said. */
export function dayCountedBack(
  trigger: Trigger,
  before: LongBefore,
  said: readonly TimeExpression[],
): { readonly value: string; readonly earliest: string; readonly latest: string; readonly why: string } | null {
  const { tokens } = trigger.clause;
  const unit = tokens[before.from - 1]?.lower ?? "";
  const count = COUNTS.get(tokens[before.from - 2]?.lower ?? "");
  if (count === undefined || !/^(?:day|week)s?$/.test(unit)) return null;
  const [only, ...others] = said.filter((t) => (t.type === "DATE" || t.type === "TIME") && t.last < before.from - 2 || t.first > before.from && isOutside(trigger, before, t)); // biome-ignore format: one line reads best
  const day = only === undefined || others.length > 0 ? null : parseDay(only.value.slice(0, 10));
  if (only === undefined || day === null) return null;
  const isWeek = unit.startsWith("week");
  const value = addDays(day, isWeek ? -7 * count : -count);
  const slack = isWeek ? 1 : 0;
  const end = parseDay(value);
  return {
    value,
    earliest: end === null ? value : addDays(end, -slack),
    latest: end === null ? value : addDays(end, slack),
    why: `“${tokens[before.from - 2]?.text} ${unit} after”, counted back from “${only.text}”`,
  };
}

const COUNTS: ReadonlyMap<string, number> = new Map(
  [["a", "one", "the", "1"], ["two", "2"], ["three", "3"], ["four", "4"], ["five", "5"], ["six", "6"], ["seven", "7"], ["eight", "8"], ["nine", "9"], ["ten", "10"]].flatMap((words, i) => words.map((w): [string, number] => [w, i + 1])), // biome-ignore format: one line reads best
);
