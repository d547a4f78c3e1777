import { INPUT_LIMIT, LEAK, TANGENT } from "./kernel.js";
import {
  ADD,
  type Code,
  call,
  DOUBLE_MAX,
  DOUBLE_MUL,
  DOUBLES_TO_FLOATS,
  doubles,
  FLOAT_ABOVE,
  FLOAT_ADD,
  FLOAT_BELOW,
  FLOAT_DIV,
  FLOAT_FLOOR,
  FLOAT_MUL,
  floats,
  get,
  i32,
  lanes,
  load,
  loadHalf,
  loopWhile,
  MUL,
  NARROW,
  SUB,
  set,
  step,
  store,
  storeHalf,
  TO_DOUBLES,
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
    ...FLOAT_ABOVE,
    ...floats(TANGENT.limit),
    ...FLOAT_BELOW,
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
  const [sumsAt, scales, addends, cell, output, size, left, stride, held, free] = [0, 1, 2, 3, 4, 5, 6, 7, 10, 11];
  const skip = (base: number, gate: number): Code =>
    gate === 0 ? get(base) : [...get(base), ...get(stride + gate - 1), ...ADD];
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
  const strides = [1, 2, 3].flatMap((gate) => [...get(size), ...i32(4 * gate), ...MUL, ...set(stride + gate - 1)]);
  const setup = [...strides, ...get(size), ...set(left)];
  return { name: "advance", parameters: 6, locals: { i32: 4, v128: 4 }, body: [...setup, ...body] };
}

/**
 * recur(weights, scales, gates, cell, before, states, sums, size, steps, gatesApart, statesApart): steps of a recurrent
 * layer, each from the state before; from one step to the next the gates and the states lie so many bytes apart.
 *
 * @param multiply Number of the function that multiplies a matrix with a vector; `advance` of the one that follows.
 */
export function recurCode(multiply: number, advance: number): WasmFunction {
  const [weights, scales, gates, cell, before, states, sums, size, steps, gatesApart, statesApart, rows] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ];
  const body = loopWhile([
    ...[...get(weights), ...get(before), ...get(sums), ...get(rows), ...get(size), ...i32(1), ...call(multiply)],
    ...[...get(sums), ...get(scales), ...get(gates), ...get(cell), ...get(states), ...get(size), ...call(advance)],
    ...[...get(states), ...set(before), ...get(states), ...get(statesApart), ...ADD, ...set(states)],
    ...[...get(gates), ...get(gatesApart), ...ADD, ...set(gates)],
    ...[...get(steps), ...i32(1), ...SUB, ...tee(steps)],
  ]);
  const setup = [...get(size), ...i32(4), ...MUL, ...set(rows)];
  return { name: "recur", parameters: 11, locals: { i32: 1, v128: 0 }, body: [...setup, ...body] };
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

/** leak(numbers, count): makes those of `count` floats, a multiple of 4, that lie below zero `LEAK` times as large, in 64-bit floats. */
export function leakCode(): WasmFunction {
  const [numbers, count, x] = [0, 1, 2];
  const two = (offset: number): Code => [
    ...[...get(numbers), ...loadHalf(offset), ...TO_DOUBLES, ...tee(x)],
    ...[...get(x), ...doubles(LEAK), ...DOUBLE_MUL, ...DOUBLE_MAX, ...DOUBLES_TO_FLOATS],
  ];
  const body = loopWhile([
    ...[...get(numbers), ...two(0), ...two(8), ...lanes(0, 1, 4, 5), ...store()],
    ...step(numbers, 16),
    ...[...get(count), ...i32(4), ...SUB, ...tee(count)],
  ]);
  return { name: "leak", parameters: 2, locals: { i32: 0, v128: 1 }, body };
}
