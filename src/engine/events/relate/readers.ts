import type { LanguageOptions as Computing } from "../../language/index.js";
import type { LanguageModel } from "../../language/model.js";
import type { Rows } from "./dense.js";
import { openJoinedReaders } from "./joined-readers.js";
import type { PairInput } from "./pair-input.js";
import type { NamedRows } from "./reader-names.js";
import { SequenceModel } from "./sequence-model.js";

/** Readers of a group in a model, which see the words in order. */
export interface Readers {
  readonly count: number;
  /**
   * Scores of a pair by each of them, in the order of the outputs.
   *
   * @param named The pair's features as rows of the readers' tables.
   * @param habit The row of habit: 0 the data's, 1 the manual's; of the manual's own readers 0 real sentences, 1 written ones.
   */
  score(input: PairInput, named: NamedRows, habit: number, outputs: number): readonly Float64Array[];
}

/**
 * Opens the readers of a group: all in one memory in WebAssembly SIMD, where the machine has it and it is wanted,
 * else one by one in plain loops, with the same answers to the last bit.
 *
 * @param group `readers` for those that answer in both habits, `manual` for those of the manual's.
 * @param vectors The language core's word vectors.
 * @param events Count of the events' scores, the first of the outputs.
 */
export function openReaders(
  model: LanguageModel,
  group: string,
  vectors: Rows,
  events: number,
  { simd = true, memories }: Computing,
): Readers {
  let count = 0;
  while (model.has(`${group}.${count}.words`)) count++;
  const joined = simd && count > 0 ? openJoinedReaders(model, group, vectors, events, count, memories) : null;
  if (joined !== null) return joined;
  const each = Array.from({ length: count }, (_, i) => new SequenceModel(model, `${group}.${i}`, vectors, events));
  return { count, score: (...given) => each.map((reader) => reader.score(...given)) };
}
