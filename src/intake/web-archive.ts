import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { WARCRecord } from "warcio";
import { InputError } from "../engine/base/errors.js";

/** A page of a web archive, or why a record gives none. */
export type ArchivedPage =
  | { readonly name: string; readonly url: string; readonly bytes: Uint8Array; readonly html: boolean }
  | { readonly name: string; readonly failure: InputError };

/** Largest record whose content is read, in bytes, packed and unpacked. */
const MAX_RECORD = 20 * 1024 * 1024;
/** How a record begins, packed and unpacked. */
const BEGINNINGS = [Buffer.from([0x1f, 0x8b, 0x08]), Buffer.from("\r\nWARC/1.")];
const WINDOW = 1 << 20;

export function isArchiveName(name: string): boolean {
  return /\.warc(?:\.gz)?$/i.test(name);
}

/**
 * The pages of a web archive (WARC 1.0 or 1.1, packed record by record or not). A broken record is reported, and reading
 * goes on at the next one that can be made out.
 */
export async function* readArchive(path: string): AsyncGenerator<ArchivedPage> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    for (let start: number | null = 0; start !== null; ) {
      const end: number = yield* readFrom(path, start, size);
      if (end >= size) return;
      const name = `${path}@${end}`;
      yield { name, failure: new InputError("input-archive", `${name}: broken record`) };
      start = await nextRecord(file, end + 4);
    }
  } finally {
    await file.close();
  }
}

/** Pages from an offset on; gives where reading ended, which is before the file's end where a record is broken. */
async function* readFrom(path: string, start: number, size: number): AsyncGenerator<ArchivedPage, number> {
  const { WARCParser } = await import("warcio");
  const stream = createReadStream(path, { start });
  const parser = new WARCParser(stream);
  try {
    for await (const record of parser) {
      const at = start + parser.offset;
      // Packed, it is shorter than it says; unpacked, a record that says it goes beyond the end of the file was cut off.
      if (at + record.warcContentLength > size && !path.endsWith(".gz")) return at;
      const page = await pageOf(`${path}@${at}`, record);
      if (page !== null) yield page;
    }
  } catch {
    // it stopped where its offset says
  } finally {
    stream.destroy();
  }
  return start + parser.offset;
}

async function pageOf(name: string, record: WARCRecord): Promise<ArchivedPage | null> {
  const url = record.warcTargetURI ?? "";
  const http = record.httpHeaders;
  if (record.warcType !== "response" || !/^https?:/i.test(url) || http?.statusCode !== 200) return null;
  const type = (http.headers.get("content-type") ?? "").toLowerCase();
  if (!/^(?:text\/html|application\/xhtml|text\/plain)/.test(type)) return null;
  const bytes = record.warcContentLength > MAX_RECORD ? null : await contentOf(record);
  if (bytes === null)
    return { name, failure: new InputError("input-too-large", `${name}: over ${MAX_RECORD >> 20} MB`) };
  return { name, url, bytes, html: !type.startsWith("text/plain") };
}

/** The content of a record, unpacked; `null` once it is larger than may be read: a few bytes can be packed gigabytes. */
async function contentOf(record: WARCRecord): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size > MAX_RECORD) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Where the next record begins, from an offset on; `null` at the end of the file. */
async function nextRecord(file: FileHandle, from: number): Promise<number | null> {
  const window = Buffer.alloc(WINDOW);
  for (let at = from; ; at += WINDOW - 16) {
    const { bytesRead } = await file.read(window, 0, WINDOW, at);
    if (bytesRead < 16) return null;
    const places = BEGINNINGS.map((bytes) => window.subarray(0, bytesRead).indexOf(bytes)).filter(
      (found) => found >= 0,
    );
    const first = Math.min(...places);
    if (places.length > 0) return at + first + (window[first] === 0x0d ? 2 : 0);
  }
}
