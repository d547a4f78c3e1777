import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarks } from "../../../../src/engine/events/relate/marks.js";

/** The words that each mark stands around. */
function marked(sentence: string): { text: string; source: string[]; target: string[] } {
  const { text, source, target } = readMarks(sentence);
  const words = (spans: readonly (readonly [number, number])[]): string[] => spans.map(([a, b]) => text.slice(a, b));
  return { text, source: words(source), target: words(target) };
}

describe("marks of the two parties", () => {
  test.each([
    ["<s>Oslo</s> thanked <t>Riga</t>.", ["Oslo"], ["Riga"]],
    ["<t>Riga</t> was thanked by <s> Oslo </s>.", ["Oslo"], ["Riga"]],
    ["Oslo thanked <t>Riga</t>.", [], ["Riga"]],
    ["Nobody is marked.", [], []],
    ["<s>Oslo</s> and <s>Bergen</s> thanked <t>Riga</t>.", ["Oslo", "Bergen"], ["Riga"]],
    ["<s>the mayor of <t>Riga</t></s> resigned.", ["the mayor of Riga"], ["Riga"]],
    ["<s>Oslo thanked <t>Riga</t>.", ["Oslo thanked Riga."], ["Riga"]],
    ["Oslo</s> thanked <t></t>Riga.", [], []],
    ["1 < 2 and <b>bold</b> stay, <s>Oslo</s> too.", ["Oslo"], []],
  ])("%s", (sentence, source, target) => {
    expect(marked(sentence)).toMatchObject({ source, target });
  });

  test("nothing but the marks is lost", () => {
    expect(marked("<s>Oslo</s> thanked <t>Riga</t>.").text).toBe("Oslo thanked Riga.");
  });

  test("any text gives spans inside it, without marks", () => {
    const piece = fc.constantFrom("<s>", "</s>", "<t>", "</t>", "Oslo ", "thanked ", "<", ">", "s>", " ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text, source, target } = readMarks(pieces.join(""));
        for (const [start, end] of [...source, ...target]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
