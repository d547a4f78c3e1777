import type { Span } from "./span.js";

/** Finds which of many spans overlap a given one without looking at all of them: sorted by start, with the furthest end so far. */
export class OverlapIndex {
  readonly #sorted: readonly { readonly span: Span; readonly at: number }[];
  readonly #furthest: readonly number[];

  constructor(spans: readonly Span[]) {
    this.#sorted = spans.map((span, at) => ({ span, at })).sort((a, b) => a.span[0] - b.span[0] || a.at - b.at);
    let furthest = 0;
    this.#furthest = this.#sorted.map(({ span }) => {
      furthest = Math.max(furthest, span[1]);
      return furthest;
    });
  }

  /** Places in the list given of the spans that overlap one of `spans`, ascending, each once. */
  overlapping(spans: readonly Span[]): readonly number[] {
    const found = new Set<number>();
    for (const [start, end] of spans)
      for (let i = this.#startingBefore(end) - 1; i >= 0 && (this.#furthest[i] ?? 0) > start; i--) {
        const entry = this.#sorted[i];
        if (entry !== undefined && entry.span[1] > start) found.add(entry.at);
      }
    return [...found].sort((a, b) => a - b);
  }

  #startingBefore(end: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.span[0] ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
