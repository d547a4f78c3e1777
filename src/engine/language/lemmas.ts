import type { LanguageModel } from "./model.js";
import { isInflected, regularBase } from "./regular-lemmas.js";

/** Finds the lemma of a word with its Penn tag. */
export type Lemmatiser = (form: string, lower: string, xpos: string) => string;

const LONGEST_SUFFIX = 5;

/** What is known of words with one Penn tag. */
interface LemmaTable {
  readonly words: Map<string, string>;
  readonly rules: Map<string, { readonly cut: number; readonly added: string }>;
}

/**
 * Opens the lemma tables of a model: `lemma.words`, lines `lower ⇥ xpos ⇥ lemma`, the words that no rule gets right; and
 * `lemma.rules`, lines `xpos ⇥ suffix ⇥ cut ⇥ added`, of which the longest matching suffix applies. What a rule makes is
 * a word of the model's list, or no other base of the form is (`regular-lemmas.ts`).
 *
 * @param isWord Whether the model's list has a word.
 */
export function openLemmatiser(model: LanguageModel, isWord: (word: string) => boolean): Lemmatiser {
  const tables = new Map<string, LemmaTable>();
  const tableOf = (xpos: string): LemmaTable => {
    const kept = tables.get(xpos);
    if (kept !== undefined) return kept;
    const table: LemmaTable = { words: new Map(), rules: new Map() };
    tables.set(xpos, table);
    return table;
  };
  for (const line of lines(model.text("lemma.words"))) {
    const [lower = "", xpos = "", lemma = ""] = line.split("\t");
    tableOf(xpos).words.set(lower, lemma);
  }
  for (const line of lines(model.text("lemma.rules"))) {
    const [xpos = "", suffix = "", cut = "", added = ""] = line.split("\t");
    tableOf(xpos).rules.set(suffix, { cut: Number(cut), added });
  }
  const bases = new Set([...tables.values()].flatMap(({ words }) => [...words.values()]));
  // “froze” taken for a present form is a past form all the same, unless it is a verb's own (“lay”).
  const pastOf = (lower: string): string | undefined =>
    bases.has(lower) ? undefined : (tables.get("VBD")?.words.get(lower) ?? tables.get("VBN")?.words.get(lower));
  const mended = (lower: string, xpos: string, lemma: string): string =>
    !isInflected(xpos) || isWord(lemma) ? lemma : (regularBase(lower, xpos, isWord) ?? lemma);
  return (form, lower, xpos) => {
    const base = keepsCase(xpos) ? form : lower;
    const table = tables.get(xpos);
    if (table === undefined) return base;
    const word = table.words.get(lower) ?? (xpos === "VBP" ? pastOf(lower) : undefined);
    if (word !== undefined) return word;
    for (let n = Math.min(LONGEST_SUFFIX, lower.length); n >= 0; n--) {
      const rule = table.rules.get(lower.slice(lower.length - n));
      if (rule !== undefined && rule.cut < lower.length + rule.added.length)
        return mended(lower, xpos, base.slice(0, base.length - rule.cut) + rule.added);
    }
    return base;
  };
}

/** Names keep their capitals in the lemma. */
export function keepsCase(xpos: string): boolean {
  return xpos === "NNP" || xpos === "NNPS" || xpos === "ADD" || xpos === "FW" || xpos === "CD";
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
