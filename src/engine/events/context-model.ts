import { CONTEXTS } from "../base/contexts.js";
import type { LanguageModel } from "../language/model.js";
import type { Token } from "../language/types.js";
import type { Memories } from "../language/wasm-memory.js";
import { addRow, openProduct, type Product, type Rows, rowsOf } from "./relate/dense.js";
import { type RowOf, rowOfToken } from "./relate/word-rows.js";

/** What the model reads of a sentence's words: rows of word vectors (-1 for none), lemmas, contexts that the table gives. */
export interface ContextWords {
  readonly rows: readonly number[];
  readonly lemmas: readonly string[];
  /** Of each context, how many words of the table speak of it. */
  readonly hits: readonly number[];
}

/** Contexts of words by the table `data/frames/contexts.tsv`. */
export type ContextTable = ReadonlyMap<string, readonly string[]>;

export const MOST_WORDS = 80; // of a sentence that are read
const COUNT = CONTEXTS.length;
const AT = new Map<string, number>(CONTEXTS.map((context, i) => [context, i]));

/** Reads the words of a sentence; two words of the table go before one. */
export function contextWords(tokens: readonly Token[], table: ContextTable, rowOf: RowOf): ContextWords {
  const words = tokens.slice(0, MOST_WORDS);
  const lemmas = words.map((token) => token.lemma.toLowerCase());
  const hits = CONTEXTS.map(() => 0);
  const firsts = firstsOf(table);
  for (const [i, lemma] of lemmas.entries()) {
    const before = lemmas[i - 1] ?? "";
    const two = firsts.has(before) ? table.get(`${before} ${lemma}`) : undefined;
    for (const context of two ?? table.get(lemma) ?? []) {
      const at = AT.get(context) ?? -1;
      if (at >= 0) hits[at] = (hits[at] ?? 0) + 1;
    }
  }
  return { rows: words.map((token) => rowOfToken(token, rowOf)), lemmas, hits };
}

const firstWords = new WeakMap<ContextTable, ReadonlySet<string>>();

/** The first words of a table's entries of two. */
function firstsOf(table: ContextTable): ReadonlySet<string> {
  const known = firstWords.get(table);
  if (known !== undefined) return known;
  const firsts = new Set<string>();
  for (const entry of table.keys()) if (entry.includes(" ")) firsts.add(entry.slice(0, entry.indexOf(" ")));
  firstWords.set(table, firsts);
  return firsts;
}

/** A section of the model file that is there where it tells contexts. */
export const CONTEXT_SECTION = "contexts.word";

const VECTOR = 100; // numbers of a word vector
const KEPT_WORDS = 4096; // words whose scores are kept

/**
 * Tells which of PLOVER's contexts a sentence is of: each word scores each context by its vector and its lemma, the words
 * that score highest decide, and the mean of the vectors, the words of the table and the event's code add their share.
 */
export class ContextModel {
  private readonly word: Product;
  private readonly wordOut: Product;
  private readonly mean: Product;
  private readonly meanOut: Product;
  private readonly lemma: Rows;
  private readonly hit: Rows;
  private readonly code: Rows;
  private readonly lemmas: ReadonlyMap<string, number>;
  private readonly codes: ReadonlyMap<string, number>;
  private readonly biases: Readonly<Record<"word" | "wordOut" | "mean" | "meanOut", Float32Array>>;
  private readonly shift: Float32Array;
  private readonly scale: number;
  /** A context holds from this probability on. */
  readonly threshold: number;
  /** What words add, by lemma; with another row of the vectors a lemma is worked out anew. */
  private readonly known = new Map<string, { readonly row: number; readonly out: Float64Array }>();

  constructor(
    model: LanguageModel,
    private readonly vectors: Rows,
    memories?: Memories,
  ) {
    const product = (name: string): Product => openProduct(rowsOf(model, `contexts.${name}`), memories);
    [this.word, this.wordOut] = [product("word"), product("word.out")];
    [this.mean, this.meanOut] = [product("mean"), product("mean.out")];
    this.lemma = rowsOf(model, "contexts.lemma");
    this.hit = rowsOf(model, "contexts.hit");
    this.code = rowsOf(model, "contexts.code");
    this.lemmas = listed(model.text("contexts.lemmas"));
    this.codes = listed(model.text("contexts.codes"));
    const bias = (name: string): Float32Array => model.float32(`contexts.${name}.bias`);
    this.biases = { word: bias("word"), wordOut: bias("word.out"), mean: bias("mean"), meanOut: bias("mean.out") };
    this.shift = model.float32("contexts.shift");
    [this.scale, this.threshold] = [
      model.float32("contexts.scale")[0] ?? 1,
      model.float32("contexts.scale")[1] ?? ONE_HALF,
    ];
  }

  /** What the words of a sentence say for each context, whatever event it tells. */
  scoreWords({ rows, lemmas, hits }: ContextWords): Float64Array {
    const sum = this.ofMean(rows);
    addHighest(
      rows.map((row, i) => this.ofWord(row, lemmas[i] ?? "")),
      sum,
    );
    hits.forEach((count, c) => {
      if (count > 0) addRow(this.hit, c, 1, sum, 0);
      if (count > 1) addRow(this.hit, COUNT + c, 1, sum, 0);
    });
    return sum;
  }

  /**
   * How likely each context is, in the order of `CONTEXTS`.
   *
   * @param words What the words say, which stays as it is.
   * @param code The event and the first three digits of its CAMEO code, a blank between.
   */
  score(words: Float64Array, code: string): Float64Array {
    const sum = words.slice();
    const at = this.codes.get(code);
    if (at !== undefined) addRow(this.code, at, 1, sum, 0);
    return sum.map((s, c) => 1 / (1 + Math.exp(-(this.scale * s + (this.shift[c] ?? 0)))));
  }

  /** What a word adds to each context's soft maximum: e to the power of its score, which counts double. */
  private ofWord(row: number, lemma: string): Float64Array {
    const kept = this.known.get(lemma);
    if (kept?.row === row) return kept.out;
    const vector = new Float64Array(VECTOR);
    if (row >= 0) addRow(this.vectors, row, 1, vector, 0);
    const out = through(vector, this.word, this.biases.word, this.wordOut, this.biases.wordOut);
    const at = this.lemmas.get(lemma);
    if (at !== undefined) addRow(this.lemma, at, 1, out, 0);
    for (let c = 0; c < out.length; c++) out[c] = Math.exp(SHARP * (out[c] ?? 0));
    if (this.known.size >= KEPT_WORDS) this.known.clear();
    this.known.set(lemma, { row, out });
    return out;
  }

  private ofMean(rows: readonly number[]): Float64Array {
    const known = rows.filter((row) => row >= 0);
    const mean = new Float64Array(VECTOR);
    for (const row of known) addRow(this.vectors, row, 1 / known.length, mean, 0);
    return through(mean, this.mean, this.biases.mean, this.meanOut, this.biases.meanOut);
  }
}

const ONE_HALF = 0.5;

/** A layer with a bend, and one over it. */
function through(
  x: Float64Array,
  first: Product,
  bias: Float32Array,
  second: Product,
  last: Float32Array,
): Float64Array {
  const hidden = Float64Array.from(bias);
  first(x, hidden);
  for (let k = 0; k < hidden.length; k++) hidden[k] = Math.max(0, hidden[k] ?? 0);
  const out = Float64Array.from(last);
  second(hidden, out);
  return out;
}

const SHARP = 2; // how far the highest word's score counts before the others'

/** Adds to `out` the soft maximum of the words' scores for each context. */
function addHighest(words: readonly Float64Array[], out: Float64Array): void {
  if (words.length === 0) return;
  const all = new Float64Array(out.length);
  for (const word of words) for (let c = 0; c < all.length; c++) all[c] = (all[c] ?? 0) + (word[c] ?? 0);
  for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) + Math.log(all[c] ?? 0) / SHARP;
}

function listed(text: string): ReadonlyMap<string, number> {
  return new Map(text.split("\n").map((name, row) => [name, row] as const));
}
