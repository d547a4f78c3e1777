import { describe, expect, test } from "vitest";
import { tell } from "./support.js";

/** The contents of speech by their source. */
const told = (text: string): string[] =>
  tell(text).filter((c) => c.act === "speech").map((c) => `${c.source}: ${c.content}`); // biome-ignore format: one line reads best

describe("a claim whose source trails and goes on", () => {
  test.each([
    ["a place behind the verb, and a second verb", "Ruiz would keep the bridge, Holm said in Bergen, and urged the donors to pay.", ["Holm: Ruiz would keep the bridge", "Holm: to pay"]],
    ["a place and a day", "The pass would stay shut, Holm said in Bergen on Monday, because the snow was deep.", ["Holm: The pass would stay shut"]],
    ["the hearers and a day", "The pass was open, Holm told parliament on Tuesday, and the toll would fall.", ["Holm: The pass was open, Holm told parliament on Tuesday, and the toll would fall"]],
    ["the hearers with their place", "The plan was on track, Holm told investors in Bergen, and foreign firms were welcome.", ["Holm: The plan was on track"]],
    ["another's words against it", "No date had been set, Holm said, while Ruiz insisted that it would be May.", ["Holm: No date had been set", "Ruiz: that it would be May"]],
    ["what he did not say", "The pass was open, Holm said, but he declined to give a date.", ["Holm: The pass was open"]],
    ["what he gave none of", "The pass was open, Holm said in Bergen, but gave no date.", ["Holm: The pass was open"]],
    ["what he went on to do", "The pass was open, Holm said, before leaving for Bergen.", ["Holm: The pass was open"]],
    ["what came before", "The pass was open, Holm said on Monday, a day after the snow had melted.", ["Holm: The pass was open"]],
    ["“and that”", "The pass was open, Holm said, and that nobody mourned the old road.", ["Holm: The pass was open", "Holm: that nobody mourned the old road"]],
    ["not a clause that goes on", "Tolls had risen, Holm said, but wages had risen faster.", ["Holm: Tolls had risen, Holm said, but wages had risen faster"]],
    ["not one he interrupts", "The pass, Holm said, would stay shut.", ["Holm: The pass, Holm said, would stay shut"]],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  }); // biome-ignore format: a table
});
