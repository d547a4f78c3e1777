import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/engine/read.js";
import type { ReadoutRecord } from "../../src/engine/record.js";
import { knowledge } from "../data/knowledge.js";
import { breaches } from "./record-invariants.js";

const FOLDER = new URL("../../examples/", import.meta.url);
const examples = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));

function read(text: string, published?: string): ReadoutRecord {
  return readArticle({ text }, knowledge, { published });
}

/** Pieces from which hostile texts are made. */
const PIECES = [
  "President Vladimir Putin", "Emmanuel Macron", "the two leaders", "his Kazakh counterpart", "spoke by phone with", "met", "will visit", "telegram", "sent a telegram to",
  "said that", "“", "”", "\"", "'s", ",", ".", ". ", "\n\n", "\n", "Tuesday", "on October 5, 2021", "last week", "U.S.", "Mr.", "(", ")", "-", "—", "postponed",
  "congratulated", "on his birthday", "not", "if", "to", "the", "of", "of the Republic of", "Ministry of Foreign Affairs", "the press service", "told", "accused",
  "Al-", "É", "ﬁ", "\u200B", "\u00AD", "\uD83D", "\uDE00", "\t", "\u2028", "&amp;", "tele-\ngram", "#", "|", "0", "00:00", "31.12.9999",
]; // biome-ignore format: a list
/** Enough English before a text for it to be read as English. */
const LEAD =
  "Vladimir Putin spoke by phone with Emmanuel Macron on Tuesday, and the two leaders said that they would meet in the spring.\n\n";
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
const hostile = pieces.map((list) => LEAD + list.join(" "));
const dense = pieces.map((list) => LEAD + list.join(""));

/** An example with a stretch cut out, doubled or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.nat(),
    fc.nat(200),
    fc.oneof(fc.constant(""), hostile, fc.string({ unit: "binary", maxLength: 20 })),
  )
  .map(([{ text }, at, length, by]) => {
    const start = at % Math.max(1, text.length);
    return text.slice(0, start) + by + text.slice(start + length);
  });

describe("whatever the text", () => {
  test("what stands before it makes it English", () => {
    for (const [text] of fc.sample(fc.tuple(hostile), 20)) expect(read(text).contacts.length).toBeGreaterThan(0);
  });

  test.each([
    ["made of pieces of news", hostile, 120],
    ["made of pieces without blanks", dense, 80],
    ["of any characters", fc.string({ unit: "binary", maxLength: 400 }), 60],
    ["of any characters after a sentence", fc.string({ unit: "binary", maxLength: 200 }).map((any) => LEAD + any), 60],
    ["an example altered", mutated, 80],
  ])("%s: no throw, and the record holds its invariants", (_what, texts, numRuns) => {
    fc.assert(
      fc.property(
        texts,
        fc.option(fc.constantFrom("2021-10-05", "0001-01-01", "9999-12-31"), { nil: undefined }),
        (text, published) => {
          expect(breaches(read(text, published))).toEqual([]);
        },
      ),
      { numRuns },
    );
  });

  test("the same text gives the same bytes, with other texts read between", () => {
    fc.assert(
      fc.property(mutated, hostile, (text, between) => {
        const once = JSON.stringify(read(text));
        read(between);
        expect(JSON.stringify(read(text))).toBe(once);
      }),
      { numRuns: 25 },
    );
  });
});
