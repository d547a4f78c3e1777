import { openWeights } from "../../language/linear.js";
import type { LanguageModel } from "../../language/model.js";
import type { Places } from "../../language/wasm-memory.js";
import { type PlacedMatrix, type PlacedRows, placeMatrix, placeRows, stacked } from "./joined-memory.js";
import { LONGEST } from "./sequence.js";

export const STATES = 512; // numbers of both layers of the language network for a word
export const PART = 512; // longest input of a matrix
export const KEPT_WORDS = 4096; // word vectors through the first matrix that are kept
export const KEPT_STATES = 256; // words of the sentence last read whose states are kept
export const BATCH = 16; // vectors multiplied at once: they stay in the nearest cache
export const LIST = 8192; // places in a list: seventy words have some thirty each, the whole pair at most all names

/** Where everything lies in the memory of the joined readers. */
export interface Layout {
  readonly states: PlacedMatrix;
  readonly words: PlacedMatrix;
  readonly around: readonly PlacedMatrix[];
  /** Of each network the parts of its hidden layer. */
  readonly hidden: readonly (readonly PlacedMatrix[])[];
  readonly out: readonly PlacedMatrix[];
  readonly features: PlacedRows;
  readonly whole: PlacedRows;
  readonly at: ReturnType<typeof scratchPlaces>;
}

/** Places of what the functions read and write, in bytes. */
function scratchPlaces(places: Places, networks: number, size: number, parts: number, outputs: number) {
  const joined = 4 * networks * size;
  return {
    list: places.take(4 * LIST),
    nothing: places.take(joined), // a vector of zeros, and a row worth nothing
    noRow: places.take(joined),
    habits: places.take(2 * joined),
    known: places.take(joined * KEPT_WORDS),
    states: places.take(joined * KEPT_STATES),
    alone: places.take(joined * (LONGEST + 2)),
    words: places.take(joined * LONGEST),
    pooled: places.take(4 * networks * parts * PART),
    reals: places.take(4 * PART),
    input: places.take(2 * BATCH * PART),
    worths: places.take(16 * BATCH), // four like floats a vector
    whole: places.take(16), // and the worth of whole numbers
    sums: places.take(joined * parts),
    hidden: places.take(joined),
    scores: places.take(4 * networks * outputs),
  };
}

export function layOut(model: LanguageModel, networks: number, size: number, places: Places): Layout {
  const parts: string[] = [];
  while (model.has(`reader.0.hidden.${parts.length}`)) parts.push(`hidden.${parts.length}`);
  const each = (name: string): readonly PlacedMatrix[] =>
    Array.from({ length: networks }, (_, i) => placeMatrix(openWeights(model, `reader.${i}.${name}`), places));
  const out = each("out");
  const byPart = parts.map(each);
  return {
    states: placeMatrix(stacked(model, networks, "states"), places),
    words: placeMatrix(stacked(model, networks, "words"), places),
    around: each("around"),
    hidden: out.map((_, network) => byPart.flatMap((part) => part[network] ?? [])),
    out,
    features: placeRows(model, networks, "names", places),
    whole: placeRows(model, networks, "whole", places),
    at: scratchPlaces(places, networks, size, parts.length, out[0]?.own.rows ?? 0),
  };
}
