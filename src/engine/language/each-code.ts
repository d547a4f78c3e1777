import { ADD, call, get, i32, loopWhile, MUL, SUB, set, step, tee, type WasmFunction } from "./wasm.js";

/**
 * quantiseEach(reals, apart, output, count, worths, vectors): `quantise` for vectors that lie `apart` bytes apart; their
 * whole numbers and their worths lie one after the other.
 *
 * @param quantise Number of that function.
 */
export function quantiseEachCode(quantise: number): WasmFunction {
  const [reals, apart, output, count, worths, vectors, bytes] = [0, 1, 2, 3, 4, 5, 6];
  const body = loopWhile([
    ...[...get(reals), ...get(output), ...get(count), ...get(worths), ...call(quantise)],
    ...[...get(reals), ...get(apart), ...ADD, ...set(reals), ...get(output), ...get(bytes), ...ADD, ...set(output)],
    ...step(worths, 16),
    ...[...get(vectors), ...i32(1), ...SUB, ...tee(vectors)],
  ]);
  const setup = [...get(count), ...i32(2), ...MUL, ...set(bytes)];
  return { name: "quantiseEach", parameters: 6, locals: { i32: 1, v128: 0 }, body: [...setup, ...body] };
}

/**
 * finishEach(output, scales, bias, rows, worths, apart, vectors): `finish` where the sums lie, one vector after the other;
 * their worths lie `apart` bytes apart.
 *
 * @param finish Number of that function.
 */
export function finishEachCode(finish: number): WasmFunction {
  const [output, scales, bias, rows, worths, apart, vectors, bytes] = [0, 1, 2, 3, 4, 5, 6, 7];
  const body = loopWhile([
    ...[...get(output), ...get(scales), ...get(bias), ...get(output), ...get(rows), ...get(worths), ...call(finish)],
    ...[...get(output), ...get(bytes), ...ADD, ...set(output), ...get(worths), ...get(apart), ...ADD, ...set(worths)],
    ...[...get(vectors), ...i32(1), ...SUB, ...tee(vectors)],
  ]);
  const setup = [...get(rows), ...i32(4), ...MUL, ...set(bytes)];
  return { name: "finishEach", parameters: 7, locals: { i32: 1, v128: 0 }, body: [...setup, ...body] };
}
