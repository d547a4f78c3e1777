import { describe, expect, test } from "vitest";
import { regularBase } from "../../../src/engine/language/regular-lemmas.js";
import { knowledge } from "../../data/knowledge.js";

const words = new Set(["plead", "load", "loaf", "signal", "carry", "tie", "escape", "focus", "plan", "plane", "boss"]);
const isWord = (word: string): boolean => words.has(word);

describe("the base of a regular form", () => {
  test.each([
    ["pleaded", "VBD", "plead"],
    ["loading", "VBG", "load"],
    ["signalled", "VBN", "signal"],
    ["carried", "VBD", "carry"],
    ["carries", "VBZ", "carry"],
    ["ties", "NNS", "tie"],
    ["escaping", "VBG", "escape"],
    ["focuses", "VBZ", "focus"],
    ["bosses", "NNS", "boss"],
    ["planned", "VBD", "plan"],
    ["blorked", "VBD", null],
    ["load", "VBD", null],
    ["pleaded", "JJ", null],
    ["red", "VBD", null],
  ] as const)("of “%s” as %s", (form, xpos, base) => {
    expect(regularBase(form, xpos, isWord)).toBe(base);
  });
});

describe("lemmas of sentences", () => {
  test.each([
    ["The envoys pleaded with Oslo.", "pleaded", "plead"],
    ["Oslo signalled its consent.", "signalled", "signal"],
    ["They solicited gifts from Riga.", "solicited", "solicit"],
    ["They escaped to Riga.", "escaped", "escape"],
    ["They hoped for rain.", "hoped", "hope"],
    ["They smorgled in Riga.", "smorgled", "smorgle"],
  ])("%s", (text, form, lemma) => {
    const [sentence] = knowledge.language.analyse(text, [[0, text.length]]);
    expect(sentence?.tokens.find(({ lower }) => lower === form)?.lemma).toBe(lemma);
  });
});
