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
/** Height of a line of an article in pixels, and characters that a line and the space around it can hold at most. */
const [LINE_HEIGHT, LINE_LENGTH] = [31, 100];

/** How much of a text is drawn first on a screen of that height in pixels: what it can show, and no more. */
export function firstOn(height: number): number {
  return Math.min(FIRST.text, Math.ceil(height / LINE_HEIGHT) * LINE_LENGTH);
}

/** How much more with each further step. */
const STEP = { text: 8000, items: 30 } as const;

/** What of an article and its record is drawn with marks and details at a step. */
export interface Drawn {
  /** The text up to here is marked; after it stand the bare words. */
  readonly text: number;
  /** So many items, from the first list on: what is drawn later stands below what is there, and moves nothing. */
  readonly items: number;
}

export function drawnAt(step: number, first: number = FIRST.text): Drawn {
  return { text: first + STEP.text * step, items: FIRST.items + STEP.items * step };
}

/** The step at which a text of that length and so many items are drawn in full. */
export function lastStep(text: number, items: number, first: number = FIRST.text): number {
  return Math.max(0, Math.ceil((text - first) / STEP.text), Math.ceil((items - FIRST.items) / STEP.items));
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
