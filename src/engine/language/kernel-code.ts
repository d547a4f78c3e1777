import {
  ADD_LANES,
  type Code,
  DOT,
  FOUR,
  get,
  i32,
  lanes,
  load,
  loadWide,
  loopWhile,
  SUB,
  set,
  step,
  store,
  tee,
  type WasmFunction,
  ZERO_VECTOR,
} from "./wasm.js";

/** Leaves the four sums over the lanes of the vectors in locals a to a + 3 in one vector. */
function sums(a: number): Code {
  const pair = (x: number, y: number): Code => [
    ...get(x),
    ...get(y),
    ...lanes(0, 4, 1, 5),
    ...get(x),
    ...get(y),
    ...lanes(2, 6, 3, 7),
    ...ADD_LANES,
  ];
  return [
    ...pair(a, a + 1),
    ...set(a),
    ...pair(a + 2, a + 3),
    ...set(a + 2),
    ...get(a),
    ...get(a + 2),
    ...lanes(0, 1, 4, 5),
    ...get(a),
    ...get(a + 2),
    ...lanes(2, 3, 6, 7),
    ...ADD_LANES,
  ];
}

/**
 * multiply(weights, input, output, rows, columns). Weights lie in blocks of four rows by eight columns, so that one
 * pointer walks through them; the loop takes two blocks at a time.
 */
export function multiplyCode(): WasmFunction {
  const [weights, input, output, rows, columns, at, left, sum, x] = [0, 1, 2, 3, 4, 5, 6, 7, 11];
  const block = (offset: number): Code => [
    ...get(at),
    ...load(offset / 2),
    ...set(x),
    ...FOUR.flatMap((r) => [
      ...get(weights),
      ...loadWide(offset + 8 * r),
      ...get(x),
      ...DOT,
      ...get(sum + r),
      ...ADD_LANES,
      ...set(sum + r),
    ]),
  ];
  const inner = loopWhile([
    ...block(0),
    ...block(32),
    ...step(weights, 64),
    ...step(at, 32),
    ...get(left),
    ...i32(16),
    ...SUB,
    ...tee(left),
  ]);
  const body = loopWhile([
    ...get(input),
    ...set(at),
    ...get(columns),
    ...set(left),
    ...FOUR.flatMap((r) => [...ZERO_VECTOR, ...set(sum + r)]),
    ...inner,
    ...get(output),
    ...sums(sum),
    ...store(),
    ...step(output, 16),
    ...get(rows),
    ...i32(4),
    ...SUB,
    ...tee(rows),
  ]);
  return { name: "multiply", parameters: 5, locals: { i32: 2, v128: 5 }, body };
}
