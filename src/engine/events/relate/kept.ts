import type { Sentence } from "../../language/types.js";

const KEPT_TEXTS = 16; // texts whose sentences are kept: who asks about several pairs of one asks one after another
const LONGEST_KEPT = 4000; // code units of such a text

/** Remembers what was last worked out of a text. */
export function keepLast(work: (text: string) => readonly Sentence[]): (text: string) => readonly Sentence[] {
  const kept = new Map<string, readonly Sentence[]>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = work(text);
    if (text.length > LONGEST_KEPT) return made;
    for (const oldest of kept.keys()) if (kept.size >= KEPT_TEXTS) kept.delete(oldest);
    kept.set(text, made);
    return made;
  };
}

/** Remembers what was worked out of each sentence while it is. */
export function keepEach<T extends object>(work: (sentence: Sentence) => T): (sentence: Sentence) => T {
  const kept = new WeakMap<Sentence, T>();
  return (sentence) => {
    const known = kept.get(sentence) ?? work(sentence);
    kept.set(sentence, known);
    return known;
  };
}
