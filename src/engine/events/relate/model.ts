import { CONTEXTS } from "../../base/contexts.js";
import type { LanguageOptions } from "../../language/index.js";
import type { LanguageModel } from "../../language/model.js";
import { type Rows, rowsOf } from "./dense.js";
import { type CodeLabel, codeChances, codeLabels, eventScores, jointLabels } from "./event-codes.js";
import { type FirstReader, openFirstReaders, scoresOf } from "./first-reader.js";
import { KeyIndex } from "./key-index.js";
import { addEvents, addSoftmax, chanceOfLast, chanceOfLikeliest } from "./mix.js";
import type { PairInput } from "./pair-input.js";
import { type PhraseWorth, withPhrases } from "./phrase-votes.js";
import { ReaderGroup } from "./reader-group.js";

/**
 * Which habit of labelling the networks answer in: that of the public relation data, or that of the PLOVER manual, of a
 * sentence that is taken to tell something of the two (`manual`) or, as the record asks, of any two that stand together (`record`).
 */
export type Habit = "data" | "manual" | "record";

/** The row of its habit in each network that answers in several. */
const ROW = { data: 0, manual: 1, record: 1 } as const;
/** And in the manual's readers: real sentences tell something of two parties far less often than written ones. */
const MANUAL_ROW = { manual: 1, record: 0 } as const;

/** What the outputs of networks stand for, beside the events. */
export interface OutputLabels {
  readonly codes: readonly CodeLabel[];
  /** Count of the outputs that tell codes, and whether they tell them together with events. */
  readonly outputs: number;
  readonly joint: boolean;
  /** “EVENT mode”, with an empty mode for an event without one. */
  readonly modes: readonly string[];
}

/** Scores of a pair, averaged over the networks that were asked. Probabilities, each list in the order of its labels. */
export interface PairScores {
  readonly labels: OutputLabels;
  /** The sixteen events of PLOVER, then “NONE”. */
  readonly events: Float64Array;
  /** Events with their codes. */
  readonly codes: Float64Array;
  readonly mode: Float64Array;
  readonly status: Float64Array;
  readonly negated: number;
  readonly contexts: Float64Array;
}

const STATUSES = 4;
export const READERS_SHARE = 0.6; // of the second readers in the answer; 0.5 and 0.7 are no better out of fold

/**
 * What the manual's readers count in which event it is, and in whether it is any. In the record's habit more in the second would
 * be better on real sentences too, but of the 773 of the ConfliBERT data more have none.
 */
const MANUAL_SHARE = { manual: 0.7, record: 0.65 } as const;
const MANUAL_SAYS_SOME = { manual: 0.7, record: 0.34 } as const;
const MANUAL_TEMPERATURE = 1.5; // found on the ConfliBERT data, for a share of 0.15

/**
 * So sure of nothing the other readers seldom make an event of it that a record would take: they are not asked. No record of
 * 210 articles differed when the second readers were the only others and a record took less; at 0.8 two lost a doubtful event.
 */
const CERTAIN_NONE = 0.93;

/**
 * In the public data's habit a first reader that holds one event so likely answers alone. Out of fold it does so for 46 of a
 * hundred pairs, and of 3,150 answers none is of another event than what all networks say together.
 */
export const CERTAIN_EVENT = 0.95;

/**
 * What set phrases count in the manual's habit: `train/events/phrases.ts` finds 1.46, and 0.39 and 0.94 for events, beside one network.
 * Of real sentences, whose words are plainer, it finds half of that for codes, and 773 of them had no more right for it: a record
 * is not told of them.
 */
const PHRASES: PhraseWorth = { code: 1.2, event: [0, 0, 0, 0.4, 0.8] };

/** So sure of nothing the others leave the manual's readers no say that a record would hear: of 533 events of plain news at 0.985 none differed, at 0.95 two more came. */
const SETTLED_NONE = 0.97;

/** The readers that learnt the manual's habit alone, and events together with codes. */
interface Manual {
  readonly readers: ReaderGroup;
  readonly labels: OutputLabels;
}

/** The trained networks that tell which event stands between two parties. */
export class PairModel {
  private readonly labels: OutputLabels;
  private readonly members: readonly FirstReader[];
  /** Whether all its networks answer: the second readers and the manual's do so only beside the language model of their training. */
  readonly whole: boolean;
  /** The second readers, which see the words in order. */
  private readonly readers: ReaderGroup | null;
  /** What each member's and each reader's answer counts; together 1. */
  private readonly shares: readonly number[];
  private readonly manual: Manual | null;
  private readonly index: KeyIndex;
  private readonly vectors: Rows;
  private readonly temperature: Float32Array;

  /**
   * @param language The language core's model, whose word vectors are shared.
   * @param computing Whether WebAssembly SIMD may be used, without which the same answers take longer, and where modules lie.
   */
  constructor(model: LanguageModel, language: LanguageModel, computing: LanguageOptions = {}) {
    const lines = (name: string): readonly string[] => model.text(name).split("\n");
    const cameo = lines("labels.cameo");
    this.labels = { codes: codeLabels(cameo), outputs: cameo.length, joint: false, modes: lines("labels.mode") };
    this.index = new KeyIndex(model.int32("keys"));
    this.temperature = model.float32("temperature");
    this.vectors = rowsOf(language, "vectors");
    this.members = openFirstReaders(model, computing);
    // Beside another language model than in training its states would tell the readers nothing: the first reader answers alone.
    this.whole = !model.has("language") || model.text("language") === String(language.checksum);
    const group = (name: "readers" | "manual"): ReaderGroup | null =>
      this.whole && model.has(`${name}.words`)
        ? new ReaderGroup(model, name, this.vectors, this.eventCount, computing)
        : null;
    this.readers = group("readers");
    const manual = group("manual");
    const outputs = (): OutputLabels => jointOutputs(lines("manual.codes"), lines("manual.modes"));
    this.manual = manual === null ? null : { readers: manual, labels: outputs() };
    const count = this.readers?.count ?? 0;
    const read = count === 0 ? 0 : READERS_SHARE;
    const each = Array.from({ length: count }, () => read / count);
    this.shares = [...this.members.map(() => (1 - read) / this.members.length), ...each];
  }

  score(input: PairInput, habit: Habit): PairScores {
    const size = this.members[0]?.outBias.length ?? 0;
    const ids: number[] = [];
    for (const key of input.keys) ids.push(this.index.find(key));
    const first = this.members.map((member) => scoresOf(member, this.vectors, input, ids, ROW[habit]));
    const temperature = this.temperature[ROW[habit]] ?? 1;
    if (first.every((scores) => this.isSettled(scores, habit)))
      return this.mean(this.labels, first, equalShares(first), this.eventsOf(first, equalShares(first), temperature));
    const both = [...first, ...(this.readers?.score(input, ROW[habit], size) ?? [])];
    const events = this.eventsOf(both, this.shares, temperature);
    const settled = habit === "data" || (habit === "record" && (events.at(-1) ?? 0) >= SETTLED_NONE);
    if (!settled && this.manual !== null) {
      const answer = this.byManual(input, this.manual, both, habit);
      if (habit !== "manual") return answer;
      return { ...answer, ...withPhrases(answer, this.manual.labels.codes, input.phrases, PHRASES) };
    }
    return this.mean(this.labels, both, this.shares, events);
  }

  /** Whether a first reader is so sure that nobody else need be asked: of an event, or by the manual of nothing. */
  private isSettled(scores: Float64Array, habit: Habit): boolean {
    if (habit !== "data") return chanceOfLast(scores, this.eventCount) >= CERTAIN_NONE;
    return chanceOfLikeliest(scores, this.eventCount) >= CERTAIN_EVENT;
  }

  /**
   * The answer in the manual's habit: its readers tell mode, status and all else; of events they speak beside the others, by
   * their outputs for events and by those for codes; of an event's code they alone.
   */
  private byManual(
    input: PairInput,
    { readers, labels }: Manual,
    others: readonly Float64Array[],
    habit: Exclude<Habit, "data">,
  ): PairScores {
    const codesAt = this.eventCount;
    const outputs = codesAt + labels.outputs + labels.modes.length + STATUSES + 1 + CONTEXTS.length;
    const own = readers.score(input, MANUAL_ROW[habit], outputs);
    const joint = own.map((scores) =>
      eventScores(labels.codes, scores.subarray(codesAt, codesAt + labels.outputs), codesAt),
    );
    const eventsBy = (share: number): Float64Array => {
      const theirs = this.shares.map((one) => one * (1 - share));
      const ours = equalShares([...own, ...joint]).map((one) => one * share);
      return this.eventsOf([...others, ...own, ...joint], [...theirs, ...ours], MANUAL_TEMPERATURE);
    };
    const [share, some] = [MANUAL_SHARE[habit], MANUAL_SAYS_SOME[habit]];
    const events = some === share ? eventsBy(share) : withLastOf(eventsBy(share), eventsBy(some));
    return this.mean(labels, own, equalShares(own), events);
  }

  /** Probabilities of the events by the scores of several networks, each of them counting its share. */
  private eventsOf(all: readonly Float64Array[], shares: readonly number[], temperature: number): Float64Array {
    const sum = new Float64Array(this.eventCount);
    addEvents(all, shares, this.eventCount, temperature, sum);
    return sum;
  }

  /** What networks with the same outputs say together of all but the events, each of them counting its share. */
  private mean(
    labels: OutputLabels,
    all: readonly Float64Array[],
    shares: readonly number[],
    events: Float64Array,
  ): PairScores {
    const codesAt = this.eventCount;
    const modeAt = codesAt + labels.outputs;
    const statusAt = modeAt + labels.modes.length;
    const size = all[0]?.length ?? 0;
    const sum = new Float64Array(size);
    for (const [i, scores] of all.entries()) {
      const share = shares[i] ?? 0;
      addSoftmax(scores, codesAt, labels.outputs, share, sum);
      addSoftmax(scores, modeAt, labels.modes.length, share, sum);
      addSoftmax(scores, statusAt, STATUSES, share, sum);
    }
    const negatedAt = statusAt + STATUSES;
    return {
      labels,
      events,
      codes: codeChances(labels.codes, events, sum.subarray(codesAt, modeAt)),
      mode: sum.subarray(modeAt, statusAt),
      status: sum.subarray(statusAt, negatedAt),
      negated: likely(all, shares, negatedAt, negatedAt + 1)[0] ?? 0,
      /** Worked out when it is read: a network of its own tells contexts, where there is one. */
      get contexts() {
        return likely(all, shares, negatedAt + 1, size);
      },
    };
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
    const { treeNames: names, keys } = input;
    const found: { readonly name: string; readonly weight: number }[] = [];
    names.forEach((name, i) => {
      const own = weight(keys[i] ?? 0);
      if (own > 0) found.push({ name, weight: own });
    });
    return found
      .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
      .slice(0, most)
      .map((r) => r.name);
  }

  private get eventCount(): number {
    return this.members[0]?.linear.columns ?? 0;
  }
}

/** How likely each of some outputs is that stand by themselves, each network counting its share. */
function likely(all: readonly Float64Array[], shares: readonly number[], from: number, to: number): Float64Array {
  const sum = new Float64Array(Math.max(0, to - from));
  for (const [i, scores] of all.entries())
    for (let k = 0; k < sum.length; k++)
      sum[k] = (sum[k] ?? 0) + (shares[i] ?? 0) / (1 + Math.exp(-(scores[from + k] ?? 0)));
  return sum;
}

const jointOutputs = (names: readonly string[], modes: readonly string[]): OutputLabels => ({
  codes: jointLabels(names),
  outputs: names.length,
  joint: true,
  modes,
});

/** Probabilities with the last one of others, the rest of them in proportion. */
function withLastOf(chances: Float64Array, others: Float64Array): Float64Array {
  const last = chances.length - 1;
  const rest = (1 - (others[last] ?? 0)) / Math.max(1e-9, 1 - (chances[last] ?? 0));
  return chances.map((chance, i) => (i === last ? (others[last] ?? 0) : chance * rest));
}

const equalShares = (all: readonly unknown[]): readonly number[] => all.map(() => 1 / all.length);
