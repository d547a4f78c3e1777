import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readAbbreviations } from "../../../src/engine/language/abbreviations.js";
import { cutParagraph, sentencePlaces } from "../../../src/engine/language/tokens.js";

const known = readAbbreviations(readFileSync("data/language/abbreviations.tsv", "utf8"));

function sentences(text: string): string[] {
  return sentencePlaces(text, [0, text.length], known).map((places) =>
    text.slice(places[0]?.[0] ?? 0, places.at(-1)?.[1] ?? 0),
  );
}

describe("sentences", () => {
  test.each([
    ["Gen. Marsh said Jan. 5 that the U.S. would stay.", 1],
    ["They left the U.S. The army stayed.", 2],
    ["They left the U.S. Army base.", 1],
    ["“Why?” Powell asked. He left.", 2],
    ["“Why?” She left.", 2],
    ["He said, “No.” She left.", 2],
    ["He lives in Reno, Nev. The town is small.", 2],
    ["RENO, Nev. (AP) — A man won.", 1],
    ["It ended at 11 p.m. Markets fell.", 2],
    ["It ended at 11 p.m. Moscow time.", 1],
    ["It ended at 6 p.m. Tuesday.", 1],
    ["So do I. The rest stayed.", 2],
    ["Plan B. The other failed.", 2],
    ["George W. Bush and J. R. Pell met.", 1],
    ["See Art. 5 and No. 3 of the pact.", 1],
    ["He said no. Nobody spoke.", 2],
    ["Wheat, barley, etc. are sold. They fetch 4.5 percent.", 2],
    ["Roe v. Wade was decided.", 1],
    ["It rose . . . and fell.", 1],
    ["He waited... Then it came.", 2],
    ["i am here. are you? no! ok", 4],
    ["The firm, Brix Inc., rose. Brix Corp. Chairman Lee spoke.", 2],
  ])("%s is %i", (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  test("at least 98 of 100 boundaries in newswire", () => {
    const paragraphs = readFileSync("tests/engine/language/newswire.txt", "utf8").trim().split("\n\n");
    let all = 0;
    let right = 0;
    const wrong: string[] = [];
    for (const paragraph of paragraphs) {
      const gold = paragraph.split("\n");
      const got = new Set(sentences(gold.join(" ")));
      all += gold.length;
      for (const sentence of gold) {
        if (got.has(sentence)) right++;
        else wrong.push(sentence);
      }
    }
    expect(all).toBeGreaterThanOrEqual(300);
    expect(right / all, wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  test("text without stops is cut, so that no sentence grows without end", () => {
    expect(Math.max(...sentences("word ".repeat(2000)).map((s) => s.split(" ").length))).toBeLessThanOrEqual(260);
  });

  /** Words that are read, and what is told to be left out. */
  const cutOf = (text: string) => {
    const { sentences: kept, left } = cutParagraph(text, [0, text.length], known);
    return { words: kept.flat().length, left: left.map(([start, end]) => text.slice(start, end)) };
  };

  test.each([
    ["ten thousand words", "word ".repeat(10_000), 10_000],
    ["as many with stops", "A word stands. ".repeat(5_000), 20_000],
    ["two of five thousand", `${"word ".repeat(5_000)}ends. The ${"word ".repeat(5_000)}`, 10_003],
  ])("%s are all read", (_, text, words) => {
    expect(cutOf(text)).toEqual({ words, left: [] });
  });

  test("of a sentence without end ten thousand words are read, the rest is told, and what comes after it is read", () => {
    const { words, left } = cutOf(`${"word ".repeat(30_000)}ends. The next one is read.`);
    expect(words).toBeGreaterThan(10_000);
    expect(words).toBeLessThan(10_350);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/^word (?:word )+ends\.$/);
    expect(words + (left[0] ?? "").split(" ").length + 1).toBe(30_000 + 2 + 6);
  });
});
