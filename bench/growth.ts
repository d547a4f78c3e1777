/**
 * How time grows with length: for hostile texts and pages, processor time at doubling lengths, through each stage and the whole.
 *
 * usage: node dist/bench/growth.js [--only NAME,NAME] [--longest CODE_UNITS] [--seconds LIMIT] [--pages|--texts|--files]
 *
 * Prints a line of JSON for each input, and at the end the worst of all. Exit status 1 when twice the length took more
 * than 2.3 times the time. Of each length the least of some readings counts, since what else runs on the machine only
 * slows; times too short to be told from chance are not compared.
 */
import { parseArgs } from "node:util";
import { readDictionary } from "../src/engine/actors/own/dictionary.js";
import { readOwnTable } from "../src/engine/actors/own/table.js";
import { DataError } from "../src/engine/base/errors.js";
import { readArticle } from "../src/engine/read.js";
import { parseFeed } from "../src/intake/feed.js";
import { extractPage } from "../src/intake/html.js";
import { defaultKnowledge } from "../src/knowledge.js";
import { ADVERSARIES, type Adversary, PAGE_ADVERSARIES, repeated } from "./adversaries.js";
import { runStages } from "./stages.js";

const MOST = 2.3; // times the time for twice the length
const SHORTEST = 8_192; // code units
const TOLD_APART = 80; // milliseconds below which a time is not compared
const READINGS = 3;
const LEAD =
  "Vladimir Putin spoke by phone with Emmanuel Macron on Tuesday, and the two leaders said that they would meet.\n\n";

/** Milliseconds of processor time by stage. */
type Times = ReadonlyMap<string, number>;
/** Reads an input and says how long its parts took. */
type Reading = (input: string) => Promise<Times> | Times;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    longest: { type: "string", default: "1048576" },
    seconds: { type: "string", default: "8" },
    pages: { type: "boolean" },
    texts: { type: "boolean" },
    files: { type: "boolean" },
  },
});
const knowledge = defaultKnowledge();

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function readText(text: string): Times {
  const times = new Map<string, number>();
  runStages(text, knowledge, (stage, work) => {
    const before = process.cpuUsage();
    const result = work();
    times.set(stage, spent(before));
    return result;
  });
  const before = process.cpuUsage();
  readArticle({ text, language: "en" }, knowledge);
  return times.set("whole", spent(before));
}

function timed(stage: string, work: (input: string) => unknown): Reading {
  return async (input) => {
    const before = process.cpuUsage();
    await work(input);
    return new Map([[stage, spent(before)]]);
  };
}

/** Tables and dictionaries are refused with an error of their own where most of them cannot be read. */
function refusable(work: (input: string) => unknown): (input: string) => unknown {
  return (input) => {
    try {
      return work(input);
    } catch (error) {
      if (error instanceof DataError) return null;
      throw error;
    }
  };
}

const HEADER = "name\tkind\tcode\tsector\toffice\tgender\tfrom\tto\taliases\tsource\n";
const FILES: readonly (readonly [string, Adversary, Reading])[] = [
  ["dictionary of names", repeated("LAKE_WARDEN_ [~COP]\n+WARDEN_\n"), timed("dictionary", refusable((t) => readDictionary("d", t)))],
  ["dictionary of restrictions", (n) => `LAKE_ ${repeated("[EST >20100101] ")(n)}`, timed("dictionary", refusable((t) => readDictionary("d", t)))],
  ["dictionary of synonyms", (n) => `LAKE_ {${repeated("POND_ , ")(n)}} [EST]`, timed("dictionary", refusable((t) => readDictionary("d", t)))],
  ["dictionary of brackets", repeated("["), timed("dictionary", refusable((t) => readDictionary("d", t)))],
  ["dictionary of comments", repeated("<!-- "), timed("dictionary", refusable((t) => readDictionary("d", t)))],
  ["table of aliases", (n) => `${HEADER}Lake\torganisation\tEST\t\t\t\t\t\t${repeated("a|")(n)}\t\n`, timed("table", refusable((t) => readOwnTable("t", t)))],
  ["table of tabs", (n) => HEADER + repeated("\t")(n), timed("table", refusable((t) => readOwnTable("t", t)))],
  ["table of one name", (n) => HEADER + repeated("Lake\torganisation\tEST\t\t\t\t\t\t\t\n")(n), timed("table", refusable((t) => readOwnTable("t", t)))],
  ["feed of items", (n) => `<rss version="2.0"><channel>${repeated("<item><title>a</title></item>")(n)}</channel></rss>`, timed("feed", (t) => parseFeed("f", t).catch(() => null))],
  ["feed nested", (n) => `<rss version="2.0"><channel>${repeated("<a>")(n)}`, timed("feed", (t) => parseFeed("f", t).catch(() => null))],
  ["feed of entities", (n) => `<rss version="2.0"><channel><title>${repeated("&amp;")(n)}</title></channel></rss>`, timed("feed", (t) => parseFeed("f", t).catch(() => null))],
  ["feed of attributes", (n) => `<rss version="2.0"><channel ${repeated('a="b" ')(n)}></channel></rss>`, timed("feed", (t) => parseFeed("f", t).catch(() => null))],
  ["feed never closed", (n) => `<rss version="2.0"><channel>${repeated("<")(n)}`, timed("feed", (t) => parseFeed("f", t).catch(() => null))],
]; // biome-ignore format: a table reads best so

function inputs(): readonly (readonly [string, Adversary, Reading])[] {
  const every = !values.pages && !values.texts && !values.files;
  const texts = every || values.texts === true ? [...ADVERSARIES] : [];
  const pages = every || values.pages === true ? [...PAGE_ADVERSARIES] : [];
  const all: readonly (readonly [string, Adversary, Reading])[] = [
    ...texts.map(([name, make]) => [name, (n: number) => LEAD + make(n), readText] as const),
    ...pages.map(([name, make]) => [`page: ${name}`, make, timed("page", (html) => extractPage(html, "p"))] as const),
    ...(every || values.files === true ? FILES : []),
  ];
  const only = values.only?.split(",");
  return only === undefined ? all : all.filter(([name]) => only.includes(name));
}

/** The least of some readings, part by part. */
async function leastTimes(text: string, read: Reading, before: Times | null): Promise<Times> {
  const least = new Map<string, number>();
  for (let reading = 0; reading < READINGS; reading++) {
    for (const [stage, time] of await read(text)) least.set(stage, Math.min(time, least.get(stage) ?? time));
    if (before === null || steepest(least, before).factor <= MOST) break; // good enough: more would only confirm it
  }
  return least;
}

interface Step {
  readonly stage: string;
  readonly factor: number;
}

/** The stage whose time grew most from one length to the next, of those long enough to be told from chance. */
function steepest(now: Times, before: Times): Step {
  let worst: Step = { stage: "-", factor: 0 };
  for (const [stage, time] of now) {
    const factor = time / Math.max(before.get(stage) ?? 0, TOLD_APART);
    if (factor > worst.factor) worst = { stage, factor };
  }
  return worst;
}

async function measure(name: string, make: Adversary, read: Reading): Promise<number> {
  let before: Times | null = null;
  let worst = { stage: "-", factor: 0, length: 0 };
  let length = SHORTEST;
  const whole: number[] = [];
  for (; length <= Number(values.longest); length *= 2) {
    const now = await leastTimes(make(length), read, before);
    const step = before === null ? worst : steepest(now, before);
    if (step.factor > worst.factor) worst = { ...step, length };
    const total = Math.max(...now.values());
    whole.push(Math.round(total));
    before = now;
    if (total > Number(values.seconds) * 1000) break;
  }
  const factor = Math.round(worst.factor * 100) / 100;
  const last = before === null ? {} : Object.fromEntries([...before].map(([stage, t]) => [stage, Math.round(t)]));
  console.log(JSON.stringify({ input: name, factor, stage: worst.stage, at: worst.length, whole, last }));
  return factor;
}

readText(LEAD.repeat(30)); // warms up
let worst = { input: "", factor: 0 };
for (const [input, make, read] of inputs()) {
  const factor = await measure(input, make, read);
  if (factor > worst.factor) worst = { input, factor };
}
console.log(JSON.stringify({ worst, bound: MOST }));
process.exitCode = worst.factor > MOST ? 1 : 0;
