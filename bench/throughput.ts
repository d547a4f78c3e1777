/**
 * Throughput from raw text to record, on one core and two, with memory, at growing numbers of articles; where the time goes,
 * by stage; and the ceiling for JavaScript, wink-nlp's tokenising and tagging, in the same run.
 *
 * usage: node dist/bench/throughput.js [--articles 1000,10000,100000] [--cores 1,2] [--sample 60]   (a line of JSON for each measure)
 *
 * The program itself is run (`readout code FILE --format json`) on generated articles of 270 words. `perSecond` is by the
 * clock, and means something on a machine that has nothing else to do; `cpuMs` is processor time an article, of all threads,
 * with the program's start in it. `gain` compares cores: by the clock, and by processor time (`possible`): what it would be if
 * both cores were the program's alone, which is less than the number of cores by what threads cost each other.
 */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { defaultKnowledge } from "../src/knowledge.js";
import { generateArticles } from "./articles.js";
import { type ProgramRun, runProgram } from "./run-program.js";
import { measureStages, perArticle } from "./throughput/sample.js";
import { winkReader } from "./wink.js";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "1000,10000,100000" },
    cores: { type: "string", default: "1,2" },
    sample: { type: "string", default: "60" },
  },
});
const [sizes, cores] = [values.articles, values.cores].map((list) => list.split(",").map(Number)) as [
  number[],
  number[],
]; // as many as are named
/** Articles that are read stage by stage, and by others. */
const SAMPLE = Number(values.sample);
const round = (n: number, digits = 1): number => Math.round(n * 10 ** digits) / 10 ** digits;
const say = (line: Readonly<Record<string, unknown>>): void => console.log(JSON.stringify(line));

async function writeArticles(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  for (const { copyOf: _, ...article } of generateArticles(count))
    if (!file.write(`${JSON.stringify(article)}\n`)) await once(file, "drain");
  file.end();
  await finished(file);
}

/** Where the program cannot be held to some of the processors, the number of its threads alone is what differs. */
const canPin = spawnSync("taskset", ["-c", "0", "true"]).status === 0;

async function measureSize(path: string, articles: number, sentences: number): Promise<void> {
  const runs = new Map<number, ProgramRun>();
  for (const count of cores) {
    const used = canPin ? Array.from({ length: count }, (_, i) => i) : [];
    const run = await runProgram(["code", path, "--format", "json", "--threads", String(count)], used);
    if (run.status !== 0) throw new Error(`status ${run.status}: ${run.said}`);
    runs.set(count, run);
    const perSecond = articles / run.clock;
    say({
      articles,
      cores: count,
      perSecond: round(perSecond),
      sentencesPerSecond: Math.round(perSecond * sentences),
      cpuMs: round((run.seconds / articles) * 1000),
      clock: run.clock,
      cpu: run.seconds,
      megabytes: run.megabytes,
    });
  }
  const [one, two] = [runs.get(1), runs.get(2)];
  if (one !== undefined && two !== undefined)
    say({ articles, gain: { clock: round(one.clock / two.clock, 2), possible: round((2 * one.seconds) / two.seconds, 2) } }); // biome-ignore format: one line reads best
}

const knowledge = defaultKnowledge();
const sample = [...generateArticles(SAMPLE)];
const { sentences, words, milliseconds, shares } = measureStages(sample, knowledge);
say({ sample: SAMPLE, sentencesAnArticle: sentences, wordsAnArticle: words, cpuMs: milliseconds, shares });
const wink = await winkReader();
if (wink === null) say({ wink: "not installed" });
else {
  const its = perArticle(sample, ({ text }) => wink(text));
  say({ wink: { cpuMs: round(its, 2), wordsPerSecond: Math.round((words / its) * 1000), timesReadouts: round(milliseconds / its) } }); // biome-ignore format: one line reads best
}
const folder = mkdtempSync(join(tmpdir(), "readout-throughput-"));
for (const size of sizes) {
  const path = join(folder, "articles.jsonl");
  await writeArticles(path, size);
  await measureSize(path, size, sentences);
}
rmSync(folder, { recursive: true, force: true });
