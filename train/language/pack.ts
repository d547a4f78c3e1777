/**
 * Puts the model file together: the network's sections, the abbreviations, the lemma tables learned from the treebank.
 *
 * usage: node dist/train/language/pack.js TRAIN.conllu SECTIONS_DIR OUT [SILVER.conllu]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SectionType } from "../../src/engine/language/model.js";
import { conlluWords, inferredLemmas, irregularWords } from "./lemma-examples.js";
import { learnLemmas } from "./lemma-rules.js";
import { modelFile, type SectionData, textSection } from "./model-file.js";

interface Listed {
  readonly name: string;
  readonly type: SectionType;
  readonly shape: readonly number[];
}

function isListed(entry: unknown): entry is Listed {
  return typeof entry === "object" && entry !== null && "name" in entry && "type" in entry && "shape" in entry;
}

function networkSections(folder: string): SectionData[] {
  const listed: unknown = JSON.parse(readFileSync(join(folder, "sections.json"), "utf8"));
  if (!Array.isArray(listed) || !listed.every(isListed))
    throw new TypeError(`${folder}/sections.json is no list of sections`);
  return listed.map((entry) => ({
    name: entry.name,
    type: entry.type,
    shape: entry.shape,
    bytes: new Uint8Array(readFileSync(join(folder, entry.name))),
  }));
}

const [train, folder, out, silver] = process.argv.slice(2);
if (train === undefined || folder === undefined || out === undefined) {
  console.error("usage: pack TRAIN.conllu SECTIONS_DIR OUT [SILVER.conllu]");
  process.exitCode = 2;
} else {
  const read = (file: string): string => readFileSync(file, "utf8");
  const inferred = silver === undefined ? [] : inferredLemmas(conlluWords(read(silver)));
  const lemmas = learnLemmas(conlluWords(read(train)), inferred, irregularWords(read("data/language/irregular.tsv")));
  const file = modelFile([
    textSection("abbreviations", readFileSync("data/language/abbreviations.tsv", "utf8")),
    textSection("lemma.words", lemmas.words),
    textSection("lemma.rules", lemmas.rules),
    ...networkSections(folder),
  ]);
  writeFileSync(out, file);
  console.error(`${out}: ${file.length} bytes`);
}
