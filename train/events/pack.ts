import { readFileSync, writeFileSync } from "node:fs";
import { modelFile, type SectionData, textSection } from "../language/model-file.js";
import type { Labels } from "./write-examples.js";

const EVENTS = 17; // the sixteen and NONE

/** The trained networks' weights, as `train.cpp` writes them. */
interface Weights {
  readonly keys: Int32Array;
  readonly sections: (index: number) => readonly SectionData[];
}

/** Puts the networks of one model together: 8-bit rows with one scale each where a matrix is large. */
export function packModel(files: readonly string[], labels: Labels, temperature: readonly number[], out: string): void {
  const weights = files.map(readWeights);
  const keys = weights[0]?.keys ?? new Int32Array();
  const file = modelFile([
    { name: "keys", type: "i32", shape: [keys.length], bytes: bytesOf(keys) },
    textSection("labels.cameo", labels.cameo.join("\n")),
    textSection("labels.mode", labels.mode.join("\n")),
    floats("temperature", [temperature.length], Float32Array.from(temperature)),
    ...weights.flatMap((w, i) => w.sections(i)),
  ]);
  writeFileSync(out, file);
  console.error(`${out}: ${file.length} bytes, ${keys.length} features`);
}

function readWeights(name: string): Weights {
  const bytes = readFileSync(name);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [count = 0, width = 0, hidden = 0, size = 0, inputs = 0] = new Int32Array(buffer, 0, 7);
  const keys = new Int32Array(buffer, 28, count);
  let at = 28 + 4 * count;
  const take = (length: number): Float32Array => {
    const part = new Float32Array(buffer, at, length);
    at += 4 * length;
    return part;
  };
  const linear = take(count * EVENTS);
  const embedding = take(count * width);
  const [slots, hiddenBias, out, outBias, habits] = [
    take(inputs * hidden),
    take(hidden),
    take(hidden * size),
    take(size),
    take(2 * EVENTS),
  ];
  return {
    keys,
    sections: (i) => [
      ...rows(`${i}.linear`, count, EVENTS, linear),
      ...rows(`${i}.embedding`, count, width, embedding),
      ...rows(`${i}.hidden`, inputs, hidden, slots),
      floats(`${i}.hidden.bias`, [hidden], hiddenBias),
      floats(`${i}.out`, [hidden, size], out),
      floats(`${i}.out.bias`, [size], outBias),
      floats(`${i}.habits`, [2, EVENTS], habits),
    ],
  };
}

function rows(name: string, count: number, columns: number, values: Float32Array): readonly SectionData[] {
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

function floats(name: string, shape: readonly number[], values: Float32Array): SectionData {
  return { name, type: "f32", shape, bytes: bytesOf(values) };
}

function bytesOf(values: Int8Array | Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
