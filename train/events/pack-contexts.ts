import { readFileSync, writeFileSync } from "node:fs";
import { modelFile, type SectionData, sectionsOf, textSection } from "../language/model-file.js";
import { floats, rows } from "./sections.js";

/** What `contexts.py` wrote, and the names of its rows. */
export interface TrainedContexts {
  /** Without `.json` and `.f32`. */
  readonly file: string;
  readonly lemmas: readonly string[];
  readonly codes: readonly string[];
}

interface Matrix {
  readonly name: string;
  readonly shape: readonly number[];
}

const MOST_LEMMAS = 2240; // those whose scores are farthest from nothing: each takes fifty bytes of the model's 6 MB

/** Lays trained contexts out as `context-model.ts` reads them and puts them into a model file in place of those in it. */
export function packContexts({ file, lemmas, codes }: TrainedContexts, out: string): void {
  const { matrices }: { readonly matrices: readonly Matrix[] } = JSON.parse(readFileSync(`${file}.json`, "utf8"));
  const bytes = readFileSync(`${file}.f32`);
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  let at = 0;
  let kept: readonly number[] = [];
  const sections = matrices.flatMap(({ name, shape }): readonly SectionData[] => {
    const [height = 0, width = 1] = shape;
    const values = all.subarray(at, at + height * width);
    at += values.length;
    const section = `contexts.${name}`;
    if (shape.length === 1) return [floats(section, shape, values)];
    if (name !== "lemma") return rows(section, height, width, values);
    kept = farthest(values, width);
    const some = Float32Array.from(kept.flatMap((row) => [...values.subarray(row * width, (row + 1) * width)]));
    return rows(section, kept.length, width, some);
  });
  const names = kept.map((row) => lemmas[row] ?? "");
  const lists = [textSection("contexts.lemmas", names.join("\n")), textSection("contexts.codes", codes.join("\n"))];
  const others = sectionsOf(readFileSync(out)).filter(({ name }) => !name.startsWith("contexts."));
  const model = modelFile([...others, ...lists, ...sections]);
  writeFileSync(out, model);
  console.error(`${out}: ${model.length} bytes`);
}

/** Rows with the highest sums of squares, in the order of the table. */
function farthest(values: Float32Array, width: number): readonly number[] {
  const size = (row: number): number =>
    values.subarray(row * width, (row + 1) * width).reduce((sum, x) => sum + x * x, 0);
  return Array.from({ length: values.length / width }, (_, row) => ({ row, size: size(row) }))
    .sort((a, b) => b.size - a.size || a.row - b.row)
    .slice(0, MOST_LEMMAS)
    .map(({ row }) => row)
    .sort((a, b) => a - b);
}
