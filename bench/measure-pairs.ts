import type { Relation } from "../src/engine/events/relate/index.js";
import type { Example } from "../train/events/examples.js";

/** How well a pair model answers rows with known labels. Shares of 1. */
export interface PairFigures {
  readonly rows: number;
  readonly event: number;
  readonly cameo: number;
  readonly contextF1: number;
  readonly nothing: number;
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
