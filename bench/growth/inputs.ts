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
/** What reads an input, without a measure. */
export type Work = (input: string) => unknown;
export type HostileInput = readonly [name: string, make: Adversary, read: Reading, work: Work];

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

/** An input that is read in one stage. */
function inOne(name: string, make: Adversary, stage: string, work: Work): HostileInput {
  const read: Reading = async (input) => {
    const before = process.cpuUsage();
    await work(input);
    return new Map([[stage, spent(before)]]);
  };
  return [name, make, read, work];
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
const FILES: readonly HostileInput[] = [
  inOne("dictionary of names", repeated("LAKE_WARDEN_ [~COP]\n+WARDEN_\n"), "dictionary", refusable((t) => readDictionary("d", t))),
  inOne("dictionary of restrictions", (n) => `LAKE_ ${repeated("[EST >20100101] ")(n)}`, "dictionary", refusable((t) => readDictionary("d", t))),
  inOne("dictionary of synonyms", (n) => `LAKE_ {${repeated("POND_ , ")(n)}} [EST]`, "dictionary", refusable((t) => readDictionary("d", t))),
  inOne("dictionary of brackets", repeated("["), "dictionary", refusable((t) => readDictionary("d", t))),
  inOne("dictionary of comments", repeated("<!-- "), "dictionary", refusable((t) => readDictionary("d", t))),
  inOne("table of aliases", (n) => `${HEADER}Lake\torganisation\tEST\t\t\t\t\t\t${repeated("a|")(n)}\t\n`, "table", refusable((t) => readOwnTable("t", t))),
  inOne("table of tabs", (n) => HEADER + repeated("\t")(n), "table", refusable((t) => readOwnTable("t", t))),
  inOne("table of one name", (n) => HEADER + repeated("Lake\torganisation\tEST\t\t\t\t\t\t\t\n")(n), "table", refusable((t) => readOwnTable("t", t))),
  inOne("feed of items", (n) => `<rss version="2.0"><channel>${repeated("<item><title>a</title></item>")(n)}</channel></rss>`, "feed", (t) => parseFeed("f", t).catch(() => null)),
  inOne("feed nested", (n) => `<rss version="2.0"><channel>${repeated("<a>")(n)}`, "feed", (t) => parseFeed("f", t).catch(() => null)),
  inOne("feed of entities", (n) => `<rss version="2.0"><channel><title>${repeated("&amp;")(n)}</title></channel></rss>`, "feed", (t) => parseFeed("f", t).catch(() => null)),
  inOne("feed of attributes", (n) => `<rss version="2.0"><channel ${repeated('a="b" ')(n)}></channel></rss>`, "feed", (t) => parseFeed("f", t).catch(() => null)),
  inOne("feed never closed", (n) => `<rss version="2.0"><channel>${repeated("<")(n)}`, "feed", (t) => parseFeed("f", t).catch(() => null)),
]; // biome-ignore format: a table reads best so

/** All of them, by kind. */
export function hostileInputs(
  knowledge: Knowledge,
): Readonly<Record<"texts" | "pages" | "files", readonly HostileInput[]>> {
  const readText = textReader(knowledge);
  const work = (text: string) => readArticle({ text, language: "en" }, knowledge);
  return {
    texts: [...ADVERSARIES].map(([name, make]) => [name, (n) => LEAD + make(n), readText, work]),
    pages: [...PAGE_ADVERSARIES].map(([name, make]) => inOne(`page: ${name}`, make, "page", (html) => extractPage(html, "p"))), // biome-ignore format: one line reads best
    files: FILES,
  };
}
