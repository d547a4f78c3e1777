import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8, utf8Bytes } from "../../../src/engine/language/utf8.js";
import { WordList } from "../../../src/engine/language/word-list.js";
import { baseForms, inferredLemmas, inflected } from "../../../train/language/lemma-examples.js";
import { learnLemmas } from "../../../train/language/lemma-rules.js";
import { sentenceOf, wordAt } from "./support.js";

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe("word list", () => {
  test("finds every word it has and no other", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }).filter((w) => !w.includes("\n"));
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, other) => {
        const sorted = [...words].sort(byBytes);
        const list = new WordList(new TextEncoder().encode(sorted.join("\n")));
        sorted.forEach((w, i) => {
          expect(list.indexOf(w)).toBe(i);
        });
        expect(list.indexOf(other)).toBe(sorted.indexOf(other));
      }),
    );
  });

  test("UTF-8 both ways", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const bytes = new TextEncoder().encode(text);
        expect(utf8Bytes(text)).toEqual([...bytes]);
        expect(utf8(bytes)).toBe(text);
      }),
    );
  });
});

describe("lemmas", () => {
  test.each([
    ["planned", "VBD", ["plann", "planne", "plan"]],
    ["denied", "VBN", ["deni", "denie", "deny"]],
    ["denies", "VBZ", ["deny", "denie"]],
    ["matches", "NNS", ["matche", "match"]],
    ["talks", "NNS", ["talk"]],
    ["met", "VBD", []],
    ["bed", "VBD", []],
  ])("base forms of %s/%s", (form, xpos, expected) => {
    expect(baseForms(form, xpos)).toEqual(expected);
  });

  test("inflected forms are made where the lemma is not the stem", () => {
    expect(inflected("invade").map((w) => w.form)).toEqual(["invaded", "invaded", "invading"]);
    expect(inflected("deny").map((w) => w.form)).toEqual(["denied", "denied"]);
    expect(inflected("meet")).toEqual([]);
    expect(inflected("play")).toEqual([]);
  });

  test("tagged text teaches lemmas by its base forms", () => {
    const seen = (form: string, xpos: string) => [1, 2].map(() => ({ form, xpos, lemma: "_" }));
    const words = [...seen("vote", "VB"), ...seen("voting", "VBG"), ...seen("hoping", "VBG")];
    expect(inferredLemmas(words).filter((w) => w.form.endsWith("ing"))).toEqual([
      { form: "voting", xpos: "VBG", lemma: "vote" },
    ]);
  });

  test("rules hold for unseen words, exceptions and irregular words are listed", () => {
    const gold = [
      "walked walk",
      "rested rest",
      "ended end",
      "played play",
      "agreed agree",
      "freed free",
      "died die",
    ].map((pair) => {
      const [form = "", lemma = ""] = pair.split(" ");
      return { form, lemma, xpos: "VBD" };
    });
    const learned = learnLemmas(gold, [], [{ form: "sought", xpos: "VBD", lemma: "seek" }]);
    expect(learned.rules.split("\n")).toContain("VBD\ted\t2\t");
    expect(learned.words.split("\n")).toContain("sought\tVBD\tseek");
  });

  test.each([
    ["The army withdrew.", "withdrew", "withdraw"],
    ["They telephoned him.", "telephoned", "telephone"],
    ["The envoys sought peace.", "sought", "seek"],
    ["The treaties were ratified.", "ratified", "ratify"],
    ["The treaties were ratified.", "treaties", "treaty"],
    ["Two crises followed.", "crises", "crisis"],
    ["Troops raided the village.", "raided", "raid"],
    ["He is meeting them.", "is", "be"],
    ["The Americans left.", "Americans", "American"],
    // near-misses
    ["The series ended.", "series", "series"],
    ["James left.", "James", "James"],
  ])("%s: %s is %s", (text, form, lemma) => {
    const sentence = sentenceOf(text);
    expect(sentence.tokens[wordAt(sentence, form)]?.lemma).toBe(lemma);
  });
});
