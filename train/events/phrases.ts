/**
 * Finds what set phrases are worth beside the readers of the manual's habit (`relate/phrase-votes.ts`) and prints it: of written
 * sentences and of real ones, with the share of right codes, without phrases and with them, among every second one, which are left out
 * for that. Each sentence is answered by a network that learnt two thirds of all and had not seen it; found is what makes the right
 * codes likeliest.
 *
 * usage: node dist/train/events/phrases.js [--scored] [--cache DIR]
 *
 * Data and tools as for `run.ts`; some half an hour of processor time. `--scored` takes the scores that lie in the cache. What is
 * printed is written into `src/engine/events/relate/model.ts` by hand: there they count less, since the readers together
 * know more than one of them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import type { Example } from "./examples.js";
import { type Case, fitWorth, rightShare } from "./fit-phrases.js";
import { manualData } from "./manual-data.js";
import { cacheFolder, project, python, run } from "./tools.js";
import { writeVectors } from "./vectors.js";
import { writeSequences } from "./write-sequences.js";

const PARTS = 3;
const SETTINGS = ["mode=parts", "code=1", "codesmooth=0.05", "size=160", "epochs=8", "least=8"];
const EVENTS = 17;

const cache = cacheFolder("phrases");
const inCache = (name: string): string => join(cache, name);
const { examples, isWritten, labels } = manualData(0);
const { relations } = makeKnowledge({ ...readKnowledgeFiles(), eventModel: undefined });
const codes = labels.cameo.map((name) => name.split(" "));

/** Each example scored by a network that learnt those of the other parts. */
function score(): void {
  const written = new Set<Example>();
  const parts = examples.map((example, i) => {
    const part = { ...example, fold: i % PARTS };
    if (isWritten(example)) written.add(part);
    return part;
  });
  writeVectors(inCache("vectors.f32"));
  writeSequences(inCache("pairs"), parts, ({ marked }) => relations.input(marked), labels, {
    isSecond: (part) => written.has(part),
    loose: true,
  });
  const files = ["pairs", "vectors.f32", "scores.bin"].map(inCache);
  run(python, [join(project, "train/events/sequence.py"), ...files, ...SETTINGS]);
}

/** All examples with the scores of their codes, in order. */
function casesIn(bytes: Buffer): readonly Case[] {
  const [, size = 0] = new Int32Array(bytes.buffer, bytes.byteOffset, 2);
  const scores = new Float32Array(bytes.buffer, bytes.byteOffset + 8, examples.length * size);
  return examples.map(({ marked, cameo }, i) => {
    const from = i * size + EVENTS;
    const right = labels.cameo.indexOf(cameo);
    return { scores: scores.subarray(from, from + codes.length), right, phrases: relations.input(marked).phrases };
  });
}

if (!process.argv.includes("--scored")) score();
const cases = casesIn(readFileSync(inCache("scores.bin")));
for (const sentences of ["written", "real"]) {
  const halves: [learnt: Case[], back: Case[]] = [[], []];
  for (const [i, example] of examples.entries()) {
    const own = cases[i];
    if (own !== undefined && isWritten(example) === (sentences === "written"))
      (i % 2 === 0 ? halves[0] : halves[1]).push(own);
  }
  const [learnt, back] = halves;
  const worth = fitWorth(learnt, codes);
  const [without, withPhrases] = [null, worth].map((one) => Math.round(10_000 * rightShare(back, codes, one)) / 10_000);
  console.log(JSON.stringify({ sentences, ...worth, keptBack: back.length, without, with: withPhrases }));
}
