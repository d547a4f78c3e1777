/**
 * Trains the pair model and writes `models/events.bin`: the one command of this room.
 *
 * `manual.ts` and `contexts.ts` put the readers of the manual's habit and the network for contexts into it at the end.
 *
 * usage: node dist/train/events/run.js [--open] [--folds [N]] [--seeds N] [--cache DIR]
 *
 * Data is looked for under `READOUT_DATA` (default `../shared/bench`). Needs as tools: g++, and Debian's python3-torch 1.13
 * with libopenblas0-pthread (`READOUT_PYTHON`, default `python3`). Every step runs on one thread from fixed seeds. `--open`
 * leaves out what carries no licence: the public relation data and the labels on real sentences. `--folds` writes
 * `bench/relations/answers.SEED.jsonl` for each seed instead of a model: an answer for every row of the public data, from networks that saw
 * no row of its sentence.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { READERS_SHARE } from "../../src/engine/events/relate/model.js";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { loadLanguageModel } from "../../src/engine/language/index.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import { answersOf, fitTemperature, type Member, readScores } from "./answers.js";
import { type Example, habitExamples, labelledExamples, publicExamples, writtenExamples } from "./examples.js";
import { ANSWERS, recordInputs } from "./inputs.js";
import { packModel } from "./pack.js";
import { cacheFolder, data, project, python, run } from "./tools.js";
import { writeVectors } from "./vectors.js";
import { exampleBytes, labelsOf } from "./write-examples.js";
import { writeSequences } from "./write-sequences.js";

/** The first readers. One of the tree alone (`view=1`) beside it was tried: 0.782 against 0.789 root F1. */
const MEMBERS: readonly (readonly string[])[] = [["view=3"]];
const SCHEDULE = ["epochs=8", "hidden=96", "width=24", "batch=48", "least=4"];
/** Seeds of the second readers that are averaged: three are surer than one, a fourth would be over 6 MB. */
const READERS = [1, 2, 3];

const flags = process.argv.slice(2);
const value = (name: string): string | undefined => flags[flags.indexOf(name) + 1];
const cache = cacheFolder("events");
mkdirSync(join(project, ANSWERS), { recursive: true });

function examplesOf(open: boolean): readonly Example[] {
  const known = open ? [] : [...publicExamples(join(data, "relations", "plv.train.tsv"))];
  const real = open ? [] : labelledExamples(join(project, "data", "labels"), data);
  const written = join(project, "data", "written");
  return [...known, ...writtenExamples(written), ...habitExamples(join(written, "habit")), ...real];
}

const examples = examplesOf(flags.includes("--open"));
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

const first = (mode: string, out: string, member: readonly string[], seed: number): void =>
  run(trainer, [vectors, input, out, `mode=${mode}`, ...SCHEDULE, ...member, `seed=${seed}`]);
const second = (mode: string, out: string, seed: number): void =>
  run(python, [join(project, "train/events/sequence.py"), pairs, vectors, out, `mode=${mode}`, `seed=${seed}`]);

/** Answers out of fold by a first reader of a seed, and by the second readers, which are the same beside each. */
function folded(seed: number): readonly Member[] {
  const scores = (file: string): Float32Array => readScores(readFileSync(file));
  const members = MEMBERS.map((member, i) => {
    const out = join(cache, `folds.${seed}.${i}.bin`);
    first("folds", out, member, seed);
    return { scores: scores(out), share: (1 - READERS_SHARE) / MEMBERS.length };
  });
  const readers = READERS.map((own) => {
    const out = join(cache, `folds.reader.${own}.bin`);
    if (seed === 1) second("folds", out, own);
    return { scores: scores(out), share: READERS_SHARE / READERS.length };
  });
  return [...members, ...readers];
}

if (flags.includes("--folds")) {
  for (let seed = 1; seed <= Number(flags.includes("--seeds") ? value("--seeds") : 1); seed++) {
    const out = join(project, ANSWERS, `answers.${seed}.jsonl`);
    writeFileSync(out, answersOf(examples, folded(seed)));
    console.error(`wrote ${out}`);
  }
  recordInputs(project, "answers");
} else {
  const temperature = flags.includes("--open") ? [1, 1] : fitTemperature(examples, folded(1));
  const weights = MEMBERS.map((member, i) => {
    const out = join(cache, `weights.${i}.bin`);
    first("train", out, member, 1);
    return out;
  });
  const readers = READERS.map((seed) => {
    const out = join(cache, `reader.${seed}`);
    second("train", out, seed);
    return out;
  });
  const { checksum } = loadLanguageModel(readKnowledgeFiles().languageModel);
  packModel(weights, readers, checksum, labels, temperature, join(project, "models", "events.bin"));
  if (!flags.includes("--open")) {
    recordInputs(project, "model");
    run(process.execPath, [join(project, "dist/train/events/manual.js")]);
    run(process.execPath, [join(project, "dist/train/events/contexts.js")]);
  }
}
