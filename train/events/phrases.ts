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
const { relations, events } = makeKnowledge({ ...readKnowledgeFiles(), eventModel: undefined });
const codes = labels.cameo.map((name) => name.split(" "));

/** Each example scored by a network that learnt those of the other parts. */
function score(): void {
  const parts = examples.map((example, i) => ({ ...example, fold: i % PARTS }));
  const written = new Set(parts.filter((_, i) => examples[i] !== undefined && isWritten(examples[i])));
  writeVectors(inCache("vectors.f32"));
  writeSequences(inCache("pairs"), parts, ({ marked }) => relations.input(marked), labels, {
    isSecond: (part) => written.has(part),
    loose: true,
  });
  const files = ["pairs", "vectors.f32", "scores.bin"].map(inCache);
  run(python, [join(project, "train/events/sequence.py"), ...files, ...SETTINGS]);
}

/** The examples of a kind with their scores; every second one. */
function casesOf(isKind: (example: Example) => boolean, half: 0 | 1): readonly Case[] {
  const bytes = readFileSync(inCache("scores.bin"));
  const [, size = 0] = new Int32Array(bytes.buffer, bytes.byteOffset, 2);
  const scores = new Float32Array(bytes.buffer, bytes.byteOffset + 8, examples.length * size);
  return examples.flatMap((example, i) => {
    if (!isKind(example) || i % 2 !== half) return [];
    const tokens = relations.tokens(example.marked);
    const words = tokens.map(({ lemma, lower }) => ({ lemma: lemma.toLowerCase(), form: lower }));
    const from = i * size + EVENTS;
    const right = labels.cameo.indexOf(example.cameo);
    return [{ scores: scores.subarray(from, from + codes.length), right, phrases: events.phrases.in(words) }];
  });
}

if (!process.argv.includes("--scored")) score();
for (const [sentences, isKind] of [
  ["written", isWritten],
  ["real", (example: Example) => !isWritten(example)],
] as const) {
  const worth = fitWorth(casesOf(isKind, 0), codes);
  const back = casesOf(isKind, 1);
  const [without, withPhrases] = [null, worth].map((one) => Math.round(10_000 * rightShare(back, codes, one)) / 10_000);
  console.log(JSON.stringify({ sentences, ...worth, keptBack: back.length, without, with: withPhrases }));
}
