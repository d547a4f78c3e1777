import type { WordStates } from "../../language/types.js";
import type { EventLexicon } from "../lexicon.js";
import type { SetPhrase } from "../set-phrases.js";
import { type FeatureSource, nameRegions, nameTree, regionsOf } from "./features.js";
import { frameKeys } from "./frame-keys.js";
import { type HashedNames, SpelledNames } from "./names.js";
import { type PairSequence, type SequenceParts, sequenceOf } from "./sequence.js";
import { SLOTS, slotsOf } from "./slots.js";
import type { PairView } from "./view.js";

/** What the network reads of a pair. */
export interface PairInput {
  /** Names of the sparse features: those of the tree and the frames first, then the words of the regions. */
  readonly names: readonly string[];
  /** Those of the tree and the frames alone. */
  readonly treeNames: readonly string[];
  /** The hashes of all, in the same order. */
  readonly keys: Uint32Array;
  /** How many of them come from the tree and the frames. */
  readonly split: number;
  /** Those of the frames alone. */
  readonly frames: readonly string[];
  /** Rows of word vectors, one list a slot and a region; a list's vectors are averaged. */
  readonly rows: readonly (readonly number[])[];
  /** The same pair as the second reader reads it, with the language network's states of the sentence. */
  readonly sequence: PairSequence;
  readonly states: WordStates | undefined;
  /** Set phrases in the sentence. */
  readonly phrases: readonly SetPhrase[];
}

/** Reads a pair's input from its sentence. */
export function pairInput(view: PairView, lexicon: EventLexicon, parts: SequenceParts): PairInput {
  const words = parts.lookUp(view.sentence);
  const slots = slotsOf(view);
  const source: FeatureSource = { view, words, slots, regions: regionsOf(view) };
  const frames = frameKeys(view, lexicon);
  const { keys, split } = hashed(source, frames, parts.hashes);
  let sequence: PairSequence | null = null;
  let treeNames: readonly string[] | null = null;
  return {
    /** Spelled when they are read: only training needs them. */
    get names() {
      return [...this.treeNames, ...spelled(nameRegions, source)];
    },
    /** Spelled when they are read: only reasons need them. */
    get treeNames() {
      treeNames ??= [...spelled(nameTree, source), ...frames];
      return treeNames;
    },
    keys,
    split,
    frames,
    rows: rowsOf(source),
    /** Made when it is read: where the first reader is sure of nothing it is not. */
    get sequence() {
      sequence ??= sequenceOf(view, slots, frames, parts);
      return sequence;
    },
    states: view.sentence.states,
    /** Looked for when they are read: only the manual's habit asks. */
    get phrases() {
      return parts.phrasesOf(view.sentence);
    },
  };
}

function hashed(
  source: FeatureSource,
  frames: readonly string[],
  hashes: HashedNames,
): Pick<PairInput, "keys" | "split"> {
  hashes.clear();
  nameTree(hashes, source);
  hashes.open();
  for (const frame of frames) hashes.add(frame, "");
  const split = hashes.length;
  hashes.open();
  nameRegions(hashes, source);
  return { keys: hashes.all, split };
}

function spelled(name: typeof nameTree, source: FeatureSource): readonly string[] {
  const names = new SpelledNames();
  name(names, source);
  return names.list;
}

/** Rows of the word vectors of each slot and each region; words that have none are left out. */
function rowsOf({ words, slots, regions }: FeatureSource): PairInput["rows"] {
  const known = ({ rows }: typeof words, tokens: readonly number[]): readonly number[] => {
    const found: number[] = [];
    for (const token of tokens) {
      const row = rows[token] ?? -1;
      if (row >= 0) found.push(row);
    }
    return found;
  };
  return [...SLOTS.map((name) => known(words, [slots[name]])), ...regions.map((tokens) => known(words, tokens))];
}
