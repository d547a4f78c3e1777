import type { LanguageOptions as Computing } from "../../language/index.js";
import { type LanguageModel, ModelError } from "../../language/model.js";
import type { Rows } from "./dense.js";
import type { PairInput } from "./pair-input.js";
import { ReaderNames } from "./reader-names.js";
import { openReaders, type Readers } from "./readers.js";

/** Readers with the names of features that they know: `readers` answer in both habits, `manual` in the manual's alone, of real sentences or written ones. */
export class ReaderGroup {
  private readonly readers: Readers;
  private readonly names: ReaderNames;

  /**
   * @param vectors The language core's word vectors.
   * @param events Count of the events' scores, the first of the outputs.
   * @throws ModelError where the model lists names of the group's features, but none of its readers.
   */
  constructor(model: LanguageModel, group: "readers" | "manual", vectors: Rows, events: number, computing: Computing) {
    this.readers = openReaders(model, group, vectors, events, computing);
    if (this.readers.count === 0) throw new ModelError("incomplete", `no section “${group}.0.words”`);
    this.names = new ReaderNames(model, group);
  }

  get count(): number {
    return this.readers.count;
  }

  /** Scores of a pair by each reader; `habit` and `outputs` as for {@link Readers}. */
  score(input: PairInput, habit: number, outputs: number): readonly Float64Array[] {
    return this.readers.score(input, this.names.rowsOf(input.sequence), habit, outputs);
  }
}
