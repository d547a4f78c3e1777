/** A matrix of 8-bit weights, row after row. Rows are a multiple of 4, columns of 16 and at most 512. */
export interface Weights {
  readonly values: Int8Array;
  readonly rows: number;
  readonly columns: number;
  /** What one weight of each row is worth. */
  readonly scales: Float32Array;
  /** What `project` adds to each row. */
  readonly bias: Float32Array;
}

/** Largest absolute value of an input: with 512 columns of 8-bit weights every sum stays below 2^25. */
export const INPUT_LIMIT = 511;

/**
 * The network's arithmetic. Sums over 8-bit weights are exact; the gates are computed in 32-bit floats, one rounding an
 * operation, in one given order. So every implementation gives the same answer to the last bit.
 */
export interface Kernel {
  /** Where the caller writes up to `BATCH` vectors of whole numbers up to `INPUT_LIMIT`, one after the other. */
  readonly input: Int16Array;
  /** Where the caller writes as many vectors of real numbers. */
  readonly reals: Float32Array;
  /** Where `project` and `projectReals` leave each row's result, vector after vector. */
  readonly output: Float32Array;
  /**
   * What `recur` adds to the gates: in, forget, cell, out, each as long as the cell. Of up to `STEPS` words one after the
   * other, of each first what is read forward, then what is read backward.
   */
  readonly gates: Float32Array;
  /** The output before the first step of `recur`, in units of 1 / `INPUT_LIMIT`. */
  readonly before: Int16Array;
  /** After `recur` the outputs of all its steps, word after word, of each forward and backward. */
  readonly states: Int16Array;
  /** The cell that `recur` keeps between steps. */
  readonly cell: Float32Array;
  /** Up to `MOST_DOTS` vectors and as many others, all of one length (a multiple of 4, up to `DOT_LENGTH`), for `dots`. */
  readonly lefts: Float64Array;
  readonly rights: Float64Array;
  /** Where `dots` leaves its products. */
  readonly products: Float64Array;
  /** Multiplies a matrix with the first `count` vectors of the input, each unit worth 1 / `INPUT_LIMIT`, and adds the bias. */
  project(matrix: number, count: number): void;
  /** The same with vectors of `reals`: each is rounded to whole numbers of which the largest is `INPUT_LIMIT`. */
  projectReals(matrix: number, count: number): void;
  /**
   * Steps of a long short-term memory (Hochreiter and Schmidhuber 1997), up to `STEPS`: each multiplies the recurrent
   * matrix with the output before, adds its `gates`, moves the cell on and writes its own output. Backward it begins with
   * the last word.
   */
  recur(matrix: number, steps: number, way: Way): void;
  /** Of the first `count` numbers of the output, a multiple of 4, makes those below zero `LEAK` times as large. */
  leak(count: number): void;
  /** Multiplies each of the first `lefts` with each of the first `rights`, in four sums that are added at the end. */
  dots(lefts: number, rights: number, length: number): void;
}

/** From the first word on or from the last one back. */
export type Way = "forward" | "backward";

/** Vectors that `project` takes at once; an even number. */
export const BATCH = 16;
/** Most steps of a recurrent layer at once. */
export const STEPS = 64;
export const MOST_DOTS = 401;
/** Of the rectifier before the trees, as trained. */
export const LEAK = 0.1;
export const DOT_LENGTH = 128;

/** Longest input and output among the matrices, in elements. */
export function scratchSizes(weights: readonly Weights[]): { input: number; output: number } {
  return { input: Math.max(...weights.map((w) => w.columns)), output: Math.max(...weights.map((w) => w.rows)) };
}

/** Coefficients of tanh x ≈ x (s³ + 378 s² + 17325 s + 135135) / (28 s³ + 3150 s² + 62370 s + 135135), s = x² (Lambert's continued fraction), and where it meets 1. */
export const TANGENT = { above: [378, 17325, 135135], below: [28, 3150, 62370, 135135], limit: 4.96875 } as const;
