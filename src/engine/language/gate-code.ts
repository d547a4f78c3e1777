import { INPUT_LIMIT, TANGENT } from "./kernel.js";
import {
  ADD,
  type Code,
  FLOAT_ADD,
  FLOAT_DIV,
  FLOAT_FLOOR,
  FLOAT_MAX,
  FLOAT_MIN,
  FLOAT_MUL,
  floats,
  get,
  i32,
  load,
  loopWhile,
  MUL,
  NARROW,
  SUB,
  set,
  step,
  store,
  storeHalf,
  TO_FLOATS,
  TO_WHOLE,
  tee,
  type WasmFunction,
} from "./wasm.js";

/** tanh of the vector that `z` leaves; uses three vector locals from `free` on. */
function tangent(z: Code, free: number): Code {
  const [x, s] = [free, free + 1];
  const power = (coefficients: readonly number[], first: Code): Code => {
    const terms = coefficients.map((c, i) => [
      ...(i === 0 ? [] : [...get(s), ...FLOAT_MUL]),
      ...floats(c),
      ...FLOAT_ADD,
    ]);
    return [...first, ...terms.flat()];
  };
  const [lead, ...below] = TANGENT.below;
  return [
    ...z,
    ...floats(-TANGENT.limit),
    ...FLOAT_MAX,
    ...floats(TANGENT.limit),
    ...FLOAT_MIN,
    ...tee(x),
    ...get(x),
    ...FLOAT_MUL,
    ...set(s),
    ...get(x),
    ...power(TANGENT.above, get(s)),
    ...FLOAT_MUL,
    ...power(below, [...floats(lead), ...get(s), ...FLOAT_MUL]),
    ...FLOAT_DIV,
  ];
}

function logistic(z: Code, free: number): Code {
  const half = floats(0.5);
  return [...tangent([...z, ...half, ...FLOAT_MUL], free), ...half, ...FLOAT_MUL, ...half, ...FLOAT_ADD];
}

/**
 * advance(sums, scales, addends, cell, output, size): the gates of `kernel-plain.ts`, four at a time and in the same order
 * of operations. `size` is the cell's length; the four gates lie `4 · size` bytes apart.
 */
export function advanceCode(): WasmFunction {
  const [sumsAt, scales, addends, cell, output, size, stride, left, held, free] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const skip = (base: number, gate: number): Code => [...get(base), ...get(stride), ...i32(gate), ...MUL, ...ADD];
  const gate = (n: number): Code => [
    ...skip(sumsAt, n),
    ...load(),
    ...TO_FLOATS,
    ...floats(1 / INPUT_LIMIT),
    ...FLOAT_MUL,
    ...skip(scales, n),
    ...load(),
    ...FLOAT_MUL,
    ...skip(addends, n),
    ...load(),
    ...FLOAT_ADD,
  ];
  const shown = [
    ...logistic(gate(3), free),
    ...tangent(get(held), free),
    ...FLOAT_MUL,
    ...floats(INPUT_LIMIT),
    ...FLOAT_MUL,
    ...floats(0.5),
    ...FLOAT_ADD,
    ...FLOAT_FLOOR,
    ...TO_WHOLE,
    ...tee(held),
  ];
  const body = loopWhile([
    ...logistic(gate(1), free),
    ...get(cell),
    ...load(),
    ...FLOAT_MUL,
    ...logistic(gate(0), free),
    ...tangent(gate(2), free),
    ...FLOAT_MUL,
    ...FLOAT_ADD,
    ...set(held),
    ...get(cell),
    ...get(held),
    ...store(),
    ...get(output),
    ...shown,
    ...get(held),
    ...NARROW,
    ...storeHalf(),
    ...[sumsAt, scales, addends, cell].flatMap((p) => step(p, 16)),
    ...step(output, 8),
    ...get(left),
    ...i32(4),
    ...SUB,
    ...tee(left),
  ]);
  const setup = [...get(size), ...i32(4), ...MUL, ...set(stride), ...get(size), ...set(left)];
  return { name: "advance", parameters: 6, locals: { i32: 2, v128: 4 }, body: [...setup, ...body] };
}

/** finish(sums, scales, bias, output, rows, worth): the real numbers that sums stand for; `worth` is the place of four like floats. */
export function finishCode(): WasmFunction {
  const [sumsAt, scales, bias, output, rows, worthAt, worth] = [0, 1, 2, 3, 4, 5, 6];
  const body = loopWhile([
    ...get(output),
    ...[...get(sumsAt), ...load(), ...TO_FLOATS, ...get(worth), ...FLOAT_MUL],
    ...[...get(scales), ...load(), ...FLOAT_MUL, ...get(bias), ...load(), ...FLOAT_ADD],
    ...store(),
    ...[sumsAt, scales, bias, output].flatMap((p) => step(p, 16)),
    ...[...get(rows), ...i32(4), ...SUB, ...tee(rows)],
  ]);
  return {
    name: "finish",
    parameters: 6,
    locals: { i32: 0, v128: 1 },
    body: [...get(worthAt), ...load(), ...set(worth), ...body],
  };
}
