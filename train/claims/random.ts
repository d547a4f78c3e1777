/** A generator of pseudo-random numbers in [0, 1): mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The items in random order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], next: () => number): readonly T[] {
  const order = items.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const held = order[i] ?? i;
    order[i] = order[j] ?? j;
    order[j] = held;
  }
  return order.flatMap((i) => items.slice(i, i + 1));
}

/** A number of an array; 0 outside it. */
export function pick(numbers: Float32Array | Float64Array, at: number): number {
  return numbers[at] ?? 0;
}
