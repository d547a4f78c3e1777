import { readAbbreviations } from "./abbreviations.js";
import { openLemmatiser } from "./lemmas.js";
import type { LanguageModel } from "./model.js";
import { Network } from "./network.js";
import type { Place } from "./scan.js";
import { type Analyser, ParsedSentence } from "./sentence.js";
import { cutParagraph } from "./tokens.js";
import type { Language, Sentence } from "./types.js";
import type { Memories } from "./wasm-memory.js";

export { type Checksum, LanguageModel, loadLanguageModel, ModelError } from "./model.js";
export * from "./morphology.js";
export * from "./tree.js";
export type { Language, Sentence, Token, Tree, Upos, WordStates } from "./types.js";

/** How the language core runs. */
export interface LanguageOptions {
  /** Whether WebAssembly SIMD may be used (default: yes). Without it the same answers take longer. */
  readonly simd?: boolean;
  /** Where its modules lie (default: each in a memory of its own). */
  readonly memories?: Memories;
}

/** The language core, also for text that is already cut into sentences and tokens. */
export interface LanguageCore extends Language {
  /** Sentences from tokens' places in `text`, taken as they are. */
  analyseTokens(text: string, sentences: readonly (readonly Place[])[]): readonly Sentence[];
}

/** Makes the language core from its weights. */
export function createLanguage(model: LanguageModel, options: LanguageOptions = {}): LanguageCore {
  const known = readAbbreviations(model.text("abbreviations"));
  const network = new Network(model, options.simd ?? true, options.memories);
  const analyser: Analyser = { network, lemma: openLemmatiser(model, (word) => network.hasWord(word)) };
  return {
    analyse(text, paragraphs, leftOut) {
      const sentences: Sentence[] = [];
      paragraphs.forEach((span, paragraph) => {
        const cut = cutParagraph(text, span, known);
        for (const left of cut.left) leftOut?.(left);
        for (const places of cut.sentences) {
          if (isNoise(text, places)) continue;
          sentences.push(new ParsedSentence(sentences.length, paragraph, text, places, analyser));
        }
      });
      return sentences;
    },
    analyseTokens(text, sentences) {
      return sentences.map((places, index) => new ParsedSentence(index, 0, text, places, analyser));
    },
  };
}

const NOISE_TOKENS = 100; // a row of so many marks with hardly a word among them is no sentence, and its tree costs most of all
const NOISE_WORDS = 3;

/** Whether what stands between two stops is a long row of marks. */
function isNoise(text: string, places: readonly Place[]): boolean {
  if (places.length < NOISE_TOKENS) return false;
  let words = 0;
  for (const [start, end] of places)
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end)) && ++words >= NOISE_WORDS) return false;
  return true;
}
