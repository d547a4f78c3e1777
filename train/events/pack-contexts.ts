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

/** Lays trained contexts out as `context-model.ts` reads them and puts them into a model file in place of those in it. */
export function packContexts({ file, lemmas, codes }: TrainedContexts, out: string): void {
  const { matrices }: { readonly matrices: readonly Matrix[] } = JSON.parse(readFileSync(`${file}.json`, "utf8"));
  const bytes = readFileSync(`${file}.f32`);
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  let at = 0;
  const sections = matrices.flatMap(({ name, shape }): readonly SectionData[] => {
    const [height = 0, width = 1] = shape;
    const values = all.subarray(at, at + height * width);
    at += values.length;
    const section = `contexts.${name}`;
    return shape.length === 1 ? [floats(section, shape, values)] : rows(section, height, width, values);
  });
  const lists = [textSection("contexts.lemmas", lemmas.join("\n")), textSection("contexts.codes", codes.join("\n"))];
  const others = sectionsOf(readFileSync(out)).filter(({ name }) => !name.startsWith("contexts."));
  const model = modelFile([...others, ...lists, ...sections], true);
  writeFileSync(out, model);
  console.error(`${out}: ${model.length} bytes`);
}
