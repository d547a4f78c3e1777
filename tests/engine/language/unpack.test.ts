import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CODE_LENGTHS, codesOf, MOST_BITS } from "../../../src/engine/language/byte-codes.js";
import { unpackBytes } from "../../../src/engine/language/unpack.js";
import { codeLengths, packBytes } from "../../../train/language/pack-bytes.js";

const bytes = (...given: readonly number[]): Uint8Array => Uint8Array.from(given);

describe("packed bytes", () => {
  test.each([
    ["none", bytes()],
    ["one", bytes(7)],
    ["one of two halves", bytes(0, 255)],
    ["the same again and again", new Uint8Array(1000).fill(200)],
    ["every one", Uint8Array.from({ length: 256 }, (_, i) => i)],
    [
      "every one, the first ones far more often",
      Uint8Array.from({ length: 70_000 }, (_, i) => Math.log2(1 + (i % 65_536))),
    ],
  ])("come back: %s", (_, given) => {
    expect(unpackBytes(packBytes(given), given.length)).toEqual(given);
  });

  test("come back, whatever they are", () => {
    const skewed = fc.array(fc.oneof(fc.nat(3), fc.nat(20), fc.nat(255)), { maxLength: 400 });
    fc.assert(
      fc.property(skewed, (values) => {
        const given = Uint8Array.from(values);
        expect(unpackBytes(packBytes(given), given.length)).toEqual(given);
      }),
    );
  });

  test("are shorter where some are frequent", () => {
    const given = Uint8Array.from({ length: 8000 }, (_, i) => (i % 8 === 0 ? i % 256 : 0));
    expect(packBytes(given).length).toBeLessThan(0.4 * given.length);
  });

  test("that break off are refused, as are lengths that leave codes out", () => {
    const packed = packBytes(Uint8Array.from({ length: 2000 }, (_, i) => i % 251));
    expect(unpackBytes(packed.subarray(0, packed.length - 20), 2000)).toBeNull();
    expect(unpackBytes(new Uint8Array(CODE_LENGTHS), 1)).toBeNull();
  });
});

describe("lengths of codes", () => {
  test("are a full set and no longer than the limit", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 2, maxLength: 256 }), (counts) => {
        const lengths = codeLengths(counts, MOST_BITS);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(MOST_BITS);
        expect([...lengths].reduce((sum, bits) => sum + (bits === 0 ? 0 : 2 ** -bits), 0)).toBe(1);
      }),
    );
  });

  test("are the best ones: as of Huffman's tree where the limit is far", () => {
    expect([...codeLengths([1, 1, 2, 4, 8], MOST_BITS)]).toEqual([4, 4, 3, 2, 1]);
    expect([...codeLengths([1, 1, 2, 4, 8], 3)]).toEqual([3, 3, 3, 3, 1]);
  });

  test("give codes of which none begins another", () => {
    const lengths = codeLengths([5, 9, 12, 13, 16, 45], MOST_BITS);
    const codes = [...codesOf(lengths)].map((code, i) => code.toString(2).padStart(lengths[i] ?? 0, "0"));
    for (const code of codes) expect(codes.filter((other) => other.startsWith(code))).toEqual([code]);
  });
});
