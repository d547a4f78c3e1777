import type { LanguageModel } from "./model.js";

/** Finds the lemma of a word with its Penn tag. */
export type Lemmatiser = (form: string, lower: string, xpos: string) => string;

const LONGEST_SUFFIX = 5;

/**
 * Opens the lemma tables of a model: `lemma.words`, lines `lower ⇥ xpos ⇥ lemma`, the words that no rule gets right; and
 * `lemma.rules`, lines `xpos ⇥ suffix ⇥ cut ⇥ added`, of which the longest matching suffix applies.
 */
export function openLemmatiser(model: LanguageModel): Lemmatiser {
  const words = new Map<string, string>();
  for (const line of lines(model.text("lemma.words"))) {
    const [lower = "", xpos = "", lemma = ""] = line.split("\t");
    words.set(`${xpos}\t${lower}`, lemma);
  }
  const rules = new Map<string, { readonly cut: number; readonly added: string }>();
  for (const line of lines(model.text("lemma.rules"))) {
    const [xpos = "", suffix = "", cut = "", added = ""] = line.split("\t");
    rules.set(`${xpos}\t${suffix}`, { cut: Number(cut), added });
  }
  return (form, lower, xpos) => {
    const word = words.get(`${xpos}\t${lower}`);
    if (word !== undefined) return word;
    const base = keepsCase(xpos) ? form : lower;
    for (let n = Math.min(LONGEST_SUFFIX, lower.length); n >= 0; n--) {
      const rule = rules.get(`${xpos}\t${lower.slice(lower.length - n)}`);
      if (rule !== undefined && rule.cut < lower.length + rule.added.length)
        return base.slice(0, base.length - rule.cut) + rule.added;
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
