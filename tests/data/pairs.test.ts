import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { measurePairs, measureTaken } from "../../bench/measure-pairs.js";
import { PairModel } from "../../src/engine/events/relate/index.js";
import { loadLanguageModel } from "../../src/engine/language/index.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import { rowName } from "../../train/events/answers.js";
import {
  keptExamples,
  keptLabels,
  labelledExamples,
  laterExamples,
  laterLabels,
  publicExamples,
  writtenExamples,
} from "../../train/events/examples.js";
import { ANSWERS, dataHash, laterHash, modelHash, readInputs } from "../../train/events/inputs.js";
import { readTwice, secondReadings } from "../../train/events/second.js";
import { ROOT } from "../cli/run.js";
import { knowledge } from "./knowledge.js";

const BENCH = resolve(process.env["READOUT_DATA"] ?? join(ROOT, "..", "shared", "bench"));
const DATA = join(BENCH, "relations", "plv.train.tsv");
const LABELS = join(ROOT, "data", "labels");
const TEXTS = [
  "quotes/polnear.dev.jsonl",
  "contacts/readouts.dev.jsonl",
  "contacts/not_readouts.dev.jsonl",
  "plain/news.jsonl.gz",
  "stories/news_pairs.dev.jsonl",
];
const hasTexts = TEXTS.every((name) => existsSync(join(BENCH, name)));
const WRITTEN = join(ROOT, "data", "written");
const SLICE = 150; // rows that the shipped model answers in the build

const answers = readdirSync(join(ROOT, ANSWERS))
  .filter((name) => name.endsWith(".jsonl"))
  .sort()
  .map((name) =>
    readFileSync(join(ROOT, ANSWERS, name), "utf8")
      .trim()
      .split("\n"),
  );
const named = (line: string): string => /^\{"row":"([0-9a-f]{16})",/.exec(line)?.[1] ?? line;

describe("the pair model and its answers out of fold", () => {
  test("were made from the data and the language model that lie here", () => {
    const [data, later] = [dataHash(ROOT), laterHash(ROOT)];
    expect(readInputs(ROOT)).toEqual({
      answers: data,
      temperature: expect.any(Number),
      trained: data,
      manual: later,
      contexts: later,
      model: modelHash(ROOT),
    });
    const { temperature } = readInputs(ROOT);
    const { eventModel = new Uint8Array() } = readKnowledgeFiles(ROOT);
    expect([...loadLanguageModel(eventModel).float32("temperature")]).toEqual([Math.fround(temperature), Math.fround(temperature)]); // biome-ignore format: one line reads best
  });

  test("all its networks answer beside the shipped language model", () => {
    const files = readKnowledgeFiles(ROOT);
    const language = loadLanguageModel(files.languageModel);
    expect(new PairModel(loadLanguageModel(files.eventModel ?? new Uint8Array()), language).whole).toBe(true);
  });

  test("every seed answers the same rows, by hash and without their text", () => {
    expect(answers.length).toBeGreaterThan(0);
    for (const seed of answers) expect(seed.map(named)).toEqual(answers[0]?.map(named));
    expect(
      answers
        .flat()
        .filter((line) => !/^\{"row":"[0-9a-f]{16}","event":"[A-Z]+","quad":[1-4],"confidence":[\d.]+\}$/.test(line)),
    ).toEqual([]);
  });

  test.skipIf(!existsSync(DATA))("the rows are those of the public data, in order", () => {
    expect(answers[0]?.map(named)).toEqual(publicExamples(DATA).map((row) => rowName(row.marked)));
  });

  test("no row that is kept out of training is in it", () => {
    const trained = new Set([...writtenExamples(WRITTEN), ...laterExamples(WRITTEN)].map((row) => row.marked));
    expect(keptExamples(WRITTEN).filter((row) => trained.has(row.marked))).toEqual([]);
  });

  test.skipIf(!hasTexts)("no real sentence that is kept out of training is in it, whoever is marked", () => {
    const words = (marked: string): string => marked.replace(/<[^>]*>/g, "");
    const trained = new Set(
      [...labelledExamples(LABELS, BENCH), ...laterLabels(LABELS, BENCH)].map((row) => words(row.marked)),
    );
    const kept = keptLabels(LABELS, BENCH);
    expect(kept.length).toBeGreaterThan(600);
    expect(kept.filter((row) => trained.has(words(row.marked)))).toEqual([]);
  });

  test("the shipped model answers a fixed slice that no training saw", () => {
    const slice = [...keptExamples(WRITTEN)]
      .sort((a, b) => (rowName(a.marked) < rowName(b.marked) ? -1 : 1))
      .slice(0, SLICE);
    const figures = measurePairs(slice, (marked) => knowledge.relations.marked(marked, "manual"));
    expect(figures.rows).toBe(SLICE);
    expect(figures.event).toBeGreaterThan(0.7);
    expect(figures.nothing).toBeGreaterThan(0.4);
  });

  test("events, codes and contexts of all rows that no training saw are as right as they were", () => {
    const rows = readTwice(keptExamples(WRITTEN), secondReadings(WRITTEN));
    const figures = measurePairs(rows, (marked) => knowledge.relations.marked(marked, "manual"));
    expect(figures.event).toBeGreaterThanOrEqual(0.87);
    expect(figures.cameo).toBeGreaterThanOrEqual(0.725);
    expect(figures.contextF1).toBeGreaterThanOrEqual(0.72);
  });

  test.skipIf(!hasTexts)("events and codes of real sentences that no training saw are as right as they were", () => {
    const all = keptLabels(LABELS, BENCH);
    const rows = all.filter(({ id }) => /^[qt]/.test(id)); // those of asked.tsv, as long as the others were not there
    const answer = (marked: string) => knowledge.relations.marked(marked, "record");
    const figures = measurePairs(rows, answer);
    expect(figures.event).toBeGreaterThanOrEqual(0.76);
    expect(figures.cameo).toBeGreaterThanOrEqual(0.6);
    expect(figures.contextF1).toBeGreaterThanOrEqual(0.73);
    expect(figures.nothing).toBeGreaterThanOrEqual(0.85);
    const { precision, recall } = measureTaken(rows, answer);
    expect(precision).toBeGreaterThanOrEqual(0.64);
    expect(recall).toBeGreaterThanOrEqual(0.52);
    const more = measurePairs(all, answer);
    expect(more.event).toBeGreaterThanOrEqual(0.81);
    expect(more.cameo).toBeGreaterThanOrEqual(0.68);
    expect(more.contextF1).toBeGreaterThanOrEqual(0.775);
    expect(more.nothing).toBeGreaterThanOrEqual(0.81);
  });
});
