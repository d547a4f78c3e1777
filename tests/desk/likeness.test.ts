import { describe, expect, test } from "vitest";
import { overlapOf, stemsOf } from "../../src/desk/likeness.js";

const score = (a: string, b: string): number => overlapOf(stemsOf(a), stemsOf(b)).score;

describe("likeness of promises", () => {
  test.each([
    ["open a second crossing over the river", "opening of a second crossing over the river"],
    ["keep in close contact", "keep close contact"],
    ["strengthen cooperation in the field of energy", "further strengthening cooperation in energy"],
    ["exchange lists of prisoners", "exchange the lists of prisoners by May"],
  ])("alike: %s / %s", (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.62);
    expect(score(b, a)).toBe(score(a, b));
  });

  test.each([
    ["open a second crossing over the river", "close the crossing at the bridge"],
    ["exchange lists of prisoners", "exchange students of medicine"],
    ["strengthen cooperation in energy", "strengthen the border"],
    ["visit Astana", "visit Tokyo"],
    ["cooperate", "cooperate in the peaceful use of outer space"],
    ["", ""],
    ["and", "the"],
  ])("not alike: %s / %s", (a, b) => {
    expect(score(a, b)).toBeLessThan(0.62);
  });
});
