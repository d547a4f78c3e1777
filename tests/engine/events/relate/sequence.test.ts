import { describe, expect, test } from "vitest";
import { PICKED, REGIONS } from "../../../../src/engine/events/relate/sequence.js";
import { knowledge } from "../../../data/knowledge.js";

const { relations } = knowledge;
/** A pair's sequence, with the names of each word by itself and to the pair together. */
const read = (marked: string) => {
  const { sequence } = relations.input(marked);
  const names = sequence.places.map((names, w) => [...(sequence.own[sequence.first + w] ?? []), ...names]);
  return { ...sequence, names };
};

/** The lemmas of a region's words. */
function wordsOf(marked: string, region: (typeof REGIONS)[number]): readonly string[] {
  const { names, regions } = read(marked);
  const bit = 1 << REGIONS.indexOf(region);
  return names.flatMap((own, i) => (((regions[i] ?? 0) & bit) === 0 ? [] : (own[0] ?? "").slice(2)));
}

describe("a pair word by word", () => {
  const plain = "Yesterday <s>Estonia</s> accused <t>Belarus</t> of jamming its radio.";

  test.each([
    ["before", ["yesterday"]],
    ["between", ["accuse"]],
    ["source", ["estonia"]],
    ["target", ["belarus"]],
    ["way", ["accuse"]],
  ] as const)("%s", (region, words) => {
    expect(wordsOf(plain, region)).toEqual(words);
  });

  test("what follows is after the last party, whichever it is", () => {
    expect(wordsOf("<t>Belarus</t> was accused by <s>Estonia</s> of jamming.", "after")).toEqual(["of", "jam", "."]);
  });

  test("the words that are read by themselves lie in the stretch", () => {
    const { names, picked } = read(plain);
    const lemma = (name: (typeof PICKED)[number]): string => names[picked[PICKED.indexOf(name)] ?? -1]?.[0] ?? "";
    expect([lemma("top"), lemma("sourceHead"), lemma("targetHead")]).toEqual(["l accuse", "l estonia", "l belarus"]);
    expect(picked).toHaveLength(PICKED.length);
  });

  test("which party stands first, and what the frames say, hold for the whole", () => {
    expect(read(plain).whole).toEqual(expect.arrayContaining(["order st", "rule=ACCUSE 0>1"]));
    expect(read("<t>Belarus</t> was accused by <s>Estonia</s>.").whole).toContain("order ts");
  });

  test("distance is exact when near, in steps when far, with its direction", () => {
    const far = "<s>Estonia</s> , a small state on a cold sea with many islands and bogs , accused <t>Belarus</t>.";
    const own = read(far).names;
    const of = (lemma: string, party: "s" | "t"): string | undefined =>
      own.find(([first]) => first === `l ${lemma}`)?.find((name) => name.startsWith(`${party} `));
    expect([of("accuse", "t"), of("bog", "t"), of("accuse", "s")]).toEqual(["t -1", "t -3", "s 7"]);
  });

  test.each(["", "Nobody is marked here.", "<s>Estonia</s> slept."])("a missing party is no failure: %s", (marked) => {
    const { names, rows, regions } = read(marked);
    expect([rows.length, regions.length]).toEqual([names.length, names.length]);
  });

  test("a long sentence is read around its parties only", () => {
    const filler = Array.from({ length: 60 }, () => "very").join(" ");
    const { first, rows } = read(`It was a ${filler} long day when <s>Oslo</s> thanked <t>Riga</t> ${filler}.`);
    expect(first).toBeGreaterThan(40);
    expect(rows.length).toBeLessThanOrEqual(35);
  });
});
