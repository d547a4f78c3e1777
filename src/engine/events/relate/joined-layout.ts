import { fillMatrix, type PlacedMatrix, placeMatrix } from "../../language/kernel-simd.js";
import { openWeights } from "../../language/linear.js";
import type { LanguageModel } from "../../language/model.js";
import type { Places } from "../../language/wasm-memory.js";
import { fillRows, type PlacedRows, placeRows, stacked } from "./joined-memory.js";
import { LONGEST } from "./sequence.js";

export const STATES = 512; // numbers of both layers of the language network for a word
export const PART = 512; // longest input of a matrix
export const KEPT_WORDS = 4096; // word vectors through the first matrix that are kept
export const KEPT_STATES = 256; // words of the sentence last read whose states are kept
export const BATCH = 16; // vectors multiplied at once: they stay in the nearest cache
export const LIST = 8192; // places in a list: seventy words have some thirty each, the whole pair at most all names

/** Where the weights of the joined readers lie in their memory. */
export interface ReaderWeights {
  readonly states: PlacedMatrix;
  readonly words: PlacedMatrix;
  readonly around: readonly PlacedMatrix[];
  /** Of each network the parts of its hidden layer. */
  readonly hidden: readonly (readonly PlacedMatrix[])[];
  readonly out: readonly PlacedMatrix[];
  readonly features: PlacedRows;
  readonly whole: PlacedRows;
  /** What each habit adds to the hidden layer, of all networks, in bytes. */
  readonly habits: number;
}

/** The same with the places to compute in. */
export interface Layout extends ReaderWeights {
  readonly at: ReturnType<typeof scratchPlaces>;
}

const HABITS = 2;

/** Places of what the functions read and write, in bytes. */
export function scratchPlaces(places: Places, networks: number, size: number, parts: number, outputs: number) {
  const joined = 4 * networks * size;
  return {
    list: places.take(4 * LIST),
    nothing: places.take(joined), // a vector of zeros, and a row worth nothing
    noRow: places.take(joined),
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

/** Names of the parts of the hidden layer. */
export function partsOf(model: LanguageModel, group: string): readonly string[] {
  const parts: string[] = [];
  while (model.has(`${group}.0.hidden.${parts.length}`)) parts.push(`hidden.${parts.length}`);
  return parts;
}

export function layOutWeights(
  model: LanguageModel,
  group: string,
  networks: number,
  size: number,
  places: Places,
): ReaderWeights {
  const each = (name: string): readonly PlacedMatrix[] =>
    Array.from({ length: networks }, (_, i) => placeMatrix(openWeights(model, `${group}.${i}.${name}`), places));
  const out = each("out");
  const byPart = partsOf(model, group).map(each);
  return {
    states: placeMatrix(stacked(model, group, networks, "states"), places),
    words: placeMatrix(stacked(model, group, networks, "words"), places),
    around: each("around"),
    hidden: out.map((_, network) => byPart.flatMap((part) => part[network] ?? [])),
    out,
    features: placeRows(model, group, networks, "names", places),
    whole: placeRows(model, group, networks, "whole", places),
    habits: places.take(4 * HABITS * networks * size),
  };
}

export function fillWeights(
  model: LanguageModel,
  group: string,
  size: number,
  weights: ReaderWeights,
  buffer: ArrayBufferLike,
): void {
  const { states, words, around, hidden, out, features, whole } = weights;
  for (const matrix of [states, words, ...around, ...hidden.flat(), ...out]) fillMatrix(matrix, buffer);
  fillRows(model, features, buffer);
  fillRows(model, whole, buffer);
  const habits = new Float32Array(buffer, weights.habits, HABITS * out.length * size);
  out.forEach((_, network) => {
    const own = model.float32(`${group}.${network}.habit`);
    for (let habit = 0; habit < HABITS; habit++)
      habits.set(own.subarray(habit * size, (habit + 1) * size), size * (habit * out.length + network));
  });
}
