import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestTree } from "../../../src/engine/language/tree-search.js";

function isTree(heads: readonly number[]): boolean {
  return heads.every((_, start) => {
    let at = start;
    for (let steps = 0; at !== 0; steps++) {
      if (steps > heads.length) return false;
      at = heads[at] ?? 0;
    }
    return true;
  });
}

const total = (scores: readonly number[], heads: readonly number[], size: number): number =>
  heads.reduce((sum, head, d) => (d === 0 ? sum : sum + (scores[d * size + head] ?? 0)), 0);

/** The best total over all trees with one root, by trying every one. */
function exhaustive(scores: readonly number[], size: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(size).fill(0);
  const place = (d: number): void => {
    if (d === size) {
      const roots = heads.filter((h, i) => i > 0 && h === 0).length;
      if (roots === 1 && isTree(heads)) best = Math.max(best, total(scores, heads, size));
      return;
    }
    for (let h = 0; h < size; h++) {
      if (h === d) continue;
      heads[d] = h;
      place(d + 1);
    }
  };
  place(1);
  return best;
}

describe("best tree", () => {
  test("is the best of all trees with one root", () => {
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size * size, maxLength: size * size }),
        ),
      );
    fc.assert(
      fc.property(table, ([size, scores]) => {
        const heads = [...bestTree(Float64Array.from(scores), size)];
        expect(isTree(heads)).toBe(true);
        expect(heads.filter((h, i) => i > 0 && h === 0)).toHaveLength(1);
        expect(total(scores, heads, size)).toBe(exhaustive(scores, size));
      }),
      { numRuns: 150 },
    );
  });

  test("has one root where every word would be one, and is the best such tree", () => {
    const table = fc
      .integer({ min: 10, max: 14 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size * size, maxLength: size * size }),
        ),
      );
    fc.assert(
      fc.property(table, fc.nat(), ([size, scores], pick) => {
        const [hub, given] = [1 + (pick % (size - 1)), scores.slice()];
        for (let d = 1; d < size; d++) {
          given[d * size] = 90; // the root suits all words best
          given[d * size + hub] = 40; // and after it the hub
        }
        const heads = [...bestTree(Float64Array.from(given), size)];
        expect(heads.slice(1)).toEqual(heads.slice(1).map((_, i) => (i + 1 === hub ? 0 : hub)));
      }),
      { numRuns: 50 },
    );
  });

  test("stands at equal scores and for one word", () => {
    expect([...bestTree(new Float64Array(4), 2)]).toEqual([0, 0]);
    expect(isTree([...bestTree(new Float64Array(900), 30)])).toBe(true);
  });

  test("opens nested cycles", () => {
    // 1 and 2 prefer each other, so do 3 and 4, and the pairs prefer each other to the root
    const scores = new Float64Array(25).fill(-5);
    for (const [d, h, s] of [
      [1, 2, 9],
      [2, 1, 9],
      [3, 4, 9],
      [4, 3, 9],
      [1, 3, 5],
      [3, 1, 5],
      [1, 0, 1],
      [4, 0, 2],
    ] as const) {
      scores[d * 5 + h] = s;
    }
    const heads = [...bestTree(scores.slice(), 5)];
    expect(total([...scores], heads, 5)).toBe(exhaustive([...scores], 5));
  });
});
