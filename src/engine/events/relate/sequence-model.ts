import { createKernel } from "../../language/create-kernel.js";
import { Layer, openWeights } from "../../language/linear.js";
import type { LanguageModel } from "../../language/model.js";
import type { WordStates } from "../../language/types.js";
import { addRow, type Rows, rowsOf } from "./dense.js";
import type { PairInput } from "./pair-input.js";
import { PICKED, REGIONS } from "./sequence.js";

const STATES = 512; // numbers of both layers of the language network for a word
const PART = 512; // longest input of the kernel
const KEPT_WORDS = 4096; // word vectors through the first matrix that are kept

/** A network that reads a pair word by word: a layer over each word, one over it and its neighbours, pools by region. */
export class SequenceModel {
  private readonly layers: readonly Layer[];
  private readonly names: ReadonlyMap<string, number>;
  private readonly wholes: ReadonlyMap<string, number>;
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
    const matrices: string[] = ["states", "words", "around"];
    for (let i = 0; model.has(`${name}.hidden.${i}`); i++) matrices.push(`hidden.${i}`);
    const weights = [...matrices, "out"].map((m) => openWeights(model, `${name}.${m}`));
    const kernel = createKernel(weights, simd);
    this.layers = weights.map((w, i) => new Layer(kernel, i, w.rows, w.columns));
    const listed = (section: string): ReadonlyMap<string, number> =>
      new Map(
        model
          .text(`${name}.${section}`)
          .split("\n")
          .map((n, i) => [n, i] as const),
      );
    [this.names, this.wholes] = [listed("names.labels"), listed("whole.labels")];
    [this.features, this.whole] = [rowsOf(model, `${name}.names`), rowsOf(model, `${name}.whole`)];
    [this.habit, this.habits] = [model.float32(`${name}.habit`), model.float32(`${name}.habits`)];
    this.size = this.features.columns;
  }

  /** Scores of a pair, in the order of the outputs. @param habit 0 for the data's, 1 for the manual's. */
  score(input: PairInput, habit: number, outputs: number): Float64Array {
    const words = this.aroundOf(this.wordsOf(input), input.sequence.rows.length);
    const pooled = this.pool(words, input);
    const hidden = Float64Array.from({ length: this.size }, (_, k) => this.habit[habit * this.size + k] ?? 0);
    const part = new Float32Array(PART);
    this.layers.slice(3, -1).forEach((layer, i) => {
      part.fill(0);
      part.set(pooled.subarray(i * PART, (i + 1) * PART));
      addAll(layer.apply(part), this.size, hidden);
    });
    for (const name of input.sequence.whole) this.addNamed(this.wholes, this.whole, name, hidden, 0);
    const shown = Float32Array.from(hidden, (x) => Math.max(0, x));
    const out = this.layers[this.layers.length - 1]?.apply(shown) ?? shown;
    return Float64Array.from({ length: outputs }, (_, j) => {
      const own = j < this.events ? (this.habits[habit * this.events + j] ?? 0) : 0;
      return (out[j] ?? 0) + own;
    });
  }

  /** The first layer of each word. */
  private wordsOf({ sequence, states }: PairInput): Float64Array {
    const count = sequence.rows.length;
    const out = new Float64Array(count * this.size);
    const read = states === undefined ? null : this.statesOf(states);
    for (let w = 0; w < count; w++) {
      const at = w * this.size;
      if (read !== null) addAll(read.subarray((sequence.first + w) * this.size), this.size, out, at);
      const row = sequence.rows[w] ?? -1;
      if (row >= 0) addAll(this.vectorOf(row), this.size, out, at);
      for (const name of sequence.names[w] ?? []) this.addNamed(this.names, this.features, name, out, at);
    }
    for (let i = 0; i < out.length; i++) if ((out[i] ?? 0) < 0) out[i] = 0;
    return out;
  }

  /** The second layer: each word with its neighbours, added to the first. */
  private aroundOf(words: Float64Array, count: number): Float64Array {
    const { size } = this;
    const [, , around] = this.layers;
    const out = words.slice();
    const three = new Float32Array(3 * size);
    for (let w = 0; w < count; w++) {
      for (let k = 0; k < 3 * size; k++) three[k] = words[(w - 1) * size + k] ?? 0;
      const next = around?.apply(three) ?? three;
      for (let k = 0; k < size; k++) out[w * size + k] = (out[w * size + k] ?? 0) + Math.max(0, next[k] ?? 0);
    }
    return out;
  }

  /** The highest of each number by region, then the words that are read by themselves. */
  private pool(words: Float64Array, { sequence }: PairInput): Float32Array {
    const { size } = this;
    const out = new Float32Array((REGIONS.length + PICKED.length) * size);
    sequence.regions.forEach((bits, w) => {
      for (let r = 0; r < REGIONS.length; r++) {
        if (((bits >> r) & 1) === 0) continue;
        for (let k = 0; k < size; k++) out[r * size + k] = Math.max(out[r * size + k] ?? 0, words[w * size + k] ?? 0);
      }
    });
    sequence.picked.forEach((w, i) => {
      if (w >= 0) out.set(words.subarray(w * size, (w + 1) * size), (REGIONS.length + i) * size);
    });
    return out;
  }

  private addNamed(index: ReadonlyMap<string, number>, rows: Rows, name: string, out: Float64Array, at: number): void {
    const row = index.get(name);
    if (row !== undefined) addRow(rows, row, 1, out, at);
  }

  /** A word vector through the first matrix. */
  private vectorOf(row: number): Float32Array {
    const kept = this.known.get(row);
    if (kept !== undefined) return kept;
    const [, words] = this.layers;
    const vector = new Float64Array(words?.columns ?? 0);
    addRow(this.vectors, row, 1, vector, 0);
    const made = words?.apply(Float32Array.from(vector)).slice(0, this.size) ?? new Float32Array(this.size);
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
    this.layers[0]?.applyAll(both, count, made);
    this.read.set(states, made);
    return made;
  }
}

function addAll(from: Float32Array, count: number, out: Float64Array, at = 0): void {
  for (let k = 0; k < count; k++) out[at + k] = (out[at + k] ?? 0) + (from[k] ?? 0);
}
