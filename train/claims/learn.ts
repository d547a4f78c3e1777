import { chainSums, LABELS } from "../../src/engine/claims/claim-model.js";
import { pick, random, shuffled } from "./random.js";

/** How a model is trained. */
export interface Schedule {
  readonly seed: number;
  readonly epochs: number;
  /** First step of AdaGrad (Duchi et al. 2011). */
  readonly rate: number;
  /** Weight decay in each step. */
  readonly decay: number;
}

/** Errors smaller than this teach nothing worth the time. */
const SMALL = 1e-3;
/** Squared gradients before the first step. */
const START = 1e-2;

/** Weights that take smaller steps the more they have moved. */
class Weights {
  readonly values: Float32Array;
  readonly #squares: Float32Array;

  constructor(
    size: number,
    readonly schedule: Schedule,
  ) {
    this.values = new Float32Array(size);
    this.#squares = new Float32Array(size).fill(START);
  }

  step(at: number, error: number): void {
    const gradient = error + this.schedule.decay * (this.values[at] ?? 0);
    const squares = (this.#squares[at] ?? 0) + gradient * gradient;
    this.#squares[at] = squares;
    this.values[at] = (this.values[at] ?? 0) - (this.schedule.rate * gradient) / Math.sqrt(squares);
  }
}

/** A word that is a cue or none; features are rows of the vocabulary. */
export interface Word {
  readonly rows: Int32Array;
  readonly isCue: boolean;
}

/** Logistic regression: a weight a feature. */
export function trainCues(words: readonly Word[], size: number, schedule: Schedule): Float32Array {
  const weights = new Weights(size, schedule);
  const next = random(schedule.seed);
  for (let epoch = 0; epoch < schedule.epochs; epoch++)
    for (const { rows, isCue } of shuffled(words, next)) {
      let sum = 0;
      for (const row of rows) sum += pick(weights.values, row);
      const error = 1 / (1 + Math.exp(-sum)) - (isCue ? 1 : 0);
      if (Math.abs(error) < SMALL) continue;
      for (const row of rows) weights.step(row, error);
    }
  return weights.values;
}

/** The pieces of a scene as one cue sees them, with the label of each. */
export interface Sequence {
  readonly rows: readonly Int32Array[];
  readonly labels: Uint8Array;
}

/** Weights of a chain over the labels. */
export interface Chain {
  /** `LABELS` a feature. */
  readonly weights: Float32Array;
  /** From label, to label. */
  readonly transitions: Float32Array;
}

/** A conditional random field over the labels of the pieces (Lafferty et al. 2001). */
export function trainChain(sequences: readonly Sequence[], size: number, schedule: Schedule): Chain {
  const weights = new Weights(size * LABELS, schedule);
  const transitions = new Weights(LABELS * LABELS, schedule);
  const next = random(schedule.seed);
  for (let epoch = 0; epoch < schedule.epochs; epoch++)
    for (const sequence of shuffled(sequences, next)) {
      const emissions = emissionsOf(sequence.rows, weights.values);
      learnFrom(sequence, emissions, weights, transitions);
    }
  return { weights: weights.values, transitions: transitions.values };
}

function emissionsOf(rows: readonly Int32Array[], weights: Float32Array): Float64Array {
  const emissions = new Float64Array(rows.length * LABELS);
  rows.forEach((list, at) => {
    for (const row of list)
      for (let y = 0; y < LABELS; y++) {
        const k = at * LABELS + y;
        emissions[k] = (emissions[k] ?? 0) + pick(weights, row * LABELS + y);
      }
  });
  return emissions;
}

function learnFrom({ rows, labels }: Sequence, emissions: Float64Array, weights: Weights, transitions: Weights): void {
  const { forward, backward, total } = chainSums(emissions, transitions.values);
  const moves = new Float64Array(LABELS * LABELS);
  labels.forEach((label, at) => {
    for (let y = 0; y < LABELS; y++) {
      const k = at * LABELS + y;
      const likely = Math.exp(pick(forward, k) + pick(backward, k) - total);
      const error = likely - (label === y ? 1 : 0);
      if (Math.abs(error) >= SMALL) for (const row of rows[at] ?? []) weights.step(row * LABELS + y, error);
      if (at === 0) continue;
      for (let x = 0; x < LABELS; x++) {
        const worth = pick(transitions.values, x * LABELS + y) + pick(emissions, k) + pick(backward, k) - total;
        const move = x * LABELS + y;
        moves[move] = pick(moves, move) + Math.exp(pick(forward, k - LABELS - y + x) + worth);
      }
    }
    if (at > 0) {
      const move = (labels[at - 1] ?? 0) * LABELS + label;
      moves[move] = pick(moves, move) - 1;
    }
  });
  for (let k = 0; k < moves.length; k++) transitions.step(k, pick(moves, k));
}
