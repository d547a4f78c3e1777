import { describe, expect, test } from "vitest";
import { progressLine, ReadAhead } from "../../src/cli/progress.js";

describe("the line of progress", () => {
  const cases = [
    ["nothing known of the size", { bytes: 0, total: 0, articles: 30, seconds: 2 }, "30 articles, 15 a second"],
    ["one is no plural", { bytes: 0, total: 0, articles: 1, seconds: 2 }, "1 article, 0.5 a second"],
    [
      "half way",
      { bytes: 50, total: 100, articles: 4, seconds: 1 },
      "████████████░░░░░░░░░░░░ 50 %  4 articles, 4.0 a second, 0:01 left",
    ],
    ["nothing yet", { bytes: 0, total: 100, articles: 0, seconds: 0 }, "░░░░░░░░░░░░░░░░░░░░░░░░ 0 %  0 articles, 0.0 a second"], // biome-ignore format: one line reads best
    [
      "hours",
      { bytes: 10, total: 100, articles: 9000, seconds: 1000 },
      "██░░░░░░░░░░░░░░░░░░░░░░ 10 %  9000 articles, 9.0 a second, 2:30:00 left",
    ],
  ] as const;
  test.each(cases)("%s", (_, state, line) => {
    expect(progressLine(state)).toBe(line);
  });
});

test("bytes read ahead count when their article is done", async () => {
  const ahead = new ReadAhead();
  async function* inputs(): AsyncGenerator<string> {
    ahead.onBytes(100);
    yield "first";
    yield "of the same piece";
    ahead.onBytes(30);
    ahead.onBytes(7);
    yield "last";
  }
  const seen: string[] = [];
  for await (const input of ahead.watch(inputs())) seen.push(input);
  expect(seen).toHaveLength(3);
  expect([ahead.done(), ahead.done(), ahead.done(), ahead.done()]).toEqual([100, 0, 37, 0]);
});
