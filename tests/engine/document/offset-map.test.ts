import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeOffsetMap } from "../../../src/engine/document/offset-map.js";
import { open } from "./support.js";

describe("offset map", () => {
  const document = open("An impor-tant  tele-gram , he said.\n\nLeave a Comment\n");
  const map = makeOffsetMap(document.repairs);

  test.each([
    ["telegram", "tele-gram"],
    ["gram", "gram"],
    ["tele", "tele"],
    ["telegram, he", "tele-gram , he"],
    ["important", "impor-tant"],
    [".", "."],
  ])("“%s” came from “%s”", (text, source) => {
    const start = document.text.indexOf(text);
    const [from, to] = map.toSource([start, start + text.length]);
    expect(document.received.slice(from, to)).toBe(source);
  });

  test("what was removed has an empty span", () => {
    const start = document.received.indexOf("Leave");
    const [from, to] = map.toText([start, start + 5]);
    expect(to).toBe(from);
  });

  test("without repairs every span is itself", () => {
    expect(makeOffsetMap([]).toSource([3, 7])).toEqual([3, 7]);
  });
});

const PIECES = [
  "tele-gram", "yo-ur", "well-deserved", "Tajik-Afghan", " ", "  ", " ,", ",", ".", " .", "\n", "\n\n", "\r\n", "\u00ad", "\u200b",
  "\u00a0", "â€œ", "â€™", "Ã©", "&amp;", "&amp;quot;", "&nbsp;", "Leave a Comment", "Comments (3)", "Advertisement", "Share Tweet Email",
  "Read also: a thing", "The president spoke to his colleague about the border on Monday.", "coun-\nterpart", "pre- and post-war",
  "tele- gram", "Related news", "vis-a-vis", "2 Comments", "Reply", "\t", "…", "“", "”", "co-operation", "\ufeff", "вЂњ", "-", "A", "b",
]; // biome-ignore format: a list of samples
const damaged = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(""));
const anything = fc.oneof(
  damaged,
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: "grapheme", maxLength: 120 }),
);

describe("properties of repair", () => {
  test("the repairs rebuild the received text from the repaired one", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { received, text: mended, repairs } = open(text);
        let rebuilt = mended;
        for (const { before, span } of [...repairs].reverse())
          rebuilt = rebuilt.slice(0, span[0]) + before + rebuilt.slice(span[1]);
        expect(rebuilt).toBe(received);
        for (const { before, after, span, sourceSpan } of repairs) {
          expect(received.slice(sourceSpan[0], sourceSpan[1])).toBe(before);
          expect(mended.slice(span[0], span[1])).toBe(after);
        }
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  test("every span maps to the source and back to itself, or to the rewritten text it cuts through", () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(), (text, a, b) => {
        const { text: mended, repairs, received } = open(text);
        const map = makeOffsetMap(repairs);
        const [x, y] = [a % (mended.length + 1), b % (mended.length + 1)];
        const span = [Math.min(x, y), Math.max(x, y)] as const;
        const source = map.toSource(span);
        const back = map.toText(source);
        expect(source[0]).toBeGreaterThanOrEqual(0);
        expect(source[1]).toBeLessThanOrEqual(received.length);
        expect(back[0]).toBeLessThanOrEqual(span[0]);
        expect(back[1]).toBeGreaterThanOrEqual(span[1]);
        expect(map.toSource(back)).toEqual(source);
      }),
      { numRuns: 1500, seed: 2 },
    );
  });

  test("a span apart from all repairs holds the same text on both sides", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const { text: mended, repairs, received } = open(text);
        const map = makeOffsetMap(repairs);
        let at = 0;
        for (const { span } of [...repairs, { span: [mended.length, mended.length] as const }]) {
          const source = map.toSource([at, span[0]]);
          if (at < span[0]) expect(received.slice(source[0], source[1])).toBe(mended.slice(at, span[0]));
          at = span[1];
        }
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  test("repairing twice changes nothing", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = open(text).text;
        expect(open(once).repairs).toEqual([]);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });

  test("without repair the text is as received, untrimmed", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "Title"), anything, (title, text) => {
        const { received, repairs, paragraphs } = open({ title, text });
        const kept = open({ title, text });
        expect(kept.received).toBe(received);
        expect(repairs).toEqual(kept.repairs);
        for (const [start, end] of paragraphs) expect(end).toBeGreaterThan(start);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
