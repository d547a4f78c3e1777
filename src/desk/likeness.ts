import { byCodeUnit } from "../engine/base/span.js";
import { wordsOf } from "../engine/stories/words.js";

/** Words that say nothing of what was promised: function words, and verbs of promising and going on. */
const EMPTY: ReadonlySet<string> = new Set(
  "a an the of to in on at by for from with and or as that this these those it its their his her they he she we our both two side sides party parties would will shall should could may must be been is are was were has have had do does not also further more most such all any each other own his within into between among about over under new up out which who what when where there here than then so if but nor agree agreed agreement reaffirm reaffirmed confirm confirmed pledge pledged promise promised express expressed readiness willingness commitment committed intention intend country nation".split(
    " ",
  ),
);

/** Endings taken off, longest first, where at least this many letters stay. */
const ENDINGS = ["ations", "ation", "ments", "ment", "ingly", "ings", "ing", "ions", "ion", "ies", "ers", "er", "ed", "es", "e", "s", "y"] as const; // biome-ignore format: one line reads best
const STEM_LETTERS = 4;

/** A word without its ending, so that “strengthening” and “strengthen” are one. */
export function stemOf(form: string): string {
  const ending = ENDINGS.find((one) => form.endsWith(one) && form.length - one.length >= STEM_LETTERS);
  return ending === undefined ? form : form.slice(0, form.length - ending.length);
}

/** The words of a text that tell what it is about, by their stems. */
export function stemsOf(text: string): ReadonlySet<string> {
  const forms = wordsOf(text.toLowerCase()).map(({ form }) => form);
  return new Set(forms.filter((form) => form.length > 1 && !EMPTY.has(form)).map(stemOf));
}

/** How two sets of words stand to each other. */
export interface Overlap {
  readonly shared: readonly string[];
  /** 0 to 1: the mean of the shared part of both and of the shorter. */
  readonly score: number;
}

/** How alike two texts are by their words. One word in common with a text of one word is alike only where both are it. */
export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): Overlap {
  const shared = [...a].filter((word) => b.has(word)).sort(byCodeUnit);
  const [shorter, both] = [Math.min(a.size, b.size), a.size + b.size];
  if (shorter === 0 || shared.length === 0) return { shared, score: 0 };
  const dice = (2 * shared.length) / both;
  return { shared, score: shorter === 1 ? dice : (dice + shared.length / shorter) / 2 };
}

/** The words of a text, as they are written, that have one of the stems. */
export function wordsWith(text: string, stems: readonly string[]): string[] {
  const wanted = new Set(stems);
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => [...stemsOf(word)].some((stem) => wanted.has(stem))))];
}
