import type { Span } from "../base/span.js";

/** Universal part-of-speech tags. Source: https://universaldependencies.org/u/pos/ */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** A word of a sentence, split as Universal Dependencies splits English (“does” “n't”, “Rahmon” “'s”). */
export interface Token {
  /** Position in its sentence, from 0. */
  readonly index: number;
  /** Offsets in the document's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `text` in lower case, typographic apostrophes made plain. */
  readonly lower: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** Penn Treebank tag: VBD, VBN, NNP, … */
  readonly xpos: string;
}

/** A dependency tree over a sentence's tokens, in Universal Dependencies relations with subtypes. */
export interface Tree {
  /** Head of each token as its index in the sentence; -1 for the root. */
  readonly heads: Int16Array | Int32Array;
  /** Relation of each token to its head: nsubj, nsubj:pass, obj, obl, obl:agent, nmod:poss, acl:relcl … */
  relation(index: number): string;
  /** Dependents of a token, in order. */
  children(index: number): readonly number[];
}

/** What the two layers of the network made of a sentence's words: for each word the same count of whole numbers up to 511. */
export interface WordStates {
  readonly first: Int16Array;
  readonly second: Int16Array;
}

/** A sentence of a document. */
export interface Sentence {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly span: Span;
  /** Paragraph it stands in, from 0; the title is a paragraph of its own. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** The tree; parsed when first asked for, then kept. */
  readonly tree: Tree;
  /** The network's states; none where a sentence was not read by it. */
  readonly states?: WordStates | undefined;
}

/** Turns a document's text into sentences. Pure: the same text gives the same sentences. */
export interface Language {
  /**
   * @param paragraphs Spans of the paragraphs; no sentence crosses one.
   * @param leftOut Told what is in no sentence because one is longer than any that is read.
   */
  analyse(text: string, paragraphs: readonly Span[], leftOut?: (span: Span) => void): readonly Sentence[];
}
