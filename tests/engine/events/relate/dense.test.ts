import fc from "fast-check";
import { expect, test } from "vitest";
import { openProduct, plainProduct, type Rows } from "../../../../src/engine/events/relate/dense.js";

/** A matrix of any 8-bit weights. */
function matrixOf(count: number, columns: number): fc.Arbitrary<Rows> {
  const numbers = { minLength: count, maxLength: count, min: Math.fround(0.001), max: 1, noNaN: true };
  return fc
    .tuple(fc.int8Array({ minLength: count * columns, maxLength: count * columns }), fc.float32Array(numbers))
    .map(([values, scales]) => ({ values, scales, columns }));
}

test("the product in WebAssembly is that of plain loops, to the last bit", () => {
  const shapes = fc.constantFrom([1, 8], [7, 24], [12, 96], [5, 10] /* no eights */);
  const cases = shapes.chain(([count = 1, columns = 8]) =>
    fc.tuple(
      matrixOf(count, columns),
      fc.array(fc.oneof(fc.constant(0), fc.double({ min: -1, max: 1, noNaN: true })), {
        minLength: count,
        maxLength: count,
      }),
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: columns, maxLength: columns }),
    ),
  );
  fc.assert(
    fc.property(cases, ([rows, x, bias]) => {
      const [plain, fast] = [Float64Array.from(bias), Float64Array.from(bias)];
      plainProduct(rows)(Float64Array.from(x), plain);
      openProduct(rows)(Float64Array.from(x), fast);
      expect(fast).toEqual(plain);
    }),
  );
});
