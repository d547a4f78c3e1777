import { createPlainKernel } from "../../language/kernel-plain.js";
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

/** Sums of the first layer of a sentence's words, and which of them have been made. */
interface OwnSums {
  readonly sums: Float64Array;
  readonly there: Uint8Array;
}

/**
 * A network that reads a pair word by word: a layer over each word, one over it and its neighbours, pools by region. In
 * plain loops, for machines without WebAssembly SIMD; `joined-readers.ts` gives the same to the last bit.
 */
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
  private readonly owns = new WeakMap<NamedRows["own"], OwnSums>();
  private readonly places = new Map<number, Float64Array>();

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
  ) {
    const parts: string[] = [];
    while (model.has(`${name}.hidden.${parts.length}`)) parts.push(`hidden.${parts.length}`);
    const matrices = ["states", "words", "around", "out", ...parts];
    const weights = matrices.map((m) => openWeights(model, `${name}.${m}`));
    const kernel = createPlainKernel(weights);
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
   * @param habit The row of habit: 0 the data's, 1 the manual's; of the manual's own readers 0 real sentences, 1 written ones.
   */
  score(input: PairInput, named: NamedRows, habit: number, outputs: number): Float64Array {
    const pooled = this.pool(this.wordsOf(input, named), input);
    const hidden = new Float64Array(this.habit.subarray(habit * this.size, (habit + 1) * this.size));
    const sum = new Float32Array(this.size);
    this.hidden.forEach((layer, i) => {
      layer.applyEach(pooled.subarray(i * PART, (i + 1) * PART), PART, 1, sum);
      for (let k = 0; k < this.size; k++) hidden[k] = (hidden[k] ?? 0) + (sum[k] ?? 0);
    });
    for (const row of named.whole) addRow(this.whole, row, 1, hidden, 0);
    for (let k = 0; k < this.size; k++) sum[k] = Math.max(0, hidden[k] ?? 0);
    const out = new Float32Array(this.out.rows);
    this.out.applyEach(sum, this.size, 1, out);
    const scores = new Float64Array(out.subarray(0, outputs));
    for (let j = 0; j < this.events; j++) scores[j] = (scores[j] ?? 0) + (this.habits[habit * this.events + j] ?? 0);
    return scores;
  }

  /** Both layers of each word: the word by itself, and that with what its neighbours add. */
  private wordsOf(input: PairInput, named: NamedRows): Float32Array {
    const { size } = this;
    const count = input.sequence.rows.length;
    // A word of nothing stands before the first and after the last, so that each has two neighbours.
    const alone = new Float32Array((count + 2) * size);
    const own = this.firstOf(input, named);
    for (let i = 0; i < own.length; i++) alone[size + i] = Math.max(0, own[i] ?? 0);
    const words = new Float32Array(count * size);
    this.around.applyEach(alone, size, count, words);
    for (let i = 0; i < words.length; i++) words[i] = Math.max(0, words[i] ?? 0) + (alone[size + i] ?? 0);
    return words;
  }

  /** Sums of the first layer: those of the words by themselves, then what each is to the pair. */
  private firstOf(input: PairInput, named: NamedRows): Float64Array {
    const { size } = this;
    const { first, rows } = input.sequence;
    const own = this.ownOf(input, named);
    const out = own.sums.slice(first * size, (first + rows.length) * size);
    named.places.forEach((names, w) => {
      for (const row of names) {
        const values = this.placeOf(row);
        for (let k = 0, at = w * size; k < size; k++, at++) out[at] = (out[at] ?? 0) + (values[k] ?? 0);
      }
    });
    return out;
  }

  /** The same of the words by themselves, at their places in the sentence; kept while the sentence is. */
  private ownOf({ sequence, states }: PairInput, { own }: NamedRows): OwnSums {
    const { size } = this;
    const kept = this.owns.get(own) ?? { sums: new Float64Array(own.length * size), there: new Uint8Array(own.length) };
    this.owns.set(own, kept);
    const { sums, there } = kept;
    const read = states === undefined ? null : this.statesOf(states);
    sequence.rows.forEach((row, w) => {
      const word = sequence.first + w;
      if (there[word] === 1) return;
      there[word] = 1;
      const at = word * size;
      for (let k = 0; read !== null && k < size; k++) sums[at + k] = read[at + k] ?? 0;
      const vector = row < 0 ? null : this.vectorOf(row);
      for (let k = 0; vector !== null && k < size; k++) sums[at + k] = (sums[at + k] ?? 0) + (vector[k] ?? 0);
      for (const name of own[word] ?? []) addRow(this.features, name, 1, sums, at);
    });
    return kept;
  }

  /** A row of the features' table as numbers: those of places are few and asked for again and again. */
  private placeOf(row: number): Float64Array {
    const kept = this.places.get(row);
    if (kept !== undefined) return kept;
    const made = new Float64Array(this.size);
    addRow(this.features, row, 1, made, 0);
    this.places.set(row, made);
    return made;
  }

  /** The highest of each number by region, then the words that are read by themselves. */
  private pool(words: Float32Array, { sequence }: PairInput): Float32Array {
    const { size } = this;
    const out = new Float32Array(this.hidden.length * PART);
    sequence.regions.forEach((bits, w) => {
      for (let r = 0; r < REGIONS.length; r++) {
        if (((bits >> r) & 1) === 0) continue;
        const [from, to] = [w * size, r * size];
        for (let k = 0; k < size; k++) out[to + k] = Math.max(out[to + k] ?? 0, words[from + k] ?? 0);
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
