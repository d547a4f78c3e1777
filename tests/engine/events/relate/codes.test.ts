import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodeLayer } from "../../../../src/engine/events/relate/code-layer.js";
import { layerPlaces, partCodes } from "../../../../src/engine/events/relate/code-mix.js";
import { codeChances, codeLabels, codesOf, likeliestCode } from "../../../../src/engine/events/relate/event-codes.js";
import { PairModel } from "../../../../src/engine/events/relate/index.js";
import { loadLanguageModel } from "../../../../src/engine/language/index.js";
import { orderFeatures } from "../../../../train/events/order-features.js";
import { withCodes, withoutCodes } from "../../../../train/events/pack-codes.js";
import { modelFile, sectionsOf, textSection } from "../../../../train/language/model-file.js";
import { files, knowledge } from "../../../data/knowledge.js";

const LABELS = ["AGREE 036", "CONCEDE 083", "RETREAT 083", "REQUEST 024"];
const [FEATURES, SCORES] = [6, 4];

/** A model file that holds the layer of these weights alone. */
function packed(features: readonly number[], scores: readonly number[], bias: readonly number[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "readout-codes-"));
  const trained = join(folder, "layer");
  const matrices = [
    { name: "features", shape: [FEATURES, LABELS.length] },
    { name: "scores", shape: [SCORES, LABELS.length] },
    { name: "bias", shape: [LABELS.length] },
  ];
  writeFileSync(`${trained}.json`, JSON.stringify({ matrices }));
  writeFileSync(`${trained}.f32`, new Uint8Array(Float32Array.from([...features, ...scores, ...bias]).buffer));
  const file = withCodes(modelFile([textSection("other", "stays"), textSection("codes.old", "goes")]), trained, LABELS);
  rmSync(folder, { recursive: true });
  return file;
}

/** The same by the weights themselves. */
function byHand(
  features: readonly number[],
  scores: readonly number[],
  bias: readonly number[],
  given: readonly number[],
  bags: readonly (readonly number[])[],
): readonly number[] {
  const width = LABELS.length;
  const sums = bias.map((b, k) => {
    const dense = given.reduce((sum, x, i) => sum + x * (scores[i * width + k] ?? 0), 0);
    const sparse = bags.map((bag) => {
      const known = bag.filter((id) => id >= 0);
      return known.reduce((sum, id) => sum + (features[id * width + k] ?? 0), 0) / Math.sqrt(Math.max(1, known.length));
    });
    return b + dense + sparse.reduce((a, x) => a + x, 0);
  });
  const all = sums.reduce((sum, x) => sum + Math.exp(x), 0);
  return sums.map((x) => Math.exp(x) / all);
}

const weights = (length: number) => fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: length, maxLength: length }); // biome-ignore format: one line reads best
const bag = fc.array(fc.integer({ min: -1, max: FEATURES - 1 }), { maxLength: 5 });

describe("the code layer", () => {
  test("answers by the weights that it was packed from, few as its features' are", () => {
    const sparse = fc.array(fc.oneof(fc.constant(0), fc.double({ min: -2, max: 2, noNaN: true })), {
      minLength: FEATURES * LABELS.length,
      maxLength: FEATURES * LABELS.length,
    });
    const one = weights(SCORES / 2);
    fc.assert(
      fc.property(
        sparse,
        weights(SCORES * LABELS.length),
        weights(LABELS.length),
        one,
        one,
        bag,
        bag,
        (f, s, b, x, y, tree, around) => {
          const layer = new CodeLayer(loadLanguageModel(packed(f, s, b)));
          expect(layer.labels).toEqual(LABELS);
          const more = [...y, 99]; // of a network's scores only those that were there in training are read
          const answer = layer.score(
            [Float64Array.from(x), Float64Array.from(more)],
            [...tree, ...around],
            tree.length,
          );
          const wanted = byHand(f, s, b, [...x, ...y], [tree, around]);
          for (const [k, chance] of answer.entries()) expect(chance).toBeCloseTo(wanted[k] ?? -1, 1);
          expect(answer.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("is put in place of the one in the file, and nothing else is touched", () => {
    const file = packed(Array(24).fill(1), Array(16).fill(0), [0, 0, 0, 0]);
    const names = sectionsOf(file).map(({ name }) => name);
    expect(names).toContain("other");
    expect(names).not.toContain("codes.old");
    expect(sectionsOf(withoutCodes(file)).map(({ name }) => name)).toEqual(["other"]);
  });
});

describe("events with their codes", () => {
  const labels = codeLabels(["024", "036", "083"]);

  test("are of the events' roots, those of two events twice", () => {
    const spelled = labels.map(({ event, cameo }) => `${event} ${cameo}`);
    expect([...spelled].sort()).toEqual(["AGREE 036", "CONCEDE 083", "REQUEST 024", "RETREAT 083"]);
  });

  const chances = (length: number) => fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: length, maxLength: length }).map((x) => Float64Array.from(x, (p) => p / x.reduce((a, b) => a + b, 0))); // biome-ignore format: one line reads best

  test("make an event's probability together, with the layer and without", () => {
    fc.assert(
      fc.property(chances(17), chances(3), chances(LABELS.length), (events, cameo, layer) => {
        const own = codeChances(labels, events, cameo);
        const both = partCodes(labels, { events, codes: own }, layer, layerPlaces(labels, LABELS));
        for (const codes of [own, both])
          for (const [i, { at }] of labels.entries()) {
            const family = labels.flatMap((other, k) => (other.at[0] === at[0] ? [codes[k] ?? 0] : []));
            expect(family.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(events[at[0]] ?? -1);
            expect(codes[i]).toBeGreaterThan(0);
          }
        expect(likeliestCode(labels, both)).toEqual(codesOf(labels, both)[0]);
      }),
    );
  });

  test("a code that the layer does not know loses to one that it holds likely", () => {
    const both = codeLabels(["031", "036"]);
    const events = Float64Array.from({ length: 17 }, (_, i) => (i === both[0]?.at[0] ? 1 : 0));
    const codes = codeChances(both, events, Float64Array.of(0.7, 0.3));
    const places = layerPlaces(both, LABELS);
    const told = codesOf(both, partCodes(both, { events, codes }, Float64Array.of(1, 0, 0, 0), places));
    expect(told.map(({ cameo }) => cameo)).toEqual(["036", "031"]);
  });
});

describe("the shipped model", () => {
  const language = loadLanguageModel(files.languageModel);
  const file = files.eventModel ?? new Uint8Array();

  test("has features with weights of their own first, and its answers do not hang on their order", () => {
    const ordered = modelFile(orderFeatures(sectionsOf(file)));
    expect(Buffer.compare(Buffer.from(ordered), Buffer.from(file))).toBe(0);
  });

  test("leaves events, modes and the data's habit to the networks", () => {
    const [whole, bare] = [file, withoutCodes(file)].map((f) => new PairModel(loadLanguageModel(f), language));
    const input = knowledge.relations.input("<s>Norway</s> asked <t>Chad</t> for help with its wells.");
    for (const habit of ["data", "manual"] as const) {
      const [own, without] = [whole?.score(input, habit), bare?.score(input, habit)];
      expect(own?.events).toEqual(without?.events);
      expect(own?.mode).toEqual(without?.mode);
      if (habit === "data") expect(own?.codes).toEqual(without?.codes);
      else expect(own?.codes).not.toEqual(without?.codes);
    }
  });
});
