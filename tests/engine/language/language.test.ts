import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucket, buckets, plain, shape } from "../../../src/engine/language/features.js";
import {
  agentOf,
  createLanguage,
  loadLanguageModel,
  negated,
  type Sentence,
} from "../../../src/engine/language/index.js";
import { language, model, sentenceOf, wordAt } from "./support.js";

const newswire = readFileSync("tests/engine/language/newswire.txt", "utf8");

/** Everything the core says of a text. */
function told(sentences: readonly Sentence[]): string {
  return sentences
    .flatMap((s) =>
      s.tokens.map((t, i) => [t.text, t.lemma, t.upos, t.xpos, s.tree.heads[i], s.tree.relation(i)].join("/")),
    )
    .join("\n");
}

describe("language core", () => {
  test("plain loops and SIMD give the same answer, word for word", () => {
    const plainLoops = createLanguage(model, { simd: false });
    const spans = [[0, newswire.length]] as const;
    expect(told(plainLoops.analyse(newswire, spans))).toBe(told(language.analyse(newswire, spans)));
  });

  test("the same text gives the same answer, whatever was read before", () => {
    const text = "The leaders of Belmora and Kasimir met in Oslo.";
    const first = told(createLanguage(model).analyse(text, [[0, text.length]]));
    language.analyse(newswire, [[0, newswire.length]]).map((s) => s.tree);
    expect(told(language.analyse(text, [[0, text.length]]))).toBe(first);
  });

  test.each([
    ["marks alone", '"'.repeat(4_000), 0],
    ["brackets after three words", `The two ministers met ${"( ".repeat(4_000)}`, 1],
    ["words among marks", `"The two ministers met" `.repeat(50), 2],
    ["a line of a table", "... ".repeat(60), 1],
  ])("a long row of marks is no sentence: %s", (_, text, least) => {
    const sentences = language.analyse(text, [[0, text.length]]);
    if (least === 0) expect(sentences).toEqual([]);
    else expect(sentences.length).toBeGreaterThanOrEqual(least);
    for (const { tokens } of sentences)
      if (tokens.length > 100) expect(tokens.some((t) => /\w/.test(t.text))).toBe(true);
  });

  test("trees are trees, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom("Holt", "met", "the", ",", "not", "12", "U.S."), fc.string({ maxLength: 8 })),
          { maxLength: 40 },
        ),
        (words) => {
          const text = words.join(" ");
          for (const { tokens, tree, span } of language.analyse(text, [[0, text.length]])) {
            expect(tree.heads.filter((h) => h === -1)).toHaveLength(1);
            tokens.forEach((token, i) => {
              expect(token.start >= span[0] && token.end <= span[1]).toBe(true);
              expect(tree.relation(i) === "root").toBe(tree.heads[i] === -1);
              let at = i;
              for (let steps = 0; at !== -1; steps++) {
                expect(steps).toBeLessThanOrEqual(tokens.length);
                at = tree.heads[at] ?? -1;
              }
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a text of a thousand words without a stop, and one given as a single sentence", () => {
    const words = Array.from({ length: 1000 }, (_, i) => [i * 5, i * 5 + 4] as const);
    const [sentence] = language.analyseTokens("word ".repeat(1000), [words]);
    expect(sentence?.tree.heads.filter((h) => h === -1)).toHaveLength(1);
  });

  test("paragraphs are numbered and never joined", () => {
    const text = "Talks stalled\nHe left. She stayed.";
    const got = language.analyse(text, [
      [0, 13],
      [14, text.length],
    ]);
    expect(got.map((s) => [s.index, s.paragraph, text.slice(...s.span)])).toEqual([
      [0, 0, "Talks stalled"],
      [1, 1, "He left."],
      [2, 1, "She stayed."],
    ]);
  });
});

describe("what is read from news", () => {
  test.each([
    ["President Ferran met Prime Minister Holt in Oslo.", "met", "Ferran", false],
    ["Holt was received by King Harald.", "received", "Harald", false],
    ["The talks were not attended by Iran.", "attended", "Iran", true],
    ["The minister did not confirm the report.", "confirm", "minister", true],
    ["Officials from both countries signed the agreement on Friday.", "signed", "Officials", false],
  ])("%s", (text, verb, agent, no) => {
    const sentence = sentenceOf(text);
    const index = wordAt(sentence, verb);
    const found = agentOf(sentence, index);
    const names = found === null ? [] : [found, ...sentence.tree.children(found)].map((i) => sentence.tokens[i]?.text);
    expect(names).toContain(agent);
    expect(negated(sentence, index)).toBe(no);
  });

  test.each([
    ["They were meeting the leaders.", "meeting", "meet", "VERB"],
    ["The meeting ended.", "meeting", "meeting", "NOUN"],
    ["The countries signed treaties.", "treaties", "treaty", "NOUN"],
    ["He said it.", "said", "say", "VERB"],
    ["Kim Jong Un arrived.", "Un", "Un", "PROPN"],
  ])("%s: %s", (text, form, lemma, upos) => {
    const sentence = sentenceOf(text);
    expect(sentence.tokens[wordAt(sentence, form)]).toMatchObject({ lemma, upos });
  });
});

describe("features", () => {
  test("hashes are those the network was trained with", () => {
    expect(bucket("w", "border")).toBe(2847);
    expect(buckets("Kyiv’s")).toHaveLength(9);
  });

  test.each([
    ["Kyiv-2", "Xx-0"],
    ["1,000", "0,0"],
    ["U.S.", "X.X."],
    ["don’t", "x’x"],
  ])("shape of %s is %s", (form, expected) => {
    expect(shape(form)).toBe(expected);
  });

  test("typographic marks are made plain", () => {
    expect(plain("“It’s—well…”")).toBe('"It\'s--well..."');
  });
});

test("a model without the network's sections is refused by name", () => {
  expect(() => createLanguage(loadLanguageModel(new Uint8Array(40)))).toThrow("foreign");
});
