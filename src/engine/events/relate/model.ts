import type { LanguageModel } from "../../language/model.js";
import { addRow, openProduct, type Product, type Rows, rowsOf } from "./dense.js";
import type { PairInput } from "./pair-input.js";
import { ReaderNames } from "./reader-names.js";
import { openReaders, type Readers } from "./readers.js";

/** Which habit of labelling the network answers in: that of the public relation data, or that of the PLOVER manual. */
export const HABITS = { data: 0, manual: 1 } as const;
export type Habit = keyof typeof HABITS;

/** Scores of a pair, averaged over the networks of the model. Probabilities, each list in the order of its labels. */
export interface PairScores {
  /** The sixteen events of PLOVER, then “NONE”. */
  readonly events: Float64Array;
  readonly cameo: Float64Array;
  readonly mode: Float64Array;
  readonly status: Float64Array;
  readonly negated: number;
  readonly contexts: Float64Array;
}

const DIM = 100; // numbers of a word vector
const STATUSES = 4;
export const READERS_SHARE = 0.6; // of the second readers in the answer; 0.5 and 0.7 are no better out of fold

/** So sure of nothing the second readers cannot make an event of it that a record would take: they are not asked. */
const CERTAIN_NONE = 0.93; // no record of 210 articles differs; at 0.8 two lose a doubtful event

interface Member {
  readonly linear: Rows;
  readonly embedding: Rows;
  /** From all inputs to the hidden units; how many inputs there are. */
  readonly hidden: Product;
  readonly inputs: number;
  readonly hiddenBias: Float32Array;
  readonly out: Product;
  readonly outBias: Float32Array;
  readonly habits: Float32Array;
}

/** The trained networks that tell which event stands between two parties. */
export class PairModel {
  readonly cameoLabels: readonly string[];
  /** “EVENT mode”, with an empty mode for an event without one. */
  readonly modeLabels: readonly string[];
  private readonly members: readonly Member[];
  /** Whether all its networks answer: the second readers do so only beside the language model of their training. */
  readonly whole: boolean;
  /** The second readers, which see the words in order. */
  private readonly readers: Readers | null;
  private readonly names: ReaderNames | null;
  /** What each member's and each reader's answer counts; together 1. */
  private readonly shares: readonly number[];
  private readonly index: KeyIndex;
  private readonly vectors: Rows;
  private readonly temperature: Float32Array;

  /**
   * @param language The language core's model, whose word vectors are shared.
   * @param simd Whether WebAssembly SIMD may be used; without it the same answers take longer.
   */
  constructor(model: LanguageModel, language: LanguageModel, simd = true) {
    this.cameoLabels = model.text("labels.cameo").split("\n");
    this.modeLabels = model.text("labels.mode").split("\n");
    this.index = new KeyIndex(model.int32("keys"));
    this.temperature = model.float32("temperature");
    this.vectors = rowsOf(language, "vectors");
    const members: Member[] = [];
    for (let i = 0; model.has(`${i}.linear`); i++)
      members.push({
        linear: rowsOf(model, `${i}.linear`),
        embedding: rowsOf(model, `${i}.embedding`),
        hidden: openProduct(rowsOf(model, `${i}.hidden`)),
        inputs: model.shape(`${i}.hidden`)[0] ?? 0,
        hiddenBias: model.float32(`${i}.hidden.bias`),
        out: openProduct(floatsOf(model, `${i}.out`)),
        outBias: model.float32(`${i}.out.bias`),
        habits: model.float32(`${i}.habits`),
      });
    this.members = members;
    // Beside another language model than in training its states would tell the readers nothing: the first reader answers alone.
    this.whole = !model.has("language") || model.text("language") === String(language.checksum);
    this.readers = this.whole ? openReaders(model, this.vectors, this.eventCount, simd) : null;
    const count = this.readers?.count ?? 0;
    this.names = count > 0 ? new ReaderNames(model) : null;
    const read = count === 0 ? 0 : READERS_SHARE;
    const each = Array.from({ length: count }, () => read / count);
    this.shares = [...members.map(() => (1 - read) / members.length), ...each];
  }

  score(input: PairInput, habit: Habit): PairScores {
    const size = this.members[0]?.outBias.length ?? 0;
    const events = this.eventCount;
    const [cameo, mode] = [this.cameoLabels.length, this.modeLabels.length];
    const ids: number[] = [];
    for (const key of input.keys) ids.push(this.index.find(key));
    const first = this.members.map((member) => this.scoresOf(member, input, ids, HABITS[habit]));
    const alone = habit === "manual" && first.every((scores) => noneOf(scores, events) >= CERTAIN_NONE);
    const named = alone ? undefined : this.names?.rowsOf(input.sequence);
    const second = named === undefined ? undefined : this.readers?.score(input, named, HABITS[habit], size);
    const all = [...first, ...(second ?? [])];
    const shares = alone ? first.map(() => 1 / first.length) : this.shares;
    const sum = new Float64Array(size);
    addEvents(all, shares, events, this.temperature[HABITS[habit]] ?? 1, sum);
    all.forEach((scores, i) => {
      const share = shares[i] ?? 0;
      let at = events;
      for (const length of [cameo, mode, STATUSES]) {
        addSoftmax(scores, at, length, share, sum);
        at += length;
      }
      for (; at < size; at++) sum[at] = (sum[at] ?? 0) + share / (1 + Math.exp(-(scores[at] ?? 0)));
    });
    const part = (start: number, length: number): Float64Array => sum.slice(start, start + length);
    const statusAt = events + cameo + mode;
    return {
      events: part(0, events),
      cameo: part(events, cameo),
      mode: part(events + cameo, mode),
      status: part(statusAt, STATUSES),
      negated: sum[statusAt + STATUSES] ?? 0,
      contexts: sum.slice(statusAt + STATUSES + 1),
    };
  }

  /** The tree features that speak most for an event, strongest first. */
  reasons(input: PairInput, event: number, most: number): readonly string[] {
    const weight = (key: number): number => {
      const id = this.index.find(key);
      if (id < 0) return 0;
      return this.members.reduce((all, { linear }) => {
        const value = linear.values[id * linear.columns + event] ?? 0;
        return all + value * (linear.scales[id] ?? 0);
      }, 0);
    };
    return input.names
      .slice(0, input.split)
      .map((name, i) => ({ name, weight: weight(input.keys[i] ?? 0) }))
      .filter((r) => r.weight > 0)
      .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
      .slice(0, most)
      .map((r) => r.name);
  }

  private get eventCount(): number {
    return this.members[0]?.linear.columns ?? 0;
  }

  private scoresOf(member: Member, input: PairInput, ids: readonly number[], habit: number): Float64Array {
    const { hidden, inputs, embedding, linear, hiddenBias, out, outBias, habits } = member;
    const slots = input.rows.length;
    const x = new Float64Array(inputs);
    input.rows.forEach((rows, slot) => {
      for (const row of rows) addRow(this.vectors, row, 1 / rows.length, x, slot * DIM);
    });
    const parts = [0, 1].map((part) => ids.filter((id, i) => id >= 0 && i < input.split === (part === 0)));
    parts.forEach((part, p) => {
      const share = 1 / Math.sqrt(Math.max(1, part.length));
      for (const id of part) addRow(embedding, id, share, x, slots * DIM + p * embedding.columns);
    });
    x[slots * DIM + 2 * embedding.columns + habit] = 1;
    const h = new Float64Array(hiddenBias);
    hidden(x, h);
    const scores = new Float64Array(outBias);
    for (let k = 0; k < h.length; k++) h[k] = Math.max(0, h[k] ?? 0);
    out(h, scores);
    const events = linear.columns;
    for (let j = 0; j < events; j++) scores[j] = (scores[j] ?? 0) + (habits[habit * events + j] ?? 0);
    for (const id of parts[0] ?? []) addRow(linear, id, LINEAR_SHARE, scores, 0);
    return scores;
  }
}

const LINEAR_SHARE = 0.1; // as in training: keeps the linear part from learning faster than the rest

/** The events' probabilities: the mean of the logarithms of each answer's, so that an answer that is sure counts for more. */
function addEvents(
  all: readonly Float64Array[],
  shares: readonly number[],
  count: number,
  temperature: number,
  out: Float64Array,
): void {
  const mean = new Float64Array(count);
  all.forEach((scores, i) => {
    const own = new Float64Array(count);
    addSoftmax(scores, 0, count, 1, own);
    own.forEach((p, k) => {
      mean[k] = (mean[k] ?? 0) + (shares[i] ?? 0) * temperature * Math.log(Math.max(p, LEAST));
    });
  });
  addSoftmax(mean, 0, count, 1, out);
}

function floatsOf(model: LanguageModel, name: string): Rows {
  const [rows = 0, columns = 0] = model.shape(name);
  return { values: model.float32(name), scales: new Float32Array(rows).fill(1), columns };
}

const LEAST = 1e-12; // a probability's floor before its logarithm is taken

/** Adds `share` of the softmax of the scores from `from` on. */
function addSoftmax(scores: Float64Array, from: number, length: number, share: number, out: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + length; i++) most = Math.max(most, scores[i] ?? 0);
  const raised = new Float64Array(length);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const one = Math.exp((scores[from + i] ?? 0) - most);
    raised[i] = one;
    sum += one;
  }
  for (let i = 0; i < length; i++) out[from + i] = (out[from + i] ?? 0) + (share * (raised[i] ?? 0)) / sum;
}

/** Finds a hash among the model's keys. */
class KeyIndex {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(private readonly keys: Int32Array) {
    let size = 1024;
    while (size < 2 * keys.length) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    keys.forEach((key, id) => {
      let at = key & this.mask;
      while ((this.slots[at] ?? -1) >= 0) at = (at + 1) & this.mask;
      this.slots[at] = id;
    });
  }

  /** The key's number, -1 where the model does not know it. */
  find(key: number): number {
    const wanted = key | 0;
    for (let at = wanted & this.mask; ; at = (at + 1) & this.mask) {
      const id = this.slots[at] ?? -1;
      if (id < 0 || this.keys[id] === wanted) return id;
    }
  }
}

/** The probability of “NONE” that scores of events, with “NONE” last, give before they are averaged. */
function noneOf(scores: Float64Array, events: number): number {
  const own = scores.subarray(0, events);
  const most = own.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const all = own.reduce((sum, score) => sum + Math.exp(score - most), 0);
  return Math.exp((own[events - 1] ?? 0) - most) / all;
}
