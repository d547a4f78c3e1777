import type { LanguageOptions } from "../../language/index.js";
import type { LanguageModel } from "../../language/model.js";
import { addRow, openProduct, type Product, type Rows, rowsOf } from "./dense.js";
import type { PairInput } from "./pair-input.js";

const DIM = 100; // numbers of a word vector

/** A network over a pair's features and the vectors of its regions. */
export interface FirstReader {
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

/** The first readers in a model. */
export function openFirstReaders(model: LanguageModel, computing: LanguageOptions): readonly FirstReader[] {
  const readers: FirstReader[] = [];
  for (let i = 0; model.has(`${i}.linear`); i++)
    readers.push({
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
  return readers;
}

/**
 * A reader's scores, in its own place of memory: they hold until it is asked again.
 *
 * @param vectors The language core's word vectors.
 * @param ids The pair's features as rows of the reader's tables.
 */
export function scoresOf(
  reader: FirstReader,
  vectors: Rows,
  input: PairInput,
  ids: readonly number[],
  habit: number,
): Float64Array {
  const { hidden, embedding, linear, hiddenBias, out, outBias, habits, room } = reader;
  const { x, h, scores } = room;
  x.fill(0);
  let at = 0;
  for (const rows of input.rows) {
    for (const row of rows) addRow(vectors, row, 1 / rows.length, x, at);
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
