import { describe, expect, test } from "vitest";
import { PairModel } from "../../../../src/engine/events/relate/index.js";
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

describe("the pair model", () => {
  test.each(SENTENCES)("answers the same with and without WebAssembly SIMD: %s", (marked) => {
    const input = knowledge.relations.input(marked);
    expect(new PairModel(model, language, false).score(input, "data")).toEqual(shipped.score(input, "data"));
  });

  test.each(SENTENCES)("gives probabilities: %s", (marked) => {
    const { events, mode, status } = shipped.score(knowledge.relations.input(marked), "manual");
    for (const list of [events, mode, status]) expect(list.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
  });

  test("the second readers are silent beside a language model they were not trained with", () => {
    const other: LanguageModel = Object.create(language, { checksum: { value: 0 } });
    const alone = new PairModel(model, other);
    const input = knowledge.relations.input(SENTENCES[0] ?? "");
    expect([shipped.whole, alone.whole]).toEqual([true, false]);
    expect(alone.score(input, "data").events).not.toEqual(shipped.score(input, "data").events);
  });
});
