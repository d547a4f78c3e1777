import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createKernel } from "../../../src/engine/language/create-kernel.js";
import { INPUT_LIMIT, type Kernel, LEAK, type Weights } from "../../../src/engine/language/kernel.js";
import { createPlainKernel } from "../../../src/engine/language/kernel-plain.js";
import { createSimdKernel } from "../../../src/engine/language/kernel-simd.js";

/** Matrices filled by a generator, so that a seed tells all. */
function matrix(rows: number, columns: number, seed: number): Weights {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  return {
    rows,
    columns,
    values: Int8Array.from({ length: rows * columns }, () => Math.round(next() * 254) - 127),
    scales: Float32Array.from({ length: rows }, () => next() * 0.01),
    bias: Float32Array.from({ length: rows }, () => next() - 0.5),
  };
}

const ones = (n: number): Float32Array => new Float32Array(n).fill(1);

function simd(weights: readonly Weights[]): Kernel {
  const kernel = createSimdKernel(weights);
  if (kernel === null) throw new Error("this machine has no WebAssembly SIMD");
  return kernel;
}

/** Vectors of 32 numbers, all-zero ones and halves between two whole numbers among them. */
const REALS = fc.oneof(
  fc.constant(new Array<number>(32).fill(0)),
  fc
    .array(fc.integer({ min: -1022, max: 1022 }), { minLength: 31, maxLength: 31 })
    .map((n) => [...n.map((x) => x / 2), 511]),
  fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: 32, maxLength: 32 }),
);

describe("kernel", () => {
  test("both multiply as whole numbers do", () => {
    const sizes = fc.constantFrom([4, 16], [8, 512], [68, 256], [512, 128]);
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), ([rows = 4, columns = 16], seed, other) => {
        const own = { ...matrix(rows, columns, seed), scales: ones(rows), bias: new Float32Array(rows) };
        const weights = [matrix(4, 16, 1), own];
        const input = Int16Array.from(matrix(4, columns, other).values.subarray(0, columns), (x) => 4 * x);
        const sum = (r: number): number => input.reduce((all, x, k) => all + x * (own.values[r * columns + k] ?? 0), 0);
        for (const kernel of [createPlainKernel(weights), simd(weights)]) {
          const count = 3; // two at once and one alone
          for (let v = 0; v < count; v++) kernel.input.set(v === 1 ? input : input.map((x) => -x), v * columns);
          kernel.project(1, count);
          const one = Math.fround(1 / INPUT_LIMIT);
          const sums = Array.from({ length: rows }, (_, r) => Math.fround(Math.fround(sum(r)) * one));
          const turned = sums.map((x) => 0 - x);
          expect([...kernel.output.subarray(0, count * rows)]).toEqual([...turned, ...sums, ...turned]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("both scale and add to the last bit alike", () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(REALS, { minLength: 1, maxLength: 3 }), (seed, vectors) => {
        const weights = [matrix(64, 32, seed)];
        const [plain, fast] = [createPlainKernel(weights), simd(weights)];
        for (const kernel of [plain, fast]) {
          kernel.reals.set(vectors.flat());
          kernel.projectReals(0, vectors.length);
        }
        const [numbers, rows] = [32 * vectors.length, 64 * vectors.length];
        expect(fast.input.subarray(0, numbers)).toEqual(plain.input.subarray(0, numbers));
        expect(fast.output.subarray(0, rows)).toEqual(plain.output.subarray(0, rows));
      }),
    );
  });

  test("extreme weights and inputs do not run over", () => {
    const weights = [
      { rows: 4, columns: 512, values: new Int8Array(2048).fill(-127), scales: ones(4), bias: new Float32Array(4) },
    ];
    for (const kernel of [createPlainKernel(weights), simd(weights)]) {
      kernel.input.fill(INPUT_LIMIT);
      kernel.project(0, 1);
      const sum = Math.fround(-127 * INPUT_LIMIT * 512);
      expect([...kernel.output.subarray(0, 4)]).toEqual(new Array(4).fill(Math.fround(sum * Math.fround(1 / 511))));
    }
  });

  test("both advance a cell to the last bit alike", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 64, maxLength: 64 }),
        (seed, addends) => {
          const weights = [matrix(64, 16, seed)];
          const kernels = [createPlainKernel(weights), simd(weights)];
          const steps = 12;
          for (const kernel of kernels) {
            for (let half = 0; half < 2 * steps; half++) kernel.gates.set(addends, half * 64);
            kernel.recur(0, steps, "forward");
            kernel.recur(0, steps, "backward"); // goes on from the cell that is there
          }
          expect(kernels[1]?.cell).toEqual(kernels[0]?.cell);
          expect(kernels[1]?.states).toEqual(kernels[0]?.states);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("both multiply vector with vector to the last bit alike", () => {
    const numbers = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(numbers, fc.array(numbers, { minLength: 1, maxLength: 5 }), (left, rights) => {
        const [plain, fast] = [createPlainKernel([matrix(4, 16, 1)]), simd([matrix(4, 16, 1)])].map((kernel) => {
          kernel.lefts.set([...left, ...left.map((x) => -x)]);
          kernel.rights.set(rights.flat());
          kernel.dots(2, rights.length, 32);
          return [...kernel.products.subarray(0, 2 * rights.length)];
        });
        expect(fast).toEqual(plain);
        const first = left.reduce((sum, x, k) => sum + x * (rights[0]?.[k] ?? 0), 0);
        expect(fast?.[0]).toBeCloseTo(first, 9);
        expect(fast?.[rights.length]).toBeCloseTo(-first, 9);
      }),
      { numRuns: 40 },
    );
  });

  test("both make numbers below zero smaller alike", () => {
    const numbers = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(numbers, (given) => {
        for (const kernel of [createPlainKernel([matrix(4, 16, 1)]), simd([matrix(4, 16, 1)])]) {
          kernel.output.set(given);
          kernel.leak(12);
          const leaked = given.map((x, i) => (i < 12 && x < 0 ? Math.fround(x * LEAK) : x));
          expect([...kernel.output.subarray(0, 16)]).toEqual(leaked);
        }
      }),
    );
  });

  test("the gates are those of a long short-term memory", () => {
    const weights = [{ rows: 16, columns: 16, values: new Int8Array(256), scales: ones(16), bias: ones(16) }];
    const kernel = createPlainKernel(weights);
    kernel.gates.fill(0.7);
    kernel.cell.fill(0.5);
    kernel.recur(0, 1, "forward");
    const logistic = 1 / (1 + Math.exp(-0.7));
    const cell = logistic * 0.5 + logistic * Math.tanh(0.7);
    expect(kernel.cell[0]).toBeCloseTo(cell, 4);
    expect(kernel.states[0]).toBe(Math.round(logistic * Math.tanh(cell) * INPUT_LIMIT));
  });

  test.each([
    [5, 16],
    [4, 24],
    [4, 528],
  ])("a matrix of %i × %i is refused", (rows, columns) => {
    expect(() => createKernel([matrix(rows, columns, 1)], true)).toThrow(RangeError);
  });
});
