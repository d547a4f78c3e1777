import { readFileSync } from "node:fs";
import { modelFile, type SectionData, sectionsOf, textSection } from "../language/model-file.js";
import { bytesOf, floats, rows } from "./sections.js";

interface Matrix {
  readonly name: string;
  readonly shape: readonly number[];
}

/** A model file without its code layer. */
export function withoutCodes(file: Uint8Array): Uint8Array {
  return modelFile(sectionsOf(file).filter(({ name }) => !name.startsWith("codes.")));
}

/**
 * A model file with the code layer that `codes.py` wrote, laid out as `code-layer.ts` reads it, in place of the one in it.
 *
 * @param trained File of the weights, without `.json` and `.f32`.
 * @param labels “EVENT code” each.
 */
export function withCodes(file: Uint8Array, trained: string, labels: readonly string[]): Uint8Array {
  const { matrices }: { readonly matrices: readonly Matrix[] } = JSON.parse(readFileSync(`${trained}.json`, "utf8"));
  const bytes = readFileSync(`${trained}.f32`);
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  let at = 0;
  const sections = matrices.flatMap(({ name, shape }): readonly SectionData[] => {
    const [height = 0, width = 1] = shape;
    const values = all.subarray(at, at + height * width);
    at += values.length;
    if (name === "features") return fewWeights(values, height, width);
    return shape.length === 1 ? [floats(`codes.${name}`, shape, values)] : rows(`codes.${name}`, height, width, values);
  });
  return modelFile([...sectionsOf(withoutCodes(file)), textSection("codes.labels", labels.join("\n")), ...sections]);
}

/** A matrix of which few numbers are not nothing: of each row how many, then their columns and their sizes in steps of their columns. */
function fewWeights(values: Float32Array, height: number, width: number): readonly SectionData[] {
  const worths = new Float32Array(width);
  for (let i = 0; i < values.length; i++) {
    const k = i % width;
    worths[k] = Math.max(worths[k] ?? 0, Math.abs(values[i] ?? 0) / 127);
  }
  const counts = new Uint8Array(height);
  const [columns, sizes]: [number[], number[]] = [[], []];
  for (let r = 0; r < height; r++)
    for (let k = 0; k < width; k++) {
      const size = Math.round((values[r * width + k] ?? 0) / (worths[k] || 1));
      if (size === 0) continue;
      counts[r] = (counts[r] ?? 0) + 1;
      columns.push(k);
      sizes.push(size);
    }
  return [
    { name: "codes.counts", type: "u8", shape: [height], bytes: counts },
    { name: "codes.classes", type: "u8", shape: [columns.length], bytes: Uint8Array.from(columns) },
    { name: "codes.values", type: "i8", shape: [sizes.length], bytes: bytesOf(Int8Array.from(sizes)) },
    floats("codes.worths", [width], worths),
  ];
}
