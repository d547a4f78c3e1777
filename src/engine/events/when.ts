import { subtree } from "../language/tree.js";
import type { TimeExpression } from "../dates/types.js";
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
export function whenOf(clause: Clause, predicate: number, content: number | null, times: readonly TimeExpression[], published: string | null, news: boolean): When {
  const inside = content === null ? new Set<number>() : new Set(subtree(clause.sentence, content));
  const said = times
    .filter((t) => t.sentence === clause.sentence.index && (t.type === "DATE" || t.type === "TIME") && !inside.has(t.first) && (DAY.test(t.value) || PARTIAL.test(t.value)))
    .map((t) => ({ time: t, value: t.value.slice(0, 10), distance: distance(clause, predicate, t.first) }))
    .filter(({ value }) => published === null || value <= published || published.startsWith(value))
    .sort((a, b) => a.distance - b.distance || a.time.first - b.time.first);
  const [nearest] = said;
  if (nearest === undefined) return { date: news && published !== null ? { value: published, why: "the day of the report, whose news it is" } : null, past: false };
  const { value, time } = nearest;
  return { date: { value, why: `“${time.text}” in the same sentence: ${time.why}` }, past: isPast(value, published) };
}

function isPast(value: string, published: string | null): boolean {
  if (published === null) return false;
  if (value.length < 10) return published.slice(0, value.length) > value;
  const [day, report] = [Date.parse(`${value}T00:00:00Z`), Date.parse(`${published.slice(0, 10)}T00:00:00Z`)];
  return Number.isFinite(day) && Number.isFinite(report) && report - day > BACKGROUND_DAYS * DAY_MS;
}

/** Steps through the tree from one token to another; relative clauses count as far. */
function distance({ tree }: Clause, from: number, to: number): number {
  const up = new Map<number, number>();
  for (let at = from, steps = 0; at >= 0 && steps < 60; at = tree.heads[at] ?? -1, steps++) up.set(at, steps);
  let cost = 0;
  for (let at = to, steps = 0; at >= 0 && steps < 60; at = tree.heads[at] ?? -1, steps++) {
    const meet = up.get(at);
    if (meet !== undefined) return meet + steps + cost;
    if (tree.relation(at).startsWith("acl")) cost += 3;
  }
  return 99;
}
