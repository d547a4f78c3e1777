import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { InputError } from "../engine/base/errors.js";
import { lengthOf } from "../engine/document/document.js";
import type { Article } from "../engine/document/types.js";
import { decodeText, readMark } from "./decode.js";
import { extractPage } from "./html.js";
import { parseArticleLine } from "./json-lines.js";

/** One article of an input, or why there is none. `name` is the file, with the line for JSON Lines. */
export type Input =
  | { readonly name: string; readonly article: Article }
  | { readonly name: string; readonly failure: InputError };

export interface InputOptions {
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
}

/** Longest text of one article, its title with it, in UTF-16 code units. */
export const MAX_TEXT = 5 * 1024 * 1024;
/** Largest web page, in bytes: markup outweighs text several times. */
export const MAX_FILE = 4 * MAX_TEXT;

const NEWLINE = 10;

/** Longest line of JSON Lines, in UTF-16 code units: escapes may double a text. */
const MAX_LINE = 3 * MAX_TEXT;

const HTML_NAME = /\.(?:x?html?|mhtml)$/i;
export const LINES_NAME = /\.(?:jsonl|ndjson|jsonlines)$/i;
const HTML_START =
  /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,500}-->\s{0,20})?<(?:!doctype\s+html|html|head|body|article|main)\b/i;
const LINES_START = /^\s{0,20}\{\s{0,20}"/;

/**
 * Reads files as articles: plain text, web pages (by name or first tag) and JSON Lines; `-` is standard input. An input
 * that cannot be read gives its failure, and the rest goes on.
 */
export async function* readInputs(paths: Iterable<string>, options: InputOptions = {}): AsyncGenerator<Input> {
  for (const path of paths) {
    try {
      if (path === "-") yield* readStream("standard input", options.stdin ?? nothing());
      else yield* readPath(path);
    } catch (error) {
      yield { name: path, failure: asInputError(path, error) };
    }
  }
}

/** Bytes of files that are there: about as much text, where they are no web pages. Standard input counts as none. */
export async function sizeOfFiles(paths: Iterable<string>): Promise<number> {
  let size = 0;
  for (const path of paths) {
    const found = path === "-" ? null : await stat(path).catch(() => null); // what cannot be seen is reported when it is read
    if (found?.isFile() === true) size += found.size;
  }
  return size;
}

async function* readPath(path: string): AsyncGenerator<Input> {
  const found = await stat(path);
  if (found.isDirectory()) throw new InputError("input-folder", `${path}: a folder, not a file`);
  if (LINES_NAME.test(path)) yield* readLines(path, createReadStream(path));
  else if (found.size > MAX_FILE) throw tooLarge(path);
  else yield* readBytes(path, await readFile(path));
}

/** The articles of a stream: JSON Lines, told by the first line, as they come, however many; anything else as a whole. */
export async function* readStream(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  const rest = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let [size, atFirstLine] = [0, true];
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    head.push(next.value);
    size += next.value.length;
    if (size > MAX_FILE) throw tooLarge(name);
    if (!atFirstLine || !next.value.includes(NEWLINE)) continue;
    atFirstLine = false;
    if (startsWithArticle(Buffer.concat(head))) return yield* readLines(name, joined(head, rest));
  }
  yield* readBytes(name, Buffer.concat(head));
}

function startsWithArticle(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, bytes.indexOf(NEWLINE) + 1))?.text ?? "";
  return LINES_START.test(text) && isArticleLine(text);
}

/** What stands for standard input where none is given. */
export async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* joined(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The articles of a file given as its bytes: what it holds is told by its name, else by its beginning. */
export async function* readBytes(name: string, bytes: Uint8Array): AsyncGenerator<Input> {
  if (bytes.length === 0) throw new InputError("input-empty", `${name}: empty`);
  const text = decodeText(bytes)?.text;
  if (text === undefined) throw new InputError("input-binary", `${name}: not text (binary data)`);
  if (text.trim() === "") throw new InputError("input-empty", `${name}: empty`);
  if (HTML_NAME.test(name) || HTML_START.test(text.slice(0, 2000))) {
    yield { name, article: await readPage(name, redecode(bytes, text)) };
  } else if (LINES_START.test(text) && isArticleLine(text)) yield* readLines(name, [bytes]);
  else if (text.length > MAX_TEXT) throw tooLarge(name);
  else yield { name, article: { text } };
}

/** Whether the first line is an article in JSON: then standard input or a file of any name is JSON Lines. */
function isArticleLine(text: string): boolean {
  const end = text.indexOf("\n");
  try {
    parseArticleLine(end === -1 ? text : text.slice(0, end), "");
    return true;
  } catch {
    return false;
  }
}

async function readPage(name: string, html: string): Promise<Article> {
  const { title, text, published, outlet, url } = await extractPage(html, name);
  if (text.trim() === "") throw new InputError("input-empty", `${name}: no article text found in the page`);
  if (lengthOf({ title: title ?? undefined, text }) > MAX_TEXT) throw tooLarge(name);
  return {
    text,
    title: title ?? undefined,
    published: published ?? undefined,
    outlet: outlet ?? undefined,
    url: url ?? undefined,
  };
}

/** The page decoded as it says itself, where its bytes are no UTF-8 (KOI8-R, ISO 8859-5 …). */
function redecode(bytes: Uint8Array, text: string): string {
  const label = /<meta[^>]{1,200}charset\s{0,5}=\s{0,5}["']?([\w-]{3,20})/i.exec(text.slice(0, 4096))?.[1];
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return text;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text;
  } catch {
    return decodeLabelled(bytes, label) ?? text;
  }
}

function decodeLabelled(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null; // a label nobody knows
  }
}

/** The articles of JSON Lines, read as they come. */
export async function* readLines(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Input> {
  let number = 0;
  let articles = 0;
  for await (const line of splitLines(chunks)) {
    number++;
    if (line.trim() === "") continue;
    articles++;
    const where = `${name}:${number}`;
    try {
      if (line.length > MAX_LINE) throw tooLarge(where);
      const article = parseArticleLine(line, where);
      if (lengthOf(article) > MAX_TEXT) throw tooLarge(where);
      yield { name: where, article };
    } catch (error) {
      yield { name: where, failure: asInputError(where, error) };
    }
  }
  if (articles === 0) throw new InputError("input-empty", `${name}: empty`);
}

/** Lines as they come. Only what is new is looked through, so that a line of many chunks takes no longer than its length. */
async function* splitLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string): void => {
    if (part !== "" && length <= MAX_LINE) parts.push(part); // a longer line is refused; there is no need to keep it
    length += part.length;
  };
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(readMark(chunk) ?? "utf-8");
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      keep(text.slice(from, end));
      yield parts.join("");
      [parts, length, from] = [[], 0, end + 1];
    }
    keep(text.slice(from));
  }
  keep(decoder?.decode() ?? "");
  if (length > 0) yield parts.join("");
}

export function tooLarge(name: string): InputError {
  return new InputError("input-too-large", `${name}: over 5 MB of text`);
}

const REASONS: Readonly<Record<string, readonly [code: string, reason: string]>> = {
  ENOENT: ["input-missing", "no such file"],
  ENOTDIR: ["input-missing", "no such file"],
  EACCES: ["input-unreadable", "may not be read (permissions)"],
  EISDIR: ["input-folder", "a folder, not a file"],
};

/** Any trouble with an input, in words. */
export function asInputError(name: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const [kind, reason] = REASONS[code] ?? [
    "input-unreadable",
    error instanceof Error ? error.message : "cannot be read",
  ];
  return new InputError(kind, `${name}: ${reason}`);
}
