import type { ArgumentExample, CueExample, Lesson } from "./examples.js";
import { type Schedule, trainChain, trainCues } from "./learn.js";
import { claimModelFile } from "./model.js";

/** Features seen less often than this say nothing that holds elsewhere. */
const MIN_COUNT = 3;

/** Best of twelve settings out of fold; all lie within half a point. */
const CUES: Schedule = { seed: 1, epochs: 5, rate: 0.05, decay: 1e-4 };
const ARGUMENTS: Schedule = { seed: 2, epochs: 8, rate: 0.05, decay: 1e-3 };

/** Names of the features that are kept, each with its row. */
type Vocabulary = ReadonlyMap<number, number>;

function vocabularyOf(lists: Iterable<Int32Array>): Vocabulary {
  const counts = new Map<number, number>();
  for (const list of lists) for (const name of list) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [name, count] of counts) if (count >= MIN_COUNT) rows.set(name, rows.size);
  return rows;
}

function rowsOf(features: Int32Array, vocabulary: Vocabulary): Int32Array {
  return features.map((name) => vocabulary.get(name) ?? -1).filter((row) => row >= 0);
}

/** Trains both models on lessons and puts them into a file. */
export function trainModel(lessons: readonly Lesson[], quoted: readonly Lesson[]): Uint8Array {
  const cues: readonly CueExample[] = (lessons.length > 0 ? lessons : quoted).flatMap((lesson) => lesson.cues);
  const spans: readonly ArgumentExample[] = [...lessons, ...quoted].flatMap((lesson) => lesson.arguments);
  const cueRows = vocabularyOf(cues.map((cue) => cue.features));
  const words = cues.map(({ features, isCue }) => ({ rows: rowsOf(features, cueRows), isCue }));
  const cueWeights = trainCues(words, cueRows.size, CUES);
  const spanRows = vocabularyOf(spans.flatMap((example) => example.features));
  const sequences = spans.map(({ features, labels }) => ({ rows: features.map((f) => rowsOf(f, spanRows)), labels }));
  const chain = trainChain(sequences, spanRows.size, ARGUMENTS);
  return claimModelFile({
    cue: { names: Int32Array.from(cueRows.keys()), weights: cueWeights },
    argument: { names: Int32Array.from(spanRows.keys()), weights: chain.weights },
    transitions: chain.transitions,
  });
}
