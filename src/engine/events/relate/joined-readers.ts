import { INPUT_LIMIT } from "../../language/kernel.js";
import type { PlacedMatrix } from "../../language/kernel-simd.js";
import type { LanguageModel } from "../../language/model.js";
import type { WordStates } from "../../language/types.js";
import { Memories } from "../../language/wasm-memory.js";
import type { Rows } from "./dense.js";
import {
  BATCH,
  fillWeights,
  KEPT_STATES,
  KEPT_WORDS,
  type Layout,
  LIST,
  layOutWeights,
  PART,
  partsOf,
  STATES,
  scratchPlaces,
} from "./joined-layout.js";
import { functionsOf, isFunctions, type JoinedFunctions, type PlacedRows } from "./joined-memory.js";
import type { PairInput } from "./pair-input.js";
import type { NamedRows } from "./reader-names.js";
import type { Readers } from "./readers.js";
import { WIDE } from "./readers-code.js";
import { LONGEST, type PairSequence, PICKED, REGIONS } from "./sequence.js";

/** The readers of a group in one memory; null where the machine has no WebAssembly SIMD or the loops do not fit their size. */
export function openJoinedReaders(
  model: LanguageModel,
  group: string,
  vectors: Rows,
  events: number,
  networks: number,
  memories = new Memories(),
): Readers | null {
  const size = model.shape(`${group}.0.names`)[1] ?? 0;
  if (size % WIDE !== 0) return null;
  const parts = partsOf(model, group).length;
  const outputs = model.shape(`${group}.0.out`)[0] ?? 0;
  const module = memories.open({
    functions: functionsOf(networks, size),
    weights: (places) => layOutWeights(model, group, networks, size, places),
    own: (places) => scratchPlaces(places, networks, size, parts, outputs),
    fill: (buffer, weights) => fillWeights(model, group, size, weights, buffer),
  });
  if (module === null || !isFunctions(module.exports)) return null;
  const habits = Array.from({ length: networks }, (_, i) => model.float32(`${group}.${i}.habits`));
  const layout = { ...module.weights, at: module.own };
  return new JoinedReaders(layout, module.exports, module.buffer, vectors, size, events, habits);
}

/** Networks that read a pair word by word (`sequence-model.ts`), all at once: their numbers for a word stand side by side. */
class JoinedReaders implements Readers {
  readonly count: number;
  /** Bytes of all networks' numbers for a word, of one's for a word, and from one network's words to the next one's. */
  readonly #joined: number;
  readonly #own: number;
  readonly #list: Int32Array;
  readonly #floats: Float32Array;
  readonly #input: Int16Array;
  readonly #known = new Map<number, number>();
  /** The sentence whose states lie in the memory, the word that the memory begins with, and from which word on and up to which they do. */
  #states: WordStates | null = null;
  #base = 0;
  #from = 0;
  #to = 0;

  constructor(
    private readonly layout: Layout,
    private readonly run: JoinedFunctions,
    buffer: ArrayBufferLike,
    private readonly vectors: Rows,
    private readonly size: number,
    private readonly events: number,
    private readonly habits: readonly Float32Array[],
  ) {
    this.count = habits.length;
    this.#own = 4 * size;
    this.#joined = this.#own * this.count;
    this.#list = new Int32Array(buffer, layout.at.list, LIST);
    this.#floats = new Float32Array(buffer);
    this.#input = new Int16Array(buffer, layout.at.input, BATCH * PART);
    this.#floats.fill(1 / INPUT_LIMIT, layout.at.whole / 4, layout.at.whole / 4 + 4);
  }

  score(input: PairInput, named: NamedRows, habit: number, outputs: number): readonly Float64Array[] {
    const { at } = this.layout;
    const words = input.sequence.rows.length;
    if (words > LONGEST) throw new RangeError(`a stretch of ${words} words, at most ${LONGEST} can be read`);
    if (words > 0) {
      this.#readAlone(input, named);
      for (let network = 0; network < this.count; network++) this.#readAround(network, words);
    }
    this.#pool(input.sequence);
    this.#readWhole(named.whole, habit);
    return this.layout.out.map((matrix, network) => {
      const to = at.scores + 4 * network * matrix.own.rows;
      this.#multiply(matrix, at.hidden + network * this.#own, to);
      const scores = new Float64Array(this.#floats.subarray(to / 4, to / 4 + outputs));
      const own = this.habits[network];
      for (let j = 0; j < this.events; j++) scores[j] = (scores[j] ?? 0) + (own?.[habit * this.events + j] ?? 0);
      return scores;
    });
  }

  /** The first layer: each word by itself and what it is to the pair. A word of nothing stands before the first and after the last. */
  #readAlone({ sequence, states }: PairInput, named: NamedRows): void {
    const { at, features } = this.layout;
    const { rows, first } = sequence;
    const list = this.#list;
    if (states !== undefined) this.#readStates(states, first, first + rows.length);
    if (this.#known.size + rows.length > KEPT_WORDS) this.#known.clear();
    let n = 0;
    for (let w = 0; w < rows.length; w++) {
      const start = n;
      n += 2;
      if (states !== undefined) list[n++] = this.#stateAt(first + w);
      const row = rows[w] ?? -1;
      if (row >= 0) list[n++] = this.#vectorOf(row);
      if (n === start + 2) list[n++] = at.nothing;
      list[start] = n - start - 2;
      const before = n;
      n = this.#listRows(named.own[first + w] ?? [], features, n);
      n = this.#listRows(named.places[w] ?? [], features, n);
      if (n === before) list[n++] = at.noRow;
      list[start + 1] = n - before;
    }
    const apart = this.#own * (LONGEST + 2);
    this.run.gather(at.list, at.alone + this.#own, rows.length, apart);
    for (let network = 0; network < this.count; network++) {
      const end = (at.alone + network * apart + this.#own * (rows.length + 1)) / 4;
      this.#floats.fill(0, end, end + this.size);
    }
  }

  #listRows(names: readonly number[], { start, bytes }: PlacedRows, from: number): number {
    let n = from;
    for (const name of names) this.#list[n++] = start + name * bytes;
    return n;
  }

  /** Each word with what its neighbours add, in one network. */
  #readAround(network: number, words: number): void {
    const { at, around } = this.layout;
    const matrix = around[network];
    if (matrix === undefined) return;
    const { run, size } = this;
    const own = this.#own;
    const alone = at.alone + network * own * (LONGEST + 2);
    const to = at.words + network * own * LONGEST;
    for (let from = 0; from < words; from += BATCH) {
      const some = Math.min(BATCH, words - from);
      run.quantiseEach(alone + from * own, own, at.input, 3 * size, at.worths, some);
      this.#multiplyInput(matrix, some, to + from * own);
      run.finishEach(to + from * own, matrix.scales, matrix.bias, size, at.worths, 16, some);
    }
    run.residual(to, alone + own, words * size);
  }

  /** The highest of each number by region, then the words that are read by themselves. */
  #pool({ regions, picked }: PairSequence): void {
    const { at, hidden } = this.layout;
    const own = this.#own;
    const list = this.#list;
    const wide = 4 * PART * (hidden[0]?.length ?? 0); // bytes of one network's pools
    this.#floats.fill(0, at.pooled / 4, (at.pooled + this.count * wide) / 4);
    const pool = (n: number, place: number): void => {
      for (let network = 0; n > 0 && network < this.count; network++) {
        const words = at.words + network * own * LONGEST;
        this.run.pool(at.list, n, words, at.pooled + network * wide + place * own, this.size);
      }
    };
    for (let region = 0; region < REGIONS.length; region++) {
      let n = 0;
      for (let w = 0; w < regions.length; w++) if ((((regions[w] ?? 0) >> region) & 1) === 1) list[n++] = w * own;
      pool(n, region);
    }
    for (let i = 0; i < PICKED.length; i++) {
      const w = picked[i] ?? -1;
      list[0] = w * own;
      pool(w < 0 ? 0 : 1, REGIONS.length + i);
    }
  }

  /** The hidden layer: the pools, and what holds for the pair as a whole. */
  #readWhole(names: readonly number[], habit: number): void {
    const { at, hidden, whole, habits } = this.layout;
    const list = this.#list;
    const parts = hidden[0]?.length ?? 0;
    hidden.forEach((matrices, network) => {
      matrices.forEach((matrix, part) => {
        const from = at.pooled + 4 * PART * (network * parts + part);
        this.#multiply(matrix, from, at.sums + part * this.#joined + network * this.#own);
      });
    });
    list[0] = parts + 1;
    list[2] = habits + habit * this.#joined;
    for (let part = 0; part < parts; part++) list[3 + part] = at.sums + part * this.#joined;
    let n = 3 + parts;
    n = this.#listRows(names, whole, n);
    if (n === 3 + parts) list[n++] = at.noRow;
    list[1] = n - 3 - parts;
    this.run.gather(at.list, at.hidden, 1, this.#own);
  }

  /** Multiplies a matrix with one vector of real numbers. */
  #multiply({ own, values, scales, bias }: PlacedMatrix, from: number, to: number): void {
    const { input, worths } = this.layout.at;
    this.run.quantise(from, input, own.columns, worths);
    this.run.multiply(values, input, to, own.rows, own.columns, 1);
    this.run.finish(to, scales, bias, to, own.rows, worths);
  }

  /** Where a word vector lies that went through the first matrix. */
  #vectorOf(row: number): number {
    const { at, words } = this.layout;
    const kept = this.#known.get(row);
    if (kept !== undefined) return kept;
    const place = at.known + this.#joined * this.#known.size;
    const { values, scales, columns } = this.vectors;
    const [from, reals] = [row * columns, at.reals / 4];
    for (let k = 0; k < columns; k++) this.#floats[reals + k] = (scales[row] ?? 0) * (values[from + k] ?? 0);
    this.#multiply(words, at.reals, place);
    this.#known.set(row, place);
    return place;
  }

  /** Multiplies a matrix with the first vectors of the input, whose results are sums as yet. */
  #multiplyInput({ own, values }: PlacedMatrix, vectors: number, to: number): void {
    const { input } = this.layout.at;
    const even = vectors - (vectors % 2);
    if (even > 0) this.run.multiplyTwo(values, input, to, own.rows, own.columns, even / 2);
    if (even === vectors) return;
    this.run.multiply(values, input + 2 * even * own.columns, to + 4 * even * own.rows, own.rows, own.columns, 1);
  }

  /** Sends the language network's states of these words through the first matrix; kept while the sentence is read. */
  #readStates(states: WordStates, first: number, last: number): void {
    const all = (2 * states.first.length) / STATES;
    if (states !== this.#states || last > this.#base + KEPT_STATES || first < this.#base) {
      this.#states = states;
      this.#base = all <= KEPT_STATES ? 0 : first;
      [this.#from, this.#to] = [first, first];
    }
    if (first < this.#from) this.#readSome(states, first, this.#from);
    if (last > this.#to) this.#readSome(states, this.#to, last);
    [this.#from, this.#to] = [Math.min(first, this.#from), Math.max(last, this.#to)];
  }

  #readSome({ first, second }: WordStates, start: number, end: number): void {
    const { at, states } = this.layout;
    const half = STATES / 2;
    for (let from = start; from < end; from += BATCH) {
      const some = Math.min(BATCH, end - from);
      for (let v = 0; v < some; v++) {
        const word = (from + v) * half;
        this.#input.set(first.subarray(word, word + half), v * STATES);
        this.#input.set(second.subarray(word, word + half), v * STATES + half);
      }
      const to = this.#stateAt(from);
      this.#multiplyInput(states, some, to);
      this.run.finishEach(to, states.scales, states.bias, states.own.rows, at.whole, 0, some);
    }
  }

  #stateAt(word: number): number {
    return this.layout.at.states + this.#joined * (word - this.#base);
  }
}
