import type { SectionData } from "../language/model-file.js";

/** A matrix as 8-bit rows with one scale each. */
export function rows(name: string, count: number, columns: number, values: Float32Array): readonly SectionData[] {
  const small = new Int8Array(count * columns);
  const scales = new Float32Array(count);
  for (let r = 0; r < count; r++) {
    let most = 0;
    for (let k = 0; k < columns; k++) most = Math.max(most, Math.abs(values[r * columns + k] ?? 0));
    const scale = most / 127;
    scales[r] = scale;
    if (scale > 0)
      for (let k = 0; k < columns; k++) small[r * columns + k] = Math.round((values[r * columns + k] ?? 0) / scale);
  }
  return [
    { name, type: "i8", shape: [count, columns], bytes: bytesOf(small) },
    floats(`${name}.scales`, [count], scales),
  ];
}

/** Numbers as they are. */
export function floats(name: string, shape: readonly number[], values: Float32Array): SectionData {
  return { name, type: "f32", shape, bytes: bytesOf(values) };
}

/** The bytes of a list of numbers, little-endian on every machine that Readout runs on. */
export function bytesOf(values: Int8Array | Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
