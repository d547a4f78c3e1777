import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../../../src/engine/events/relate/dense.js";
import { loadLanguageModel, ModelError } from "../../../../src/engine/language/index.js";
import { floatOfHalf } from "../../../../src/engine/language/model.js";
import { halfOver, rows } from "../../../../train/events/sections.js";
import { modelFile, sectionsOf } from "../../../../train/language/model-file.js";

const COLUMNS = 6;
const numbers = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2 * COLUMNS, maxLength: 5 * COLUMNS })
  .map((list) => Float32Array.from(list.slice(0, list.length - (list.length % COLUMNS))));

describe("rows of a matrix in a model file", () => {
  test.each([
    [8, 127],
    [6, 31],
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

describe("numbers of sixteen bits", () => {
  test.each([
    [0x0000, 0],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3c00, 1],
    [0x3555, 0.333251953125],
    [0x7bff, 65_504],
    [0xbc00, -1],
    [0x8001, -(2 ** -24)],
  ])("%i stands for %d", (bits, value) => {
    expect(floatOfHalf(bits)).toBe(value);
  });

  test("are the least that is not under a number, and those of themselves", () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -40, max: 65_504, noNaN: true }), (value) => {
        const bits = halfOver(value);
        expect(floatOfHalf(bits)).toBeGreaterThanOrEqual(value);
        expect(floatOfHalf(bits - 1)).toBeLessThan(value);
        expect(halfOver(floatOfHalf(bits))).toBe(bits);
      }),
    );
    expect(halfOver(0)).toBe(0);
  });
});
