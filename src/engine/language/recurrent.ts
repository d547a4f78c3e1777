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
 * @param projected For each word, the input's part of the gates: forward, then backward; each in, forget, cell, out.
 * @returns For each word, both directions' output as whole numbers, each worth 1 / `INPUT_LIMIT`.
 */
export function readBothWays(kernel: Kernel, projected: Float32Array, words: number, layer: BothWays): Int16Array {
  const { size } = layer;
  const out = new Int16Array(words * 2 * size);
  const gates = 4 * size;
  const state = kernel.input.subarray(0, size);
  for (const direction of [0, 1]) {
    const matrix = direction === 0 ? layer.forward : layer.backward;
    state.fill(0);
    kernel.cell.fill(0);
    for (let step = 0; step < words; step++) {
      const at = 2 * (direction === 0 ? step : words - 1 - step) + direction;
      kernel.addends.set(projected.subarray(at * gates, (at + 1) * gates));
      kernel.advance(matrix);
      out.set(state, at * size);
    }
  }
  return out;
}
