import { createKernel } from "../../language/create-kernel.js";
import { Layer, openWeights } from "../../language/linear.js";
import type { LanguageModel } from "../../language/model.js";
import type { WordStates } from "../../language/types.js";
import { addRow, type Rows, rowsOf } from "./dense.js";
import type { PairInput } from "./pair-input.js";
import type { NamedRows } from "./reader-names.js";
import { REGIONS } from "./sequence.js";

const STATES = 512; // numbers of both layers of the language network for a word
const PART = 512; // longest input of the kernel
const KEPT_WORDS = 4096; // word vectors through the first matrix that are kept

/** A network that reads a pair word by word: a layer over each word, one over it and its neighbours, pools by region. */
export class SequenceModel {
  private readonly states: Layer;
  private readonly words: Layer;
  private readonly around: Layer;
  private readonly hidden: readonly Layer[];
  private readonly out: Layer;
  private readonly features: Rows;
  private readonly whole: Rows;
  private readonly habit: Float32Array;
  private readonly habits: Float32Array;
  private readonly size: number;
  private readonly known = new Map<number, Float32Array>();
  private readonly read = new WeakMap<WordStates, Float32Array>();

  /**
   * @param name Prefix of its sections in the model file.
   * @param vectors The language core's word vectors.
   * @param events Count of the events' scores, the first of its outputs.
   */
  constructor(
    model: LanguageModel,
    name: string,
    private readonly vectors: Rows,
    private readonly events: number,
    simd: boolean,
  ) {
    const parts: string[] = [];
    while (model.has(`${name}.hidden.${parts.length}`)) parts.push(`hidden.${parts.length}`);
    const matrices = ["states", "words", "around", "out", ...parts];
    const weights = matrices.map((m) => openWeights(model, `${name}.${m}`));
    const kernel = createKernel(weights, simd);
    const layer = (matrix: string): Layer => {
      const place = matrices.indexOf(matrix);
      return new Layer(kernel, place, weights[place]?.rows ?? 0, weights[place]?.columns ?? 0);
    };
    [this.states, this.words] = [layer("states"), layer("words")];
    [this.around, this.out, this.hidden] = [layer("around"), layer("out"), parts.map(layer)];
    [this.features, this.whole] = [rowsOf(model, `${name}.names`), rowsOf(model, `${name}.whole`)];
    [this.habit, this.habits] = [model.float32(`${name}.habit`), model.float32(`${name}.habits`)];
    this.size = this.features.columns;
  }

  /**
   * Scores of a pair, in the order of the outputs.
   *
   * @param named The pair's features as rows of this reader's tables.
   * @param habit 0 for the data's, 1 for the manual's.
   */
  score(input: PairInput, named: NamedRows, habit: number, outputs: number): Float64Array {
    const pooled = this.pool(this.wordsOf(input, named), input);
    const hidden = Float64Array.from({ length: this.size }, (_, k) => this.habit[habit * this.size + k] ?? 0);
    const sum = new Float32Array(this.size);
    this.hidden.forEach((layer, i) => {
      layer.applyEach(pooled.subarray(i * PART, (i + 1) * PART), PART, 1, sum);
      for (let k = 0; k < this.size; k++) hidden[k] = (hidden[k] ?? 0) + (sum[k] ?? 0);
    });
    for (const row of named.whole) addRow(this.whole, row, 1, hidden, 0);
    const out = new Float32Array(this.out.rows);
    this.out.applyEach(
      Float32Array.from(hidden, (x) => Math.max(0, x)),
      this.size,
      1,
      out,
    );
    return Float64Array.from({ length: outputs }, (_, j) => {
      const own = j < this.events ? (this.habits[habit * this.events + j] ?? 0) : 0;
      return (out[j] ?? 0) + own;
    });
  }

  /** Both layers of each word: the word by itself, and that with what its neighbours add. */
  private wordsOf(input: PairInput, named: NamedRows): Float32Array {
    const { size } = this;
    const count = input.sequence.rows.length;
    // A word of nothing stands before the first and after the last, so that each has two neighbours.
    const alone = new Float32Array((count + 2) * size);
    const own = this.firstOf(input, named);
    for (let i = 0; i < count * size; i++) alone[size + i] = Math.max(0, own[i] ?? 0);
    const words = new Float32Array(count * size);
    this.around.applyEach(alone, size, count, words);
    for (let i = 0; i < words.length; i++) words[i] = Math.max(0, words[i] ?? 0) + (alone[size + i] ?? 0);
    return words;
  }

  /** Sums of the first layer. */
  private firstOf({ sequence, states }: PairInput, named: NamedRows): Float64Array {
    const { size } = this;
    const count = sequence.rows.length;
    const out = new Float64Array(count * size);
    const read = states === undefined ? null : this.statesOf(states).subarray(sequence.first * size);
    for (let i = 0; read !== null && i < out.length; i++) out[i] = read[i] ?? 0;
    for (let w = 0; w < count; w++) {
      const row = sequence.rows[w] ?? -1;
      const vector = row < 0 ? null : this.vectorOf(row);
      for (let k = 0; vector !== null && k < size; k++) out[w * size + k] = (out[w * size + k] ?? 0) + (vector[k] ?? 0);
      for (const own of named.words[w] ?? []) addRow(this.features, own, 1, out, w * size);
    }
    return out;
  }

  /** The highest of each number by region, then the words that are read by themselves. */
  private pool(words: Float32Array, { sequence }: PairInput): Float32Array {
    const { size } = this;
    const out = new Float32Array(this.hidden.length * PART);
    sequence.regions.forEach((bits, w) => {
      for (let r = 0; r < REGIONS.length; r++) {
        if (((bits >> r) & 1) === 0) continue;
        for (let k = 0; k < size; k++) {
          const value = words[w * size + k] ?? 0;
          if (value > (out[r * size + k] ?? 0)) out[r * size + k] = value;
        }
      }
    });
    sequence.picked.forEach((w, i) => {
      if (w >= 0) out.set(words.subarray(w * size, (w + 1) * size), (REGIONS.length + i) * size);
    });
    return out;
  }

  /** A word vector through the first matrix. */
  private vectorOf(row: number): Float32Array {
    const kept = this.known.get(row);
    if (kept !== undefined) return kept;
    const vector = new Float64Array(this.words.columns);
    addRow(this.vectors, row, 1, vector, 0);
    const made = new Float32Array(this.words.rows);
    this.words.applyEach(Float32Array.from(vector), this.words.columns, 1, made);
    if (this.known.size >= KEPT_WORDS) this.known.clear();
    this.known.set(row, made);
    return made;
  }

  /** The language network's states of a sentence through the first matrix; kept while the sentence is. */
  private statesOf(states: WordStates): Float32Array {
    const kept = this.read.get(states);
    if (kept !== undefined) return kept;
    const half = STATES / 2;
    const count = states.first.length / half;
    const both = new Int16Array(count * STATES);
    for (let w = 0; w < count; w++) {
      both.set(states.first.subarray(w * half, (w + 1) * half), w * STATES);
      both.set(states.second.subarray(w * half, (w + 1) * half), w * STATES + half);
    }
    const made = new Float32Array(count * this.size);
    this.states.applyAll(both, count, made);
    this.read.set(states, made);
    return made;
  }
}
