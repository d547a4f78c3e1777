import { type Kernel, STEPS } from "./kernel.js";

/** The two recurrent matrices of a layer, by their places in the kernel. */
export interface BothWays {
  readonly forward: number;
  readonly backward: number;
  /** Length of one direction's output. */
  readonly size: number;
}

/**
 * Reads a sentence from both ends.
 *
 * @param writeGates Writes the input's part of a word's gates (in, forget, cell, out; forward 0 or backward 1) to a place.
 * @returns For each word, both directions' output as whole numbers, each worth 1 / `INPUT_LIMIT`.
 */
export function readBothWays(
  kernel: Kernel,
  writeGates: (word: number, direction: 0 | 1, at: number) => void,
  words: number,
  layer: BothWays,
): Int16Array {
  const { size } = layer;
  const { states } = kernel;
  const out = new Int16Array(words * 2 * size);
  for (const direction of [0, 1] as const) {
    const matrix = direction === 0 ? layer.forward : layer.backward;
    const wordAt = (step: number): number => (direction === 0 ? step : words - 1 - step);
    states.fill(0, 0, size);
    kernel.cell.fill(0);
    for (let from = 0; from < words; from += STEPS) {
      const steps = Math.min(STEPS, words - from);
      for (let s = 0; s < steps; s++) writeGates(wordAt(from + s), direction, s * 4 * size);
      kernel.recur(matrix, steps);
      for (let s = 0; s < steps; s++)
        out.set(states.subarray((s + 1) * size, (s + 2) * size), (2 * wordAt(from + s) + direction) * size);
      states.copyWithin(0, steps * size, (steps + 1) * size);
    }
  }
  return out;
}
