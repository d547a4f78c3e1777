import {
  ADD,
  ADD_DOUBLE,
  ADD_LANES,
  type Code,
  call,
  DOT,
  DOUBLE_ADD,
  DOUBLE_MUL,
  doubleAt,
  FOUR,
  get,
  i32,
  lanes,
  load,
  loopWhile,
  MUL,
  STORE_DOUBLE,
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
 * Multiplies the weights with `groups` groups of `vectors` inputs. Weights lie in blocks of four rows by eight columns, so
 * that one pointer walks through them; four rows are taken through all inputs before the next four, so that they stay in
 * the nearest cache, and each weight is loaded once for the inputs of a group. Of two inputs the loop takes
 * one block at a time: with more V8 runs out of registers and makes 37 multiplications a nanosecond instead of 47.
 */
function multiplyBy(vectors: 1 | 2, name: string): WasmFunction {
  const [weights, input, output, rows, columns, groups] = [0, 1, 2, 3, 4, 5];
  const [left, width, height, walk, from, to, group, at] = [6, 7, 8, 9, 10, 11, 12, 13];
  const [weight, x, sum] = [at + vectors, at + vectors + 1, at + 2 * vectors + 1];
  const all = Array.from({ length: vectors }, (_, v) => v);
  const blocks = vectors === 1 ? 2 : 1;
  const block = (n: number): Code => [
    ...all.flatMap((v) => [...get(at + v), ...load(16 * n), ...set(x + v)]),
    ...FOUR.flatMap((r) => [
      ...[...get(walk), ...load(64 * n + 16 * r), ...set(weight)],
      ...all.flatMap((v) => [
        ...[...get(weight), ...get(x + v), ...DOT],
        ...[...get(sum + 4 * v + r), ...ADD_LANES, ...set(sum + 4 * v + r)],
      ]),
    ]),
  ];
  const inner = loopWhile([
    ...Array.from({ length: blocks }, (_, n) => block(n)).flat(),
    ...step(walk, 64 * blocks),
    ...all.flatMap((v) => step(at + v, 16 * blocks)),
    ...[...get(left), ...i32(8 * blocks), ...SUB, ...tee(left)],
  ]);
  const move = (pointer: number, by: number): Code => [...get(pointer), ...get(by), ...ADD, ...set(pointer)];
  const perGroup = loopWhile([
    ...[...get(weights), ...set(walk), ...get(columns), ...set(left)],
    ...all.flatMap((v) => [...get(from), ...set(at + v), ...move(from, width)]),
    ...all.flatMap((v) => FOUR.flatMap((r) => [...ZERO_VECTOR, ...set(sum + 4 * v + r)])),
    ...inner,
    ...all.flatMap((v) => [...get(to), ...sums(sum + 4 * v), ...store(), ...move(to, height)]),
    ...[...get(group), ...i32(1), ...SUB, ...tee(group)],
  ]);
  const perRows = loopWhile([
    ...[...get(input), ...set(from), ...get(output), ...set(to), ...get(groups), ...set(group)],
    ...perGroup,
    ...[...get(walk), ...set(weights)],
    ...step(output, 16),
    ...[...get(rows), ...i32(4), ...SUB, ...tee(rows)],
  ]);
  const setup = [...get(columns), ...i32(2), ...MUL, ...set(width), ...get(rows), ...i32(4), ...MUL, ...set(height)];
  return { name, parameters: 6, locals: { i32: 7 + vectors, v128: 1 + 5 * vectors }, body: [...setup, ...perRows] };
}

/** multiply(weights, input, output, rows, columns, groups): each row's sum for each input, one after the other. */
export const multiplyCode = (): WasmFunction => multiplyBy(1, "multiply");

/** multiplyTwo(weights, input, output, rows, columns, groups): the same for twice as many inputs. */
export const multiplyTwoCode = (): WasmFunction => multiplyBy(2, "multiplyTwo");

/** dots(left, rights, out, count, size): products of one vector with `count` others, in four sums, of which p and q, r and s go side by side. */
export function dotsCode(): WasmFunction {
  const [left, rights, out, count, size, at, rest, pq, rs] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const two = (offset: number, sum: number): Code => [
    ...[...get(at), ...load(offset), ...get(rights), ...load(offset), ...DOUBLE_MUL],
    ...[...get(sum), ...DOUBLE_ADD, ...set(sum)],
  ];
  const inner = loopWhile([
    ...[...two(0, pq), ...two(16, rs)],
    ...[...step(at, 32), ...step(rights, 32)],
    ...[...get(rest), ...i32(4), ...SUB, ...tee(rest)],
  ]);
  const both = (sum: number): Code => [...get(sum), ...doubleAt(0), ...get(sum), ...doubleAt(1), ...ADD_DOUBLE];
  const body = loopWhile([
    ...[...get(left), ...set(at), ...get(size), ...set(rest)],
    ...[...ZERO_VECTOR, ...set(pq), ...ZERO_VECTOR, ...set(rs)],
    ...inner,
    ...[...get(out), ...both(pq), ...both(rs), ...ADD_DOUBLE, ...STORE_DOUBLE],
    ...step(out, 8),
    ...[...get(count), ...i32(1), ...SUB, ...tee(count)],
  ]);
  return { name: "dots", parameters: 5, locals: { i32: 2, v128: 2 }, body };
}

/**
 * dotsEach(lefts, rights, out, count, size, vectors): `dots` for vectors that lie one after the other, as their products do.
 *
 * @param dots Number of that function.
 */
export function dotsEachCode(dots: number): WasmFunction {
  const [lefts, rights, out, count, size, vectors] = [0, 1, 2, 3, 4, 5];
  const on = (pointer: number, by: number): Code => [
    ...[...get(pointer), ...get(by), ...i32(8), ...MUL, ...ADD, ...set(pointer)],
  ];
  const body = loopWhile([
    ...[...get(lefts), ...get(rights), ...get(out), ...get(count), ...get(size), ...call(dots)],
    ...[...on(lefts, size), ...on(out, count)],
    ...[...get(vectors), ...i32(1), ...SUB, ...tee(vectors)],
  ]);
  return { name: "dotsEach", parameters: 6, locals: { i32: 0, v128: 0 }, body };
}
