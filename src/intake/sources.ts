import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { InputError } from "../engine/base/errors.js";
import { decodeText } from "./decode.js";
import { isFeed } from "./feed.js";
import { isAddress } from "./fetch-address.js";
import {
  asInputError,
  type Input,
  LINES_NAME,
  MAX_FILE,
  nothing,
  readBytes,
  readLines,
  readStream,
  tooLarge,
} from "./files.js";
import { foundAt, readFeedText, type Visits } from "./visits.js";
import { isArchiveName, readArchive } from "./web-archive.js";

/** What reading sources needs besides their names. */
export interface SourceOptions {
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** How addresses are visited. */
  readonly visits: Visits;
  /** Told how many bytes of the local files were read. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

const GZIP_NAME = /\.gz$/i;
/** Files of a folder that may hold articles; what else lies there is passed over. */
const ARTICLE_NAME = /\.(?:txt|text|html?|xhtml|jsonl|ndjson|jsonlines|xml|rss|atom|json|warc)(?:\.gz)?$/i;

/**
 * Reads sources as articles: files and folders (plain text, web pages, JSON Lines, feeds, web archives, any of them packed
 * with gzip), addresses of pages and feeds; `-` is standard input. What cannot be read gives its failure, the rest goes on.
 */
export async function* readSources(names: Iterable<string>, options: SourceOptions): AsyncGenerator<Input> {
  for (const name of names) {
    try {
      if (name === "-") yield* readStream("standard input", options.stdin ?? nothing());
      else if (isAddress(name)) yield* options.visits.read(name);
      else for await (const file of filesOf(name)) yield* guarded(file, options);
    } catch (error) {
      yield { name, failure: asInputError(name, error) };
    }
  }
}

/** Bytes of all local files among the sources, as far as they can be seen. */
export async function sizeOf(names: Iterable<string>): Promise<number> {
  let size = 0;
  for (const name of names) {
    if (name === "-" || isAddress(name)) continue;
    try {
      for await (const file of filesOf(name)) size += (await stat(file)).size;
    } catch {
      // what cannot be seen is reported when it is read
    }
  }
  return size;
}

/** A file itself; of a folder, all files below it that may hold articles, by name. */
async function* filesOf(path: string): AsyncGenerator<string> {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) yield* filesOf(inner);
    else if (entry.isFile() && ARTICLE_NAME.test(entry.name) && !(await isData(inner))) yield inner;
  }
}

const JSON_NAME = /\.json$/i;
const HEAD_BYTES = 32_768; // more than the head in which a feed declares itself

/** Whether a file of a folder is JSON of another kind than a feed: data beside the articles, no article. */
async function isData(file: string): Promise<boolean> {
  if (!JSON_NAME.test(file)) return false;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return !isFeed(decodeText(buffer.subarray(0, bytesRead))?.text ?? "");
  } finally {
    await handle.close();
  }
}

async function* guarded(file: string, options: SourceOptions): AsyncGenerator<Input> {
  try {
    yield* readFile(file, options);
  } catch (error) {
    yield { name: file, failure: asInputError(file, error) };
  }
}

const CHUNK = 16_384; // bytes read at once: a few articles, so that progress is not told in leaps

async function* readFile(file: string, { visits, onBytes }: SourceOptions): AsyncGenerator<Input> {
  if (isArchiveName(file)) {
    yield* archived(file);
    onBytes?.((await stat(file)).size);
    return;
  }
  const packed = GZIP_NAME.test(file) || (await isPacked(file));
  const name = file.replace(GZIP_NAME, "");
  const raw = createReadStream(file, { highWaterMark: CHUNK });
  raw.on("data", (chunk) => onBytes?.(chunk.length));
  const stream = packed ? raw.pipe(createGunzip()) : raw;
  raw.on("error", (error) => stream.destroy(error));
  if (LINES_NAME.test(name)) {
    yield* readLines(file, stream);
    return;
  }
  const bytes = await gather(file, stream);
  const text = decodeText(bytes)?.text ?? "";
  if (isFeed(text)) yield* readFeedText(file, text, visits);
  else if (JSON_NAME.test(name))
    throw new InputError("no-feed", `${file}: JSON, but no feed (JSON Lines end in .jsonl)`);
  else yield* readBytes(packed && GZIP_NAME.test(file) ? name : file, bytes);
}

async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function* archived(file: string): AsyncGenerator<Input> {
  for await (const page of readArchive(file)) {
    if ("failure" in page) {
      yield page;
      continue;
    }
    try {
      for await (const input of readBytes(page.html ? `${page.name}.html` : page.name, page.bytes))
        yield "failure" in input ? input : { name: page.name, article: foundAt(input.article, page.url) };
    } catch (error) {
      yield { name: page.name, failure: asInputError(`${page.name} (${page.url})`, error) };
    }
  }
}

async function gather(name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_FILE) throw tooLarge(name);
    all.push(chunk);
  }
  if (size === 0) throw new InputError("input-empty", `${name}: empty`);
  return Buffer.concat(all);
}
