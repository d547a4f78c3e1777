import type { LemmaExample } from "./lemma-rules.js";

/** Words of a CoNLL-U text with their Penn tags and lemmas. */
export function conlluWords(conllu: string): LemmaExample[] {
  const rows = conllu.split("\n").filter((line) => /^\d+\t/.test(line));
  return rows.map((line) => {
    const [, form = "", lemma = "", , xpos = ""] = line.split("\t");
    return { form, lemma, xpos };
  });
}

/** Rows `form ⇥ xpos ⇥ lemma ⇥ source` under a header line. */
export function irregularWords(table: string): LemmaExample[] {
  return table
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const [form = "", xpos = "", lemma = ""] = line.split("\t");
      return { form, xpos, lemma };
    });
}

type Counts = ReadonlyMap<string, number>;
const LEAST = 2; // sightings of a form, and of its base form, before silver tags are believed

/**
 * Lemmas of inflected words from tagged text without lemmas: of the base forms that the spelling rules of English
 * allow, the one seen most often as a base form. Words with no such form are left out.
 */
export function inferredLemmas(words: readonly LemmaExample[]): LemmaExample[] {
  const verbs = count(words, (w) => w.xpos === "VB" || w.xpos === "VBP");
  const nouns = count(words, (w) => w.xpos === "NN");
  const found: LemmaExample[] = [];
  for (const xpos of ["VBD", "VBG", "VBN", "VBZ", "NNS"]) {
    const bases = xpos === "NNS" ? nouns : verbs;
    for (const [form, n] of count(words, (w) => w.xpos === xpos)) {
      const lemma = n < LEAST ? null : best(baseForms(form, xpos), bases);
      if (lemma !== null) found.push({ form, xpos, lemma });
    }
  }
  const seen = new Set(found.map((w) => `${w.form}\t${w.xpos}`));
  const made = [...verbs].filter(([, n]) => n >= LEAST).flatMap(([verb]) => inflected(verb));
  return [...found, ...made.filter((w) => !seen.has(`${w.form}\t${w.xpos}`))];
}

/** Regular forms of a verb in -e or -y: those whose lemma is not their stem. */
export function inflected(verb: string): LemmaExample[] {
  const stem = verb.slice(0, -1);
  if (/[^aeiou]y$/.test(verb)) return ["VBD", "VBN"].map((xpos) => ({ form: `${stem}ied`, xpos, lemma: verb }));
  if (!/[^aeiouy]e$/.test(verb)) return [];
  const past = ["VBD", "VBN"].map((xpos) => ({ form: `${stem}ed`, xpos, lemma: verb }));
  return [...past, { form: `${stem}ing`, xpos: "VBG", lemma: verb }];
}

function count(words: readonly LemmaExample[], wanted: (word: LemmaExample) => boolean): Counts {
  const counts = new Map<string, number>();
  for (const word of words) {
    const lower = word.form.toLowerCase();
    if (wanted(word) && /^[a-z]{2,}$/.test(lower)) counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  return counts;
}

function best(candidates: readonly string[], counts: Counts): string | null {
  let found: string | null = null;
  for (const candidate of candidates) {
    const n = counts.get(candidate) ?? 0;
    if (n >= LEAST && n > (found === null ? 0 : (counts.get(found) ?? 0))) found = candidate;
  }
  return found;
}

const DOUBLED = /([bdfgklmnprtvz])\1$/;

/** “planned”: plann, planne, plan; “denies”: deny; “matches”: match, matche. */
export function baseForms(form: string, xpos: string): string[] {
  const ending = xpos === "VBG" ? "ing" : xpos === "VBD" || xpos === "VBN" ? "ed" : "s";
  if (!form.endsWith(ending) || form.length <= ending.length + 1) return [];
  const stem = form.slice(0, -ending.length);
  if (ending === "s") {
    if (stem.endsWith("ie")) return [`${stem.slice(0, -2)}y`, stem];
    return /(?:s|x|z|ch|sh|o)e$/.test(stem) ? [stem, stem.slice(0, -1)] : [stem];
  }
  const forms = [stem, `${stem}e`];
  if (DOUBLED.test(stem)) forms.push(stem.slice(0, -1));
  if (ending === "ed" && stem.endsWith("i")) forms.push(`${stem.slice(0, -1)}y`);
  return forms;
}
