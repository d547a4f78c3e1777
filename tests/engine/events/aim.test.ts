import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("whom an event is aimed at where its frame does not say", () => {
  test.each([
    ["the object", "Kenya pushed Somalia for a new constitution.", "REQUEST 020: Kenya → Somalia"],
    [
      "what the content is about",
      "Brazil refused to lift the ban on Chilean fruit.",
      "REJECT yield 1244: Brazil → Chile",
    ],
    ["where it holds", "Ghana agreed to a ceasefire in Mali.", "AGREE 0356: Ghana → Mali"],
    ["where it is wanted", "Norway called for peace in Sudan.", "REQUEST 027: Norway → Sudan"],
    ["one's own country", "The Kenyan army chief urged Kenya to arm.", "REQUEST assist 0232: Kenya → Kenya"],
    ["not oneself", "Kenya urged Kenya to arm.", "REQUEST assist 0232: Kenya"],
    ["not the means", "Egypt deployed troops along the border.", "MOBILIZE troops 154: Egypt"],
    ["not one's own", "Chad withdrew its troops.", "RETREAT withdraw 0874: Chad"],
    ["not the place of praise", "Spain welcomed the progress made in Peru.", "SUPPORT 051: Spain"],
    ["nobody, by resigning", "The Danish premier resigned after protests in Peru.", "RETREAT resign 0831: Frederiksen"],
  ])("%s: %s", (_, text, told) => {
    expect(summaries(text)).toEqual([told]);
  });
});

describe("who acts", () => {
  test.each([
    [
      "who sent the letter",
      "Peru sent a letter to Chile threatening to recall its ambassador.",
      /^THREATEN relations 1313: Peru/,
    ],
    [
      "the subject of a clause with “after”",
      "Observers left hours after Armenia and Turkey agreed to hold talks.",
      /^AGREE 036: Armenia, Turkey$/,
    ],
    ["what is in a place", "A militia in Goma that killed hundreds of people fled.", /^ASSAULT \d+: Goma → people$/],
  ])("%s: %s", (_, text, told) => {
    expect(summaries(text)).toEqual([expect.stringMatching(told)]);
  });

  test("a fire kills for nobody", () => {
    expect(
      summaries("Brazil sent condolences to Nepal over a fire in Kathmandu that killed hundreds of people."),
    ).toEqual(["SUPPORT 051: Brazil → Nepal"]);
  });

  test("a crowd that strikes is news by itself, one that hopes is not", () => {
    expect(summaries("Three thousand employees stopped work on Monday.")).toEqual(["PROTEST strike 143: employees"]);
    expect(summaries("Three thousand neighbours expressed regret.")).toEqual([]);
  });
});
