import { describe, expect, test } from "vitest";
import { drawnAt, firstOn, lastStep, sharesOf } from "../../src/web/parts/by-and-by.js";

describe("what is drawn by and by", () => {
  test.each([
    { text: 0, items: 0, last: 0 },
    { text: 4500, items: 10, last: 0 },
    { text: 4501, items: 10, last: 1 },
    { text: 4500, items: 11, last: 1 },
    { text: 12_501, items: 0, last: 2 },
    { text: 60_000, items: 400, last: 13 },
  ])("a text of $text code units and $items items is whole at step $last", ({ text, items, last }) => {
    expect(lastStep(text, items)).toBe(last);
    const drawn = drawnAt(last);
    expect(drawn.text).toBeGreaterThanOrEqual(text);
    expect(drawn.items).toBeGreaterThanOrEqual(items);
  });

  test.each([
    { height: 900, first: 3000 },
    { height: 640, first: 2100 },
    { height: 1440, first: 4500 },
    { height: 2160, first: 4500 },
  ])("on a screen of $height pixels $first code units come first, and the steps still reach the end", ({
    height,
    first,
  }) => {
    expect(firstOn(height)).toBe(first);
    for (const text of [0, first, first + 1, 60_000])
      expect(drawnAt(lastStep(text, 0, first), first).text).toBeGreaterThanOrEqual(text);
  });

  test.each([
    { lengths: [3, 20, 5], items: 10, shares: [3, 7, 0] },
    { lengths: [16, 56], items: 10, shares: [10, 0] },
    { lengths: [0, 2, 0, 1], items: 10, shares: [0, 2, 0, 1] },
    { lengths: [], items: 10, shares: [] },
  ])("$items items of lists of $lengths are $shares", ({ lengths, items, shares }) => {
    expect(sharesOf(lengths, items)).toEqual(shares);
  });
});
