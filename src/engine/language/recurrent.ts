import type { Kernel } from "./kernel.js";

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
 * @param gatesOf The input's part of a word's gates: in, forget, cell, out, in the forward (0) or backward (1) direction.
 * @returns For each word, both directions' output as whole numbers, each worth 1 / `INPUT_LIMIT`.
 */
export function readBothWays(
  kernel: Kernel,
  gatesOf: (word: number, direction: 0 | 1) => Float32Array,
  words: number,
  layer: BothWays,
): Int16Array {
  const { size } = layer;
  const out = new Int16Array(words * 2 * size);
  const state = kernel.input.subarray(0, size);
  for (const direction of [0, 1] as const) {
    const matrix = direction === 0 ? layer.forward : layer.backward;
    state.fill(0);
    kernel.cell.fill(0);
    for (let step = 0; step < words; step++) {
      const word = direction === 0 ? step : words - 1 - step;
      kernel.addends.set(gatesOf(word, direction));
      kernel.advance(matrix);
      out.set(state, (2 * word + direction) * size);
    }
  }
  return out;
}
