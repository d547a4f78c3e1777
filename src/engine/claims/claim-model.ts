import type { LanguageModel } from "../language/index.js";

/** Weights of named features: open addressing, so that a feature costs one look-up. */
class WeightTable {
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(
    readonly names: Int32Array,
    readonly weights: Int8Array,
    readonly scale: number,
    readonly width: number,
  ) {
    let size = 16;
    while (size < names.length * 1.5) size *= 2;
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
    names.forEach((name, index) => {
      let slot = name & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = index + 1;
    });
  }

  /** Row of a feature; -1 for one the training has not kept. */
  rowOf(name: number): number {
    let slot = name & this.#mask;
    for (;;) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0 || this.names[row] === name) return row;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Adds the weights of features to `out`, `width` numbers from `from` on. */
  sum(features: Int32Array, out: Float64Array, from: number): void {
    const { width, weights, scale } = this;
    for (const feature of features) {
      const row = this.rowOf(feature);
      if (row < 0) continue;
      for (let k = 0; k < width; k++) out[from + k] = (out[from + k] ?? 0) + (weights[row * width + k] ?? 0) * scale;
    }
  }
}

/** What a piece is to a cue: nothing, part of its source, part of its content. */
export const LABELS = 3;
export const SOURCE = 1;
export const CONTENT = 2;

/** The trained weights of the claims stage. */
export class ClaimModel {
  readonly #cues: WeightTable;
  readonly #arguments: WeightTable;
  readonly #transitions: Float32Array;
  readonly #score = new Float64Array(1);

  /** @throws ModelError for an incomplete file. */
  constructor(file: LanguageModel) {
    this.#cues = new WeightTable(file.int32("cue.names"), file.int8("cue.weights"), scaleOf(file, "cue"), 1);
    this.#arguments = new WeightTable(
      file.int32("argument.names"),
      file.int8("argument.weights"),
      scaleOf(file, "argument"),
      LABELS,
    );
    this.#transitions = file.float32("argument.transitions");
  }

  /** How likely a piece is a cue, from its features. */
  cue(features: Int32Array): number {
    this.#score[0] = 0;
    this.#cues.sum(features, this.#score, 0);
    return 1 / (1 + Math.exp(-(this.#score[0] ?? 0)));
  }

  /** Adds the worth of each label of piece `at` to `out`. */
  argument(features: Int32Array, at: number, out: Float64Array): void {
    this.#arguments.sum(features, out, at * LABELS);
  }

  /** Likelihood of each label of each piece, given the worth of each by itself. */
  labels(emissions: Float64Array): Float64Array {
    return marginals(emissions, this.#transitions);
  }
}

function scaleOf(file: LanguageModel, name: string): number {
  return file.float32(`${name}.scale`)[0] ?? 0;
}

function logSum(a: number, b: number, c: number): number {
  const most = Math.max(a, b, c);
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most));
}

/** Sums of a chain over the labels, towards its end or its start. */
export interface ChainSums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Logarithm of the sum over all labellings. */
  readonly total: number;
}

/** Forward and backward sums of a linear chain (Rabiner 1989). @param transitions From label, to label. */
export function chainSums(emissions: Float64Array, transitions: Float32Array): ChainSums {
  const last = emissions.length - LABELS;
  const [forward, backward] = [new Float64Array(emissions.length), new Float64Array(emissions.length)];
  const from = (x: number, y: number): number => transitions[x * LABELS + y] ?? 0;
  for (let y = 0; y < LABELS; y++) forward[y] = emissions[y] ?? 0;
  for (let at = LABELS; at <= last; at += LABELS)
    for (let y = 0; y < LABELS; y++) {
      const before = (x: number): number => (forward[at - LABELS + x] ?? 0) + from(x, y);
      forward[at + y] = (emissions[at + y] ?? 0) + logSum(before(0), before(1), before(2));
    }
  for (let at = last - LABELS; at >= 0; at -= LABELS)
    for (let y = 0; y < LABELS; y++) {
      const after = (x: number): number =>
        from(y, x) + (emissions[at + LABELS + x] ?? 0) + (backward[at + LABELS + x] ?? 0);
      backward[at + y] = logSum(after(0), after(1), after(2));
    }
  return { forward, backward, total: logSum(forward[last] ?? 0, forward[last + 1] ?? 0, forward[last + 2] ?? 0) };
}

function marginals(emissions: Float64Array, transitions: Float32Array): Float64Array {
  const { forward, backward, total } = chainSums(emissions, transitions);
  return forward.map((sum, k) => Math.exp(sum + (backward[k] ?? 0) - total));
}
