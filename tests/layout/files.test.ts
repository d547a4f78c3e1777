import { describe, expect, test } from "vitest";
import { filesBelow, textOf } from "./sources.js";

const MAX_LINES = 300; // the house's limit; most files have 40 to 150

describe("source files", () => {
  test(`none has more than ${MAX_LINES} lines`, () => {
    const long = filesBelow("src", ".ts", ".tsx").flatMap((file) => {
      const lines = textOf(file).split("\n").length - 1;
      return lines > MAX_LINES ? [`${file}: ${lines}`] : [];
    });
    expect(long).toEqual([]);
  });

  test("none is called utils, helpers or misc", () => {
    const vague = filesBelow("src", ".ts", ".tsx").filter((file) => /\/(?:utils?|helpers?|misc|common)\b/.test(file));
    expect(vague).toEqual([]);
  });

  test("names are in small letters with hyphens", () => {
    const odd = filesBelow("src", ".ts", ".tsx").filter(
      (file) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+[a-z0-9]+(?:[-.][a-z0-9]+)*\.tsx?$/.test(file),
    );
    expect(odd).toEqual([]);
  });

  test("every import of a relative file ends in .js", () => {
    const bare = filesBelow("src", ".ts", ".tsx").filter((file) => /from "\.{1,2}\/[^"]*(?<!\.js)"/.test(textOf(file)));
    expect(bare).toEqual([]);
  });

  test("no tool's silencing and no test left out", () => {
    const silenced = filesBelow("src", ".ts", ".tsx").filter((file) =>
      /@ts-(?:ignore|nocheck|expect-error)/.test(textOf(file)),
    );
    expect(silenced).toEqual([]);
    const skipped = filesBelow("tests", ".test.ts").filter((file) =>
      /\b(?:test|it|describe)\.(?:skip|only|todo)\b/.test(textOf(file).replace(/\/\\b.*$/gm, "")),
    );
    expect(skipped).toEqual([]);
  });
});

describe("data files", () => {
  test("are tables and the schema of the record", () => {
    const other = filesBelow("data", "").filter((file) => !file.endsWith(".tsv") && file !== "data/record.schema.json");
    expect(other).toEqual([]);
  });

  test("end in one line feed, without carriage returns, byte-order marks or outer blanks in cells", () => {
    const odd = filesBelow("data", ".tsv").filter((file) => {
      const text = textOf(file);
      return !text.endsWith("\n") || text.endsWith("\n\n") || /\r|\uFEFF|\t | \t| \n|\n /.test(text);
    });
    expect(odd).toEqual([]);
  });

  test("are in Unicode's composed form", () => {
    expect(filesBelow("data", ".tsv").filter((file) => textOf(file) !== textOf(file).normalize("NFC"))).toEqual([]);
  });

  test("every model has its card", () => {
    const files = new Set(filesBelow("models", ""));
    const cards = [...files]
      .filter((file) => !file.endsWith(".md"))
      .filter((file) => !files.has(file.replace(/\.[a-z]+$/, ".md")));
    expect(cards).toEqual([]);
  });
});
