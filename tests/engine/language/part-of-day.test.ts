import { describe, expect, test } from "vitest";
import { namesPartOfDay } from "../../../src/engine/language/part-of-day.js";
import { knowledge } from "../../data/knowledge.js";

/** Whether the words around the first verb behind “had” name one. */
const names = (text: string): boolean => {
  const tokens = tokensOf(text);
  const had = tokens.findIndex((t) => t.lower === "had");
  return namesPartOfDay(
    tokens,
    tokens.findIndex((t, i) => i > had && t.xpos === "VBN"),
  );
};
const tokensOf = (text: string) => knowledge.language.analyse(text, [[0, text.length]]).flatMap((s) => s.tokens);

describe("a part of the day that news tells of", () => {
  test.each([
    "By noon the troops had shelled a post.",
    "He had arrived at dawn.",
    "They had met overnight.",
    "Earlier in the day he had laid a wreath.",
  ])("%s", (text) => {
    expect(names(text)).toBe(true);
  });

  test.each([
    "The two had met in June.",
    "Friends since the dawn of the republic, they had quarrelled.",
    "He had met her in the evening of his life.",
    "The envoy, who had met him in June, dined in the evening.",
    "They had worked day and night.",
  ])("none: %s", (text) => {
    expect(names(text)).toBe(false);
  });
});
