import { describe, expect, test } from "vitest";
import { drawnAt, lastStep } from "../../src/web/parts/by-and-by.js";

describe("what is drawn by and by", () => {
  test.each([
    { text: 0, items: 0, last: 0 },
    { text: 6000, items: 10, last: 0 },
    { text: 6001, items: 10, last: 1 },
    { text: 6000, items: 11, last: 1 },
    { text: 60_000, items: 400, last: 39 },
  ])("a text of $text code units and $items items is whole at step $last", ({ text, items, last }) => {
    expect(lastStep(text, items)).toBe(last);
    const drawn = drawnAt(last);
    expect(drawn.text).toBeGreaterThanOrEqual(text);
    expect(drawn.items).toBeGreaterThanOrEqual(items);
  });
});
