import type { LanguageModel } from "../../language/model.js";
import {
  ADD,
  FLOAT_ADD,
  FLOAT_MUL,
  get,
  i32,
  load,
  loadEach,
  loadI32,
  loopWhile,
  SUB,
  set,
  step,
  store,
  tee,
  type WasmFunction,
} from "../../language/wasm.js";
import { Memories } from "../../language/wasm-memory.js";

/** A matrix of 8-bit rows, each with the worth of one; or of numbers as they are, each worth 1. */
export interface Rows {
  readonly values: Int8Array | Float32Array;
  readonly scales: Float32Array;
  readonly columns: number;
}

/** Opens the matrix `name` with `name.scales`. */
export function rowsOf(model: LanguageModel, name: string): Rows {
  return { values: model.int8(name), scales: model.float32(`${name}.scales`), columns: model.shape(name)[1] ?? 0 };
}

/** Adds a row, `share` times, to `out` from `at` on. */
export function addRow(
  { values, scales, columns }: Rows,
  row: number,
  share: number,
  out: Float64Array,
  at: number,
): void {
  const worth = share * (scales[row] ?? 0);
  const from = row * columns;
  for (let k = 0; k < columns; k++) out[at + k] = (out[at + k] ?? 0) + worth * (values[from + k] ?? 0);
}

/**
 * Adds to `out` the rows of a matrix, each as often as `x` says: in 32-bit floats, one rounding an operation, by all
 * implementations in the same order, to the last bit.
 */
export type Product = (x: Float64Array, out: Float64Array) => void;

export function plainProduct({ values, scales, columns }: Rows): Product {
  const { fround } = Math;
  return (x, out) => {
    for (let k = 0; k < columns; k++) out[k] = fround(out[k] ?? 0);
    for (let i = 0; i < x.length; i++) {
      if (x[i] === 0) continue;
      const worth = fround((x[i] ?? 0) * (scales[i] ?? 0));
      for (let k = 0, at = i * columns; k < columns; k++, at++)
        out[k] = fround((out[k] ?? 0) + fround(worth * (values[at] ?? 0)));
    }
  };
}

const BLOCK = 32; // columns that the loop in WebAssembly keeps at hand: as 32-bit floats two lines of the cache

interface Exports {
  readonly add: (...given: readonly number[]) => void;
}

function isExports(value: unknown): value is Exports {
  return typeof value === "object" && value !== null && "add" in value;
}

/** The same in WebAssembly SIMD; plain loops where the machine has none. */
export function openProduct(rows: Rows, memories = new Memories()): Product {
  const { scales, columns } = rows;
  const width = Math.ceil(columns / BLOCK) * BLOCK;
  const module = memories.open({
    functions: [addCode()],
    weights: (places) => places.take(4 * width * scales.length),
    own: (places) => ({
      worths: places.take(4 * scales.length),
      places: places.take(4 * scales.length),
      out: places.take(4 * width),
    }),
    fill: (memory, place) => layRows(rows, new Float32Array(memory, place, width * scales.length)),
  });
  if (module === null || !isExports(module.exports)) return plainProduct(rows);
  const { exports, buffer, own, weights } = module;
  const worths = new Float32Array(buffer, own.worths, scales.length);
  const offsets = new Int32Array(buffer, own.places, scales.length);
  const sums = new Float32Array(buffer, own.out, columns);
  return (x, out) => {
    let count = 0;
    for (let i = 0; i < x.length; i++) {
      const share = x[i] ?? 0;
      if (share === 0) continue;
      worths[count] = share * (scales[i] ?? 0);
      offsets[count++] = 4 * i * BLOCK;
    }
    sums.set(out.subarray(0, columns));
    const apart = 4 * BLOCK * scales.length;
    if (count > 0) exports.add(weights, own.worths, own.places, count, own.out, width / BLOCK, apart);
    out.set(sums);
  };
}

/** Lays the columns out in blocks, each with all its rows one after the other: the loop walks straight through them. */
function layRows({ values, scales, columns }: Rows, memory: Float32Array): void {
  for (let from = 0, to = 0; from < columns; from += BLOCK)
    for (let i = 0; i < scales.length; i++, to += BLOCK)
      memory.set(values.subarray(i * columns + from, i * columns + Math.min(columns, from + BLOCK)), to);
}

const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * add(weights, worths, places, count, out, blocks, apart): of each block of columns, which lie `apart` bytes apart, the
 * rows at `places`, one after the other; at least one.
 */
function addCode(): WasmFunction {
  const [weights, worths, places, count, out, blocks, apart, worthAt, placeAt, left, row, worth, sum] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ];
  const inner = loopWhile([
    ...[...get(worthAt), ...loadEach(), ...set(worth)],
    ...[...get(weights), ...get(placeAt), ...loadI32(), ...ADD, ...set(row)],
    ...EIGHT.flatMap((r) => [
      ...[...get(row), ...load(16 * r), ...get(worth), ...FLOAT_MUL],
      ...[...get(sum + r), ...FLOAT_ADD, ...set(sum + r)],
    ]),
    ...[...step(worthAt, 4), ...step(placeAt, 4)],
    ...[...get(left), ...i32(1), ...SUB, ...tee(left)],
  ]);
  const body = loopWhile([
    ...[...get(worths), ...set(worthAt), ...get(places), ...set(placeAt), ...get(count), ...set(left)],
    ...EIGHT.flatMap((r) => [...get(out), ...load(16 * r), ...set(sum + r)]),
    ...inner,
    ...EIGHT.flatMap((r) => [...get(out), ...get(sum + r), ...store(16 * r)]),
    ...[...step(out, 128), ...get(weights), ...get(apart), ...ADD, ...set(weights)],
    ...[...get(blocks), ...i32(1), ...SUB, ...tee(blocks)],
  ]);
  return { name: "add", parameters: 7, locals: { i32: 4, v128: 9 }, body };
}
