import { readFileSync, writeFileSync } from "node:fs";
import { modelFile, type SectionData, textSection } from "../language/model-file.js";
import { orderFeatures } from "./order-features.js";
import { readersSections } from "./pack-reader.js";
import { bytesOf, floats, rows } from "./sections.js";
import type { Labels } from "./write-examples.js";

const EVENTS = 17; // the sixteen and NONE

/** The trained networks' weights, as `train.cpp` writes them. */
interface Weights {
  readonly keys: Int32Array;
  readonly sections: (index: number) => readonly SectionData[];
}

/**
 * Puts the networks of one model together: rows of 8-bit numbers with one scale each where a matrix is large, of 4-bit ones where sums of rows are read.
 *
 * @param readers Files of the second readers, without their endings (`pack-reader.ts`).
 * @param language Checksum of the language model whose states they read.
 */
export function packModel(
  files: readonly string[],
  readers: readonly string[],
  language: number,
  labels: Labels,
  temperature: readonly number[],
  out: string,
): void {
  const weights = files.map(readWeights);
  const keys = weights[0]?.keys ?? new Int32Array();
  const sections = orderFeatures([
    { name: "keys", type: "i32", shape: [keys.length], bytes: bytesOf(keys) },
    textSection("labels.cameo", labels.cameo.join("\n")),
    textSection("language", String(language)),
    textSection("labels.mode", labels.mode.join("\n")),
    floats("temperature", [temperature.length], Float32Array.from(temperature)),
    ...weights.flatMap((w, i) => w.sections(i)),
    ...readersSections(readers, "readers"),
  ]);
  const file = modelFile(sections, true);
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
      ...rows(`${i}.embedding`, count, width, embedding, 4),
      ...rows(`${i}.hidden`, inputs, hidden, slots),
      floats(`${i}.hidden.bias`, [hidden], hiddenBias),
      floats(`${i}.out`, [hidden, size], out),
      floats(`${i}.out.bias`, [size], outBias),
      floats(`${i}.habits`, [2, EVENTS], habits),
    ],
  };
}
