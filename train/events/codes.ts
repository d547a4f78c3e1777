/**
 * Trains the layer that helps to tell an event's code in the manual's habit and puts it into `models/events.bin` beside the
 * pair model, which stays as it is. `run.ts` calls it at its end.
 *
 * usage: node dist/train/events/codes.js [--apart] [--cache DIR]
 *
 * Data and tools as for `run.ts`; it learns from the later written sentences too. `--apart` writes no model, but leaves a
 * quarter of the later sentences out and prints for how many of them the third digit is right, without the layer and with it.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { layerPlaces, partCodes } from "../../src/engine/events/relate/code-mix.js";
import { likeliestCode } from "../../src/engine/events/relate/event-codes.js";
import { PairModel } from "../../src/engine/events/relate/index.js";
import { addSoftmax } from "../../src/engine/events/relate/mix.js";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { loadLanguageModel } from "../../src/engine/language/index.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import { type Example, labelledExamples, laterExamples, numberOf, writtenExamples } from "./examples.js";
import { recordInputs } from "./inputs.js";
import { withCodes, withoutCodes } from "./pack-codes.js";

const flags = process.argv.slice(2);
const project = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const data = resolve(process.env["READOUT_DATA"] ?? "../shared/bench");
const python = process.env["READOUT_PYTHON"] ?? "python3";
const cache = resolve(flags.includes("--cache") ? (flags[flags.indexOf("--cache") + 1] ?? "") : ".cache/codes");
mkdirSync(cache, { recursive: true });

const MOST_WEIGHTS = 109_000; // of features: with more the model would be over 6 MB
const APART = 4; // one later sentence in so many is left out by `--apart`
const NOTHING = "NONE";

const files = readKnowledgeFiles();
const { relations } = makeKnowledge({ ...files, eventModel: undefined });
const file = join(project, "models", "events.bin");
const bare = loadLanguageModel(withoutCodes(readFileSync(file)));
const model = new PairModel(bare, loadLanguageModel(files.languageModel));

const apart = (example: Example): boolean => flags.includes("--apart") && numberOf(example.marked) % APART === 0;
const labelOf = ({ event, cameo }: Example): string => `${event} ${cameo}`;

const written = join(project, "data", "written");
const known = [...writtenExamples(written), ...labelledExamples(join(project, "data", "labels"), data)];
const rows = [
  ...known.map((example) => ({ example, apart: false })),
  ...laterExamples(written).map((example) => ({ example, apart: apart(example) })),
].filter(({ example }) => example.event !== NOTHING);
const labels = [...new Set(rows.filter((row) => !row.apart).map((row) => labelOf(row.example)))].sort();

/** Writes the rows as `codes.py` reads them, the networks' scores apart. */
function writeRows(name: string): void {
  const [lines, scores] = [openSync(`${name}.jsonl`, "w"), openSync(`${name}.f32`, "w")];
  const width = model.layerInput(relations.input("")).scores.length;
  writeSync(lines, `${JSON.stringify({ classes: labels, features: bare.shape("keys")[0], width })}\n`);
  for (const row of rows) {
    const input = relations.input(row.example.marked);
    const { ids, scores: own } = model.layerInput(input);
    const some = (from: number, to: number): readonly number[] => ids.slice(from, to).filter((id) => id >= 0);
    const bags = { tree: some(0, input.split), around: some(input.split, ids.length) };
    writeSync(lines, `${JSON.stringify({ class: labels.indexOf(labelOf(row.example)), apart: row.apart, ...bags })}\n`);
    writeSync(scores, new Uint8Array(Float32Array.from(own).buffer));
  }
  closeSync(lines);
  closeSync(scores);
}

/** How right the answers to the rows left out are by the networks alone, and with the layer's answers, of which `logits` gives a row after another. */
function sayFigures(logits: Float32Array): void {
  const out = rows.filter((row) => row.apart);
  const places = layerPlaces(model.codeLabels, labels);
  let [alone, both] = [0, 0];
  for (const [i, { example }] of out.entries()) {
    const own = model.score(relations.input(example.marked), "manual");
    const chances = new Float64Array(labels.length);
    const row = Float64Array.from(logits.subarray(i * labels.length, (i + 1) * labels.length));
    addSoftmax(row, 0, labels.length, 1, chances);
    const told = (codes: Float64Array): number =>
      Number(likeliestCode(model.codeLabels, codes)?.cameo === example.cameo);
    alone += told(own.codes);
    both += told(partCodes(model.codeLabels, own, chances, places));
  }
  const share = (n: number): number => Math.round((n / Math.max(1, out.length)) * 10_000) / 10_000;
  console.log(JSON.stringify({ rows: out.length, networks: share(alone), withLayer: share(both) }));
}

const [input, output] = [join(cache, "rows"), join(cache, "layer")];
writeRows(input);
console.error(`${rows.length} rows, ${labels.length} labels`);
const args = [join(project, "train/events/codes.py"), input, output, `most=${MOST_WEIGHTS}`];
const { status, signal } = spawnSync(python, args, { stdio: "inherit" });
if (status !== 0) throw new Error(`codes.py ended with ${status ?? signal}`);
if (flags.includes("--apart")) {
  const bytes = readFileSync(`${output}.apart.f32`);
  sayFigures(new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)));
} else {
  const packed = withCodes(readFileSync(file), output, labels);
  writeFileSync(file, packed);
  console.error(`${file}: ${packed.length} bytes`);
  recordInputs(project, "codes");
}
