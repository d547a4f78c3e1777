import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../../../src/engine/events/relate/dense.js";
import { loadLanguageModel, ModelError } from "../../../../src/engine/language/index.js";
import { rows } from "../../../../train/events/sections.js";
import { modelFile, sectionsOf } from "../../../../train/language/model-file.js";

const COLUMNS = 6;
const numbers = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2 * COLUMNS, maxLength: 5 * COLUMNS })
  .map((list) => Float32Array.from(list.slice(0, list.length - (list.length % COLUMNS))));

describe("rows of a matrix in a model file", () => {
  test.each([
    [8, 127],
    [4, 7],
  ] as const)("of %d bits come back within half a step of their row", (bits, steps) => {
    fc.assert(
      fc.property(numbers, (values) => {
        const count = values.length / COLUMNS;
        const file = modelFile(rows("m", count, COLUMNS, values, bits));
        const read = rowsOf(loadLanguageModel(file), "m");
        expect([read.columns, read.scales.length, read.values.length]).toEqual([COLUMNS, count, values.length]);
        for (let r = 0; r < count; r++) {
          const own = values.subarray(r * COLUMNS, (r + 1) * COLUMNS);
          const step = Math.max(...own.map(Math.abs)) / steps;
          for (const [k, value] of own.entries()) {
            const got = (read.scales[r] ?? 0) * (read.values[r * COLUMNS + k] ?? 0);
            expect(Math.abs(got - value)).toBeLessThanOrEqual(step * 0.5001 + 1e-6);
          }
        }
      }),
    );
  });

  test("of four bits take half the room", () => {
    const [small, large] = [4, 8].map((bits) => rows("m", 3, COLUMNS, new Float32Array(18), bits === 4 ? 4 : 8)[0]);
    expect([small?.type, small?.bytes.length, large?.type, large?.bytes.length]).toEqual(["i4", 9, "i8", 18]);
  });

  test("whose length is not their shape's are refused", () => {
    const [values, scales] = rows("m", 3, COLUMNS, new Float32Array(18), 4);
    if (values === undefined || scales === undefined) throw new TypeError("rows are two sections");
    const torn = modelFile([{ ...values, bytes: values.bytes.subarray(1) }, scales]);
    expect(() => loadLanguageModel(torn)).toThrow(ModelError);
    expect(sectionsOf(modelFile([values, scales]))[0]?.type).toBe("i4");
  });
});
