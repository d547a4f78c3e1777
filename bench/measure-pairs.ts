import type { Relation } from "../src/engine/events/relate/index.js";
import { BY_VERB } from "../src/engine/events/unframed.js";
import type { Example } from "../train/events/examples.js";

/** How well a pair model answers rows with known labels. Shares of 1. */
export interface PairFigures {
  readonly rows: number;
  readonly event: number;
  readonly cameo: number;
  readonly contextF1: number;
  readonly nothing: number;
}

/** How many of the answers that a record would take, were they of a verb and the first party after it, are right, and how many of the rows with an event are taken so. Shares of 1. */
export interface TakenFigures {
  readonly taken: number;
  readonly precision: number;
  readonly recall: number;
}

export function measureTaken(rows: readonly Example[], answer: (marked: string) => Relation): TakenFigures {
  const answered = rows.map((row) => ({ row, got: answer(row.marked) }));
  const taken = answered.filter(({ got }) => got.none <= BY_VERB.none && got.confidence >= BY_VERB.sure);
  const right = taken.filter(({ row, got }) => got.event === row.event).length;
  const some = rows.filter((row) => row.event !== "NONE").length;
  return {
    taken: taken.length,
    precision: round(right / Math.max(1, taken.length)),
    recall: round(right / Math.max(1, some)),
  };
}

const LIKELY = 0.5;

export function measurePairs(rows: readonly Example[], answer: (marked: string) => Relation): PairFigures {
  const answered = rows.map((row) => ({ row, got: answer(row.marked) }));
  const some = answered.filter(({ row }) => row.event !== "NONE");
  const none = answered.filter(({ row }) => row.event === "NONE");
  let [both, given, wanted] = [0, 0, 0];
  for (const { row, got } of some) {
    both += got.context.filter((c) => row.context.includes(c)).length;
    given += got.context.length;
    wanted += row.context.length;
  }
  return {
    rows: rows.length,
    event: share(some, ({ row, got }) => got.event === row.event),
    cameo: share(some, ({ row, got }) => got.cameo === row.cameo),
    contextF1: round((2 * both) / Math.max(1, given + wanted)),
    nothing: share(none, ({ got }) => got.none >= LIKELY),
  };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return round(all.filter(holds).length / Math.max(1, all.length));
}

const round = (x: number): number => Math.round(x * 10_000) / 10_000;
