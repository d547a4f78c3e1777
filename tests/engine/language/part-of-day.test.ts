import { describe, expect, test } from "vitest";
import { namesPartOfDay } from "../../../src/engine/language/part-of-day.js";
import { knowledge } from "../../data/knowledge.js";

const tokensOf = (text: string) => knowledge.language.analyse(text, [[0, text.length]]).flatMap((s) => s.tokens);

describe("a part of the day that news tells of", () => {
  test.each([
    "By noon the troops had shelled a post.",
    "He had arrived at dawn.",
    "They had met overnight.",
    "Earlier in the day he had laid a wreath.",
  ])("%s", (text) => {
    expect(namesPartOfDay(tokensOf(text))).toBe(true);
  });

  test.each([
    "The two had met in June.",
    "Friends since the dawn of the republic, they had quarrelled.",
    "He had waited for the evening of his life.",
    "They had worked day and night.",
  ])("none: %s", (text) => {
    expect(namesPartOfDay(tokensOf(text))).toBe(false);
  });
});
