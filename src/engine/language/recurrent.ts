import { type Kernel, STEPS, type Way } from "./kernel.js";

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
 * @param writeGates Writes the input's part of the gates of some words, from one on, to the kernel.
 * @returns For each word, both directions' output as whole numbers, each worth 1 / `INPUT_LIMIT`.
 */
export function readBothWays(
  kernel: Kernel,
  writeGates: (from: number, count: number) => void,
  words: number,
  layer: BothWays,
): Int16Array {
  const start = (): void => {
    kernel.before.fill(0);
    kernel.cell.fill(0);
  };
  if (words > STEPS) return readInParts(kernel, writeGates, words, layer, start);
  writeGates(0, words);
  for (const way of ["forward", "backward"] as const) {
    start();
    kernel.recur(layer[way], words, way);
  }
  return kernel.states.slice(0, words * 2 * layer.size);
}

/** The same for more words than the kernel takes at once. */
function readInParts(
  kernel: Kernel,
  writeGates: (from: number, count: number) => void,
  words: number,
  layer: BothWays,
  start: () => void,
): Int16Array {
  const { size } = layer;
  const { states } = kernel;
  const out = new Int16Array(words * 2 * size);
  const read = (way: Way, from: number): void => {
    const count = Math.min(STEPS, words - from);
    writeGates(from, count);
    kernel.recur(layer[way], count, way);
    const half = way === "forward" ? 0 : size;
    for (let w = 0; w < count; w++) {
      const at = 2 * w * size + half;
      out.set(states.subarray(at, at + size), 2 * from * size + at);
    }
    const last = way === "forward" ? 2 * (count - 1) * size : size;
    kernel.before.set(states.subarray(last, last + size));
  };
  start();
  for (let from = 0; from < words; from += STEPS) read("forward", from);
  start();
  for (let from = STEPS * Math.floor((words - 1) / STEPS); from >= 0; from -= STEPS) read("backward", from);
  return out;
}
