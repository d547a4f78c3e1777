import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLanguageModel, ModelError } from "../../../src/engine/language/index.js";
import { crc32 } from "../../../src/engine/language/model.js";
import { modelFile, sectionsOf, textSection } from "../../../train/language/model-file.js";

const small = (): Uint8Array =>
  modelFile([
    textSection("words", "née\n北京\n🙂"),
    { name: "w", type: "i8", shape: [2, 3], bytes: new Uint8Array([1, 2, 3, 255, 254, 253]) },
    { name: "f", type: "f32", shape: [2], bytes: new Uint8Array(new Float32Array([0.5, -2]).buffer) },
  ]);

function fault(bytes: Uint8Array): string {
  try {
    loadLanguageModel(bytes);
    return "none";
  } catch (error) {
    return error instanceof ModelError ? error.code : `other: ${String(error)}`;
  }
}

function changed(at: number, value: number): Uint8Array {
  const bytes = small();
  bytes[at] = value;
  return bytes;
}

describe("model file", () => {
  test("gives back what was written", () => {
    const model = loadLanguageModel(small());
    expect(model.text("words")).toBe("née\n北京\n🙂");
    expect([...model.int8("w")]).toEqual([1, 2, 3, -1, -2, -3]);
    expect(model.shape("w")).toEqual([2, 3]);
    expect([...model.float32("f")]).toEqual([0.5, -2]);
  });

  test("gives back what was packed, and says so where its codes are broken", () => {
    const weights = Uint8Array.from({ length: 4000 }, (_, i) => (i % 5 === 0 ? i % 256 : 1));
    const sections = [
      { name: "w", type: "i8", shape: [40, 100], bytes: weights },
      { name: "half", type: "f16", shape: [200], bytes: new Uint8Array(400).fill(0x3c) },
      textSection("words", "née\n".repeat(300)),
      textSection("few", "abc"),
    ] as const;
    const [plain, packed] = [modelFile(sections), modelFile(sections, true)];
    expect(packed.length).toBeLessThan(0.7 * plain.length);
    const [a, b] = [loadLanguageModel(plain), loadLanguageModel(packed)];
    expect(b.int8("w")).toEqual(a.int8("w"));
    expect(b.float32("half")).toEqual(a.float32("half"));
    expect([b.text("words"), b.text("few")]).toEqual([a.text("words"), "abc"]);
    expect(sectionsOf(packed)).toEqual(sectionsOf(plain));
    const [, start = ""] = /w i8 40,100 (\d+)/.exec(new TextDecoder().decode(packed)) ?? [];
    packed.fill(0, Number(start), Number(start) + 128); // no byte has a code
    new DataView(packed.buffer).setUint32(20, crc32(packed, 24), true);
    expect(() => loadLanguageModel(packed).int8("w")).toThrow("damaged): the codes of section “w” break off");
  });

  test("reads from the middle of a buffer, askew or not", () => {
    for (const offset of [16, 3]) {
      const buffer = new Uint8Array(small().length + offset);
      buffer.set(small(), offset);
      expect(loadLanguageModel(buffer.subarray(offset)).text("words")).toBe("née\n北京\n🙂");
    }
  });

  test.each([
    ["an empty file", new Uint8Array(0), "foreign"],
    ["a text", new TextEncoder().encode("This is no model, but a text of some length."), "foreign"],
    ["another format version", changed(8, 99), "version"],
    ["a file cut short", small().slice(0, -1), "damaged"],
    ["a file with more behind", new Uint8Array([...small(), 0]), "damaged"],
    ["a changed weight", changed(small().length - 16, 77), "damaged"],
    ["a changed checksum", changed(20, (small()[20] ?? 0) ^ 1), "damaged"],
    ["a sound file", small(), "none"],
  ])("%s", (_, bytes, expected) => {
    expect(fault(bytes)).toBe(expected);
  });

  test("a single changed byte never passes", () => {
    const length = small().length;
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        expect(fault(changed(at, (small()[at] ?? 0) ^ flip))).not.toBe("none");
      }),
    );
  });

  test("a missing section and a wrong type are named", () => {
    const model = loadLanguageModel(small());
    expect(() => model.text("nothing")).toThrow("no section “nothing”");
    expect(() => model.int8("words")).toThrow("section “words” is text, not i8");
  });

  test("the shipped file is sound, small and holds the table of abbreviations", () => {
    const bytes = new Uint8Array(readFileSync("models/language.bin"));
    expect(bytes.length).toBeLessThanOrEqual(12_000_000);
    expect(loadLanguageModel(bytes).text("abbreviations")).toBe(
      readFileSync("data/language/abbreviations.tsv", "utf8"),
    );
  });
});
