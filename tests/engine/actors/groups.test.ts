import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { defaultKnowledge } from "../../../src/knowledge.js";

const knowledge = defaultKnowledge();

/** Actors as “name (code): mentions”. */
function actorsOf(text: string): readonly string[] {
  return readArticle({ text, published: "2023-05-10" }, knowledge).actors.map(
    (a) => `${a.name} (${a.code}): ${a.mentions.map((m) => m.text).join(" | ")}`,
  );
}

describe("groups", () => {
  test("of other kinds are others, and “the” takes up the one told of", () => {
    expect(actorsOf("Young farmers blocked a road. Retired farmers stayed at home.")).toHaveLength(2);
    expect(actorsOf("Armed rebels took the town. The rebels left it again.")).toHaveLength(1);
  });

  test.each([
    ["partners are not of the country", "Kenya's partners sent tents.", null],
    ["nor its neighbours", "The neighbours of Kenya sent tents.", null],
    ["those of a nation are", "Polish partners sent tents.", "POL"],
    ["its soldiers are", "Kenya's soldiers sent tents.", "KEN"],
  ])("%s", (_, text, code) => {
    const [group] = readArticle({ text }, knowledge).actors.filter((a) => a.kind === "group" || a.kind === "organisation"); // biome-ignore format: one line reads best
    expect(group?.code).toBe(code);
  });

  test("forces are those of whoever has them, wherever they stand", () => {
    expect(actorsOf("Vladimir Putin's forces in Kherson withdrew.").some((a) => /forces.* \(RUS\)/.test(a))).toBe(true);
    expect(actorsOf("Forces in Ukraine withdrew.").some((a) => /orces.* \(UKR\)/.test(a))).toBe(true);
  });

  test("an alliance of two states is not the one that is called so", () => {
    expect(actorsOf("The U.S.-Japan Alliance is strong.").some((a) => a.startsWith("NATO"))).toBe(false);
    expect(actorsOf("NATO met. The Alliance agreed.").some((a) => a === "NATO (IGO): NATO | The Alliance")).toBe(true);
  });

  test("“let” is nobody", () => {
    expect(actorsOf("Let it be so, he said.")).toEqual([]);
  });

  test("“they” are the people before the clause", () => {
    const told = actorsOf("Joe Biden and Justin Trudeau support the people of Ukraine as they defend themselves.");
    expect(told.find((a) => a.startsWith("people"))).toContain("they");
    expect(told.find((a) => a.startsWith("Joe Biden"))).not.toContain("they");
  });

  test("“they” are who spoke, not what they spoke of", () => {
    const text = "Antony Blinken met Mauro Vieira. Blinken and Vieira spoke of a partnership between their countries. They discussed the climate."; // biome-ignore format: one line reads best
    expect(actorsOf(text).filter((a) => a.includes("They")).map((a) => a.split(" (")[0])).toEqual(["Antony Blinken", "Mauro Vieira"]); // biome-ignore format: one line reads best
  });

  test("“the states that …” are not the two told of", () => {
    const text = "Olaf Scholz met Volodymyr Zelensky. The states that oppose it will have to accept it.";
    expect(actorsOf(text).some((a) => a.includes("The states"))).toBe(false);
    expect(actorsOf("Olaf Scholz met Volodymyr Zelensky. The two states agreed.").some((a) => a.includes("The two states"))).toBe(true); // biome-ignore format: one line reads best
  });
});
