import { buckets, plain } from "./features.js";
import type { LanguageModel } from "./model.js";
import { WordList } from "./word-list.js";

/** Word vectors and hashed affixes: what the first layer reads of each word. */
export interface WordInputs {
  /** Length of a word's input. */
  readonly width: number;
  /** Writes a word's input to `out`. */
  write(form: string, out: Float32Array): void;
  /** A word's row in the table of vectors, -1 where it has none. */
  rowOf(form: string): number;
}

const MAX_KNOWN = 20_000; // rows remembered

export function openWordInputs(model: LanguageModel): WordInputs {
  const words = new WordList(model.utf8Of("words"));
  const vectors = model.int8("vectors");
  const vectorScales = model.float32("vectors.scales");
  const bag = model.int8("bag");
  const bagScales = model.float32("bag.scales");
  const size = model.shape("vectors")[1] ?? 0;
  const bagSize = model.shape("bag")[1] ?? 0;
  const known = new Map<string, number>();
  const rowOf = (form: string): number => {
    const kept = known.get(form);
    if (kept !== undefined) return kept;
    const row = words.indexOf(plain(form).toLowerCase());
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(form, row);
    return row;
  };
  return {
    width: size + bagSize,
    rowOf,
    write(form, out) {
      out.fill(0);
      const row = rowOf(form);
      if (row >= 0) addRow(vectors, row, size, vectorScales[row] ?? 0, out, 0);
      for (const b of buckets(form)) addRow(bag, b, bagSize, bagScales[b] ?? 0, out, size);
    },
  };
}

function addRow(table: Int8Array, row: number, size: number, scale: number, out: Float32Array, at: number): void {
  for (let k = 0; k < size; k++) out[at + k] = (out[at + k] ?? 0) + (table[row * size + k] ?? 0) * scale;
}
