/**
 * Trains the network that tells contexts and puts it into `models/events.bin` beside the pair model, which stays as it
 * is. `run.ts` calls it, to learn beside the others and to pack at its end.
 *
 * usage: node dist/train/events/contexts.js [--learn | --pack] [--cache DIR]
 *
 * Data and tools as for `run.ts`; `--learn` only trains, `--pack` only puts what was trained into the model. The labels are those
 * of the written sentences with the second readings in place of the first, and those on real sentences; the sentences kept out of
 * training are measured on alone.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTEXTS } from "../../src/engine/base/contexts.js";
import { contextWords } from "../../src/engine/events/context-model.js";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { loadLanguageModel } from "../../src/engine/language/index.js";
import { openWordInputs } from "../../src/engine/language/word-inputs.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import {
  type Example,
  foldOf,
  keptExamples,
  labelledExamples,
  laterExamples,
  laterLabels,
  writtenExamples,
} from "./examples.js";
import { laterHash, recordInputs } from "./inputs.js";
import { packContexts } from "./pack-contexts.js";
import { isReadTwice, readTwice, secondReadings } from "./second.js";
import { cacheFolder, data, project, python, run } from "./tools.js";
import { writeVectors } from "./vectors.js";

const cache = cacheFolder("contexts");

const LEAST = 16; // sentences that a lemma is in before it has scores of its own
const NOTHING = "NONE";

const written = join(project, "data", "written");
const labelled = join(project, "data", "labels");
const second = secondReadings(written);
const kept = readTwice(keptExamples(written), second);
const learnt = readTwice(
  [
    ...writtenExamples(written),
    ...laterExamples(written),
    ...labelledExamples(labelled, data),
    ...laterLabels(labelled, data),
  ],
  second,
);
/** An event's code as the models name it: PLOVER's event and three digits of CAMEO's. */
const codeOf = ({ event, cameo }: Example): string => `${event} ${cameo.slice(0, 3)}`;

/** What the network was trained on, beside its weights. */
interface Learnt {
  readonly hash: string;
  readonly lemmas: readonly string[];
  readonly codes: readonly string[];
}

/** Sentences with an event, as `contexts.py` reads them. */
function writeSentences(file: string): Learnt {
  const hash = laterHash(project);
  const files = readKnowledgeFiles();
  const { relations, events } = makeKnowledge({ ...files, eventModel: undefined });
  const { rowOf } = openWordInputs(loadLanguageModel(files.languageModel));
  const all = [
    ...kept.map((example) => ({ example, kept: true })),
    ...learnt.map((example) => ({ example, kept: false })),
  ]
    .filter(({ example }) => example.event !== NOTHING)
    .map((row) => ({ ...row, words: contextWords(relations.tokens(row.example.marked), events.contexts, rowOf) }));
  const count = new Map<string, number>();
  for (const row of all)
    if (!row.kept) for (const lemma of new Set(row.words.lemmas)) count.set(lemma, (count.get(lemma) ?? 0) + 1);
  const lemmas = [...count].flatMap(([lemma, n]) => (n >= LEAST && /\S/.test(lemma) ? [lemma] : [])).sort();
  const codes = [...new Set(learnt.filter((e) => e.event !== NOTHING).map(codeOf))].sort();
  const lines = all.map(({ example, kept: apart, words }) =>
    JSON.stringify({
      ...words,
      code: codeOf(example),
      contexts: CONTEXTS.flatMap((c, k) => (example.context.includes(c) ? [k] : [])),
      twice: isReadTwice(example, second),
      kept: apart,
      fold: foldOf(example.marked) % CONTEXT_FOLDS,
    }),
  );
  writeFileSync(file, `${[JSON.stringify({ lemmas, codes, contexts: CONTEXTS.length }), ...lines].join("\n")}\n`);
  return { hash, lemmas, codes };
}

const CONTEXT_FOLDS = 3;

const [sentences, vectors, contexts, learntFile] = ["sentences.jsonl", "vectors.f32", "contexts", "learnt.json"].map(
  (name) => join(cache, name),
) as [string, string, string, string]; // `as`: four names in, four paths out
if (!process.argv.includes("--pack")) {
  writeVectors(vectors);
  const own = writeSentences(sentences);
  run(python, [join(project, "train/events/contexts.py"), sentences, vectors, contexts]);
  writeFileSync(learntFile, JSON.stringify(own));
}
if (!process.argv.includes("--learn")) {
  const { hash, lemmas, codes }: Learnt = JSON.parse(readFileSync(learntFile, "utf8"));
  packContexts({ file: contexts, lemmas, codes }, join(project, "models", "events.bin"));
  recordInputs(project, "contexts", hash);
}
