import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { readSources, sizeOf } from "../../src/intake/sources.js";
import { Visits } from "../../src/intake/visits.js";
import { scratch } from "../cli/run.js";

const { file, path, drop } = scratch();
afterAll(drop);
const visits = new Visits({ state: async () => null, keep: async () => undefined });

async function read(...names: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const input of readSources(names, { visits }))
    found.push(
      "failure" in input ? `! ${input.failure.code}` : (input.article.title ?? input.article.text).slice(0, 20),
    );
  return found;
}

const TEXT = "Two rivers meet here, and two ministers met where they do, on Monday, to talk of dams.";
const line = (title: string) => `${JSON.stringify({ title, text: TEXT })}\n`;
const body = (title: string) =>
  `<html><head><title>${title}</title></head><body><article><p>${`${TEXT} `.repeat(4)}</p></article></body></html>`;

/** A record of a web archive, packed by itself. */
function record(url: string, content: string, type = "response"): Buffer {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2023-05-04T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n`;
  return Buffer.from(`${head}${http}\r\n\r\n`);
}
const ONE = record("https://example.org/1", body("First page"));
const TWO = record("https://example.org/2", body("Second page"));
const THREE = record("https://example.org/3", body("Third page"));

describe("sources", () => {
  test("JSON that is no feed is refused by name, not read as an article", async () => {
    const name = file("settings.json", JSON.stringify({ text: TEXT }));
    expect(await read(name)).toEqual(["! no-feed"]);
  });

  test("a folder: what may hold articles, by name, below it too", async () => {
    const folder = join(path, "folder");
    mkdirSync(join(folder, "inner"), { recursive: true });
    file("folder/b.jsonl", line("b1") + line("b2"));
    file("folder/a.txt", `a\n\n${TEXT}`);
    file("folder/inner/c.html", body("c"));
    file("folder/picture.png", "x");
    file("folder/.hidden.txt", TEXT);
    file("folder/settings.json", JSON.stringify({ text: TEXT }));
    file("folder/news.json", JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "n", items: [] }));
    expect((await read(folder)).map((title) => title.split("\n")[0])).toEqual(["a", "b1", "b2", "c"]);
    expect(await sizeOf([folder, "-", "https://example.org/"])).toBeGreaterThan(300);
  });

  test("packed files, whatever they are called", async () => {
    const lines = file("p.jsonl.gz", gzipSync(line("one") + line("two")));
    const page = file("p.html.gz", gzipSync(body("page")));
    const odd = file("p.dat", gzipSync(`odd\n\n${TEXT}`));
    expect((await read(lines, page, odd)).map((title) => title.split("\n")[0])).toEqual(["one", "two", "page", "odd"]);
  });

  test("a page of an archive that unpacks to more than is read is refused, the next one read", async () => {
    const body = gzipSync(Buffer.alloc(30 * 1024 * 1024, "a"));
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/b\r\nWARC-Date: 2023-05-04T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http) + body.length}\r\n\r\n`;
    const bomb = Buffer.concat([Buffer.from(head + http), body, Buffer.from("\r\n\r\n")]);
    expect(await read(file("bomb.warc", Buffer.concat([ONE, bomb, TWO])))).toEqual([
      "First page",
      "! input-too-large",
      "Second page",
    ]);
    const packed = Buffer.concat([ONE, bomb, TWO].map((one) => gzipSync(one)));
    expect(await read(file("bomb.warc.gz", packed))).toEqual(["First page", "! input-too-large", "Second page"]);
  });

  test("a packed file that unpacks to more than is read is refused", async () => {
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024, "a "));
    expect(await read(file("bomb.txt.gz", bomb), file("bomb.html.gz", bomb))).toEqual([
      "! input-too-large",
      "! input-too-large",
    ]);
    expect(await read(file("bomb.jsonl.gz", bomb))).toEqual(["! input-too-large"]);
  });

  test("a packed file that is cut off gives what came before", async () => {
    const many = Array.from({ length: 4000 }, (_, i) => line(`n${i} ${Math.sin(i)}`)).join("");
    const found = await read(file("cut.jsonl.gz", gzipSync(many).subarray(0, 30_000)));
    expect(found.length).toBeGreaterThan(100);
    expect(found.at(-1)).toBe("! input-unreadable");
  });

  test.each([
    ["packed record by record", "a.warc.gz", Buffer.concat([ONE, TWO, THREE].map((one) => gzipSync(one)))],
    ["unpacked", "a.warc", Buffer.concat([ONE, TWO, THREE])],
    [
      "with requests among them",
      "b.warc",
      Buffer.concat([ONE, record("https://example.org/x", "", "request"), TWO, THREE]),
    ],
  ])("a web archive %s", async (_, name, bytes) => {
    expect(await read(file(name, bytes))).toEqual(["First page", "Second page", "Third page"]);
  });

  test("a broken record of a web archive is reported, and the next ones are read", async () => {
    const broken = Buffer.from(gzipSync(TWO));
    broken.fill(0xff, 30, 120);
    const found = await read(file("broken.warc.gz", Buffer.concat([gzipSync(ONE), broken, gzipSync(THREE)])));
    expect(found).toContain("First page");
    expect(found).toContain("Third page");
    expect(found).toContain("! input-archive");
  });

  test("a web archive that is cut off gives what came before, and says so", async () => {
    const whole = Buffer.concat([ONE, TWO].map((one) => gzipSync(one)));
    const found = await read(file("cut.warc.gz", whole.subarray(0, whole.length - 60)));
    expect(found[0]).toBe("First page");
    expect(found.at(-1)).toBe("! input-archive");
    expect(await read(file("cut.warc", Buffer.concat([ONE, TWO]).subarray(0, -300)))).toEqual([
      "First page",
      "! input-archive",
    ]);
  });

  test("a feed in a file", async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>Entry</title><description>${`${TEXT} `.repeat(8)}</description></item><item></item></channel></rss>`;
    expect(await read(file("feed.xml", feed))).toEqual(["Entry", "! input-empty"]);
  });

  test("what is not there, and what is no article, is a failure of its own", async () => {
    expect(await read(join(path, "none"), file("e.txt", ""), file("x.txt", TEXT))).toEqual([
      "! input-missing",
      "! input-empty",
      TEXT.slice(0, 20),
    ]);
  });
});
