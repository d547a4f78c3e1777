/**
 * Speed of the whole engine, raw text to record, on one core; of `relate`; and of the program's start.
 *
 * usage: node dist/bench/engine.js [--profile]   (one line of JSON; with READOUT_DATA also on the labelled texts there)
 *
 * Counts processor time, not the clock's, so that other work on the machine falls out; the start is timed by
 * both. `--profile` adds where the time goes, by the engine's folders, from a run of its own.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Article } from "../src/engine/document/types.js";
import type { Knowledge } from "../src/engine/knowledge.js";
import { readArticle } from "../src/engine/read.js";
import { defaultKnowledge } from "../src/knowledge.js";
import { generateArticles } from "./articles.js";
import { profileByFolder } from "./profile.js";

const ARTICLES = 60; // of each set: one to two thousand sentences
const PAIRS = 500;
const RUNS = 5;
const STARTS = 5;

/** Sets of texts by name. */
function textSets(data: string | undefined): ReadonlyMap<string, readonly Article[]> {
  const examples = readdirSync("examples")
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ text: readFileSync(join("examples", name), "utf8") }));
  const sets = new Map<string, readonly Article[]>([
    ["examples", examples],
    ["generated", [...generateArticles(ARTICLES)]],
  ]);
  if (data === undefined) return sets;
  const files = { readouts: "contacts/readouts.dev.jsonl", news: "plain/news.jsonl.gz" };
  for (const [name, file] of Object.entries(files))
    if (existsSync(join(data, file))) sets.set(name, articlesOf(join(data, file)));
  return sets;
}

/** Every so-manieth article of a file of JSON Lines, so that all its publishers are there. */
function articlesOf(path: string): readonly Article[] {
  const bytes = readFileSync(path);
  const lines = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n").filter(Boolean);
  const every = Math.max(1, Math.floor(lines.length / ARTICLES));
  return lines
    .filter((_, i) => i % every === 0)
    .slice(0, ARTICLES)
    .map((line) => {
      const row: Readonly<Record<string, unknown>> = Object(JSON.parse(line));
      const field = (name: string): string | undefined => (typeof row[name] === "string" ? row[name] : undefined);
      return { title: field("title"), text: field("body") ?? field("text") ?? "", published: field("date") };
    });
}

/** Sentences with two marked parties: the public relation data where they are at hand, else the written corpus. */
function markedSentences(data: string | undefined): readonly string[] {
  const own = join("data", "written", "a.tsv");
  const given = data === undefined ? own : join(data, "relations", "plv.train.tsv");
  const [head = "", ...rows] = readFileSync(existsSync(given) ? given : own, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const columns = head.split("\t");
  const marked = ["marked_sentence", "sentence"].find((name) => columns.includes(name)) ?? "";
  return rows.slice(0, PAIRS).map((row) => row.split("\t")[columns.indexOf(marked)] ?? "");
}

/** Processor time of the work on all items, in seconds; of each item the least of some runs, since what else runs on the machine only slows. */
function leastSeconds<T>(items: readonly T[], work: (item: T) => unknown): number {
  const least = items.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < RUNS; run++)
    items.forEach((item, i) => {
      const before = process.cpuUsage();
      work(item);
      const { user, system } = process.cpuUsage(before);
      least[i] = Math.min(least[i] ?? 0, (user + system) / 1e6);
    });
  return least.reduce((sum, seconds) => sum + seconds, 0);
}

/** The same knowledge with a count of the sentences read. */
function counting(knowledge: Knowledge): { readonly knowledge: Knowledge; readonly count: () => number } {
  let count = 0;
  const { language } = knowledge;
  const counted = {
    analyse: (...given: Parameters<typeof language.analyse>) => {
      const sentences = language.analyse(...given);
      count += sentences.length;
      return sentences;
    },
  };
  return { knowledge: { ...knowledge, language: counted }, count: () => count };
}

function speedOf(articles: readonly Article[], knowledge: Knowledge) {
  const counter = counting(knowledge);
  for (const article of articles) readArticle(article, counter.knowledge); // warms up, too
  const seconds = leastSeconds(articles, (article) => readArticle(article, knowledge));
  return {
    sentencesPerSecond: Math.round(counter.count() / seconds),
    articlesPerSecond: Math.round((articles.length * 10) / seconds) / 10,
    sentences: counter.count(),
  };
}

function pairsPerSecond(sentences: readonly string[], { relations }: Knowledge): number {
  for (const sentence of sentences) relations.marked(sentence); // warms up
  return Math.round(sentences.length / leastSeconds(sentences, (sentence) => relations.marked(sentence)));
}

/** Written by the program's process when it ends: what processor time it took. */
const SPENT = "data:text/javascript,process.on('exit',()=>process.stderr.write(JSON.stringify(process.cpuUsage())))";

/** Milliseconds that `readout code` takes for one short article, by the clock and of the processor: the least of some runs. */
function startMilliseconds(): { readonly clock: number; readonly processor: number } | null {
  const program = join("dist", "bundle", "main.js");
  if (!existsSync(program)) return null;
  const command = [program, "code", join("examples", "call-railway.txt")];
  const timed = Array.from({ length: STARTS }, () => {
    const start = performance.now();
    spawnSync(process.execPath, command);
    return performance.now() - start;
  });
  const spent = Array.from({ length: STARTS }, () => {
    const { stderr } = spawnSync(process.execPath, ["--import", SPENT, ...command], { encoding: "utf8" });
    const { user, system }: NodeJS.CpuUsage = JSON.parse(stderr);
    return (user + system) / 1000;
  });
  return { clock: Math.round(Math.min(...timed)), processor: Math.round(Math.min(...spent)) };
}

const data = process.env["READOUT_DATA"];
const loading = process.cpuUsage();
const knowledge = defaultKnowledge();
const loaded = process.cpuUsage(loading);
const sets = [...textSets(data)];
const figures = Object.fromEntries(sets.map(([name, articles]) => [name, speedOf(articles, knowledge)]));
const pairs = pairsPerSecond(markedSentences(data), knowledge);
const profile = process.argv.includes("--profile")
  ? await profileByFolder(() => {
      for (const [, articles] of sets) for (const article of articles) readArticle(article, knowledge);
    })
  : undefined;
console.log(
  JSON.stringify({
    processor: cpus()[0]?.model.trim(),
    node: process.version,
    loadMilliseconds: Math.round((loaded.user + loaded.system) / 1000),
    startMilliseconds: startMilliseconds(),
    ...figures,
    pairsPerSecond: pairs,
    profile,
  }),
);
