import { readFileSync } from "node:fs";
import {
  createLanguage,
  DependencyTree,
  loadLanguageModel,
  type Sentence,
  type Token,
  type Upos,
} from "../../../src/engine/language/index.js";

/** The shipped weights. */
export const model = loadLanguageModel(new Uint8Array(readFileSync("models/language.bin")));

/** The language core as the program runs it. */
export const language = createLanguage(model);

/** The only sentence of a text. */
export function sentenceOf(text: string): Sentence {
  const [sentence, ...more] = language.analyse(text, [[0, text.length]]);
  if (sentence === undefined || more.length > 0) throw new Error(`not one sentence: ${text}`);
  return sentence;
}

/** Index of a word by its text. */
export function wordAt(sentence: Sentence, text: string): number {
  const index = sentence.tokens.findIndex((t) => t.text === text);
  if (index < 0) throw new Error(`no “${text}” in the sentence`);
  return index;
}

/**
 * A sentence from a tree written by hand: words `form/lemma/UPOS/XPOS/head/relation` apart by blanks, heads from 1, 0 for
 * the root. An empty lemma or XPOS is the form or “NN”.
 */
export function drawn(words: string): Sentence {
  const names: string[] = [];
  let start = 0;
  const rows = words.split(" ").map((w) => w.split("/"));
  const tokens = rows.map(([text = "", lemma = "", upos = "X", xpos = ""], index): Token => {
    const token = {
      index,
      start,
      end: start + text.length,
      text,
      lower: text.toLowerCase(),
      lemma: lemma || text,
      upos: upos as Upos,
      xpos: xpos || "NN",
    }; // `as`: test data
    start = token.end + 1;
    return token;
  });
  const heads = Int16Array.from(rows, (r) => Number(r[4]) - 1);
  const relations = Uint8Array.from(rows, ([, , , , , relation = "dep"]) => {
    if (!names.includes(relation)) names.push(relation);
    return names.indexOf(relation);
  });
  return { index: 0, paragraph: 0, span: [0, start - 1], tokens, tree: new DependencyTree(heads, relations, names) };
}
