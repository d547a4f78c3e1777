import type { Sentence } from "../../language/types.js";
import { keepEach } from "./kept.js";
import type { Kinds } from "./kinds.js";
import { type RowOf, rowOfToken } from "./word-rows.js";

/** What the tables hold of the words of a sentence, word by word. */
export interface SentenceWords {
  /** Lemmas in small letters. */
  readonly lemmas: readonly string[];
  readonly kinds: readonly (readonly string[])[];
  /** Rows of word vectors, -1 where there is none. */
  readonly rows: readonly number[];
}

/** Looks the words of a sentence up once for all its pairs; what was found is kept while the sentence is. */
export type LookUp = (sentence: Sentence) => SentenceWords;

export function makeLookUp(kinds: Kinds, rowOf: RowOf): LookUp {
  return keepEach(({ tokens }) => ({
    lemmas: tokens.map(({ lemma }) => lemma.toLowerCase()),
    kinds: tokens.map(kinds),
    rows: tokens.map((token) => rowOfToken(token, rowOf)),
  }));
}
