import type { LanguageOptions as Computing } from "../../language/index.js";
import type { LanguageModel } from "../../language/model.js";
import type { Rows } from "./dense.js";
import { openJoinedReaders } from "./joined-readers.js";
import type { PairInput } from "./pair-input.js";
import type { NamedRows } from "./reader-names.js";
import { SequenceModel } from "./sequence-model.js";

/** The second readers of a model, which see the words in order. */
export interface Readers {
  readonly count: number;
  /**
   * Scores of a pair by each of them, in the order of the outputs.
   *
   * @param named The pair's features as rows of the readers' tables.
   * @param habit 0 for the data's, 1 for the manual's.
   */
  score(input: PairInput, named: NamedRows, habit: number, outputs: number): readonly Float64Array[];
}

/**
 * Opens the second readers of a model: all in one memory in WebAssembly SIMD, where the machine has it and it is wanted,
 * else one by one in plain loops, with the same answers to the last bit.
 *
 * @param vectors The language core's word vectors.
 * @param events Count of the events' scores, the first of the outputs.
 */
export function openReaders(
  model: LanguageModel,
  vectors: Rows,
  events: number,
  { simd = true, memories }: Computing,
): Readers {
  let count = 0;
  while (model.has(`reader.${count}.words`)) count++;
  const joined = simd && count > 0 ? openJoinedReaders(model, vectors, events, count, memories) : null;
  if (joined !== null) return joined;
  const each = Array.from({ length: count }, (_, i) => new SequenceModel(model, `reader.${i}`, vectors, events));
  return { count, score: (...given) => each.map((reader) => reader.score(...given)) };
}
