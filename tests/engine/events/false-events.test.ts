import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("what is no event, beside what is one", () => {
  test.each([
    ["views of threats", "Peru and Chile share a common vision of current threats.", []],
    ["threats", "Peru threatened Chile with sanctions.", ["THREATEN relations 1312: Peru → Chile"]],
    ["threats talked about", "Peru emphasized the threats posed by Chile.", []],
    ["hospitals that pledge nothing", "Trains, hospitals and border police will work together.", []],
    ["states that do", "Peru and Chile will work together.", ["AGREE 030: Peru, Chile"]],
    ["what one is reminded of", "Peru reminded Chile that the two had parted in 1883.", []],
    ["what one is reminded to do", "Peru reminded the government of Chile to open the border.", [expect.stringMatching(/^REQUEST .*: Peru → Chile$/)]], // biome-ignore format: one line reads best
    ["a wish put politely", "Peru would like Chile to open the border.", [expect.stringMatching(/^REQUEST [^(]*: Peru → Chile$/)]], // biome-ignore format: one line reads best
    ["a deed behind a relative clause", "Peru praised the nurses who live there and urged Chile to open the border.", [expect.stringMatching(/^SUPPORT/), expect.stringMatching(/^REQUEST .*: Peru → Chile$/)]], // biome-ignore format: one line reads best
    ["a further clause of a headline", "Peru sends condolences to Chile, Fiji leaves summit", ["SUPPORT 051: Peru → Chile"]], // biome-ignore format: one line reads best
    ["what has to be done", "Peru emphasized that Chile must open the border.", [expect.stringMatching(/^REQUEST .*: Peru → Chile$/)]], // biome-ignore format: one line reads best
  ])("%s: %s", (_, text, told) => expect(summaries(text)).toEqual(told));
});
