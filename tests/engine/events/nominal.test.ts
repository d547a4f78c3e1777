import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("nouns that tell an event as what happened", () => {
  test.each([
    ["whose it is", "Chad's bombardment of Sudan resumed on Monday.", "ASSAULT heavy-weapons 194: Chad → Sudan"],
    ["both together", "Clashes between Thai and Cambodian troops continued.", "ASSAULT 190: forces, forces"],
    ["that there were", "There were clashes between Peru and Chile.", "ASSAULT 190: Peru, Chile"],
    ["parties beside the verb", "Heavy clashes erupted between Chad and Sudan.", "ASSAULT 190: Chad, Sudan"],
    ["by whom", "The attack by Kenyan forces on Somalia left six dead.", "ASSAULT 190: forces → Somalia"],
    ["what grows", "Military cooperation between Peru and Chile is growing.", "COOPERATE 062: Peru, Chile"],
  ])("%s: %s", (_, text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  test.each([
    ["nobody's", "The bombardment of Sudan resumed on Monday."],
    ["what may be", "Clashes between Peru and Chile could follow."],
    ["what is not", "Clashes between Peru and Chile did not follow."],
    ["what is expected", "Clashes between Peru and Chile are expected to follow."],
    ["who does it and to whom unsaid", "Chad's bombardment continued."],
  ])("not %s: %s", (_, text) => {
    expect(summaries(text)).toEqual([]);
  });
});

describe("acts of authorities that nobody is said to do", () => {
  test.each([
    [
      "out of a country",
      "Two Russian diplomats were expelled from Austria.",
      "SANCTION expel 166: Austria → diplomats",
    ],
    [
      "before a body",
      "The Chilean ambassador was summoned to the foreign ministry in Lima.",
      "ACCUSE disapprove 114: Lima → Chile",
    ],
  ])("%s: %s", (_, text, told) => {
    expect(summaries(text)).toEqual([told]);
  });
});
