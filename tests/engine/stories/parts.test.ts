import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Groups, independentOrigins, makeStoryLexicon, type Origin } from "../../../src/engine/stories/index.js";
import { bandKeys } from "../../../src/engine/stories/minhash.js";
import { overlapOf, type Shingles, shinglesOf } from "../../../src/engine/stories/shingles.js";
import { likeness, termsOf } from "../../../src/engine/stories/terms.js";
import { formOf, sentencesOf, wordsOf } from "../../../src/engine/stories/words.js";
import { files } from "../../data/knowledge.js";

describe("words", () => {
  test.each([
    ["Ministers’", "minister"],
    ["minister's", "minister"],
    ["parties", "party"],
    ["press", "press"],
    ["Zürich", "zurich"],
    ["gas", "gas"],
  ])("%s is %s", (word, form) => {
    expect(formOf(word)).toBe(form);
  });

  test("names are capitals that no sentence begins", () => {
    const names = wordsOf("Talks ended. Then Omar met “Nobody said Lena Weiss”").filter(({ isName }) => isName);
    expect(names.map(({ form }) => form)).toEqual(["omar", "lena", "weiss"]);
  });

  test("scripts without spaces are cut into letters", () => {
    expect(wordsOf("外交部长 met").map(({ form }) => form)).toEqual(["外", "交", "部", "长", "met"]);
  });

  test("sentences end at stops and line breaks", () => {
    expect(sentencesOf("One. Two!\nThree")).toEqual(["One.", "Two!", "Three"]);
  });
});

describe("boilerplate", () => {
  const lexicon = makeStoryLexicon(files.tables, { count: () => 0 });
  test.each([
    "Sign up to our daily briefing.",
    "ALL RIGHTS RESERVED",
    "Your browser does not support video.",
  ])("%s", (sentence) => {
    expect(lexicon.isBoilerplate(sentence)).toBe(true);
  });
  test.each([
    "The two sides signed up to nothing.",
    "He logged insults.",
    "Ministers met in Oslo.",
  ])("not: %s", (text) => {
    expect(lexicon.isBoilerplate(text)).toBe(false);
  });
});

const any = (): number => 0;
const shareOf = (a: Shingles, b: Shingles): number | undefined => overlapOf(a, b, any)?.containment;

describe("shingles and their keys", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1, maxLength: 60 });

  test("a text stands wholly in itself and in what holds it", () => {
    fc.assert(
      fc.property(words, words, (text, more) => {
        const [part, whole] = [shinglesOf(text), shinglesOf([...more, ...text, ...more])];
        expect(shareOf(part, part)).toBe(1);
        if (text.length >= 4) expect(shareOf(part, whole)).toBe(1);
        expect(overlapOf(part, whole, any)).toEqual(overlapOf(whole, part, any));
      }),
      { seed: 6 },
    );
  });

  test("an overlap that is asked to be large is found, or found wanting, as one that is not", () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom(0.2, 0.5, 0.85, 1), (text, other, least) => {
        const [a, b] = [shinglesOf(text), shinglesOf(other)];
        const whole = overlapOf(a, b, any);
        expect(overlapOf(a, b, () => least)).toEqual((whole?.containment ?? 0) < least ? null : whole);
      }),
      { seed: 7 },
    );
  });

  test("very long texts are sampled and still found in each other", () => {
    const long = Array.from({ length: 30_000 }, (_, i) => `w${i}`);
    const [whole, part] = [shinglesOf(long), shinglesOf(long.slice(0, 2000))];
    expect(whole.hashes.length).toBeLessThanOrEqual(4096);
    expect(whole.sampling).toBeGreaterThan(part.sampling);
    expect(shareOf(whole, part)).toBe(1);
    expect(shareOf(whole, shinglesOf(["no", "such", "text", "in", "it"]))).toBe(0);
  });

  test("like sets share a key, unlike ones do not", () => {
    const text = Array.from({ length: 300 }, (_, i) => `w${i}`);
    const other = Array.from({ length: 300 }, (_, i) => `v${i}`);
    const keys = (list: readonly string[]) => new Set(bandKeys(shinglesOf(list).hashes, 24, 3, 1));
    const shared = (a: readonly string[], b: readonly string[]) =>
      [...keys(a)].filter((key) => keys(b).has(key)).length;
    expect(shared(text, text)).toBe(24);
    expect(shared(text, [...text.slice(0, 200), ...other.slice(0, 100)])).toBeGreaterThan(0);
    expect(shared(text, other)).toBe(0);
    expect(bandKeys(new Uint32Array(), 24, 3, 1)).toEqual([]);
  });
});

test("likeness is between 0 and 1, symmetric, and 1 for one text of names", () => {
  const background = { count: (form: string) => (form === "the" ? 90_000 : 3) };
  const terms = (text: string) => termsOf(wordsOf(text), background);
  const [a, b] = [terms("so Omar met Lena in the Alps"), terms("the weather is fine")];
  expect(likeness(a, a)).toBeCloseTo(1);
  expect(likeness(a, b)).toBe(0);
  fc.assert(
    fc.property(fc.lorem(), fc.lorem(), (x, y) => {
      const value = likeness(terms(x), terms(y));
      expect(value).toBe(likeness(terms(y), terms(x)));
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1 + 1e-9);
    }),
    { seed: 6 },
  );
});

test("a group is named by its least member", () => {
  const groups = new Groups();
  groups.join("d", "c");
  groups.join("b", "d");
  expect(["a", "b", "c", "d"].map((one) => groups.of(one))).toEqual(["a", "b", "b", "b"]);
});

describe("independent origins", () => {
  const agency: Origin = { kind: "agency", name: "Reuters" };
  const outlet = (name: string): Origin => ({ kind: "outlet", name });
  const none = (hash: string): Origin => ({ kind: "unknown", name: hash });
  test.each<[string, [string, Origin][], string[]]>([
    [
      "copies count once, as the agency's",
      [
        ["x", outlet("Daily Post")],
        ["x", agency],
        ["x", outlet("Herald")],
      ],
      ["Reuters"],
    ],
    [
      "two texts of one agency count once",
      [
        ["x", agency],
        ["y", { ...agency, name: "REUTERS" }],
      ],
      ["REUTERS"],
    ],
    [
      "an agency and an own report are two",
      [
        ["x", agency],
        ["y", outlet("Herald")],
      ],
      ["Reuters", "Herald"],
    ],
    [
      "texts of nobody known count by text",
      [
        ["x", none("1")],
        ["x", none("2")],
        ["y", none("3")],
      ],
      ["x", "y"],
    ],
  ])("%s", (_, members, names) => {
    const found = independentOrigins(members.map(([copy, origin]) => ({ copy, origin })));
    expect(found.map(({ name }) => name)).toEqual(names);
  });
});
