import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainSums, LABELS, SOURCE } from "../../../src/engine/claims/claim-model.js";
import { bestRun } from "../../../src/engine/claims/decode.js";
import { FeatureList, hashText, join } from "../../../src/engine/claims/hashing.js";
import { makeScene, type Scene } from "../../../src/engine/claims/scene.js";
import { makeUnits } from "../../../src/engine/claims/units.js";
import { language } from "../language/support.js";
import { paragraphsOf, tableOf, tell } from "./support.js";

function sceneOf(text: string): Scene {
  const sentences = language.analyse(text, paragraphsOf(text));
  const [unit] = makeUnits(text, sentences, [], { inSentence: () => [] });
  if (unit === undefined) throw new Error("no unit");
  return makeScene(unit, sentences, tableOf(text, sentences, {}));
}

const worth = fc.double({ min: -3, max: 3, noNaN: true });

describe("the chain over the labels", () => {
  test("its total is the sum over all labellings", () => {
    const chain = fc.tuple(
      fc.array(worth, { minLength: 12, maxLength: 12 }),
      fc.array(worth, { minLength: 9, maxLength: 9 }),
    );
    fc.assert(
      fc.property(chain, ([emissions, moves]) => {
        let sum = 0;
        for (let code = 0; code < LABELS ** 4; code++) {
          const labels = [0, 1, 2, 3].map((at) => Math.floor(code / LABELS ** at) % LABELS);
          const own = labels.map((y, at) => emissions[at * LABELS + y] ?? 0);
          const between = labels.slice(1).map((y, at) => Math.fround(moves[(labels[at] ?? 0) * LABELS + y] ?? 0));
          sum += Math.exp([...own, ...between].reduce((a, b) => a + b, 0));
        }
        const { total } = chainSums(Float64Array.from(emissions), Float32Array.from(moves));
        expect(total).toBeCloseTo(Math.log(sum), 6);
      }),
    );
  });
});

describe("the best run", () => {
  const scene = sceneOf("The minister said the road was open.");
  const likelihoods = (...shares: number[]): Float64Array =>
    Float64Array.from(scene.nodes.flatMap((_, at) => [1 - (shares[at] ?? 0), shares[at] ?? 0, 0]));
  const options = { gap: 9, ruled: null, trust: 0 };

  test.each([
    ["the likely pieces", [0.9, 0.9, 0.1], [0, 1]],
    ["over a doubtful piece between sure ones", [0.99, 0.3, 0.99], [0, 2]],
    ["not over a piece that is surely none", [0.8, 0.001, 0.9], [2, 2]],
    ["none", [0.1, 0.2, 0.1], null],
  ])("%s", (_, shares, run) => {
    expect(bestRun(scene, likelihoods(...shares), SOURCE, options)).toEqual(run);
  });

  test("the rules' run goes before one that is hardly better", () => {
    const close = likelihoods(0.6, 0.9, 0.4);
    expect(bestRun(scene, close, SOURCE, { gap: 9, ruled: [0, 2], trust: 2 })).toEqual([0, 2]);
    expect(bestRun(scene, close, SOURCE, { gap: 9, ruled: [0, 2], trust: 0 })).toEqual([0, 1]);
  });
});

describe("features", () => {
  test("depend on template, values and their order", () => {
    const list = new FeatureList();
    list.add(1, 2, 3);
    list.add(1, 3, 2);
    list.add(2, 2, 3);
    expect(new Set(list.names).size).toBe(3);
    expect(join(1, 2)).not.toBe(join(2, 1));
    expect(hashText("said")).not.toBe(hashText("says"));
  });

  test("a list grows as long as it must", () => {
    const list = new FeatureList();
    for (let i = 0; i < 1000; i++) list.add(i);
    expect(list.names.length).toBe(1000);
  });
});

describe("what is weighed", () => {
  test.each([
    ["a judgement", "She railed against the ban on fishing.", true],
    ["a verb of saying that reports", "The minister said the road was open.", true],
    ["a deed", "Engineers built the bridge in two years.", false],
    ["no person acts", "The river reached the bridge.", false],
  ])("%s", (_, text, isClaim) => {
    expect(tell(text).length > 0).toBe(isClaim);
  });
});
