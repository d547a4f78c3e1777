/**
 * Trains the pair model and writes `models/events.bin`: the one command of this room.
 *
 * `manual.ts` and `contexts.ts` learn at the same time and put the readers of the manual's habit and the network for contexts
 * into it at the end: as many tools run at once as there are processors.
 *
 * usage: node dist/train/events/run.js [--open | --pair] [--folds [N]] [--seeds N] [--cache DIR]
 *
 * Data is looked for under `READOUT_DATA` (default `../shared/bench`). Needs as tools: g++, and Debian's python3-torch 1.13
 * with libopenblas0-pthread (`READOUT_PYTHON`, default `python3`). Every tool runs on one thread from fixed seeds. `--open`
 * leaves out what carries no licence: the public relation data and the labels on real sentences. `--pair` trains the first reader
 * and the second ones alone and leaves the rest of the model as it is: enough where only `data/written/habit` has changed. `--folds` writes
 * `bench/relations/answers.SEED.jsonl` for each seed instead of a model: an answer for every row of the public data, from
 * networks that saw no row of its sentence. On those the model's temperature is found, so they come first where the data have changed.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { READERS_SHARE } from "../../src/engine/events/relate/model.js";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { loadLanguageModel } from "../../src/engine/language/index.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import { answersOf, fitTemperature, type Member, readScores } from "./answers.js";
import { type Example, habitExamples, labelledExamples, publicExamples, writtenExamples } from "./examples.js";
import { ANSWERS, dataHash, readInputs, recordAnswers, recordInputs } from "./inputs.js";
import { packModel } from "./pack.js";
import { withPartsOf } from "./pack-manual.js";
import { cacheFolder, data, type Job, project, python, refuse, run, runAll } from "./tools.js";
import { writeVectors } from "./vectors.js";
import { exampleBytes, labelsOf } from "./write-examples.js";
import { writeSequences } from "./write-sequences.js";

/** The first readers. One of the tree alone (`view=1`) beside it was tried: 0.782 against 0.789 root F1. */
const MEMBERS: readonly (readonly string[])[] = [["view=3"]];
const SCHEDULE = ["epochs=8", "hidden=96", "width=24", "batch=48", "least=6"];
/** Seeds of the second readers that are averaged: three are surer than one, a fourth would be over 6 MB. */
const READERS = [1, 2, 3];

const flags = process.argv.slice(2);
const value = (name: string): string | undefined => flags[flags.indexOf(name) + 1];
const open = flags.includes("--open");
const folds = flags.includes("--folds");
const pairOnly = flags.includes("--pair");
if (open && pairOnly) refuse("--pair keeps what --open leaves out");
if (open && folds) refuse("--folds needs the public data, which --open leaves out");
const hash = dataHash(project);
const known = readInputs(project);
if (!open && !folds && (known.answers !== hash || !Number.isFinite(known.temperature)))
  refuse("bench/relations holds answers of other data or another language model: run with --folds --seeds 3 first");
const cache = cacheFolder("events");
mkdirSync(join(project, ANSWERS), { recursive: true });

function examplesOf(): readonly Example[] {
  const known = open ? [] : [...publicExamples(join(data, "relations", "plv.train.tsv"))];
  const real = open ? [] : labelledExamples(join(project, "data", "labels"), data);
  const written = join(project, "data", "written");
  return [...known, ...writtenExamples(written), ...habitExamples(join(written, "habit")), ...real];
}

const examples = examplesOf();
const labels = labelsOf(examples);
const relater = makeKnowledge({ ...readKnowledgeFiles(), eventModel: undefined }).relations;
const [vectors, input, pairs, trainer] = ["vectors.f32", "examples.bin", "pairs", "train"].map((name) =>
  join(cache, name),
) as [string, string, string, string]; // `as`: four names in, four paths out
writeVectors(vectors);
const inputs = examples.map((example) => relater.input(example.marked));
writeFileSync(input, exampleBytes(examples, labels, inputs));
writeSequences(pairs, examples, (example, i) => inputs[i] ?? relater.input(example.marked), labels);
console.error(`${examples.length} examples`);
run("g++", [
  "-O3",
  "-mavx2",
  "-ffp-contract=off",
  "-std=c++20",
  "-o",
  trainer,
  join(project, "train/events/train.cpp"),
]);

const first = (mode: string, out: string, member: readonly string[], seed: number): Job => [
  trainer,
  [vectors, input, out, `mode=${mode}`, ...SCHEDULE, ...member, `seed=${seed}`],
];
const second = (mode: string, out: string, seed: number): Job => [
  python,
  [join(project, "train/events/sequence.py"), pairs, vectors, out, `mode=${mode}`, `seed=${seed}`],
];
const foldsOf = (name: string): string => join(cache, `folds.${name}.bin`);
const readerOf = (seed: number): string => join(cache, `reader.${seed}`);

/** Answers out of fold by a first reader of a seed, and by the second readers, which are the same beside each. */
function folded(seed: number): readonly Member[] {
  const scores = (name: string): Float32Array => readScores(readFileSync(foldsOf(name)));
  return [
    ...MEMBERS.map((_, i) => ({ scores: scores(`${seed}.${i}`), share: (1 - READERS_SHARE) / MEMBERS.length })),
    ...READERS.map((own) => ({ scores: scores(`reader.${own}`), share: READERS_SHARE / READERS.length })),
  ];
}

async function writeAnswers(count: number): Promise<void> {
  const seeds = Array.from({ length: count }, (_, i) => i + 1);
  await runAll([
    ...READERS.map((own) => second("folds", foldsOf(`reader.${own}`), own)),
    ...seeds.flatMap((seed) => MEMBERS.map((member, i) => first("folds", foldsOf(`${seed}.${i}`), member, seed))),
  ]);
  for (const seed of seeds) {
    const members = folded(seed);
    const temperature = fitTemperature(examples, members);
    const out = join(project, ANSWERS, `answers.${seed}.jsonl`);
    writeFileSync(out, answersOf(examples, members, temperature));
    console.error(`wrote ${out}`);
  }
  recordAnswers(project, hash, fitTemperature(examples, folded(1)));
}

const part = (name: string, step: "--learn" | "--pack"): Job => [
  process.execPath,
  [join(project, "dist/train/events", name), step],
];

async function writeModel(): Promise<void> {
  const parts = open || pairOnly ? [] : ["manual.js", "contexts.js"];
  const weights = MEMBERS.map((_, i) => join(cache, `weights.${i}.bin`));
  await runAll([
    ...parts.map((name) => part(name, "--learn")), // the longest first
    ...READERS.map((seed) => second("train", readerOf(seed), seed)),
    ...MEMBERS.map((member, i) => first("train", weights[i] ?? "", member, 1)),
  ]);
  const { checksum } = loadLanguageModel(readKnowledgeFiles().languageModel);
  const temperature = open ? 1 : known.temperature;
  const file = join(project, "models", "events.bin");
  const before = pairOnly ? readFileSync(file) : null;
  packModel(weights, READERS.map(readerOf), checksum, labels, [temperature, temperature], file);
  if (before !== null) writeFileSync(file, withPartsOf(readFileSync(file), before));
  if (!open) recordInputs(project, "model", hash);
  for (const name of parts) run(...part(name, "--pack"));
}

await (folds ? writeAnswers(Number(flags.includes("--seeds") ? value("--seeds") : 1)) : writeModel());
