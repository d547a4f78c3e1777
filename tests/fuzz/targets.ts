import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readDictionary } from "../../src/engine/actors/own/dictionary.js";
import { readOwnTable } from "../../src/engine/actors/own/table.js";
import { DataError, InputError } from "../../src/engine/base/errors.js";
import { readDocument } from "../../src/engine/document/document.js";
import { makeOffsetMap } from "../../src/engine/document/offset-map.js";
import { readArticle } from "../../src/engine/read.js";
import { parseFeed } from "../../src/intake/feed.js";
import { readBytes } from "../../src/intake/files.js";
import { extractPage } from "../../src/intake/html.js";
import { parseArticleLine } from "../../src/intake/json-lines.js";
import { parseRobots } from "../../src/intake/robots.js";
import { readArchive } from "../../src/intake/web-archive.js";
import { knowledge } from "../data/knowledge.js";
import { breaches } from "../engine/record-invariants.js";
import { ARCHIVES, ARTICLES, DICTIONARIES, FEEDS, LINES, PAGES, ROBOTS, TABLES } from "./corpus.js";
import { altered, alteredBytes, hostile } from "./generators.js";

/** A reader that is fed with what breaks readers. */
export interface Target<T = unknown> {
  readonly name: string;
  /** Of a hundred thousand cases, how many are its own. */
  readonly share: number;
  readonly inputs: fc.Arbitrary<T>;
  /** What the reader does wrong with an input, in words; an error it throws that is not the project's own counts too. */
  readonly faults: (input: T) => Promise<readonly string[]> | readonly string[];
}

function target<T>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<T>,
  faults: (input: T) => Promise<readonly string[]> | readonly string[],
): Target {
  return { name, share, inputs, faults: (input) => faults(input as T) }; // a target is only given what its own arbitrary made
}

/** Runs a reader that may refuse its input with an error of the project's own: a code, and words in one line. */
async function refusable(work: () => unknown): Promise<readonly string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof DataError)) throw error;
    return error.message.length > 5 ? [] : [`refused without words: “${error.message}”`];
  }
}

const LEAD =
  "Vladimir Putin spoke by phone with Emmanuel Macron on Tuesday, and the two leaders said that they would meet in the spring.\n\n";
const english = hostile(ARTICLES).map((text) => LEAD + text);
const day = fc.constantFrom(undefined, "2021-10-05", "0001-01-01", "9999-12-31");

/** Ascending, within the text, none empty. */
function spanFaults(what: string, spans: readonly (readonly [number, number])[], length: number): readonly string[] {
  return spans.flatMap(([start, end], i) =>
    start >= (spans[i - 1]?.[1] ?? 0) && start < end && end <= length
      ? []
      : [`${what} ${i} at ${start}–${end} of ${length}`],
  );
}

function documentFaults([title, text]: readonly [string, string]): readonly string[] {
  const article = { title, text };
  const read = () => readDocument(article, { repair: true }, knowledge.document);
  const document = read();
  const { length } = document.text;
  const map = makeOffsetMap(document.repairs);
  const [from, to] = map.toSource([0, length]);
  return [
    ...spanFaults("paragraph", document.paragraphs, length),
    ...document.frame.flatMap(([a, b]) => (a >= 0 && a <= b && b <= length ? [] : [`frame at ${a}–${b} of ${length}`])),
    ...(from >= 0 && from <= to && to <= document.received.length
      ? []
      : [`text is ${from}–${to} of what was received`]),
    ...(JSON.stringify(read()) === JSON.stringify(document) ? [] : ["read twice, it is two documents"]),
  ];
}

function languageFaults(text: string): readonly string[] {
  const sentences = knowledge.language.analyse(text, text === "" ? [] : [[0, text.length]]);
  return sentences.flatMap(({ tokens, tree, index }) => {
    const roots = tokens.filter((_, i) => tree.heads[i] === -1).length;
    const odd = tokens.filter((_, i) => (tree.heads[i] ?? -2) < -1 || (tree.heads[i] ?? 0) >= tokens.length);
    return [
      ...spanFaults(
        `token of sentence ${index}`,
        tokens.map((t) => [t.start, t.end] as const),
        text.length,
      ),
      ...(roots === 1 && odd.length === 0 ? [] : [`sentence ${index} has ${roots} roots and ${odd.length} odd heads`]),
    ];
  });
}

function recordFaults([text, published]: readonly [string, string | undefined]): readonly string[] {
  const read = () => readArticle({ text, language: "en" }, knowledge, { published });
  const record = read();
  return [
    ...breaches(record),
    ...(JSON.stringify(read()) === JSON.stringify(record) ? [] : ["read twice, it is two records"]),
  ];
}

async function pageFaults(html: string): Promise<readonly string[]> {
  const { text } = await extractPage(html, "page");
  return text.length <= html.length * 4 ? [] : [`${text.length} code units of text out of ${html.length}`];
}

/** A file whose name says what it may be. */
async function bytesFaults([name, bytes]: readonly [string, Uint8Array]): Promise<readonly string[]> {
  return refusable(async () => {
    for await (const input of readBytes(name, bytes))
      if ("article" in input && typeof input.article.text !== "string") throw new TypeError("no text");
  });
}

const bytesOf = (texts: readonly string[]): readonly Uint8Array[] =>
  texts.map((text) => Buffer.from(text.slice(0, 2000)));

/** All readers. @param folder Where files may be written. */
export function targets(folder: string): readonly Target[] {
  const archive = fc
    .constantFrom(...ARCHIVES)
    .chain(([name, bytes]) => fc.tuple(fc.constant(name), alteredBytes([bytes])));
  return [
    target("document", 19_000, fc.tuple(fc.oneof(fc.constant(""), altered(LINES, 80)), hostile(ARTICLES)), documentFaults),
    target("language", 5_000, hostile(ARTICLES, 300), languageFaults),
    target("record", 3_000, fc.tuple(english, day), recordFaults),
    target("page", 5_000, hostile(PAGES, 2000), pageFaults),
    target("feed", 10_000, hostile(FEEDS, 2000), (text) => refusable(() => parseFeed("feed", text))),
    target("archive", 1_000, archive, ([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return refusable(async () => {
        for await (const page of readArchive(path)) if ("bytes" in page && page.url === "") throw new TypeError("no address");
      });
    }),
    target("file", 10_000, fc.tuple(fc.constantFrom("a.txt", "a.html", "a.jsonl", "a", "standard input"), alteredBytes(bytesOf([...ARTICLES, ...PAGES, ...LINES]))), bytesFaults),
    target("line", 13_000, hostile(LINES), (text) => refusable(() => parseArticleLine(text, "a:1"))),
    target("dictionary", 12_000, hostile(DICTIONARIES), (text) => refusable(() => readDictionary("a", text))),
    target("table", 10_000, hostile(TABLES), (text) => refusable(() => readOwnTable("a", text))),
    target("robots", 8_000, fc.tuple(hostile(ROBOTS), hostile(["/private/open.pdf?a=b"])), ([text, path]) => {
      const { allows, delay } = parseRobots(text);
      return typeof allows(path) === "boolean" && delay >= 0 ? [] : [`delay ${delay}`];
    }),
  ];
} // biome-ignore format: a table reads best so
