import { floatOfHalf } from "../../src/engine/language/model.js";
import type { SectionData } from "../language/model-file.js";

/** Bits that a weight of a dense matrix is told in: with eight, of 1,050 pairs one had another event, and the packed file is 0.6 MB larger. */
export const DENSE = 6;

/**
 * A matrix as rows of whole numbers of some bits with one scale of 16 bits each. Those of six lie in eight bits each and
 * take fewer where the file is packed; those of four (an even number of them) are for what is read as a sum of many rows:
 * of 1,365 pairs three then had another event.
 */
export function rows(
  name: string,
  count: number,
  columns: number,
  values: Float32Array,
  bits: 4 | 6 | 8 = DENSE,
): readonly SectionData[] {
  const steps = 2 ** (bits - 1) - 1;
  const small = new Int8Array(count * columns);
  const scales = new Uint16Array(count);
  for (let r = 0; r < count; r++) {
    let most = 0;
    for (let k = 0; k < columns; k++) most = Math.max(most, Math.abs(values[r * columns + k] ?? 0));
    const half = halfOver(most / steps);
    const scale = floatOfHalf(half);
    scales[r] = half;
    if (scale > 0)
      for (let k = 0; k < columns; k++) small[r * columns + k] = Math.round((values[r * columns + k] ?? 0) / scale);
  }
  return [
    bits === 4
      ? { name, type: "i4", shape: [count, columns], bytes: inPairs(small) }
      : { name, type: "i8", shape: [count, columns], bytes: bytesOf(small) },
    { name: `${name}.scales`, type: "f16", shape: [count], bytes: bytesOf(scales) },
  ];
}

/**
 * The sixteen bits of the least number not under this one, from 0 to 65,504: a row's largest number then is no more than its
 * scale makes of the largest step.
 */
export function halfOver(value: number): number {
  const exponent = Math.max(-14, Math.floor(Math.log2(value)));
  const fraction = Math.ceil(value / 2 ** (exponent - 10)); // 1,024 to 2,048, or less where the exponent is the least
  return value === 0 ? 0 : ((exponent + 14) << 10) + fraction;
}

/** Numbers from -8 to 7, two a byte, the first in its lower half. */
function inPairs(values: Int8Array): Uint8Array {
  return Uint8Array.from({ length: values.length / 2 }, (_, i) => {
    const [low, high] = [values[2 * i] ?? 0, values[2 * i + 1] ?? 0];
    return (low & 15) | ((high & 15) << 4);
  });
}

/** Numbers as they are. */
export function floats(name: string, shape: readonly number[], values: Float32Array): SectionData {
  return { name, type: "f32", shape, bytes: bytesOf(values) };
}

/** The bytes of a list of numbers, little-endian on every machine that Readout runs on. */
export function bytesOf(values: Int8Array | Uint16Array | Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
