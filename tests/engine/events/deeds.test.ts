import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("a deed or a weapon acts for whose it is", () => {
  // biome-ignore format: a row a line
  test.each([
    ["An Israeli strike on a Lebanese village killed six.", ["ASSAULT 190: Israel → Lebanon"]],
    ["Israeli strikes on southern Lebanon killed six people.", ["ASSAULT 190: Israel → people, Lebanon"]],
    ["An Israeli strike killed six.", ["ASSAULT 190: Israel"]],
    ["Five Turkish soldiers were wounded by a rocket from Syria.", ["ASSAULT 190: Syria → soldiers"]],
    // neither whom it is aimed at nor where it went off
    ["The attack on Russian positions in Kharkiv killed 40 people.", []],
    ["Two Turkish soldiers were killed by a roadside bomb in Syria.", []],
    ["Three Pakistani soldiers were killed by a mine, the army said.", []],
    ["Three Pakistani soldiers were killed by a mine, the army said, blaming the Taliban.", ["ACCUSE allege 112: army → Taliban"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("what is somebody's, wherever it lies", () => {
  test.each([
    ["Rebels attacked Turkish positions in northern Syria.", "ASSAULT 190: Rebels → Turkey"],
    ["Rebels attacked a Russian base in Libya.", "ASSAULT 190: Rebels → Russia"],
    ["Rebels attacked a base in Libya.", "ASSAULT 190: Rebels → Libya"],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });
});

describe("a state and those in arms against it", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Colombia and the ELN rebels signed a six-month ceasefire in Havana.", "SUPPORT 057: Colombia, rebels"],
    ["Mali and Tuareg rebels signed a peace accord in Algiers.", "SUPPORT 057: Mali, MNLA"],
    ["The US and Taliban negotiators agreed to a truce.", "AGREE 0356: States, negotiators"],
    ["Thai and Cambodian soldiers exchanged fire near the temple.", "ASSAULT 190: forces, forces"],
    ["India and Pakistan traded fire across the border.", "ASSAULT 190: India, Pakistan"],
  ])("are two sides: %s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  test.each([
    ["Turkey and Iran traded pleasantries."],
    ["Thai and Cambodian leaders exchanged gifts."],
  ])("%s", (text) => {
    expect(summaries(text)).toEqual([]);
  });
});

describe("places, crowds and means by their tables", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Rebels captured Masisi.", "ASSAULT 192: Rebels → Congo"],
    ["Turkish troops entered northern Syria.", "ASSAULT 192: troops → Syria"],
    ["Russian mercenaries killed villagers in Mali.", "ASSAULT 190: mercenaries → villagers"],
    ["Lebanon's army deployed along the border with Israel.", "MOBILIZE troops 154: army → Israel"],
    ["Hezbollah shot down an Israeli drone over Tyre.", "ASSAULT 190: Hezbollah → Israel"],
    ["The coast guard of Libya fired on a rescue ship.", "ASSAULT firearms 193: Libya"],
    ["Rebels captured two Congolese soldiers.", "ASSAULT abduct 181: Rebels → soldiers"],
    ["A suicide bomber killed 12 Pakistani soldiers.", "ASSAULT suicide-attack 1831: bomber → soldiers"],
    ["Protesters set fire to the French embassy.", "PROTEST riot 145: Protesters → embassy"],
    ["Chadian troops set fire to the French embassy.", "ASSAULT destroy 180: troops → embassy"],
    ["Tokyo protested after a storm.", "ACCUSE disapprove 114: Japan"],
    ["India fired a ballistic missile off its coast.", "MOBILIZE weapons 150: India"],
    ["Russia and Belarus held joint nuclear drills.", "COOPERATE 062: Russia, Belarus"],
    ["Russia held nuclear drills.", "MOBILIZE troops 150: Russia"],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  test.each([
    ["NATO jets intercepted Russian bombers."],
    ["Kenya's president sacked his spy chief."],
    ["Ukraine's parliament dismissed Defence Minister Oleksii Reznikov."],
    ["The rebels entered talks with Syria."],
    ["President Tsai's visit prompted China to send warships."],
  ])("tell nothing: %s", (text) => {
    expect(summaries(text)).toEqual([]);
  });
});
