import { describe, expect, test } from "vitest";
import { chanceOfLast, chanceOfLikeliest } from "../../../../src/engine/events/relate/mix.js";

describe("chances of scores", () => {
  test.each([
    ["the highest", [0, Math.log(3), 0], 3, 3 / 5],
    ["the last, though it is higher, is none of them", [0, 0, Math.log(8)], 3, 1 / 10],
    ["what comes after the counted ones is not looked at", [0, Math.log(3), 0, 100], 3, 3 / 5],
    ["large scores", [1000, 0, 0], 3, 1],
  ])("likeliest: %s", (_, scores, count, chance) => {
    expect(chanceOfLikeliest(Float32Array.from(scores), count)).toBeCloseTo(chance, 6);
  });

  test("last", () => {
    expect(chanceOfLast(Float64Array.from([0, 0, Math.log(8)]), 3)).toBeCloseTo(8 / 10, 12);
  });
});
