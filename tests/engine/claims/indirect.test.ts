import { describe, expect, test } from "vitest";
import { tell } from "./support.js";

const told = (text: string): (string | null)[][] => tell(text).map((c) => [c.content, c.source]);

describe("reported clauses", () => {
  test.each([
    ["that", "Ruiz said that the road was open.", "that the road was open", "Ruiz"],
    ["without that", "Ruiz said the road was open.", "the road was open", "Ruiz"],
    ["a day before that", "Ruiz said on Monday that the road was open.", "that the road was open", "Ruiz"],
    ["an addressee", "Ruiz told the paper that the road was open.", "that the road was open", "Ruiz"],
    ["a question", "Ruiz asked whether the road was open.", "whether the road was open", "Ruiz"],
    ["sentence first", "The road was open again, Ruiz said.", "The road was open again", "Ruiz"],
    ["sentence first, inverted", "The road was open again, said Ruiz.", "The road was open again", "Ruiz"],
    ["according to", "The road was open, according to Ruiz.", "The road was open", "Ruiz"],
    ["according to, first", "According to Ruiz, the road was open.", "the road was open", "Ruiz"],
    ["parenthetical", "The road, Ruiz said, was open again.", "The road, Ruiz said, was open again", "Ruiz"],
    ["a day beside the subject", "The minister Tuesday said the road was open.", "the road was open", "The minister"],
    [
      "relative clause in the source",
      "Drivers who use the road told the paper that it was open.",
      "that it was open",
      "Drivers who use the road",
    ],
  ])("%s", (_, text, content, source) => {
    expect(told(text)).toContainEqual([content, source]);
  });

  test("the content ends where another cue of the same speaker begins", () => {
    expect(told("Ruiz said the road is open and urged drivers to be careful.")).toContainEqual([
      "the road is open",
      "Ruiz",
    ]);
    expect(told("Ruiz said the road was open, adding that work had ended.")).toEqual([
      ["the road was open", "Ruiz"],
      ["that work had ended", "Ruiz"],
    ]);
  });

  test("the sentence before is the content of “This was reported …”", () => {
    const found = tell("The leaders spoke by telephone. This was reported on Friday by the governor's press service.");
    expect(found).toContainEqual(
      expect.objectContaining({
        content: "The leaders spoke by telephone",
        source: "the governor's press service",
        kind: "indirect",
      }),
    );
  });

  test("what one says another said is a claim of its own", () => {
    const found = tell("Ruiz said that Berg promised that the road would open.", {
      "Ana Ruiz": { as: ["Ruiz"] },
      "Nils Berg": { as: ["Berg"] },
    });
    expect(found.map((c) => [c.content, c.speaker, c.chain])).toEqual([
      ["that Berg promised that the road would open", "Ana Ruiz", ["Ana Ruiz (speaker)"]],
      ["that the road would open", "Nils Berg", ["Ana Ruiz (speaker)", "Nils Berg (speaker)"]],
    ]);
  });

  test.each([
    ["denies", "Ruiz denied that the road was open."],
    ["doubts", "Ruiz doubted that the road was open."],
    ["asks", "Ruiz asked the governor to open the road."],
    ["promises", "Ruiz promised to open the road."],
    ["asserts", "Ruiz noted that the road was open."],
  ])("stance %s", (stance, text) => {
    expect(tell(text).map((c) => c.stance)).toEqual([stance]);
  });

  test.each([
    ["speech", "Ruiz said the road was open."],
    ["belief", "Ruiz believes the road is open."],
    ["belief", "Ruiz is confident that the road is open."],
    ["intention", "Ruiz plans to open the road."],
    ["intention", "Ruiz reaffirmed his readiness to open the road."],
    ["perception", "The survey shows that the road is open."],
    ["belief", "Ruiz praised the work of the road agency."],
  ])("act %s: %s", (act, text) => {
    expect(tell(text).map((c) => c.act)).toEqual([act]);
  });

  test("“readiness” keeps its possessor after “reaffirmed” and leaves it after “expressed”", () => {
    expect(told("Ruiz reaffirmed his readiness to go on with the dialogue.")).toEqual([
      ["his readiness to go on with the dialogue", "Ruiz"],
    ]);
    expect(told("He expressed readiness to work with Indonesia.")).toEqual([["to work with Indonesia", "He"]]);
  });

  test.each([
    "The road leads to the old harbour.",
    "Ruiz declined to say whether the road was open.",
    "The company added two lanes to the road.",
    "The note was on the table when Ruiz arrived.",
    "Ruiz did not say why the road was closed.",
  ])("no speech: %s", (text) => {
    expect(tell(text).filter((c) => c.act === "speech")).toEqual([]);
  });

  test("headlines", () => {
    expect(told("Ruiz: Road will open in spring")).toEqual([["Road will open in spring", "Ruiz"]]);
  });
});
