import { expect, test } from "vitest";
import { namesAt, verbSpellings } from "../../../src/engine/events/phrases.js";
import type { Token, Upos } from "../../../src/engine/language/types.js";

function token(text: string, index = 0, upos: Upos = "NOUN", xpos = "NN", lemma = text.toLowerCase()): Token {
  return { index, start: 0, end: text.length, text, lower: text.toLowerCase(), lemma, upos, xpos };
}

test.each([
  ["a joint naval exercise", ["joint naval exercise", "naval exercise", "naval exercise", "exercise"]],
  ["a sit - in", ["sit-in", "sitin", "in"]],
  ["exercise", ["exercise"]],
])("the names of the last word of “%s”, longest first", (text, names) => {
  const tokens = text.split(" ").map((word, i) => token(word, i));
  expect(namesAt(tokens, tokens.length - 1)).toEqual(names);
});

test.each([
  ["pleade", "VBD", ["pleade", "plead"]],
  ["boycot", "VBN", ["boycot", "boycott", "boycote"]],
  ["signall", "VBD", ["signall", "signal", "signalle"]],
  ["ston", "VBN", ["ston", "stonn", "stone"]],
  ["plead", "VB", ["plead"]], // a base form is as it stands
  ["go", "VBZ", ["go"]],
])("“%s” as %s may be spelled %j", (lemma, xpos, spellings) => {
  expect(verbSpellings(token("x", 0, "VERB", xpos, lemma))).toEqual(spellings);
});
