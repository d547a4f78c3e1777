import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../../src/engine/stories/index.js";
import { FIRES, groupsOf, NEXT_CALL, OTHER_SIDE, REPORT, REPRINTS, sketch } from "./support.js";

const [COPIES, ALL] = [new Set(["copy"]), new Set(["copy", "report"])];

describe("copies of one text", () => {
  test.each(REPRINTS.map((article) => [String(article.id), article] as const))("%s", (_, article) => {
    expect(compare(sketch(REPORT), sketch(article))).toMatchObject({ kind: "copy" });
  });

  test.each(
    [OTHER_SIDE, NEXT_CALL, ...FIRES].map((article) => [String(article.id), article] as const),
  )("%s is none", (_, article) => {
    expect(compare(sketch(REPORT), sketch(article))?.kind).not.toBe("copy");
  });

  test("a text that merely quotes a short statement is none of it", () => {
    const statement =
      "The ministry regrets the closing of the bridge at Orlov and will reopen it once the ice has gone.";
    const words = Array.from({ length: 400 }, (_, i) => `word${i}`).join(" ");
    expect(compare(sketch({ text: statement }), sketch({ text: `${words}. ${statement}` }))?.kind).not.toBe("copy");
  });

  test("empty texts are copies of nothing", () => {
    expect(compare(sketch({ text: "…" }), sketch({ text: "–" }))).toBeNull();
  });
});

describe("reports of one event", () => {
  test("two governments' own readouts of one call are joined, with reasons", () => {
    const relation = compare(sketch(REPORT), sketch(OTHER_SIDE));
    expect(relation).toMatchObject({ kind: "report" });
    expect(relation?.reasons).toContain("same persons: ETH, KEN");
  });

  test("a later call of the same two is another story", () => {
    expect(compare(sketch(REPORT), sketch(NEXT_CALL))).toBeNull();
  });

  test("outside diplomacy likeness decides, and only near in time", () => {
    const [one, two, other] = FIRES.map(sketch);
    if (one === undefined || two === undefined || other === undefined) throw new Error("three fires");
    expect(compare(one, two)).toMatchObject({ kind: "report" });
    expect(compare(one, other)).toBeNull();
    const on = (at: number, day: string) => sketch({ ...FIRES[at], text: FIRES[at]?.text ?? "", published: day });
    expect(compare(on(0, "2022-05-02"), on(1, "2022-05-03"))).toMatchObject({ kind: "report" });
    expect(compare(on(0, "2022-05-02"), on(1, "2022-05-09"))).toBeNull();
  });
});

describe("whatever the order of arrival", () => {
  const articles = [REPORT, ...REPRINTS, OTHER_SIDE, NEXT_CALL, ...FIRES];
  const sketches = articles.map(sketch);

  test("the groups are these", () => {
    expect(groupsOf(sketches, COPIES)).toEqual([[0, 1, 2, 3, 4], [5], [6], [7], [8], [9]]);
    expect(groupsOf(sketches, ALL)).toEqual([[0, 1, 2, 3, 4, 5], [6], [7, 8], [9]]);
  });

  test("and stay these", () => {
    const expected = named(groupsOf(sketches, ALL), sketches);
    fc.assert(
      fc.property(fc.shuffledSubarray(sketches, { minLength: sketches.length }), (shuffled) => {
        expect(named(groupsOf(shuffled, ALL), shuffled)).toEqual(expected);
      }),
      { seed: 6, numRuns: 30 },
    );
  });

  test("a pair is decided alike from either side", () => {
    for (const a of sketches) for (const b of sketches) if (a !== b) expect(compare(a, b)).toEqual(compare(b, a));
  });
});

function named(groups: readonly (readonly number[])[], sketches: readonly { readonly document: string }[]): string[] {
  return groups
    .map((group) =>
      group
        .map((at) => sketches[at]?.document)
        .sort()
        .join(" "),
    )
    .sort();
}
