import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark } from "../../src/web/reader/marks.js";
import { layOut, paragraphsOf } from "../../src/web/reader/segments.js";

const mark = (start: number, end: number, item: string): Mark => ({ span: [start, end], layer: "event", item, tag: null, tone: "" }); // biome-ignore format: one line reads best

describe("paragraphs of a text", () => {
  test.each([
    ["", []],
    [" \n\n ", []],
    ["one", ["one"]],
    ["one\ntwo", ["one\ntwo"]],
    ["one\n\ntwo\n \n\nthree", ["one", "two", "three"]],
  ])("%j", (text, paragraphs) => {
    expect(paragraphsOf(text).map((span) => text.slice(...span))).toEqual(paragraphs);
  });
});

describe("a marked text", () => {
  const text = "Alpha beta gamma.\n\nDelta epsilon.";

  test("is cut where marks begin and end", () => {
    const [first, second] = layOut(text, [mark(0, 10, "e1"), mark(6, 24, "e2")]);
    expect(first?.segments.map(({ span, begin, hold }) => [text.slice(...span), begin.map(({ item }) => item), hold.map(({ item }) => item)])).toEqual([
      ["Alpha ", ["e1"], ["e1"]],
      ["beta", ["e2"], ["e1", "e2"]],
      [" gamma.", [], ["e2"]],
    ]); // biome-ignore format: a table
    expect(second?.segments.map(({ span, begin, hold }) => [text.slice(...span), begin.length, hold.length])).toEqual([
      ["Delta", 0, 1],
      [" epsilon.", 0, 0],
    ]);
  });

  test("loses no letter and no mark, and each begins once", () => {
    const spans = fc.array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 })), { maxLength: 12 });
    fc.assert(
      fc.property(spans, (drawn) => {
        const marks = drawn
          .map(([start, length], i) => mark(start, Math.min(text.length, start + length), `e${i}`))
          .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
        const paragraphs = layOut(text, marks);
        const letters = paragraphs.map(({ segments }) => segments.map(({ span }) => text.slice(...span)).join(""));
        expect(letters.join("\n\n")).toBe(text);
        const segments = paragraphs.flatMap((paragraph) => paragraph.segments);
        for (const { span, hold } of segments)
          expect(hold.map(({ item }) => item).sort()).toEqual(marks.filter((m) => m.span[0] < span[1] && m.span[1] > span[0]).map(({ item }) => item).sort()); // biome-ignore format: one line reads best
        const begun = segments.flatMap(({ begin }) => begin.map(({ item }) => item));
        expect(new Set(begun).size).toBe(begun.length);
      }),
    );
  });
});
