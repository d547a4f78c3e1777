/**
 * Trains the readers that answer in the manual's habit, events together with codes, and puts them into `models/events.bin`
 * beside the pair model, which stays as it is. `run.ts` calls it, to learn beside the others and to pack at its end.
 *
 * usage: node dist/train/events/manual.js [--apart | --learn | --pack] [--cache DIR]
 *
 * Data and tools as for `run.ts`; they learn from the later written sentences and labels too. `--learn` only trains, `--pack` only puts
 * what was trained into the model. `--apart` writes no model, but leaves an eighth of the later sentences out and prints how many
 * of their events and third digits are right.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measurePairs } from "../../bench/measure-pairs.js";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import { laterHash, recordInputs } from "./inputs.js";
import { manualData } from "./manual-data.js";
import { withManual } from "./pack-manual.js";
import { cacheFolder, type Job, project, python, refuse, runAll } from "./tools.js";
import { writeVectors } from "./vectors.js";
import { writeSequences } from "./write-sequences.js";

/** Settings of each reader: as large as the kernel takes it; a third one would be over 6 MB. Features of fewer than eight rows are left out for room. */
const READERS = [1, 2].map((seed) => ["size=160", "epochs=12", "least=8", `seed=${seed}`]);
const COMMON = ["mode=manual", "code=1", "codesmooth=0.05"];
const APART = 8; // one later sentence in so many is left out by `--apart`

const cache = cacheFolder("manual");

const { examples, isWritten, labels, apart } = manualData(process.argv.includes("--apart") ? APART : 0);

const files = readKnowledgeFiles();
/** Those that lack a part of the data have names of their own, so that nobody takes them for whole ones. */
const readers = READERS.map((_, i) => join(cache, `${apart.length > 0 ? "apart" : "reader"}.${i}`));
/** What the readers were trained on, beside their weights. */
const learnt = join(cache, "learnt.json");

async function learn(): Promise<void> {
  const hash = laterHash(project);
  const { relations } = makeKnowledge({ ...files, eventModel: undefined });
  const [pairs, vectors] = [join(cache, "pairs"), join(cache, "vectors.f32")];
  writeVectors(vectors);
  writeSequences(pairs, examples, (example) => relations.input(example.marked), labels, {
    isSecond: isWritten,
    loose: true,
  });
  console.error(`${examples.length} examples, ${labels.cameo.length} events with codes`);
  const jobs = READERS.map((own, i): Job => {
    const out = readers[i] ?? "";
    return [python, [join(project, "train/events/sequence.py"), pairs, vectors, out, ...COMMON, ...own]];
  });
  await runAll(jobs, learnsOnly ? 1 : undefined); // `run.ts` has another tool run beside
  if (apart.length === 0) writeFileSync(learnt, JSON.stringify({ hash, labels }));
}

/** Puts the readers into the model, with the labels of their training. */
function pack(): void {
  const file = join(project, "models", "events.bin");
  const known: { readonly hash: string; readonly labels: typeof labels } = JSON.parse(readFileSync(learnt, "utf8"));
  const packed = withManual(readFileSync(file), readers, known.labels);
  writeFileSync(file, packed);
  console.error(`${file}: ${packed.length} bytes`);
  recordInputs(project, "manual", known.hash);
}

function measure(): void {
  const packed = withManual(readFileSync(join(project, "models", "events.bin")), readers, labels);
  const own = makeKnowledge({ ...files, eventModel: packed }).relations;
  const { rows, event, cameo: digit, nothing } = measurePairs(apart, (marked) => own.marked(marked, "manual"));
  console.log(JSON.stringify({ rows, event, cameo: digit, nothing })); // the network for contexts knows these rows
}

const [learnsOnly, packsOnly] = ["--learn", "--pack"].map((flag) => process.argv.includes(flag));
if (apart.length > 0 && (learnsOnly || packsOnly)) refuse("--apart goes with neither --learn nor --pack");
if (!packsOnly) await learn();
if (apart.length > 0) measure();
else if (!learnsOnly) pack();
