/**
 * Trains the pair model and writes `models/events.bin`: the one command of this room.
 *
 * usage: node dist/train/events/run.js [--open] [--folds] [--seeds N] [--cache DIR]
 *
 * Data is looked for under `READOUT_DATA` (default `../shared/bench`). Needs g++ as a tool. Every step runs on one thread
 * from fixed seeds. `--open` leaves out what carries no licence: the public relation data and the labels on real
 * sentences. `--folds` writes `answers.SEED.jsonl` for each seed instead of a model: an answer for every row of the public
 * data, from networks that saw no row of its sentence.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { loadLanguageModel } from "../../src/engine/language/index.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import { answersOf, fitTemperature, readScores } from "./answers.js";
import { type Example, labelledExamples, publicExamples, writtenExamples } from "./examples.js";
import { packModel } from "./pack.js";
import { exampleBytes, labelsOf } from "./write-examples.js";

/** The networks that are averaged. One of the tree alone (`view=1`) beside it was tried: 0.782 against 0.789 root F1. */
const MEMBERS: readonly (readonly string[])[] = [["view=3"]];
const SCHEDULE = ["epochs=8", "hidden=96", "width=24", "batch=48", "least=4"];

const flags = process.argv.slice(2);
const value = (name: string): string | undefined => flags[flags.indexOf(name) + 1];
const project = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const data = resolve(process.env["READOUT_DATA"] ?? "../shared/bench");
const cache = resolve(flags.includes("--cache") ? (value("--cache") ?? "") : ".cache/events");
mkdirSync(cache, { recursive: true });

function run(command: string, args: readonly string[]): void {
  console.error(`» ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ended with status ${status}`);
}

function writeVectors(file: string): void {
  const model = loadLanguageModel(readKnowledgeFiles().languageModel);
  const [values, scales] = [model.int8("vectors"), model.float32("vectors.scales")];
  const size = model.shape("vectors")[1] ?? 1;
  writeFileSync(
    file,
    new Uint8Array(Float32Array.from(values, (v, i) => v * (scales[Math.floor(i / size)] ?? 0)).buffer),
  );
}

function examplesOf(open: boolean): readonly Example[] {
  const known = open ? [] : [...publicExamples(join(data, "relations", "plv.train.tsv"))];
  const real = open ? [] : labelledExamples(join(project, "data", "labels"), data);
  return [...known, ...writtenExamples(join(project, "data", "written")), ...real];
}

const examples = examplesOf(flags.includes("--open"));
const labels = labelsOf(examples);
const relater = makeKnowledge({ ...readKnowledgeFiles(), eventModel: undefined }).relations;
const [vectors, input, trainer] = [join(cache, "vectors.f32"), join(cache, "examples.bin"), join(cache, "train")];
writeVectors(vectors);
writeFileSync(input, exampleBytes(examples, labels, relater));
console.error(`${examples.length} examples`);
run("g++", [
  "-O3",
  "-mavx2",
  "-ffp-contract=off",
  "-std=c++20",
  "-o",
  trainer,
  join(project, "train", "events", "train.cpp"),
]);

const settings = (member: readonly string[], seed: number): readonly string[] => [
  ...SCHEDULE,
  ...member,
  `seed=${seed}`,
];
const folded = (seed: number): readonly Float32Array[] =>
  MEMBERS.map((member, i) => {
    const out = join(cache, `folds.${seed}.${i}.bin`);
    run(trainer, [vectors, input, out, "mode=folds", ...settings(member, seed)]);
    return readScores(readFileSync(out));
  });

if (flags.includes("--folds")) {
  for (let seed = 1; seed <= Number(value("--seeds") ?? 1); seed++) {
    const out = join(cache, `answers.${seed}.jsonl`);
    writeFileSync(out, answersOf(examples, folded(seed)));
    console.error(`wrote ${out}`);
  }
} else {
  const temperature = flags.includes("--open") ? [1, 1] : fitTemperature(examples, folded(1));
  const files = MEMBERS.map((member, i) => {
    const out = join(cache, `weights.${i}.bin`);
    run(trainer, [vectors, input, out, "mode=train", ...settings(member, 1)]);
    return out;
  });
  packModel(files, labels, temperature, join(project, "models", "events.bin"));
}
