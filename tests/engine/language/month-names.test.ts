import { describe, expect, test } from "vitest";
import { withPlainNames } from "../../../src/engine/language/month-names.js";
import { knowledge } from "../../data/knowledge.js";

const sentenceOf = (text: string) => knowledge.language.analyse(text, [[0, text.length]])[0];

/** The tag of “May” or “may” and what it is to its head. */
function read(text: string): string {
  const sentence = sentenceOf(text);
  const token = sentence?.tokens.find((t) => t.lower === "may");
  return `${token?.text} ${token?.xpos} ${sentence?.tree.relation(token?.index ?? 0)}`;
}

describe("a family name that is a modal verb too", () => {
  test.each([
    ["Theresa May met Merkel.", "May NNP flat"],
    ["Mrs May said Britain would leave.", "May NNP nsubj"],
    ["Prime Minister May told Putin so.", "May NNP nsubj"],
    ["May visited Berlin on Friday.", "May NNP nsubj"],
    ["May has warned Putin.", "May NNP nsubj"],
    ["May recently visited Berlin.", "May NNP nsubj"],
  ])("is a name before a finite verb: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["Trump May Visit Seoul in June", "May MD aux"],
    ["Russia may face sanctions.", "may MD aux"],
    ["The two may have met.", "may MD aux"],
  ])("is the verb before a bare one: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["a month behind “in”", "In May visited towns voted .", "IN NNP VBN NNS VBD ."],
    ["a month behind a day", "On 3 May visited towns voted .", "IN CD NNP VBN NNS VBD ."],
    ["the verb, small", "He may met her .", "PRP MD VBD PRP ."],
    ["the end", "He met May", "PRP VBD NNP"],
  ])("nothing is put in its place: %s", (_, words, tags) => {
    expect(withPlainNames(words.split(" "), tags.split(" "))).toBeNull();
  });

  test("only that word is", () => {
    const words = ["Theresa", "May", "met", "Ms", "May", "in", "May", "."];
    expect(withPlainNames(words, ["NNP", "MD", "VBD", "NNP", "NNP", "IN", "NNP", "."])).toEqual(
      words.map((word, i) => (i === 1 ? "Cameron" : word)),
    );
  });
});
