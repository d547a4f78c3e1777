import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byCodeUnit, bySpan, contains, overlaps, type Span } from "../../../src/engine/base/span.js";

const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]): Span => [start, start + length]);

describe("overlaps", () => {
  test.each<[Span, Span, boolean]>([
    [[0, 5], [4, 6], true],
    [[0, 5], [5, 6], false], // half-open: end and start may be one
    [[4, 6], [0, 5], true],
    [[0, 9], [3, 4], true],
    [[0, 5], [0, 5], true],
    [[0, 5], [9, 12], false],
    [[3, 3], [3, 3], false], // an empty span shares nothing
  ])("%o and %o: %s", (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });

  test("is that some code unit is in both", () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        fc.pre(a[0] < a[1] && b[0] < b[1]);
        const units = Array.from({ length: 100 }, (_, at) => at);
        const inside = (s: Span, at: number): boolean => s[0] <= at && at < s[1];
        expect(overlaps(a, b)).toBe(units.some((at) => inside(a, at) && inside(b, at)));
      }),
    );
  });
});

describe("contains", () => {
  test.each<[Span, Span, boolean]>([
    [[0, 5], [0, 5], true],
    [[0, 5], [1, 4], true],
    [[0, 5], [5, 5], true],
    [[0, 5], [1, 6], false],
    [[1, 4], [0, 5], false],
    [[0, 5], [6, 7], false],
  ])("%o holds %o: %s", (outer, inner, expected) => {
    expect(contains(outer, inner)).toBe(expected);
  });

  test("goes with overlap: what is held and not empty overlaps", () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        fc.pre(b[0] < b[1] && contains(a, b));
        expect(overlaps(a, b)).toBe(true);
      }),
    );
  });
});

describe("bySpan", () => {
  test("sorts by start, the outer before what it holds", () => {
    const spans: Span[] = [
      [4, 6],
      [0, 3],
      [4, 9],
      [0, 8],
    ];
    expect(spans.sort(bySpan)).toEqual([
      [0, 8],
      [0, 3],
      [4, 9],
      [4, 6],
    ]);
  });

  test("is a total order", () => {
    fc.assert(
      fc.property(span, span, span, (a, b, c) => {
        expect(Math.sign(bySpan(a, b)) + Math.sign(bySpan(b, a))).toBe(0);
        expect(bySpan(a, b) === 0).toBe(a[0] === b[0] && a[1] === b[1]);
        if (bySpan(a, b) <= 0 && bySpan(b, c) <= 0) expect(bySpan(a, c)).toBeLessThanOrEqual(0);
        if (a[0] < a[1] && contains(a, b)) expect(bySpan(a, b)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("byCodeUnit", () => {
  test("puts capitals before small letters and accents after both, in any locale", () => {
    expect(["é", "b", "B", "a", "Z"].sort(byCodeUnit)).toEqual(["B", "Z", "a", "b", "é"]);
  });

  test("agrees with the sort of the language", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (words) => {
        expect([...words].sort(byCodeUnit)).toEqual([...words].sort());
      }),
    );
  });
});
