import type { SectionData } from "../language/model-file.js";

/**
 * A matrix as rows of 8-bit numbers with one scale each, or of 4-bit ones (an even number of them) where what is read from it
 * is a sum of many rows: of 1,365 pairs three then had another event.
 */
export function rows(
  name: string,
  count: number,
  columns: number,
  values: Float32Array,
  bits: 4 | 8 = 8,
): readonly SectionData[] {
  const steps = 2 ** (bits - 1) - 1;
  const small = new Int8Array(count * columns);
  const scales = new Float32Array(count);
  for (let r = 0; r < count; r++) {
    let most = 0;
    for (let k = 0; k < columns; k++) most = Math.max(most, Math.abs(values[r * columns + k] ?? 0));
    const scale = most / steps;
    scales[r] = scale;
    if (scale > 0)
      for (let k = 0; k < columns; k++) small[r * columns + k] = Math.round((values[r * columns + k] ?? 0) / scale);
  }
  return [
    { name, type: `i${bits}`, shape: [count, columns], bytes: bits === 8 ? bytesOf(small) : inPairs(small) },
    floats(`${name}.scales`, [count], scales),
  ];
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
export function bytesOf(values: Int8Array | Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
