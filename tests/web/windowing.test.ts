import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Heights } from "../../src/web/parts/windowing.js";

const GUESS = 50; // pixels

describe("heights of a long list", () => {
  test("sums and places agree with counting one by one", () => {
    const changes = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 400 })), { maxLength: 80 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), changes, fc.nat(20_000), (length, measured, offset) => {
        const heights = new Heights(GUESS);
        heights.resize(length);
        const plain = Array.from({ length }, () => GUESS);
        for (const [index, height] of measured) {
          heights.measure(index, height);
          if (index < length) plain[index] = height;
        }
        let [sum, at] = [0, 0];
        for (; at < length - 1 && sum + (plain[at] ?? 0) <= offset; at++) sum += plain[at] ?? 0;
        expect(heights.at(offset)).toBe(at);
        for (let count = 0; count <= length; count++)
          expect(heights.total(count)).toBe(plain.slice(0, count).reduce((a, b) => a + b, 0));
      }),
    );
  });

  test("keeps what was measured when the list grows or shrinks", () => {
    const heights = new Heights(GUESS);
    heights.resize(3);
    heights.measure(1, 80);
    heights.resize(6);
    expect(heights.total()).toBe(330);
    heights.resize(2);
    expect(heights.total()).toBe(130);
    heights.resize(3);
    expect(heights.total()).toBe(180);
  });

  test("draws a few of a hundred thousand, and leaves room for the rest", () => {
    const heights = new Heights(GUESS);
    heights.resize(100_000);
    const { first, end, before, after } = heights.window(2_000_000, 2_001_000, 6);
    expect([first, end]).toEqual([39_994, 40_027]);
    expect(before + (end - first) * GUESS + after).toBe(heights.total());
  });

  test.each([
    [0, -500, 500, { first: 0, end: 0, before: 0, after: 0 }],
    [3, -500, -100, { first: 0, end: 2, before: 0, after: 50 }],
    [3, 900, 1400, { first: 1, end: 3, before: 50, after: 0 }],
  ])("%i items seen from %i to %i", (length, top, bottom, window) => {
    const heights = new Heights(GUESS);
    heights.resize(length);
    expect(heights.window(top, bottom, 1)).toEqual(window);
  });
});
