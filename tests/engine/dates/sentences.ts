import { readdirSync, readFileSync } from "node:fs";
import { findTimes, makeTimeLexicon, type TimeLexicon } from "../../../src/engine/dates/index.js";
import type { TimeExpression } from "../../../src/engine/dates/types.js";
import type { Sentence, Token, Upos } from "../../../src/engine/language/types.js";

const FOLDER = new URL("../../../data/dates/", import.meta.url);

/** The texts of `data/dates`, by path relative to `data/`. */
export function dateTables(): Map<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".tsv"));
  return new Map(names.map((name) => [`dates/${name}`, readFileSync(new URL(name, FOLDER), "utf8")]));
}

export const lexicon: TimeLexicon = makeTimeLexicon(dateTables());

const TOKEN =
  /\p{L}\.(?:\p{L}\.)+|\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec|Tues|Mr|Rep)\.|'?\d+0s\b|\d+(?:st|nd|rd|th)\b|\d+(?:[.,:/]\d+)*|['’](?:s|ll|re|ve)\b|[\p{L}\d]+|\S/gu;
const TAGS: Readonly<Record<string, readonly [Upos, string]>> = Object.fromEntries([
  ...tagged("AUX", "MD", "will would may might should can could shall 'll ’ll"),
  ...tagged("AUX", "VBD", "was were had did"),
  ...tagged("AUX", "VBZ", "is has does"),
  ...tagged("AUX", "VBP", "are have do"),
  ...tagged("AUX", "VB", "be"),
  ...tagged(
    "VERB",
    "VBD",
    "said noted spoke met told left began took fell rose called held failed lasted agreed gathered became flew returned proposed declared",
  ),
  ...tagged("VERB", "VB", "meet go speak visit call mark march expire help sign vote return"),
  ...tagged("VERB", "VBZ", "says reconvenes votes runs meets"),
  ...tagged("VERB", "VBG", "visiting"),
  ...tagged(
    "ADP",
    "IN",
    "in on at by until for of from with over during since after before about to through within into",
  ),
  ...tagged("PART", "TO", "to"),
  ...tagged("DET", "DT", "the a an this that every each"),
  ...tagged("ADJ", "JJ", "due last next past early late recent current long first second third fourth annual upcoming"),
  ...tagged("ADV", "RB", "now soon recently ago earlier later currently"),
  ...tagged("PRON", "PRP", "he she they it his her their"),
  ...tagged("CCONJ", "CC", "and or but"),
]);

function tagged(upos: Upos, xpos: string, words: string): [string, readonly [Upos, string]][] {
  return words.split(" ").map((word) => [word, [upos, xpos]]);
}

function tagOf(text: string, lower: string): readonly [Upos, string] {
  const known = TAGS[lower];
  if (known !== undefined) return known;
  if (/^\d/.test(text)) return ["NUM", "CD"];
  if (/^\P{L}+$/u.test(text)) return ["PUNCT", text];
  return /^\p{Lu}/u.test(text) ? ["PROPN", "NNP"] : ["NOUN", "NN"];
}

/**
 * Sentences with a few tags by a word list: enough for tables of short sentences, and independent of trained weights.
 * Each line is a paragraph; a sentence ends at a full stop, question or exclamation mark before a space.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const [paragraph, line] of [...text.matchAll(/[^\n]+/g)].entries())
    for (const part of line[0].matchAll(
      /(?:\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec|Tues|Mr|Rep|a\.m|p\.m)\.|[^.?!]|[.?!](?=\S))+[.?!]?/g,
    ))
      sentences.push(sentence(part[0], line.index + part.index, paragraph, sentences.length));
  return sentences;
}

function sentence(text: string, offset: number, paragraph: number, index: number): Sentence {
  const tokens = [...text.matchAll(TOKEN)].map((match, at): Token => {
    const lower = match[0].toLowerCase().replaceAll("’", "'");
    const [upos, xpos] = tagOf(match[0], lower);
    const start = offset + match.index;
    return { index: at, start, end: start + match[0].length, text: match[0], lower, lemma: lemmaOf(lower), upos, xpos };
  });
  return {
    index,
    span: [offset, offset + text.length],
    paragraph,
    tokens,
    get tree(): never {
      throw new Error("no rule of this stage asks for the tree");
    },
  };
}

function lemmaOf(lower: string): string {
  return /^(?:agreed|proposed|declared)$/.test(lower) ? lower.slice(0, -1) : lower;
}

/** The expressions of a text published on a day, as “text = TYPE value”. */
export function read(text: string, published: string | null, country: string | null = null): readonly string[] {
  return times(text, published, country).map((time) => `${time.text} = ${time.type} ${time.value}`);
}

export function times(
  text: string,
  published: string | null,
  country: string | null = null,
): readonly TimeExpression[] {
  return findTimes(sentencesOf(text), text, { published, country }, lexicon);
}
