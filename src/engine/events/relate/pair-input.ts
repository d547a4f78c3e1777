import type { WordStates } from "../../language/types.js";
import type { EventLexicon } from "../lexicon.js";
import { featuresOf } from "./features.js";
import { frameKeys } from "./frame-keys.js";
import { hashOf } from "./hash.js";
import { type PairSequence, type SequenceParts, sequenceOf } from "./sequence.js";
import { SLOTS } from "./slots.js";
import type { PairView } from "./view.js";

/** What the network reads of a pair. */
export interface PairInput {
  /** Names of the sparse features: those of the tree and the frames first, then the words of the regions. */
  readonly names: readonly string[];
  /** Their hashes, in the same order. */
  readonly keys: Uint32Array;
  /** How many of them come from the tree and the frames. */
  readonly split: number;
  /** Rows of word vectors, one list a slot and a region; a list's vectors are averaged. */
  readonly rows: readonly (readonly number[])[];
  /** The same pair as the second reader reads it, with the language network's states of the sentence. */
  readonly sequence: PairSequence;
  readonly states: WordStates | undefined;
}

/** A word's row in the table of vectors, -1 where it has none. */
export type RowOf = (form: string) => number;

/** Reads a pair's input from its sentence. */
export function pairInput(view: PairView, lexicon: EventLexicon, parts: SequenceParts): PairInput {
  const { kinds, rowOf } = parts;
  const { tree, words, slots, regions } = featuresOf(view, kinds);
  const frames = frameKeys(view, lexicon);
  const names = [...tree, ...frames, ...words];
  const rows = (tokens: readonly number[]): readonly number[] =>
    tokens.flatMap((i) => {
      const row = i < 0 ? -1 : rowOf(view.tokens[i]?.text ?? "");
      return row < 0 ? [] : [row];
    });
  let sequence: PairSequence | null = null;
  return {
    names,
    keys: Uint32Array.from(names, hashOf),
    split: names.length - words.length,
    rows: [...SLOTS.map((name) => rows([slots[name]])), ...regions.map(rows)],
    /** Made when it is read: where the first reader is sure of nothing it is not. */
    get sequence() {
      sequence ??= sequenceOf(view, slots, frames, parts);
      return sequence;
    },
    states: view.sentence.states,
  };
}
