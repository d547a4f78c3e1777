import { useEffect, useState } from "react";

/** A pause between two steps in milliseconds: what was drawn is painted, and what the user did is answered, in it. */
const PAUSE = 8;

/**
 * Counts the steps in which something long is drawn: 0 at first, then one more after each pause, until `last`.
 *
 * @param of What is drawn; for another one the count starts again.
 */
export function useByAndBy(of: string, last: number): number {
  const [at, setAt] = useState({ of, step: 0 });
  const step = at.of === of ? Math.min(at.step, last) : 0;
  useEffect(() => {
    if (step >= last) return;
    const timer = setTimeout(() => setAt({ of, step: step + 1 }), PAUSE);
    return () => clearTimeout(timer);
  }, [of, step, last]);
  return step;
}

/** How much of a text, in UTF-16 code units, and how many items are drawn first: more than a screen of each. */
const FIRST = { text: 4500, items: 10 } as const;
/** How much more with each further step. */
const STEP = { text: 8000, items: 30 } as const;

/** What of an article and its record is drawn with marks and details at a step. */
export interface Drawn {
  /** The text up to here is marked; after it stand the bare words. */
  readonly text: number;
  /** So many items, from the first list on: what is drawn later stands below what is there, and moves nothing. */
  readonly items: number;
}

export function drawnAt(step: number): Drawn {
  return { text: FIRST.text + STEP.text * step, items: FIRST.items + STEP.items * step };
}

/** The step at which a text of that length and so many items are drawn in full. */
export function lastStep(text: number, items: number): number {
  return Math.max(0, Math.ceil((text - FIRST.text) / STEP.text), Math.ceil((items - FIRST.items) / STEP.items));
}

/** How many of each list are drawn where so many items are, the lists in order. */
export function sharesOf(lengths: readonly number[], items: number): number[] {
  let left = items;
  return lengths.map((length) => {
    const share = Math.min(length, left);
    left -= share;
    return share;
  });
}
