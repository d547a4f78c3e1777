import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("what an act is about is no event of its own", () => {
  test.each([
    ["a demand", "Russia said that Israel must end its attacks on Syria.", ["REQUEST yield 1056: Russia → Israel"]],
    [
      "the condition of a threat",
      "Hezbollah threatened to shell Haifa if Israel bombed Beirut.",
      [expect.stringMatching(/^THREATEN violence 138: Hezbollah/)],
    ],
    [
      "a further thing asked",
      "Greece asked NATO to patrol the sea and increase its patrols.",
      [expect.stringMatching(/^REQUEST/)],
    ],
    [
      "a charge told by its noun",
      "Ghana denied charges by priests that it tortured prisoners.",
      ["REJECT 120: Ghana → priests"],
    ],
    ["a refusal of charges", "The Irish president rejected accusations of racism.", ["REJECT 120: Higgins"]],
    ["a bare denial", "The Irish president denied accusations of racism.", []],
  ])("%s: %s", (_, text, told) => {
    expect(summaries(text)).toEqual(told);
  });

  test.each([
    ["a second deed", "Greece asked NATO for ships and increased its patrols.", "MOBILIZE troops 154: Greece"],
    [
      "what was done before something else",
      "The army shelled the town before Syria bombed Jordan.",
      "ASSAULT aerial 195: Syria → Jordan",
    ],
  ])("but %s is: %s", (_, text, told) => {
    expect(summaries(text)).toContain(told);
  });
});

describe("words about somebody's doings", () => {
  test.each([
    ["Norway expressed scepticism about the plans of Turkey.", ["ACCUSE disapprove 111: Norway → Turkey"]],
    ["Norway expressed optimism about the reforms of Turkey.", ["SUPPORT 051: Norway → Turkey"]],
    ["Norway expressed optimism about the weather.", []],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});
