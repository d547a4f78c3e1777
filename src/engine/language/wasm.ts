/**
 * A very small assembler for WebAssembly: just what the engine's few functions use.
 * Source: WebAssembly core specification 2.0, binary format (https://webassembly.github.io/spec/core/binary/).
 */

/** A whole number as unsigned LEB128. */
export function uleb(n: number): number[] {
  const bytes: number[] = [];
  let rest = n;
  do {
    const low = rest & 127;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 128);
  } while (rest !== 0);
  return bytes;
}

const sized = (bytes: readonly number[]): number[] => [...uleb(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const name = (text: string): number[] => sized(Array.from(text, (c) => c.charCodeAt(0)));
const list = (items: readonly (readonly number[])[]): number[] => [...uleb(items.length), ...items.flat()];

export const I32 = 0x7f;
export const V128 = 0x7b;

/** A piece of a function's body. */
export type Code = readonly number[];

/** Instructions. */
export const get = (local: number): number[] => [0x20, ...uleb(local)];
export const set = (local: number): number[] => [0x21, ...uleb(local)];
export const tee = (local: number): number[] => [0x22, ...uleb(local)];
export const i32 = (value: number): number[] => [0x41, ...sleb(value)];
export const ADD = [0x6a];
export const SUB = [0x6b];
export const MUL = [0x6c];
/** Repeats the body while it leaves something other than 0 on the stack. */
export const loopWhile = (body: readonly number[]): number[] => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b];
/** Calls a function of the module, by its number, with what lies on the stack. */
export const call = (index: number): number[] => [0x10, ...uleb(index)];
/** Loads 16 bytes. */
export const load = (offset = 0): number[] => [0xfd, 0x00, 0x00, ...uleb(offset)];
/** Loads a whole number of 32 bits. */
export const loadI32 = (offset = 0): number[] => [0x28, 0x00, ...uleb(offset)];
/** Loads 4 bytes into each quarter. */
export const loadEach = (offset = 0): number[] => [0xfd, 0x09, 0x00, ...uleb(offset)];
/** Loads 8 bytes, into the first half alone or into both. */
export const loadHalf = (offset = 0): number[] => [0xfd, 0x5d, 0x00, ...uleb(offset)];
export const loadTwice = (offset = 0): number[] => [0xfd, 0x0a, 0x00, ...uleb(offset)];
/** The first two 32-bit floats as 64-bit ones, and arithmetic on those. */
export const TO_DOUBLES = [0xfd, 0x5f];
export const DOUBLE_ADD = [0xfd, 0xf0, 0x01];
export const DOUBLE_SUB = [0xfd, 0xf1, 0x01];
export const DOUBLE_MUL = [0xfd, 0xf2, 0x01];
export const DOUBLE_DIV = [0xfd, 0xf3, 0x01];
export const DOUBLE_CEIL = [0xfd, 0x74];
export const DOUBLE_MAX = [0xfd, 0xf5, 0x01];
export const DOUBLE_ABOVE = [0xfd, 0x4a];
export const DOUBLES_TO_FLOATS = [0xfd, 0x5e];
export const DOUBLES_TO_WHOLE = [0xfd, 0xfc, 0x01];
export const AND = [0xfd, 0x4e];
/** The first or the last half of a vector's lanes with twice as many bits each: of bytes, of 16 bits; the first two of 32 bits as 64-bit floats. */
export const EXTEND_BYTES_LOW = [0xfd, 0x87, 0x01];
export const EXTEND_BYTES_HIGH = [0xfd, 0x88, 0x01];
export const EXTEND_HALVES_LOW = [0xfd, 0xa7, 0x01];
export const EXTEND_HALVES_HIGH = [0xfd, 0xa8, 0x01];
export const WHOLE_TO_DOUBLES = [0xfd, 0xfe, 0x01];
/** The same 64-bit float in both halves. */
export function doubles(value: number): number[] {
  const bytes = [...new Uint8Array(new Float64Array([value]).buffer)];
  return [0xfd, 0x0c, ...bytes, ...bytes];
}
/** One of two 64-bit floats, the sum of two, and its storing. */
export const doubleAt = (lane: 0 | 1): number[] => [0xfd, 0x21, lane];
export const ADD_DOUBLE = [0xa0];
export const STORE_DOUBLE = [0x39, 0x00, 0x00];
/** Stores 16 bytes. */
export const store = (offset = 0): number[] => [0xfd, 0x0b, 0x00, ...uleb(offset)];
export const ZERO_VECTOR = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
/** The same 32-bit float in four lanes. */
export function floats(value: number): number[] {
  const bytes = [...new Uint8Array(new Float32Array([value]).buffer)]; // WebAssembly and all its hosts are little-endian
  return [0xfd, 0x0c, ...bytes, ...bytes, ...bytes, ...bytes];
}
/** Products of 16-bit lanes, added in pairs to 32-bit lanes. */
export const DOT = [0xfd, 0xba, 0x01];
export const ADD_LANES = [0xfd, 0xae, 0x01];
/** Whole lanes to floats and back, and arithmetic on floats. */
export const TO_FLOATS = [0xfd, 0xfa, 0x01];
export const TO_WHOLE = [0xfd, 0xf8, 0x01];
export const FLOAT_ADD = [0xfd, 0xe4, 0x01];
export const FLOAT_MUL = [0xfd, 0xe6, 0x01];
export const FLOAT_DIV = [0xfd, 0xe7, 0x01];
export const FLOAT_MAX = [0xfd, 0xe9, 0x01];
/** The lesser and the greater of two numbers neither of which is none (NaN): a single instruction of the processor. */
export const FLOAT_BELOW = [0xfd, 0xea, 0x01];
export const FLOAT_ABOVE = [0xfd, 0xeb, 0x01];
export const FLOAT_ABS = [0xfd, 0xe0, 0x01];
export const FLOAT_FLOOR = [0xfd, 0x68];
/** Narrows two vectors of 32-bit lanes to one of 16-bit lanes. */
export const NARROW = [0xfd, 0x85, 0x01];
/** Stores the first 8 bytes. */
export const storeHalf = (offset = 0): number[] => [0xfd, 0x5b, 0x00, ...uleb(offset), 0x00];
/** Picks four of the eight 32-bit lanes of two vectors. */
export const lanes = (...picked: readonly number[]): number[] => [
  0xfd,
  0x0d,
  ...picked.flatMap((l) => [4 * l, 4 * l + 1, 4 * l + 2, 4 * l + 3]),
];

function sleb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    if ((rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0)) return [...bytes, low];
    bytes.push(low | 128);
  }
}

/** A function of whole-number parameters that returns nothing. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly locals: { readonly i32: number; readonly v128: number };
  readonly body: readonly number[];
}

/**
 * A module with these exported functions over a memory that it is given as `engine.memory`.
 *
 * @param sharedPages Most pages of the memory, where it is one that threads share.
 */
export function moduleBytes(functions: readonly WasmFunction[], sharedPages: number | null): Uint8Array<ArrayBuffer> {
  const limits = sharedPages === null ? [0x00, 1] : [0x03, 1, ...uleb(sharedPages)];
  const types = functions.map((f) => [0x60, ...uleb(f.parameters), ...new Array<number>(f.parameters).fill(I32), 0]);
  const exports = functions.map((f, i) => [...name(f.name), 0x00, ...uleb(i)]);
  const codes = functions.map((f) => {
    const locals = list([
      [...uleb(f.locals.i32), I32],
      [...uleb(f.locals.v128), V128],
    ]);
    return sized([...locals, ...f.body, 0x0b]);
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([[...name("engine"), ...name("memory"), 0x02, ...limits]])),
    ...section(3, list(functions.map((_, i) => uleb(i)))),
    ...section(7, list(exports)),
    ...section(10, list(codes)),
  ]);
}

/** Moves a pointer on. */
export const step = (local: number, bytes: number): Code => [...get(local), ...i32(bytes), ...ADD, ...set(local)];

export const FOUR = [0, 1, 2, 3] as const;
