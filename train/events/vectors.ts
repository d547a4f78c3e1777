import { writeFileSync } from "node:fs";
import { loadLanguageModel } from "../../src/engine/language/index.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";

/** Writes the language core's word vectors as 32-bit numbers, one row after the other. */
export function writeVectors(file: string): void {
  const model = loadLanguageModel(readKnowledgeFiles().languageModel);
  const [values, scales] = [model.int8("vectors"), model.float32("vectors.scales")];
  const size = model.shape("vectors")[1] ?? 1;
  writeFileSync(
    file,
    new Uint8Array(Float32Array.from(values, (v, i) => v * (scales[Math.floor(i / size)] ?? 0)).buffer),
  );
}
