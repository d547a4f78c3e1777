import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PairModel } from "../../../../src/engine/events/relate/index.js";
import { CERTAIN_EVENT } from "../../../../src/engine/events/relate/model.js";
import { makeKnowledge } from "../../../../src/engine/knowledge.js";
import { type LanguageModel, loadLanguageModel } from "../../../../src/engine/language/index.js";
import { files, knowledge } from "../../../data/knowledge.js";

const model = loadLanguageModel(files.eventModel ?? new Uint8Array());
const language = loadLanguageModel(files.languageModel);
const shipped = new PairModel(model, language);

const SENTENCES = [
  "<s>Estonia</s> accused <t>Belarus</t> of jamming its radio.",
  "<t>Riga</t> was visited by <s>the Norwegian foreign minister</s> on Monday.",
  "<s>Oslo</s> slept.",
  "Nobody is marked here.",
];

/** Some of the written sentences: long and short, and with all their parties' ways through the tree. */
const WRITTEN = readFileSync(new URL("../../../../data/written/c.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((_, i) => i % 40 === 1)
  .map((line) => line.split("\t")[6] ?? "");

/** A sentence too long for one stretch, with its parties in its middle, at its ends, or far apart. */
const LONG = [
  ["", "<s>Estonia</s> accused <t>Belarus</t>"],
  ["<s>Estonia</s>", "accused <t>Belarus</t>"],
  ["", "accused <t>Belarus</t> and <s>Estonia</s>"],
].map(([first, second]) => {
  const harbours = Array.from({ length: 45 }, (_, i) => `the harbour of town ${i},`).join(" ");
  return `${first} ${harbours} ${second} ${harbours} on Monday.`;
});

describe("the pair model", () => {
  test("answers the same with and without WebAssembly SIMD, in any order of rows and habits", () => {
    const plain = new PairModel(model, language, { simd: false });
    const rows = fc.array(
      fc.tuple(fc.constantFrom(...WRITTEN, ...LONG, ...SENTENCES), fc.constantFrom("data", "manual", "record")),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        for (const [marked, habit] of given) {
          const input = knowledge.relations.input(marked);
          const own = shipped.score(input, habit);
          expect(own).toEqual(plain.score(input, habit));
          expect(shipped.score(input, habit)).toEqual(own); // from what is kept
        }
      }),
      { numRuns: 40 },
    );
  });

  test("answers of two pairs of one sentence do not depend on which came first", () => {
    const input = (marked: string) => knowledge.relations.input(marked);
    const [one = "", , other = ""] = LONG;
    const first = [shipped.score(input(one), "data"), shipped.score(input(other), "data")];
    const then = [shipped.score(input(other), "data"), shipped.score(input(one), "data")];
    expect(then.reverse()).toEqual(first);
  });

  test("the relater's answers do not depend on which texts it has just read", () => {
    const fresh = makeKnowledge(files).relations;
    const rows = fc.array(fc.constantFrom(...WRITTEN.slice(0, 24), ...SENTENCES), { minLength: 1, maxLength: 40 });
    const told = (marked: string, { relations } = knowledge) => JSON.stringify(relations.marked(marked));
    const expected = new Map([...WRITTEN, ...SENTENCES].map((marked) => [marked, told(marked)]));
    fc.assert(
      fc.property(rows, (given) => {
        const turned = given.map((m) =>
          m.replace(/<(\/?)([st])>/g, (_, end, party) => `<${end}${party === "s" ? "t" : "s"}>`),
        );
        for (const [i, marked] of given.entries()) {
          fresh.marked(turned[i] ?? ""); // the same text with other parties
          expect(JSON.stringify(fresh.marked(marked))).toBe(expected.get(marked));
        }
      }),
      { numRuns: 15 },
    );
  });

  test.each(SENTENCES)("answers the same with and without WebAssembly SIMD: %s", (marked) => {
    const input = knowledge.relations.input(marked);
    expect(new PairModel(model, language, { simd: false }).score(input, "data")).toEqual(shipped.score(input, "data"));
  });

  test.each(SENTENCES)("gives probabilities: %s", (marked) => {
    const { events, mode, status } = shipped.score(knowledge.relations.input(marked), "manual");
    for (const list of [events, mode, status]) expect(list.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
  });

  test("in the data's habit the first reader answers alone where it is sure of an event, else all are asked", () => {
    const alone = new PairModel(model, Object.create(language, { checksum: { value: 0 } }));
    const told = [...WRITTEN, ...SENTENCES].map((marked) => {
      const input = knowledge.relations.input(marked);
      const [own, all] = [alone.score(input, "data"), shipped.score(input, "data")];
      return { most: Math.max(...own.events.slice(0, -1)), isSame: own.events.every((p, i) => p === all.events[i]) };
    });
    expect(new Set(told.map(({ isSame }) => isSame))).toEqual(new Set([true, false]));
    for (const { most, isSame } of told) {
      if (isSame)
        expect(most).toBeGreaterThanOrEqual(CERTAIN_EVENT); // the temperature makes it surer, never less sure
      else expect(most).toBeLessThan(CERTAIN_EVENT + 0.03);
    }
  });

  test("the second readers are silent beside a language model they were not trained with", () => {
    const other: LanguageModel = Object.create(language, { checksum: { value: 0 } });
    const alone = new PairModel(model, other);
    const input = knowledge.relations.input(SENTENCES[2] ?? "");
    expect([shipped.whole, alone.whole]).toEqual([true, false]);
    for (const habit of ["data", "manual", "record"] as const) {
      const { events, labels } = alone.score(input, habit);
      expect(events).not.toEqual(shipped.score(input, habit).events);
      expect(events.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
      expect(labels.joint).toBe(false);
    }
  });
});
