import { advanceCode, finishCode, recurCode } from "./gate-code.js";
import { BATCH, DOT_LENGTH, INPUT_LIMIT, type Kernel, MOST_DOTS, STEPS, scratchSizes, type Weights } from "./kernel.js";
import { dotsCode, multiplyCode, multiplyTwoCode } from "./kernel-code.js";
import { quantiseCode } from "./quantise-code.js";
import { instantiate, Places } from "./wasm-memory.js";

type Multiply = (weights: number, input: number, output: number, rows: number, columns: number, groups: number) => void;

interface Exports {
  readonly multiplyTwo: Multiply;
  readonly quantise: (reals: number, output: number, count: number, worth: number) => void;
  readonly dots: (left: number, rights: number, out: number, count: number, size: number) => void;
  readonly recur: (
    weights: number,
    scales: number,
    gates: number,
    cell: number,
    states: number,
    sums: number,
    size: number,
    steps: number,
  ) => void;
  readonly finish: (sums: number, scales: number, bias: number, output: number, rows: number, worth: number) => void;
  readonly memory: { readonly buffer: ArrayBuffer };
}

function isExports(value: unknown): value is Exports {
  return (
    typeof value === "object" &&
    value !== null &&
    "multiplyTwo" in value &&
    "quantise" in value &&
    "dots" in value &&
    "recur" in value &&
    "finish" in value &&
    "memory" in value
  );
}

/** Lays a matrix out in blocks of four rows by eight columns, widened to 16 bits, as `multiplyCode` walks through it. */
export function layInBlocks({ values, rows, columns }: Weights, memory: Int16Array): void {
  let to = 0;
  for (let r = 0; r < rows; r += 4) {
    for (let k = 0; k < columns; k += 8) {
      for (let row = r; row < r + 4; row++, to += 8)
        memory.set(values.subarray(row * columns + k, row * columns + k + 8), to);
    }
  }
}

/** Places of what the functions read and write, in bytes. */
function scratchPlaces(places: Places, sizes: { readonly input: number; readonly output: number }) {
  return {
    input: places.take(2 * BATCH * sizes.input),
    sums: places.take(4 * sizes.output),
    output: places.take(4 * BATCH * sizes.output),
    reals: places.take(4 * BATCH * sizes.input),
    worths: places.take(16 * (BATCH + 1)), // four like floats a vector, and the worth of whole numbers
    gates: places.take(4 * STEPS * sizes.output),
    states: places.take((2 * (STEPS + 1) * sizes.output) / 4),
    cell: places.take(sizes.output),
    left: places.take(8 * DOT_LENGTH),
    rights: places.take(8 * DOT_LENGTH * MOST_DOTS),
    products: places.take(8 * MOST_DOTS),
  };
}

/** The kernel in WebAssembly SIMD, or null where the machine has none. */
export function createSimdKernel(weights: readonly Weights[]): Kernel | null {
  const sizes = scratchSizes(weights);
  const places = new Places();
  const at = scratchPlaces(places, sizes);
  const matrices = weights.map((own) => ({
    own,
    values: places.take(2 * own.values.length),
    scales: places.take(4 * own.rows),
    bias: places.take(4 * own.rows),
  }));
  const recurrent = [multiplyCode(), advanceCode(), recurCode(0, 1)];
  const functions = [...recurrent, multiplyTwoCode(), finishCode(), quantiseCode(), dotsCode()];
  const exports = instantiate(functions, places.end);
  if (!isExports(exports)) return null;
  const { buffer } = exports.memory;
  for (const { own, values, scales, bias } of matrices) {
    layInBlocks(own, new Int16Array(buffer, values, own.values.length));
    new Float32Array(buffer, scales, own.rows).set(own.scales);
    new Float32Array(buffer, bias, own.rows).set(own.bias);
  }
  const matrixAt = (matrix: number) => {
    const found = matrices[matrix];
    if (found === undefined) throw new RangeError(`no matrix ${matrix}`);
    return found;
  };
  const wholeWorth = at.worths + 16 * BATCH;
  new Float32Array(buffer, wholeWorth, 4).fill(1 / INPUT_LIMIT);
  const multiply = ({ own, values }: (typeof matrices)[number], count: number): void =>
    exports.multiplyTwo(values, at.input, at.output, own.rows, own.columns, Math.ceil(count / 2)); // an odd one's partner is not looked at
  /** Makes the sums of a vector numbers, where they lie. */
  const finish = ({ own, scales, bias }: (typeof matrices)[number], vector: number, worth: number): void => {
    const place = at.output + 4 * vector * own.rows;
    exports.finish(place, scales, bias, place, own.rows, worth);
  };
  return {
    input: new Int16Array(buffer, at.input, BATCH * sizes.input),
    reals: new Float32Array(buffer, at.reals, BATCH * sizes.input),
    output: new Float32Array(buffer, at.output, BATCH * sizes.output),
    gates: new Float32Array(buffer, at.gates, STEPS * sizes.output),
    states: new Int16Array(buffer, at.states, ((STEPS + 1) * sizes.output) / 4),
    cell: new Float32Array(buffer, at.cell, sizes.output / 4),
    left: new Float64Array(buffer, at.left, DOT_LENGTH),
    rights: new Float64Array(buffer, at.rights, DOT_LENGTH * MOST_DOTS),
    products: new Float64Array(buffer, at.products, MOST_DOTS),
    project(matrix, count) {
      const found = matrixAt(matrix);
      multiply(found, count);
      for (let v = 0; v < count; v++) finish(found, v, wholeWorth);
    },
    projectReals(matrix, count) {
      const found = matrixAt(matrix);
      const { columns } = found.own;
      for (let v = 0; v < count; v++)
        exports.quantise(at.reals + 4 * v * columns, at.input + 2 * v * columns, columns, at.worths + 16 * v);
      multiply(found, count);
      for (let v = 0; v < count; v++) finish(found, v, at.worths + 16 * v);
    },
    recur(matrix, steps) {
      const { scales, values, own } = matrixAt(matrix);
      exports.recur(values, scales, at.gates, at.cell, at.states, at.sums, own.columns, steps);
    },
    dots: (count, length) => exports.dots(at.left, at.rights, at.products, count, length),
  };
}
