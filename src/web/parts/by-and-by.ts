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

/** How much of a text, in UTF-16 code units, and how many items of each list are drawn at the first step and with each further one. */
const STEP = { text: 6000, items: 10 } as const;

/** What of an article and its record is drawn with marks and details at a step. */
export interface Drawn {
  /** The text up to here is marked; after it stand the bare words. */
  readonly text: number;
  /** So many items of each list. */
  readonly items: number;
}

export const drawnAt = (step: number): Drawn => ({ text: STEP.text * (step + 1), items: STEP.items * (step + 1) });

/** The step at which a text of that length and the longest list are drawn in full. */
export function lastStep(text: number, items: number): number {
  return Math.max(0, Math.ceil(text / STEP.text) - 1, Math.ceil(items / STEP.items) - 1);
}
