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

test.each([
  ["Peru broke off ties with Venezuela, accusing it of terrorism.", "ACCUSE allege 112: Peru → Venezuela"],
  ["Canada imposed sanctions on Belarus and accused it of repression.", "ACCUSE allege 112: Canada → Belarus"],
  ["Canada expelled two Russian diplomats, accusing them of spying.", "ACCUSE allege 112: Canada → diplomats"],
  ["Estonia thanked Latvia and asked it to send doctors.", "REQUEST assist 0233: Estonia → Latvia"],
  // what a thing may be as well is nobody
  ["Peru signed the treaty with Chile and praised it.", "SUPPORT 051: Peru"],
])("whom a pronoun means: %s", (text, told) => {
  expect(summaries(text)).toContain(told);
});

test.each([
  ["Germany and France signed a treaty with Poland.", "SUPPORT 057: Germany, France, Poland"],
  ["Germany and France held joint exercises with Ukraine.", "COOPERATE 062: Germany, France, Ukraine"],
  ["Germany and France agreed with Poland to build a bridge.", "AGREE 030: Germany, France, Poland"],
  ["Germany and France agreed to build a bridge.", "AGREE 030: Germany, France"],
  ["Germany and France signed a treaty with the help of Poland.", "SUPPORT 057: Germany, France"],
  ["Germany and France signed a declaration of solidarity with Poland.", "SUPPORT 057: Germany, France"],
  ["Germany and France signed a treaty of friendship with Poland.", "SUPPORT 057: Germany, France, Poland"],
])("with whom several do it: %s", (text, told) => {
  expect(summaries(text)).toEqual([told]);
});

test.each([
  ["Kenya remains invested in Mali despite the killings by Chadian rebels.", []],
  ["Kenya rejected the charge that it had attacked Syria.", ["REJECT 120: Kenya"]],
  ["Israel promised to pull Israeli troops out of Lebanon.", ["AGREE 035: Israel → Lebanon"]],
  [
    "Kenya told Chad about the Russian strike, which hit a bridge, and thanked Norway for its help.",
    "SUPPORT 051: Kenya → Norway",
  ],
])("who does not act and whom it does not reach: %s", (text, told) => {
  if (typeof told === "string") expect(summaries(text)).toContain(told);
  else expect(summaries(text)).toEqual(told);
});
