import type { LanguageOptions } from "../../language/index.js";
import type { LanguageModel } from "../../language/model.js";
import { CodeLayer } from "./code-layer.js";
import { type CodeChances, layerPlaces, partCodes } from "./code-mix.js";
import { addRow, openProduct, type Product, type Rows, rowsOf } from "./dense.js";
import { type CodeLabel, codeChances, codeLabels } from "./event-codes.js";
import { KeyIndex } from "./key-index.js";
import { addEvents, addSoftmax, chanceOfLast } from "./mix.js";
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
  /** Events with their codes, in the order of the model's `codeLabels`. */
  readonly codes: Float64Array;
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
  /** From all inputs to the hidden units. */
  readonly hidden: Product;
  /** Where its inputs, its hidden units and its scores are worked out, again and again. */
  readonly room: { readonly x: Float64Array; readonly h: Float64Array; readonly scores: Float64Array };
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
  /** Events with the codes of their roots. */
  readonly codeLabels: readonly CodeLabel[];
  /** What tells events together with codes in the manual's habit, beside the networks; only with all of them. */
  private readonly layer: { readonly layer: CodeLayer; readonly places: readonly number[] } | null;
  private readonly index: KeyIndex;
  private readonly vectors: Rows;
  private readonly temperature: Float32Array;

  /**
   * @param language The language core's model, whose word vectors are shared.
   * @param computing Whether WebAssembly SIMD may be used, without which the same answers take longer, and where modules lie.
   */
  constructor(model: LanguageModel, language: LanguageModel, computing: LanguageOptions = {}) {
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
        hidden: openProduct(rowsOf(model, `${i}.hidden`), computing.memories),
        room: {
          x: new Float64Array(model.shape(`${i}.hidden`)[0] ?? 0),
          h: new Float64Array(model.shape(`${i}.hidden`)[1] ?? 0),
          scores: new Float64Array(model.shape(`${i}.out`)[1] ?? 0),
        },
        hiddenBias: model.float32(`${i}.hidden.bias`),
        out: openProduct(floatsOf(model, `${i}.out`), computing.memories),
        outBias: model.float32(`${i}.out.bias`),
        habits: model.float32(`${i}.habits`),
      });
    this.members = members;
    // Beside another language model than in training its states would tell the readers nothing: the first reader answers alone.
    this.whole = !model.has("language") || model.text("language") === String(language.checksum);
    this.readers = this.whole ? openReaders(model, this.vectors, this.eventCount, computing) : null;
    const count = this.readers?.count ?? 0;
    this.names = count > 0 ? new ReaderNames(model) : null;
    const read = count === 0 ? 0 : READERS_SHARE;
    const each = Array.from({ length: count }, () => read / count);
    this.codeLabels = codeLabels(this.cameoLabels);
    const layer = count > 0 && model.has("codes.labels") ? new CodeLayer(model, computing.memories) : null;
    this.layer = layer === null ? null : { layer, places: layerPlaces(this.codeLabels, layer.labels) };
    this.shares = [...members.map(() => (1 - read) / members.length), ...each];
  }

  score(input: PairInput, habit: Habit): PairScores {
    const size = this.members[0]?.outBias.length ?? 0;
    const events = this.eventCount;
    const [cameo, mode] = [this.cameoLabels.length, this.modeLabels.length];
    const ids: number[] = [];
    for (const key of input.keys) ids.push(this.index.find(key));
    const first = this.members.map((member) => this.scoresOf(member, input, ids, HABITS[habit]));
    const alone = habit === "manual" && first.every((scores) => chanceOfLast(scores, events) >= CERTAIN_NONE);
    const named = alone ? undefined : this.names?.rowsOf(input.sequence);
    const second = named === undefined ? undefined : this.readers?.score(input, named, HABITS[habit], size);
    const all = second === undefined ? first : [...first, ...second];
    const shares = alone ? first.map(() => 1 / first.length) : this.shares;
    const sum = new Float64Array(size);
    addEvents(all, shares, events, this.temperature[HABITS[habit]] ?? 1, sum);
    const statusAt = events + cameo + mode;
    for (const [i, scores] of all.entries()) {
      const share = shares[i] ?? 0;
      addSoftmax(scores, events, cameo, share, sum);
      addSoftmax(scores, events + cameo, mode, share, sum);
      addSoftmax(scores, statusAt, STATUSES, share, sum);
      for (let at = statusAt + STATUSES; at < size; at++)
        sum[at] = (sum[at] ?? 0) + share / (1 + Math.exp(-(scores[at] ?? 0)));
    }
    const codes = sum.subarray(events, events + cameo);
    const own = {
      events: sum.subarray(0, events),
      codes: codeChances(this.codeLabels, sum.subarray(0, events), codes),
    };
    const layered = habit === "manual" && second !== undefined ? this.layered(own, all, ids, input.split) : own;
    return {
      ...layered,
      cameo: codes,
      mode: sum.subarray(events + cameo, statusAt),
      status: sum.subarray(statusAt, statusAt + STATUSES),
      negated: sum[statusAt + STATUSES] ?? 0,
      contexts: sum.subarray(statusAt + STATUSES + 1),
    };
  }

  /** What the code layer reads of a pair, for its training: features by number, and every network's scores of events and codes. */
  layerInput(input: PairInput): { readonly ids: readonly number[]; readonly scores: readonly number[] } {
    const ids = Array.from(input.keys, (key) => this.index.find(key));
    const named = this.names?.rowsOf(input.sequence);
    const first = this.members.map((member) => [...this.scoresOf(member, input, ids, HABITS.manual)]);
    const size = first[0]?.length ?? 0;
    const second = named === undefined ? [] : (this.readers?.score(input, named, HABITS.manual, size) ?? []);
    const read = this.eventCount + this.cameoLabels.length;
    return { ids, scores: [...first, ...second].flatMap((scores) => [...scores.slice(0, read)]) };
  }

  /** The networks' answer with the code layer's. */
  private layered(
    own: CodeChances,
    networks: readonly Float64Array[],
    ids: readonly number[],
    split: number,
  ): CodeChances {
    if (this.layer === null) return own;
    const { layer, places } = this.layer;
    return { events: own.events, codes: partCodes(this.codeLabels, own, layer.score(networks, ids, split), places) };
  }

  /** The tree features that speak most for an event, strongest first. */
  reasons(input: PairInput, event: number, most: number): readonly string[] {
    const weight = (key: number): number => {
      const id = this.index.find(key);
      if (id < 0) return 0; // beyond its rows lie features of the regions, which have none
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

  /** A member's scores, in its own place of memory: they hold until it is asked again. */
  private scoresOf(member: Member, input: PairInput, ids: readonly number[], habit: number): Float64Array {
    const { hidden, embedding, linear, hiddenBias, out, outBias, habits, room } = member;
    const { x, h, scores } = room;
    x.fill(0);
    let at = 0;
    for (const rows of input.rows) {
      for (const row of rows) addRow(this.vectors, row, 1 / rows.length, x, at);
      at += DIM;
    }
    addMean(embedding, ids, 0, input.split, x, at);
    addMean(embedding, ids, input.split, ids.length, x, at + embedding.columns);
    x[at + 2 * embedding.columns + habit] = 1;
    h.set(hiddenBias);
    hidden(x, h);
    scores.set(outBias);
    for (let k = 0; k < h.length; k++) h[k] = Math.max(0, h[k] ?? 0);
    out(h, scores);
    const events = linear.columns;
    for (let j = 0; j < events; j++) scores[j] = (scores[j] ?? 0) + (habits[habit * events + j] ?? 0);
    for (let i = 0; i < input.split; i++) {
      const id = ids[i] ?? -1;
      if (id >= 0 && id < linear.scales.length) addRow(linear, id, LINEAR_SHARE, scores, 0);
    }
    return scores;
  }
}

/** Adds the rows of the known features from one on and up to another, divided by the root of their number. */
function addMean(table: Rows, ids: readonly number[], from: number, to: number, x: Float64Array, at: number): void {
  let known = 0;
  for (let i = from; i < to; i++) if ((ids[i] ?? -1) >= 0) known++;
  const share = 1 / Math.sqrt(Math.max(1, known));
  for (let i = from; i < to; i++) {
    const id = ids[i] ?? -1;
    if (id >= 0) addRow(table, id, share, x, at);
  }
}

const LINEAR_SHARE = 0.1; // as in training: keeps the linear part from learning faster than the rest

function floatsOf(model: LanguageModel, name: string): Rows {
  const [rows = 0, columns = 0] = model.shape(name);
  return { values: model.float32(name), scales: new Float32Array(rows).fill(1), columns };
}
