import { describe, expect, test } from "vitest";
import { isLoose } from "../../../../src/engine/events/relate/loose-frames.js";
import { knowledge } from "../../../data/knowledge.js";

/** What frames make of a lemma of a sentence, whatever the tree. */
function loose(text: string, lemma: string): readonly string[] {
  const { sequence } = knowledge.relations.input(text);
  const at = sequence.own.findIndex(([first]) => first === `l ${lemma}`);
  return sequence.loose[at] ?? [];
}

describe("loose frames", () => {
  test.each([
    ["a verb with its particle", "Oslo turned down the request from Riga.", "turn", "REJECT 12"],
    ["a verb without it", "Oslo turned the wheel.", "turn", null],
    [
      "one that stands too far away",
      "They bit, said men of the town who knew them, as hard as he hit back.",
      "bite",
      null,
    ],
    ["a verb whose object is of its class", "Bern imposed sanctions on Minsk.", "impose", "SANCTION 163"],
    ["the same with another object", "Bern imposed silence on the hall.", "impose", null],
    ["a verb that asks for nothing", "Lima condemned Quito.", "condemn", "ACCUSE 111"],
    ["a noun that tells an event", "The abduction of two nuns shocked Lima.", "abduction", "ASSAULT 181"],
    ["a noun that tells none", "The table in Lima was long.", "table", null],
  ])("%s", (_, text, lemma, code) => {
    const names = loose(text, lemma);
    if (code === null) expect(names).toEqual([]);
    else expect(names.join(", ")).toContain(code);
  });

  test("say whether the frame asks for words", () => {
    expect(loose("Oslo turned down the request from Riga.", "turn")[0]).toMatch(/^frame /);
    expect(loose("Lima condemned Quito.", "condemn")[0]).toMatch(/^bare /);
    expect(loose("The abduction of two nuns shocked Lima.", "abduction")[0]).toMatch(/^noun /);
  });

  test("a word of many codes has none", () => {
    const { sequence } = knowledge.relations.input("They gave, made, took and put what they could.");
    expect(sequence.loose.filter((names) => names.length > 4)).toEqual([]);
  });

  test("are names of their own", () => {
    expect(["frame AID 073", "bare AID 073", "noun AID 073", "l frame", "frames"].map(isLoose)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
