import {
  ADD,
  type Code,
  DOUBLE_ADD,
  DOUBLE_MUL,
  DOUBLES_TO_FLOATS,
  EXTEND_BYTES_HIGH,
  EXTEND_BYTES_LOW,
  EXTEND_HALVES_HIGH,
  EXTEND_HALVES_LOW,
  FLOAT_ADD,
  FLOAT_MAX,
  FOUR,
  get,
  i32,
  lanes,
  load,
  loadHalf,
  loadI32,
  loadTwice,
  loopWhile,
  MUL,
  SUB,
  set,
  step,
  store,
  TO_DOUBLES,
  tee,
  type WasmFunction,
  WHOLE_TO_DOUBLES,
  ZERO_VECTOR,
} from "../../language/wasm.js";

/** Columns that the loops keep at hand. */
export const WIDE = 16;

const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Bytes of a joined row: of each network what a unit is worth, as a 64-bit float, then all networks' 8-bit numbers. */
export const rowBytes = (networks: number, size: number): number => Math.ceil((networks * (8 + size)) / 16) * 16;

/**
 * gather(list, out, items, apart): sums of joined vectors and joined rows, in 64-bit floats and in the order of the list,
 * after the rectifier. The list holds for each item the count of its vectors (at least one) and of its rows (at least one),
 * then their places. Each network's sums of an item stand beside those of the item before; the networks lie `apart` bytes
 * apart.
 */
export function gatherCode(networks: number, size: number): WasmFunction {
  const [list, out, items, apart] = [0, 1, 2, 3];
  const [vectors, rows, walk, place, left, network, block, column, scale, to] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
  const [sum, worth, bytes, halves, whole] = [14, 22, 23, 24, 25];
  const addTo = (r: number): Code => [...get(sum + r), ...DOUBLE_ADD, ...set(sum + r)];
  const perVector = loopWhile([
    ...[...get(walk), ...loadI32(), ...get(column), ...i32(4), ...MUL, ...ADD, ...set(place)],
    ...EIGHT.flatMap((r) => [...get(place), ...loadHalf(8 * r), ...TO_DOUBLES, ...addTo(r)]),
    ...step(walk, 4),
    ...[...get(left), ...i32(1), ...SUB, ...tee(left)],
  ]);
  /** Four of the whole numbers that the code leaves, to the sums r and r + 1. */
  const four = (numbers: Code, r: number): Code => [
    ...[...numbers, ...tee(whole), ...WHOLE_TO_DOUBLES, ...get(worth), ...DOUBLE_MUL, ...addTo(r)],
    ...[...get(whole), ...get(whole), ...lanes(2, 3, 0, 1), ...WHOLE_TO_DOUBLES, ...get(worth), ...DOUBLE_MUL],
    ...addTo(r + 1),
  ];
  const eight = (extend: Code, r: number): Code => [
    ...[...get(bytes), ...extend, ...set(halves)],
    ...four([...get(halves), ...EXTEND_HALVES_LOW], r),
    ...four([...get(halves), ...EXTEND_HALVES_HIGH], r + 2),
  ];
  const perRow = loopWhile([
    ...[...get(walk), ...loadI32(), ...tee(place), ...get(scale), ...ADD, ...loadTwice(), ...set(worth)],
    ...[...get(place), ...get(column), ...ADD, ...load(8 * networks), ...set(bytes)],
    ...[...eight(EXTEND_BYTES_LOW, 0), ...eight(EXTEND_BYTES_HIGH, 4)],
    ...step(walk, 4),
    ...[...get(left), ...i32(1), ...SUB, ...tee(left)],
  ]);
  const rectified = (r: number): Code => [
    ...[...get(sum + r), ...DOUBLES_TO_FLOATS, ...get(sum + r + 1), ...DOUBLES_TO_FLOATS, ...lanes(0, 1, 4, 5)],
    ...[...ZERO_VECTOR, ...FLOAT_MAX],
  ];
  const perBlock = loopWhile([
    ...EIGHT.flatMap((r) => [...ZERO_VECTOR, ...set(sum + r)]),
    ...[...get(list), ...i32(8), ...ADD, ...set(walk), ...get(vectors), ...set(left)],
    ...perVector,
    ...[...get(rows), ...set(left)],
    ...perRow,
    ...FOUR.flatMap((r) => [...get(to), ...rectified(2 * r), ...store(16 * r)]),
    ...[...step(to, 4 * WIDE), ...step(column, WIDE)],
    ...[...get(block), ...i32(1), ...SUB, ...tee(block)],
  ]);
  const perNetwork = loopWhile([
    ...[...i32(size / WIDE), ...set(block)],
    ...perBlock,
    ...[...get(to), ...get(apart), ...ADD, ...i32(4 * size), ...SUB, ...set(to)],
    ...step(scale, 8),
    ...[...get(network), ...i32(1), ...SUB, ...tee(network)],
  ]);
  const body = loopWhile([
    ...[...get(list), ...loadI32(), ...set(vectors), ...get(list), ...loadI32(4), ...set(rows)],
    ...[
      ...get(out),
      ...set(to),
      ...i32(0),
      ...set(column),
      ...i32(0),
      ...set(scale),
      ...i32(networks),
      ...set(network),
    ],
    ...perNetwork,
    ...[...get(walk), ...set(list), ...step(out, 4 * size)],
    ...[...get(items), ...i32(1), ...SUB, ...tee(items)],
  ]);
  return { name: "gather", parameters: 4, locals: { i32: 10, v128: 12 }, body };
}

/** residual(out, addends, count): rectifies `count` floats, a multiple of 4, and adds what stands beside them. */
export function residualCode(): WasmFunction {
  const [out, addends, count] = [0, 1, 2];
  const body = loopWhile([
    ...[...get(out), ...get(out), ...load(), ...ZERO_VECTOR, ...FLOAT_MAX, ...get(addends), ...load(), ...FLOAT_ADD],
    ...store(),
    ...[...step(out, 16), ...step(addends, 16)],
    ...[...get(count), ...i32(4), ...SUB, ...tee(count)],
  ]);
  return { name: "residual", parameters: 3, locals: { i32: 0, v128: 0 }, body };
}

/** pool(list, count, words, out, size): of `size` columns, a multiple of 16, the highest of the words at these distances from `words`, or 0. */
export function poolCode(): WasmFunction {
  const [list, count, words, out, size, walk, left, place, most] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const inner = loopWhile([
    ...[...get(walk), ...loadI32(), ...get(words), ...ADD, ...set(place)],
    ...FOUR.flatMap((r) => [...get(most + r), ...get(place), ...load(16 * r), ...FLOAT_MAX, ...set(most + r)]),
    ...step(walk, 4),
    ...[...get(left), ...i32(1), ...SUB, ...tee(left)],
  ]);
  const body = loopWhile([
    ...FOUR.flatMap((r) => [...ZERO_VECTOR, ...set(most + r)]),
    ...[...get(list), ...set(walk), ...get(count), ...set(left)],
    ...inner,
    ...FOUR.flatMap((r) => [...get(out), ...get(most + r), ...store(16 * r)]),
    ...[...step(words, 64), ...step(out, 64)],
    ...[...get(size), ...i32(WIDE), ...SUB, ...tee(size)],
  ]);
  return { name: "pool", parameters: 5, locals: { i32: 3, v128: 4 }, body };
}
