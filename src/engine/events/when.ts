import { addDays, parseDay } from "../base/day.js";
import type { TimeExpression } from "../dates/types.js";
import { childrenBy, subtree } from "../language/tree.js";
import type { Clause } from "./clause.js";

/** The day of an event and what it says of its age. */
export interface When {
  readonly date: { readonly value: string; readonly why: string } | null;
  /** Told as background: its own day lies well before the report. */
  readonly past: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
const PARTIAL = /^\d{4}(?:-\d{2})?$/;
const BACKGROUND_DAYS = 14; // what happened longer before the report is no news of it
const DAY_MS = 86_400_000;

/**
 * The day said in the clause of an event: not in what it is about (“agreed to meet [on Friday]”), nearest the event.
 *
 * @param headline A sentence that tells the news itself, which is of the day of publication where no other is said.
 */
export function whenOf(
  clause: Clause,
  predicate: number,
  content: number | null,
  times: readonly TimeExpression[],
  published: string | null,
  news: boolean,
): When {
  const inside =
    content === null || times.length === 0 ? new Set<number>() : new Set(subtree(clause.sentence, content));
  const said = times
    .filter(
      (t) =>
        (t.type === "DATE" || t.type === "TIME") &&
        !inside.has(t.first) &&
        (DAY.test(t.value) || PARTIAL.test(t.value)),
    )
    .map((t) => ({ time: t, value: t.value.slice(0, 10), distance: distance(clause, predicate, t) }))
    .filter(
      ({ value, distance: d }) =>
        d < FAR &&
        (published === null || (value <= published && !published.startsWith(`${value}-`))) &&
        (d < ASIDE || isNear(value, published)),
    )
    .sort((a, b) => a.distance - b.distance || a.time.first - b.time.first);
  const [nearest] = said;
  if (nearest === undefined)
    return {
      date: news && published !== null ? { value: published, why: "the day of the report, whose news it is" } : null,
      past: false,
    };
  const { time } = nearest;
  const apart = stretchTo(clause, predicate, time);
  const value = apart === null ? nearest.value : movedBy(nearest.value, apart);
  if (value === null) return { date: null, past: false };
  return { date: { value, why: `“${time.text}” in the same sentence: ${time.why}` }, past: isPast(value, published) };
}

/** Number words by what they count. */
const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/**
 * “closed the border on Friday, two days after Belarus had sentenced …”: the days from the day said to that of the clause an
 * event is in; `NaN` where they cannot be counted, `null` where the day is that of the event's own clause.
 */
function stretchTo({ sentence, tree, tokens }: Clause, predicate: number, time: TimeExpression): number | null {
  for (let at = predicate, steps = 0; at >= 0 && steps < tokens.length; at = tree.heads[at] ?? -1, steps++) {
    if (tree.relation(at) !== "advcl") continue;
    const mark = childrenBy(tree, at, "mark").find((m) => /^(?:after|before)$/.test(tokens[m]?.lower ?? ""));
    const unit = mark === undefined ? "" : (tokens[mark - 1]?.lower ?? "");
    if (mark === undefined || !/^(?:day|week|month|year)s?$/.test(unit)) continue;
    if (time.first > mark && subtree(sentence, at).includes(time.first)) return null;
    const days = unit.startsWith("day") ? counted(tokens[mark - 2]?.lower ?? "") : Number.NaN;
    return tokens[mark]?.lower === "after" ? -days : days;
  }
  return null;
}

function counted(word: string): number {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  if (word === "a" || word === "the") return 1;
  const at = NUMBERS.indexOf(word);
  return at > 0 ? at : Number.NaN;
}

/** A day so many days on; `null` for what is no whole day, or a number that is not known. */
function movedBy(value: string, days: number): string | null {
  const day = parseDay(value);
  return day === null || !Number.isFinite(days) ? null : addDays(day, days);
}

function isPast(value: string, published: string | null): boolean {
  if (published === null) return false;
  if (value.length < 10) return published.slice(0, value.length) > value;
  const [day, report] = [Date.parse(`${value}T00:00:00Z`), Date.parse(`${published.slice(0, 10)}T00:00:00Z`)];
  return Number.isFinite(day) && Number.isFinite(report) && report - day > BACKGROUND_DAYS * DAY_MS;
}

const FAR = 90;
const OPENING = 4;
const ASIDE = 20; // what is said in a relative clause or beside another verb counts only when it is of these days

function isNear(value: string, published: string | null): boolean {
  if (published === null || value.length < 10) return false;
  return (Date.parse(`${published.slice(0, 10)}T00:00:00Z`) - Date.parse(`${value}T00:00:00Z`)) / DAY_MS <= 7;
}

/** “On Monday Canada …”: a day that opens the sentence is the day of what it tells, whatever noun follows. */
export function opensSentence({ tokens }: Pick<Clause, "tokens">, time: TimeExpression): boolean {
  return tokens.slice(0, time.first).every((t) => t.upos === "ADP" || t.upos === "DET");
}

/** Steps through the tree from a predicate to a time; far where the time belongs to a noun, aside where to another clause. */
function distance({ tree, tokens }: Clause, from: number, time: TimeExpression): number {
  if (opensSentence({ tokens }, time)) return OPENING;
  const up = new Map<number, number>();
  for (let at = from, steps = 0; at >= 0 && steps < 60; at = tree.heads[at] ?? -1, steps++) up.set(at, steps);
  let cost = 0;
  for (let at = headOf(tree.heads, time), steps = 0; at >= 0 && steps < 60; at = tree.heads[at] ?? -1, steps++) {
    const meet = up.get(at);
    if (meet !== undefined) return meet + steps + cost;
    const relation = tree.relation(at);
    if (relation === "nmod:poss" || relation === "compound" || relation === "amod") return FAR;
    if (["acl", "acl:relcl", "conj", "ccomp", "advcl"].includes(relation) && cost < ASIDE) cost += ASIDE;
  }
  return FAR;
}

/** The token of a time expression that hangs on something outside it. */
export function headOf(heads: ArrayLike<number>, { first, last }: TimeExpression): number {
  for (let i = first; i <= last; i++) {
    const head = heads[i] ?? -1;
    if (head < first || head > last) return i;
  }
  return first;
}
