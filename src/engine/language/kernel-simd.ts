import { finishEachCode, quantiseEachCode } from "./each-code.js";
import { advanceCode, finishCode, leakCode, recurCode } from "./gate-code.js";
import { BATCH, DOT_LENGTH, INPUT_LIMIT, type Kernel, MOST_DOTS, STEPS, scratchSizes, type Weights } from "./kernel.js";
import { dotsCode, dotsEachCode, multiplyCode, multiplyTwoCode } from "./kernel-code.js";
import { quantiseCode } from "./quantise-code.js";
import { Memories, type Places } from "./wasm-memory.js";

type Multiply = (weights: number, input: number, output: number, rows: number, columns: number, groups: number) => void;

interface Exports {
  readonly multiplyTwo: Multiply;
  readonly quantiseEach: (...places: readonly number[]) => void;
  readonly finishEach: (...places: readonly number[]) => void;
  readonly leak: (numbers: number, count: number) => void;
  readonly dotsEach: (lefts: number, rights: number, out: number, count: number, size: number, vectors: number) => void;
  readonly recur: (
    weights: number,
    scales: number,
    gates: number,
    cell: number,
    before: number,
    states: number,
    sums: number,
    size: number,
    steps: number,
    gatesApart: number,
    statesApart: number,
  ) => void;
}

function isExports(value: unknown): value is Exports {
  return (
    typeof value === "object" &&
    value !== null &&
    "multiplyTwo" in value &&
    "quantiseEach" in value &&
    "finishEach" in value &&
    "recur" in value &&
    "leak" in value &&
    "dotsEach" in value
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
    gates: places.take(8 * STEPS * sizes.output),
    before: places.take((2 * sizes.output) / 4),
    states: places.take((4 * STEPS * sizes.output) / 4),
    cell: places.take(sizes.output),
    lefts: places.take(8 * DOT_LENGTH * MOST_DOTS),
    rights: places.take(8 * DOT_LENGTH * MOST_DOTS),
    products: places.take(8 * MOST_DOTS ** 2),
  };
}

/** A matrix and where it lies. */
export interface PlacedMatrix {
  readonly own: Weights;
  readonly values: number;
  readonly scales: number;
  readonly bias: number;
}

export function placeMatrix(own: Weights, places: Places): PlacedMatrix {
  const values = places.take(2 * own.values.length);
  return { own, values, scales: places.take(4 * own.rows), bias: places.take(4 * own.rows) };
}

export function fillMatrix({ own, values, scales, bias }: PlacedMatrix, buffer: ArrayBufferLike): void {
  layInBlocks(own, new Int16Array(buffer, values, own.values.length));
  new Float32Array(buffer, scales, own.rows).set(own.scales);
  new Float32Array(buffer, bias, own.rows).set(own.bias);
}

/** The kernel in WebAssembly SIMD, or null where the machine has none. */
export function createSimdKernel(weights: readonly Weights[], memories = new Memories()): Kernel | null {
  const sizes = scratchSizes(weights);
  const recurrent = [multiplyCode(), advanceCode(), recurCode(0, 1)];
  const products = [multiplyTwoCode(), finishCode(), finishEachCode(4), quantiseCode(), quantiseEachCode(6)];
  const functions = [...recurrent, ...products, leakCode(), dotsCode(), dotsEachCode(9)];
  const module = memories.open({
    functions,
    weights: (places) => weights.map((own) => placeMatrix(own, places)),
    own: (places) => scratchPlaces(places, sizes),
    fill: (memory, all) => {
      for (const matrix of all) fillMatrix(matrix, memory);
    },
  });
  if (module === null || !isExports(module.exports)) return null;
  const { exports, buffer, own: at, weights: matrices } = module;
  const matrixAt = (matrix: number) => {
    const found = matrices[matrix];
    if (found === undefined) throw new RangeError(`no matrix ${matrix}`);
    return found;
  };
  const wholeWorth = at.worths + 16 * BATCH;
  new Float32Array(buffer, wholeWorth, 4).fill(1 / INPUT_LIMIT);
  const multiply = ({ own, values }: PlacedMatrix, count: number): void =>
    exports.multiplyTwo(values, at.input, at.output, own.rows, own.columns, Math.ceil(count / 2)); // an odd one's partner is not looked at
  return {
    input: new Int16Array(buffer, at.input, BATCH * sizes.input),
    reals: new Float32Array(buffer, at.reals, BATCH * sizes.input),
    output: new Float32Array(buffer, at.output, BATCH * sizes.output),
    gates: new Float32Array(buffer, at.gates, 2 * STEPS * sizes.output),
    before: new Int16Array(buffer, at.before, sizes.output / 4),
    states: new Int16Array(buffer, at.states, (2 * STEPS * sizes.output) / 4),
    cell: new Float32Array(buffer, at.cell, sizes.output / 4),
    lefts: new Float64Array(buffer, at.lefts, DOT_LENGTH * MOST_DOTS),
    rights: new Float64Array(buffer, at.rights, DOT_LENGTH * MOST_DOTS),
    products: new Float64Array(buffer, at.products, MOST_DOTS ** 2),
    project(matrix, count) {
      const found = matrixAt(matrix);
      multiply(found, count);
      exports.finishEach(at.output, found.scales, found.bias, found.own.rows, wholeWorth, 0, count);
    },
    projectReals(matrix, count) {
      const found = matrixAt(matrix);
      const { columns, rows } = found.own;
      exports.quantiseEach(at.reals, 4 * columns, at.input, columns, at.worths, count);
      multiply(found, count);
      exports.finishEach(at.output, found.scales, found.bias, rows, at.worths, 16, count);
    },
    recur(matrix, steps, way) {
      const { scales, values, own } = matrixAt(matrix);
      const size = own.columns;
      const first = way === "forward" ? 0 : 2 * (steps - 1) + 1;
      const apart = way === "forward" ? 2 : -2;
      const [gates, states] = [at.gates + 16 * size * first, at.states + 2 * size * first];
      const bytes = [16 * size * apart, 2 * size * apart] as const;
      exports.recur(values, scales, gates, at.cell, at.before, states, at.sums, size, steps, ...bytes);
    },
    leak: (count) => exports.leak(at.output, count),
    dots: (lefts, rights, length) => exports.dotsEach(at.lefts, at.rights, at.products, rights, length, lefts),
  };
}
