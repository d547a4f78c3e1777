import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type InputOptions, MAX_TEXT, readInputs } from "../../src/intake/files.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-intake-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(paths: readonly string[], options: InputOptions = {}): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const input of readInputs(paths, options)) {
    const name = input.name.replace(`${folder}/`, "");
    seen.push(
      "article" in input
        ? `${name} = ${JSON.stringify(input.article)}`
        : `${input.failure.code}: ${input.failure.message.replace(`${folder}/`, "")}`,
    );
  }
  return seen;
}

async function* stream(...chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

const PROSE =
  "<p>The presidents of the two countries spoke by telephone on Tuesday and discussed the water supply, the ministry said.</p>";
const PAGE = `<!DOCTYPE html><html><head><title>Presidents talk | The Paper</title><meta property="og:site_name" content="The Paper"></head><body><article><h1>Presidents talk</h1>${PROSE}${PROSE}${PROSE}</article></body></html>`;

describe("inputs", () => {
  test("plain text is as it stands, line ends and all", async () => {
    expect(await read([file("a.txt", "\ufeffOne\r\n\r\nTwo \n")])).toEqual([
      'a.txt = {"text":"One\\r\\n\\r\\nTwo \\n"}',
    ]);
  });

  test("JSON Lines: each line by itself, bad ones with file, line and reason", async () => {
    const lines = [
      '{"id": "x1", "title": "T", "text": "One.", "published": "2021-10-05T10:00:00Z", "url": "https://e.org/1", "outlet": "O", "language": "en", "other": 1}',
      "",
      "{broken",
      '{"id": 7, "text": "Two.", "title": null}',
      "[1]",
      '{"title": "no text"}',
      '{"text": ""}',
      '{"text": 5}',
      '{"text": "x", "published": "yesterday"}',
      '{"text": "x", "title": 5}',
    ];
    const seen = await read([file("a.jsonl", lines.join("\n"))]);
    expect(seen[0]).toBe(
      'a.jsonl:1 = {"id":"x1","title":"T","published":"2021-10-05T10:00:00Z","url":"https://e.org/1","outlet":"O","language":"en","text":"One."}',
    );
    expect(seen[1]).toMatch(/^line-invalid: a\.jsonl:3: not JSON: /);
    expect(seen.slice(2)).toEqual([
      'a.jsonl:4 = {"id":"7","text":"Two."}',
      "line-invalid: a.jsonl:5: not a JSON object",
      "line-invalid: a.jsonl:6: no text",
      "line-invalid: a.jsonl:7: text is empty",
      "line-invalid: a.jsonl:8: text is not a string",
      "line-invalid: a.jsonl:9: published is no day: “yesterday” (wanted: 2021-10-05)",
      "line-invalid: a.jsonl:10: title is not a string",
    ]);
  });

  test("a byte-order mark and a missing last line end do no harm", async () => {
    expect(await read([file("b.ndjson", '\ufeff{"text": "One."}\r\n{"text": "Two."}')])).toEqual([
      'b.ndjson:1 = {"text":"One."}',
      'b.ndjson:2 = {"text":"Two."}',
    ]);
  });

  test("bad inputs are told apart, and the rest goes on", async () => {
    mkdirSync(join(folder, "sub"), { recursive: true });
    const paths = [
      join(folder, "none.txt"),
      join(folder, "sub"),
      file("empty.txt", ""),
      file("blank.txt", " \n\n"),
      file("binary.bin", Uint8Array.from([0, 1, 2, 3, 0, 255])),
      file("large.txt", "a".repeat(MAX_TEXT + 1)),
      file("empty.jsonl", "\n\n"),
      file("good.txt", "Good."),
    ];
    expect(await read(paths)).toEqual([
      "input-missing: none.txt: no such file",
      "input-folder: sub: a folder, not a file",
      "input-empty: empty.txt: empty",
      "input-empty: blank.txt: empty",
      "input-binary: binary.bin: not text (binary data)",
      "input-too-large: large.txt: over 5 MB of text",
      "input-empty: empty.jsonl: empty",
      'good.txt = {"text":"Good."}',
    ]);
  });

  test("a line over the limit is refused, the next one read", async () => {
    const long = JSON.stringify({ text: "a".repeat(MAX_TEXT + 1) });
    expect(await read([file("long.jsonl", `${long}\n{"text":"Two."}\n`)])).toEqual([
      "input-too-large: long.jsonl:1: over 5 MB of text",
      'long.jsonl:2 = {"text":"Two."}',
    ]);
  });

  test("standard input: text, a page or JSON Lines, told by its beginning", async () => {
    expect(await read(["-"], { stdin: stream("Plain ", "text.") })).toEqual([
      'standard input = {"text":"Plain text."}',
    ]);
    expect(await read(["-"], { stdin: stream('{"text": "One."}\n{"te', 'xt": "Two."}\n') })).toEqual([
      'standard input:1 = {"text":"One."}',
      'standard input:2 = {"text":"Two."}',
    ]);
    expect(await read(["-"], { stdin: stream("{a brace} opens this text") })).toEqual([
      'standard input = {"text":"{a brace} opens this text"}',
    ]);
    expect((await read(["-"], { stdin: stream(PAGE) }))[0]).toContain('"title":"Presidents talk"');
    expect(await read(["-"], { stdin: stream("") })).toEqual(["input-empty: standard input: empty"]);
  });

  test("standard input of more than fits into memory: each line is read before the last has come", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.from(`{"text":"Article ${given++}"}\n`);
    }
    const read: string[] = [];
    for await (const input of readInputs(["-"], { stdin: endless() })) {
      if ("article" in input) read.push(input.article.text);
      if (read.length === 1000) break;
    }
    expect(read).toEqual(Array.from({ length: 1000 }, (_, i) => `Article ${i}`));
    expect(given).toBeLessThan(1010);
  });

  test("standard input without a first line is refused beyond the size of a file", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.alloc(1 << 20, "word ");
    }
    expect(await read(["-"], { stdin: endless() })).toEqual(["input-too-large: standard input: over 5 MB of text"]);
  });

  test("a page by name or by its first tag", async () => {
    for (const name of ["page.html", "page.htm", "page.txt"]) {
      const [seen] = await read([file(name, PAGE)]);
      expect(seen).toContain('"outlet":"The Paper"');
      expect(seen).not.toContain("<p>");
    }
    expect(await read([file("tag.txt", "The sign < stands for less, <p> for a paragraph.")])).toEqual([
      'tag.txt = {"text":"The sign < stands for less, <p> for a paragraph."}',
    ]);
    expect(await read([file("bare.html", "<html><body></body></html>")])).toEqual([
      "input-empty: bare.html: no article text found in the page",
    ]);
  });

  test("a page decoded as it says itself", async () => {
    const head = Buffer.from('<html><head><meta charset="koi8-r"></head><body><p>', "latin1");
    const word = Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]); // “Привет”
    const [seen] = await read([file("koi.html", Buffer.concat([head, word, Buffer.from("</p></body></html>")]))]);
    expect(seen).toContain("Привет");
  });
});
