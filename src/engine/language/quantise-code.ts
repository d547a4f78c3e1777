import { INPUT_LIMIT } from "./kernel.js";
import {
  AND,
  type Code,
  DOUBLE_ABOVE,
  DOUBLE_CEIL,
  DOUBLE_DIV,
  DOUBLE_SUB,
  DOUBLES_TO_FLOATS,
  DOUBLES_TO_WHOLE,
  doubles,
  FLOAT_ABS,
  FLOAT_MAX,
  get,
  i32,
  lanes,
  load,
  loadHalf,
  loopWhile,
  NARROW,
  SUB,
  set,
  step,
  store,
  TO_DOUBLES,
  tee,
  type WasmFunction,
  ZERO_VECTOR,
} from "./wasm.js";

/**
 * quantise(reals, output, count, worth): writes `count` real numbers, a multiple of 8, as whole ones up to `INPUT_LIMIT`,
 * rounded as `Math.round` does, and what one is worth as four like floats. Nothing but zeros is worth nothing.
 */
export function quantiseCode(): WasmFunction {
  const [reals, output, count, worthAt, at, left, most, scale, x, up, low] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const widest: Code = [
    ...[...get(reals), ...set(at), ...get(count), ...set(left), ...ZERO_VECTOR, ...set(most)],
    ...loopWhile([
      ...[...get(most), ...get(at), ...load(), ...FLOAT_ABS, ...FLOAT_MAX, ...set(most)],
      ...step(at, 16),
      ...[...get(left), ...i32(4), ...SUB, ...tee(left)],
    ]),
    ...[...get(most), ...get(most), ...get(most), ...lanes(2, 3, 0, 1), ...FLOAT_MAX, ...set(most)],
    ...[...get(most), ...get(most), ...get(most), ...lanes(1, 0, 3, 2), ...FLOAT_MAX, ...set(most)],
  ];
  /** Two numbers from `offset` on as whole ones, in the first half. */
  const two = (offset: number): Code => [
    ...[...get(reals), ...loadHalf(offset), ...TO_DOUBLES, ...get(scale), ...DOUBLE_DIV, ...tee(x)],
    ...[...DOUBLE_CEIL, ...tee(up)],
    ...[...get(up), ...doubles(0.5), ...DOUBLE_SUB, ...get(x), ...DOUBLE_ABOVE, ...doubles(1), ...AND],
    ...[...DOUBLE_SUB, ...DOUBLES_TO_WHOLE],
  ];
  const four = (offset: number): Code => [...two(offset), ...two(offset + 8), ...lanes(0, 1, 4, 5)];
  const body = loopWhile([
    ...[...four(0), ...set(low), ...get(output), ...get(low), ...four(16), ...NARROW, ...store()],
    ...[...step(reals, 32), ...step(output, 16)],
    ...[...get(count), ...i32(8), ...SUB, ...tee(count)],
  ]);
  const worth: Code = [
    ...[...get(most), ...TO_DOUBLES, ...doubles(INPUT_LIMIT), ...DOUBLE_DIV, ...tee(scale)],
    ...[...DOUBLES_TO_FLOATS, ...set(x), ...get(worthAt), ...get(x), ...get(x), ...lanes(0, 0, 0, 0), ...store()],
  ];
  return { name: "quantise", parameters: 4, locals: { i32: 2, v128: 5 }, body: [...widest, ...worth, ...body] };
}
