import { describe, expect, test } from "vitest";
import { castOf, describeActor } from "./support.js";

/** Everybody of a text, described. */
function everybody(text: string): readonly string[] {
  const cast = castOf(text);
  return cast.actors.actors.map((actor) => describeActor(cast, actor.index));
}

describe("bodies and groups that go by their leader's name", () => {
  test.each([
    ["The Trudeau government protested.", "CAN"],
    ["The Merkel cabinet protested.", "DEU"],
    ["Erdogan loyalists protested.", "TUR"],
    ["The Narendra Modi-led government protested.", "IND"],
    ["A Vladimir Putin-led delegation protested.", "RUS"],
  ])("%s", (text, code) => {
    expect(everybody(text).some((line) => line.includes(`| ${code} |`))).toBe(true);
  });

  test("are not one another", () => {
    const codes = everybody("The Trudeau government met the Merkel government.").map((line) => line.split(" | ")[1]);
    expect(codes.filter((code) => code !== "–").sort()).toEqual(expect.arrayContaining(["CAN", "DEU"]));
  });

  test("are nobody's where the name is no leader's", () => {
    expect(everybody("The Zzyzx government protested.").every((line) => line.includes("| – |"))).toBe(true);
  });
});

describe("a family name inside a place's name", () => {
  test("means nobody", () => {
    expect(everybody("The army declared a state of siege in Santa Cruz Barillas.").join("\n")).not.toMatch(/NCL|CUB/);
  });

  test("stands alone in a headline", () => {
    expect(everybody("Putin Meets Macron In Moscow").join("\n")).toMatch(/Putin/);
  });
});
