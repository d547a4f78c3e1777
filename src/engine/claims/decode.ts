import { LABELS } from "./claim-model.js";
import type { Range } from "./phrases.js";
import type { Scene } from "./scene.js";

/** Bounds of a likelihood, so that no single piece outweighs all others. */
const LEAST = 1e-4;
/** Weight of a quotation against a word: it is many words. */
const QUOTATION = 5;
/** What else bears on a run. */
export interface RunOptions {
  /** Most that a piece may speak against the run that holds it: a small one lets a run go on over a cue. */
  readonly gap: number;
  /** The rules' run. */
  readonly ruled: Range | null;
  /** Log odds by which another run must beat the rules'. */
  readonly trust: number;
}

/**
 * The run of pieces that most likely bears a label: the one with the greatest sum of log odds.
 *
 * @param likelihoods As {@link ClaimModel.labels} gives them.
 * @returns `null` where no piece likelier bears the label than not.
 */
export function bestRun(
  scene: Scene,
  likelihoods: Float64Array,
  label: number,
  { gap, ruled, trust }: RunOptions,
): Range | null {
  let best: Range | null = null;
  let bestSum = 0;
  let sum = 0;
  let first = 0;
  let own = 0;
  scene.nodes.forEach(({ piece }, at) => {
    if (sum <= 0) [sum, first] = [0, at];
    const likely = Math.min(Math.max(likelihoods[at * LABELS + label] ?? 0, LEAST), 1 - LEAST);
    const odds = Math.max(Math.log(likely / (1 - likely)), -gap) * (piece.quote === null ? 1 : QUOTATION);
    sum += odds;
    if (ruled !== null && ruled[0] <= at && at <= ruled[1]) own += odds;
    if (sum > bestSum) [bestSum, best] = [sum, [first, at]];
  });
  return ruled !== null && own > bestSum - trust ? ruled : best;
}
