import { expect, test } from "vitest";
import { wordsAfter, wordsBefore } from "../../src/server/routes/review.js";

const WORDS = "word ".repeat(100);

test.each([
  ["short of the beginning", `first ${WORDS.slice(0, 50)}`, 56, (text: string) => text.startsWith("first word")],
  ["cut within a word", `${WORDS}end`, 500, (text: string) => text.startsWith("… word word") && text.length <= 242],
  ["cut between words", WORDS, 240 + 5, (text: string) => text.startsWith("… word word")],
  ["nothing before", WORDS, 0, (text: string) => text === ""],
])("words before a passage are whole: %s", (_, text, at, holds) => {
  expect(wordsBefore(text, at)).toSatisfy(holds);
});

test.each([
  ["up to the end", "it ends here.", 3, (text: string) => text === "ends here."],
  ["cut within a word", `x ${WORDS}`, 1, (text: string) => text.endsWith("word …")],
  ["nothing after", "x", 1, (text: string) => text === ""],
])("words after a passage are whole: %s", (_, text, at, holds) => {
  expect(wordsAfter(text, at)).toSatisfy(holds);
});
