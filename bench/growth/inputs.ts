/** Every hostile input with the way it is read: texts by the engine, pages, feeds, tables and dictionaries by their readers. */
import { readDictionary } from "../../src/engine/actors/own/dictionary.js";
import { readOwnTable } from "../../src/engine/actors/own/table.js";
import { DataError } from "../../src/engine/base/errors.js";
import type { Knowledge } from "../../src/engine/knowledge.js";
import { readArticle } from "../../src/engine/read.js";
import { parseFeed } from "../../src/intake/feed.js";
import { extractPage } from "../../src/intake/html.js";
import { ADVERSARIES, type Adversary, PAGE_ADVERSARIES, repeated } from "../adversaries.js";
import { runStages } from "../stages.js";

/** Milliseconds of processor time by stage. */
export type Times = ReadonlyMap<string, number>;
/** Reads an input and says how long its parts took. */
export type Reading = (input: string) => Promise<Times> | Times;
export type HostileInput = readonly [name: string, make: Adversary, read: Reading];

/** Before every text, so that it is taken for an article in English that tells of a contact. */
export const LEAD =
  "Vladimir Putin spoke by phone with Emmanuel Macron on Tuesday, and the two leaders said that they would meet.\n\n";

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Reads a text stage by stage, and once more as a whole. */
export function textReader(knowledge: Knowledge): Reading {
  return (text) => {
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
  };
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

/** All of them, by kind. */
export function hostileInputs(
  knowledge: Knowledge,
): Readonly<Record<"texts" | "pages" | "files", readonly HostileInput[]>> {
  const readText = textReader(knowledge);
  const readPage = timed("page", (html) => extractPage(html, "p"));
  return {
    texts: [...ADVERSARIES].map(([name, make]) => [name, (n) => LEAD + make(n), readText]),
    pages: [...PAGE_ADVERSARIES].map(([name, make]) => [`page: ${name}`, make, readPage]),
    files: FILES,
  };
}
