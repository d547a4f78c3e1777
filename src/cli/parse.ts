import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLanguage, type LanguageCore, loadLanguageModel, type Sentence } from "../engine/language/index.js";
import { ROOT } from "../root.js";
import { type ConlluBlock, conlluBlocks, conlluOfBlock, conlluOfSentence, placesOfBlock } from "./conllu.js";
import { drawTree } from "./draw-tree.js";

/** Arguments of `readout parse`. */
export interface ParseArguments {
  readonly file: string;
  /** Plain text, a paragraph a line, or CoNLL-U whose sentences and tokens are kept. */
  readonly from: "text" | "conllu";
  readonly to: "conllu" | "tree";
  /** Whether WebAssembly SIMD may be used; without it the same answers take longer. */
  readonly simd?: boolean;
}

/** Runs `readout parse`: tags, lemmas and trees of a file, as CoNLL-U or drawn. Returns what is to be printed. */
export function parse({ file, from, to, simd = true }: ParseArguments): string {
  const language = createLanguage(loadLanguageModel(readModel()), { simd });
  const text = readFileSync(file, "utf8");
  return from === "conllu" ? parseConllu(language, text, to) : parseText(language, text, to);
}

function parseText(language: LanguageCore, text: string, to: ParseArguments["to"]): string {
  const sentences = language.analyse(text, lineSpans(text));
  return sentences.map((s) => (to === "tree" ? drawTree(s) : conlluOfSentence(s, text))).join("\n");
}

function parseConllu(language: LanguageCore, text: string, to: ParseArguments["to"]): string {
  const blocks = conlluBlocks(text);
  const show = (block: ConlluBlock): string => {
    const { text: own, places } = placesOfBlock(block);
    const [sentence] = language.analyseTokens(own, [places]);
    return sentence === undefined ? "" : render(block, sentence, to);
  };
  return blocks.map(show).join("\n");
}

function render(block: ConlluBlock, sentence: Sentence, to: ParseArguments["to"]): string {
  return to === "tree" ? drawTree(sentence) : conlluOfBlock(block, sentence);
}

function lineSpans(text: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (const line of text.matchAll(/[^\r\n]+/gu)) {
    if (line[0].trim() !== "") spans.push([line.index, line.index + line[0].length]);
  }
  return spans;
}

/** The shipped weights. */
export function readModel(): Uint8Array {
  return new Uint8Array(readFileSync(join(ROOT, "models", "language.bin")));
}
