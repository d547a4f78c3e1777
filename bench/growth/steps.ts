import type { Times } from "./inputs.js";

/** How much longer a stage took, for a doubling. */
export interface Step {
  readonly stage: string;
  readonly factor: number;
  /** Number of the longer of the two lengths. */
  readonly at: number;
}

/** The least of two readings, stage by stage. */
export function leastOf(before: Times | undefined, now: Times): Times {
  return new Map([...now].map(([stage, time]) => [stage, Math.min(time, before?.get(stage) ?? time)]));
}

/**
 * The stage whose time grew most over some doublings, for one of them.
 *
 * @param times By length, each twice the one before. @param at Number of the longer length.
 * @param shortest What is less is not compared: chance would decide, or what every text takes.
 */
export function steepest(times: readonly Times[], at: number, doublings: number, shortest: number): Step {
  let worst: Step = { stage: "-", factor: 0, at };
  const before = times[at - doublings];
  if (before === undefined) return worst;
  for (const [stage, time] of times[at] ?? []) {
    const factor = (time / Math.max(before.get(stage) ?? 0, shortest)) ** (1 / doublings);
    if (factor > worst.factor) worst = { stage, factor, at };
  }
  return worst;
}

/** The power of the length with which the longest stage's time grows: the slope of a line through the logarithms. */
export function exponentOf(times: readonly Times[], shortest: number): number {
  const points = times
    .map((each, i): readonly [number, number] => [i, Math.max(...each.values())])
    .filter(([, time]) => time >= shortest)
    .map(([i, time]): readonly [number, number] => [i, Math.log2(time)]);
  if (points.length < 2) return 0;
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
