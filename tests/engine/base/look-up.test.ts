import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Discourse, type Draft, emptyDraft } from "../../../src/engine/actors/draft.js";
import { groupBy } from "../../../src/engine/base/group-by.js";
import { OverlapIndex } from "../../../src/engine/base/overlap-index.js";
import { overlaps, type Span } from "../../../src/engine/base/span.js";

const span: fc.Arbitrary<Span> = fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => [start, start + length]);

describe("spans that overlap", () => {
  test("are those that are found one by one, ascending, each once", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), fc.array(span, { maxLength: 5 }), (spans, asked) => {
        const byHand = spans.flatMap((s, at) => (asked.some((a) => overlaps(s, a)) ? [at] : []));
        expect(new OverlapIndex(spans).overlapping(asked)).toEqual(byHand);
      }),
    );
  });

  test("are found without looking at the others", () => {
    let looked = 0;
    const counted = (start: number): Span =>
      new Proxy<Span>([start, start + 5], {
        get(spanAt, key) {
          looked++;
          return Reflect.get(spanAt, key);
        },
      });
    const index = new OverlapIndex(Array.from({ length: 4_096 }, (_, i) => counted(i * 10)));
    looked = 0;
    expect(index.overlapping([[20_003, 20_012]])).toEqual([2000, 2001]);
    expect(looked).toBeLessThan(40); // twelve halvings and the two themselves
  });
});

test("items by their key keep their order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (items) => {
      const groups = groupBy(items, (n) => n % 3);
      expect([...groups.keys()]).toEqual([...new Set(items.map((n) => n % 3))]);
      for (const [key, group] of groups) expect(group).toEqual(items.filter((n) => n % 3 === key));
    }),
  );
});

describe("actors by a word of their names", () => {
  const WORDS = ["reed", "lake", "stone", "al", "ford"];
  const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });

  function named(names: readonly (readonly string[])[], order: readonly number[]): Discourse {
    const discourse = new Discourse(0);
    const drafts = names.map(
      (own, at): Draft =>
        discourse.obtain(`k${at}`, () => ({ ...emptyDraft(own.join(" "), "person", "by the test"), words: own })),
    );
    for (const [sentence, at] of order.entries()) {
      const draft = drafts[at % drafts.length];
      if (draft !== undefined)
        discourse.note({
          draft,
          sentence,
          first: 0,
          named: true,
          shared: false,
          many: false,
          last: 0,
          quoted: false,
          standing: "subject",
          speaks: false,
        });
    }
    return discourse;
  }

  test("the last mentioned that fits is the one found by going through all", () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        fc.constantFrom(...WORDS),
        fc.nat(2),
        (names, order, word, length) => {
          const discourse = named(names, order);
          const fits = (draft: Draft): boolean => draft.words.includes(word) && draft.words.length > length;
          expect(discourse.recentOf(word, fits)).toBe(discourse.recent(fits));
        },
      ),
    );
  });

  test("nobody else is asked about", () => {
    const discourse = named(
      Array.from({ length: 3_000 }, (_, i) => ["ada", `reed${i}`]),
      Array.from({ length: 3_000 }, (_, i) => i),
    );
    let asked = 0;
    discourse.recentOf("reed7", () => ++asked > 99);
    expect(asked).toBe(1);
  });
});
