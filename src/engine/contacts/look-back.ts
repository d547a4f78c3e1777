import type { Gathered } from "./gather.js";

/** Contacts that a sentence is held against, counted back from it: no report tells of more, and time stays linear. */
export const MAX_BACK = 200;

/** The contacts told before a sentence, the last of the list first; at most `MAX_BACK`. */
export type Before = (sentence: number) => readonly Gathered[];

/** Prepares looking back: where a sentence's contacts end in the list is worked out once for all sentences. */
export function lookBack(gathered: readonly Gathered[]): Before {
  const firsts = gathered.map((g) =>
    g.triggers.reduce((least, t) => Math.min(least, t.clause.sentence.index), Infinity),
  );
  const ends: number[] = []; // by sentence: one more than the last contact whose first passage stands in it
  firsts.forEach((first, i) => {
    if (Number.isFinite(first)) ends[first] = Math.max(ends[first] ?? 0, i + 1);
  });
  for (let s = 0; s < ends.length; s++) ends[s] = Math.max(ends[s] ?? 0, ends[s - 1] ?? 0);
  return (sentence) => {
    const end = ends[Math.min(sentence, ends.length) - 1] ?? 0;
    const found: Gathered[] = [];
    for (let i = end - 1; i >= Math.max(0, end - MAX_BACK); i--) {
      const g = gathered[i];
      if (g !== undefined && (firsts[i] ?? 0) < sentence) found.push(g);
    }
    return found;
  };
}
