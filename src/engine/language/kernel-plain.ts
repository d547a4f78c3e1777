import {
  BATCH,
  DOT_LENGTH,
  INPUT_LIMIT,
  type Kernel,
  LEAK,
  MOST_DOTS,
  STEPS,
  scratchSizes,
  TANGENT,
  type Weights,
} from "./kernel.js";

// Two rows share one double: w1 + w2 · 2^26. A sum of 512 products of 7 and 9 bits stays below 2^25, so the two sums
// never meet and the whole stays below 2^52, where doubles are exact: one multiplication does the work of two.
const SHIFT = 2 ** 26;
const f = Math.fround;

/** The kernel in plain loops, for machines without WebAssembly SIMD. */
export function createPlainKernel(weights: readonly Weights[]): Kernel {
  const sizes = scratchSizes(weights);
  const input = new Int16Array(BATCH * sizes.input);
  const reals = new Float32Array(BATCH * sizes.input);
  const sums = new Int32Array(sizes.output);
  const output = new Float32Array(BATCH * sizes.output);
  const gates = new Float32Array(2 * STEPS * sizes.output);
  const before = new Int16Array(sizes.output / 4);
  const states = new Int16Array((2 * STEPS * sizes.output) / 4);
  const cell = new Float32Array(sizes.output / 4);
  const lefts = new Float64Array(DOT_LENGTH * MOST_DOTS);
  const rights = new Float64Array(DOT_LENGTH * MOST_DOTS);
  const products = new Float64Array(MOST_DOTS ** 2);
  const vector = new Float64Array(sizes.input);
  const packed = weights.map(pack);
  const multiplied = (matrix: number, from: Int16Array, v: number): Weights => {
    const own = weights[matrix];
    const rows = packed[matrix];
    if (own === undefined || rows === undefined) throw new RangeError(`no matrix ${matrix}`);
    for (let k = 0; k < own.columns; k++) vector[k] = from[v * own.columns + k] ?? 0;
    multiplyRows(rows, own.rows, own.columns, vector, sums);
    return own;
  };
  return {
    input,
    reals,
    output,
    gates,
    before,
    states,
    cell,
    lefts,
    rights,
    products,
    project(matrix, count) {
      for (let v = 0; v < count; v++) finish(multiplied(matrix, input, v), sums, f(1 / INPUT_LIMIT), output, v);
    },
    projectReals(matrix, count) {
      const columns = weights[matrix]?.columns ?? 0;
      for (let v = 0; v < count; v++) {
        const worth = quantise(reals, v * columns, columns, input);
        finish(multiplied(matrix, input, v), sums, f(worth), output, v);
      }
    },
    recur(matrix, steps, way) {
      let [from, place] = [before, 0];
      for (let s = 0; s < steps; s++) {
        const own = multiplied(matrix, from, place);
        const at = way === "forward" ? 2 * s : 2 * (steps - 1 - s) + 1;
        step(own, sums, gates.subarray(at * own.rows), cell, states.subarray(at * own.columns));
        [from, place] = [states, at];
      }
    },
    leak(count) {
      for (let k = 0; k < count; k++) output[k] = Math.max(output[k] ?? 0, LEAK * (output[k] ?? 0));
    },
    dots(some, others, length) {
      for (let i = 0; i < some; i++)
        for (let j = 0; j < others; j++) products[i * others + j] = dot(lefts, i * length, rights, j * length, length);
    },
  };
}

/** Writes `count` numbers of `x` from `from` on as whole numbers up to `INPUT_LIMIT` to the same place of `out`; returns the worth of one. */
function quantise(x: Float32Array, from: number, count: number, out: Int16Array): number {
  let most = 0;
  for (let k = from; k < from + count; k++) most = Math.max(most, Math.abs(x[k] ?? 0));
  if (most === 0) {
    out.fill(0, from, from + count);
    return 0;
  }
  const scale = most / INPUT_LIMIT;
  for (let k = from; k < from + count; k++) out[k] = Math.round((x[k] ?? 0) / scale);
  return scale;
}

function dot(a: Float64Array, first: number, b: Float64Array, from: number, length: number): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let k = 0; k < length; k += 4) {
    p += (a[first + k] ?? 0) * (b[from + k] ?? 0);
    q += (a[first + k + 1] ?? 0) * (b[from + k + 1] ?? 0);
    r += (a[first + k + 2] ?? 0) * (b[from + k + 2] ?? 0);
    s += (a[first + k + 3] ?? 0) * (b[from + k + 3] ?? 0);
  }
  return p + q + (r + s);
}

/** Lays four rows out as two interleaved columns of doubles. */
function pack({ values, rows, columns }: Weights): Float64Array {
  const packed = new Float64Array((rows / 2) * columns);
  const at = (r: number, k: number): number => values[r * columns + k] ?? 0;
  let i = 0;
  for (let r = 0; r < rows; r += 4) {
    for (let k = 0; k < columns; k++) {
      packed[i++] = at(r, k) + at(r + 1, k) * SHIFT;
      packed[i++] = at(r + 2, k) + at(r + 3, k) * SHIFT;
    }
  }
  return packed;
}

function multiplyRows(packed: Float64Array, rows: number, columns: number, x: Float64Array, out: Int32Array): void {
  let i = 0;
  for (let r = 0; r < rows; r += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    // `as number`: all indices lie inside by construction, and `?? 0` costs time in this innermost loop
    for (let k = 0; k < columns; k += 2, i += 4) {
      const x0 = x[k] as number;
      const x1 = x[k + 1] as number;
      a += (packed[i] as number) * x0;
      b += (packed[i + 1] as number) * x0;
      c += (packed[i + 2] as number) * x1;
      d += (packed[i + 3] as number) * x1;
    }
    const low = a + c;
    const high = b + d;
    const row1 = Math.round(low / SHIFT);
    const row3 = Math.round(high / SHIFT);
    out[r] = low - row1 * SHIFT;
    out[r + 1] = row1;
    out[r + 2] = high - row3 * SHIFT;
    out[r + 3] = row3;
  }
}

const [A1, A2, A3] = TANGENT.above;
const [B0, B1, B2, B3] = TANGENT.below;

function tangent(z: number): number {
  const x = f(Math.min(Math.max(z, -TANGENT.limit), TANGENT.limit));
  const s = f(x * x);
  const above = f(f(f(f(f(s + A1) * s) + A2) * s) + A3);
  const below = f(f(f(f(f(f(B0 * s) + B1) * s) + B2) * s) + B3);
  return f(f(x * above) / below);
}

function logistic(z: number): number {
  return f(f(tangent(f(z * 0.5)) * 0.5) + 0.5);
}

/** What the sums stand for, as the results of vector `v`. */
function finish({ rows, scales, bias }: Weights, sums: Int32Array, worth: number, out: Float32Array, v: number): void {
  for (let r = 0; r < rows; r++) out[v * rows + r] = f(f(f(sums[r] ?? 0) * worth) * (scales[r] ?? 0)) + (bias[r] ?? 0);
}

function step(weights: Weights, sums: Int32Array, addends: Float32Array, cell: Float32Array, out: Int16Array): void {
  const { scales } = weights;
  const size = weights.rows / 4;
  const unit = f(1 / INPUT_LIMIT); // what one of the input is worth
  const gate = (i: number): number => f(f(f(f(sums[i] ?? 0) * unit) * (scales[i] ?? 0)) + (addends[i] ?? 0));
  for (let k = 0; k < size; k++) {
    const into = logistic(gate(k));
    const keep = logistic(gate(size + k));
    const fresh = tangent(gate(2 * size + k));
    const show = logistic(gate(3 * size + k));
    const held = f(f(keep * (cell[k] ?? 0)) + f(into * fresh));
    cell[k] = held;
    out[k] = Math.floor(f(f(f(show * tangent(held)) * INPUT_LIMIT) + 0.5));
  }
}
