import { describe, expect, test } from "vitest";
import { findQuotations } from "../../../src/engine/claims/quotations.js";
import { lexicon, paragraphsOf } from "./support.js";

const quoted = (text: string): string[] =>
  findQuotations(text, paragraphsOf(text), lexicon).map((q) => text.slice(...q.span));

describe("quotations", () => {
  test.each([
    ["typographic", "“We agree,” Ruiz said.", ["“We agree,”"]],
    ["straight", 'Ruiz said: "We agree."', ['"We agree."']],
    ["two in a line", '"No," he said. "Not yet."', ['"No,"', '"Not yet."']],
    ["angle marks", "Ruiz said: «We agree».", ["«We agree»"]],
    ["nested singles belong to the outer", "“He said ‘go’ twice,” Ruiz said.", ["“He said ‘go’ twice,”"]],
    ["British singles", "‘We agree,’ Ruiz said.", ["‘We agree,’"]],
    ["straight singles", "'We can't wait,' Ruiz said.", ["'We can't wait,'"]],
    ["doubled singles", "''We agree,'' Ruiz said.", ["''We agree,''"]],
    ["opened straight, closed typographic", '"We agree,” Ruiz said.', ['"We agree,”']],
    ["over two paragraphs", "“We agree.\n“We said so,” Ruiz added.", ["“We agree.\n“We said so,”"]],
    ["straight over two paragraphs", '"We agree.\n"We said so," Ruiz added.', ['"We agree.\n"We said so,"']],
    [
      "a missing close at a paragraph's end",
      "“We agree on all points.\nThe talks ended.",
      ["“We agree on all points."],
    ],
  ])("%s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test.each([
    ["plural possessive", "The workers' rights and the ministers' talks"],
    ["apostrophes", "It wasn't Ruiz's plan, and they're sure of the '90s"],
    ["inches", 'A 6" pipe'],
    ["a stray closing mark", "We agree,” Ruiz said."],
    ["a stray opening mark in mid-line", 'The pipe is "long and nobody closed the mark'],
  ])("none: %s", (_, text) => {
    expect(quoted(text)).toEqual([]);
  });

  test("two unclosed paragraphs without a reopened mark stay apart", () => {
    expect(quoted("“We agree.\nThe minister left. “We go,” he said.")).toEqual(["“We agree.", "“We go,”"]);
  });
});
