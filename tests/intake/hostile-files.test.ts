import { mkdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { parseFeed } from "../../src/intake/feed.js";
import { parseArticleLine } from "../../src/intake/json-lines.js";
import { scratch } from "../cli/run.js";

const { file, path, drop } = scratch();
afterAll(drop);

/** A feed whose document type declares entities. */
const feedWith = (declared: string, used: string): string =>
  `<?xml version="1.0"?><!DOCTYPE rss [${declared}]><rss version="2.0"><channel><title>Lake Post</title><item><title>${used}</title><link>https://example.org/1</link></item></channel></rss>`;

/** What a feed says, or that it is refused. */
async function said(text: string): Promise<string> {
  try {
    return JSON.stringify(await parseFeed("feed", text));
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("a feed's own entities", () => {
  test("do not multiply", async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("");
    expect((await said(feedWith(`<!ENTITY a0 "ha">${laughs}`, "&a9;"))).length).toBeLessThan(5_000);
  });

  test.each(["file://", ""])("do not read files (%s)", async (scheme) => {
    mkdirSync(`${path}/inner`, { recursive: true });
    const secret = file(`inner/secret${scheme.length}.txt`, "nobody may read this");
    expect(await said(feedWith(`<!ENTITY x SYSTEM "${scheme}${secret}">`, "&x;"))).not.toContain("nobody may read");
  });
});

describe("lines of JSON", () => {
  test.each([
    ["nested deeply", `{"text":${"[".repeat(100_000)}`],
    ["nested deeply and closed", `{"text":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
    ["with a prototype for a text", '{"__proto__":{"text":"The ministers met."}}'],
    ["with a list for an id", '{"id":["1"],"text":"The ministers met."}'],
  ])("%s are refused in words", (_, line) => {
    expect(() => parseArticleLine(line, "a:1")).toThrow(/^a:1: /);
  });

  test("keys that mean something to the language mean nothing here", () => {
    const article = parseArticleLine(
      '{"text":"The ministers met.","__proto__":{"outlet":"x"},"constructor":{"prototype":{"url":"y"}}}',
      "a:1",
    );
    expect(article).toEqual({ text: "The ministers met." });
    expect(Object.hasOwn(Object.prototype, "outlet")).toBe(false);
    expect("url" in {}).toBe(false);
  });
});
