import { describe, expect, test } from "vitest";
import { eventsIn, summaries } from "./support.js";

test.each([
  ["Russia will meet Serbia in May.", "AGREE 036: Russia, Serbia", "what is to come is agreed to"],
  ["Russia will not meet Serbia.", "REJECT meet 125: Russia → Serbia", "what will not be is refused"],
  ["Canada could impose sanctions on Belarus.", "SANCTION 163: Canada → Belarus (hypothetical)", "a mere possibility"],
  ["Canada did not impose sanctions on Belarus.", "SANCTION 163: Canada → Belarus not", "a negation"],
  ["If Syria attacked Jordan, nobody would sleep.", "ASSAULT 190: Syria → Jordan (hypothetical)", "a condition"],
  [
    "Rebels had shelled a Kenyan army post.",
    "ASSAULT heavy-weapons 194: Rebels → army (historical)",
    "told as history",
  ],
  [
    "By noon rebels had shelled a Kenyan army post.",
    "ASSAULT heavy-weapons 194: rebels → army",
    "of the day of the news",
  ],
  ["In 2014 Canada imposed sanctions on Belarus.", "SANCTION 163: Canada → Belarus (historical)", "its own old day"],
  ["Syria stopped attacking Jordan.", "RETREAT ceasefire 087: Syria → Jordan", "an end"],
  [
    "Syria must stop attacking Jordan.",
    "RETREAT ceasefire 087: Syria → Jordan (hypothetical)",
    "an end that ought to be",
  ],
  ["Syria will stop attacking Jordan.", "AGREE 035: Syria → Jordan", "an end that is promised"],
  ["Officials said Syria attacked Jordan.", "ASSAULT 190: Syria → Jordan", "reported by a third"],
])("%s", (text, told) => {
  expect(summaries(text)).toEqual([told]);
});

describe("what one side says the other did to it is its accusation, not the deed", () => {
  test.each([
    ["Jordan said Syria attacked Jordan.", ["ACCUSE allege 1123: Jordan → Syria"]],
    ["Jordan said Syria had shelled a hospital in Irbid.", ["ACCUSE allege 1123: Jordan → Syria"]],
    // a third reports, or somebody says it of himself
    ["Kenya said Syria attacked Jordan.", ["ASSAULT 190: Syria → Jordan"]],
    ["Syria said Syria attacked Jordan.", ["ASSAULT 190: Syria → Jordan"]],
    // whoever was helped accuses nobody
    ["Jordan said Syria had freed two Jordanian sailors.", ["RETREAT release 0841: Syria → sailors"]],
    ["Jordanian officials said Kenya had sent doctors to Jordan.", ["AID 073: Kenya → Jordan"]],
    // the verb of saying may hang under what is said
    ["Syria was behind the attack on Jordan, Kenya said.", ["ACCUSE allege 1123: Kenya → Syria"]],
    // words that lay blame are an accusation whoever says them of another
    ["Kenya said Syria was behind the shelling of Jordan.", ["ACCUSE allege 1123: Kenya → Syria"]],
    ["Kenya said Syria was responsible for the attack on Jordan.", ["ACCUSE allege 1123: Kenya → Syria"]],
    ["Syria said it was responsible for the attack on Jordan.", ["ASSAULT 190: Syria → Jordan"]],
    ["Syria was behind the shelling of Jordan.", ["ASSAULT 190: Syria → Jordan"]],
    // what was not done is no accusation, what is alleged no deed
    ["Jordan said Syria did not attack Jordan.", []],
    ["Jordan denied claims that Jordan had attacked Syria.", []],
  ])("%s", (text, events) => {
    expect(summaries(text)).toEqual(events);
  });
});

test("the content of an act is not coded beside it", () => {
  expect(summaries("Kenya urged Syria to stop attacking Jordan.")).toHaveLength(1);
});

test("the day in the clause, not the day of what is agreed", () => {
  const [event] = eventsIn("On Monday Canada agreed with Mexico to meet on 3 November.").events;
  expect(event?.date?.value).toBe("2021-10-04");
});

describe("the deed of an infinitive under a noun", () => {
  test.each([
    // is that of whom the noun is, and still to come
    [
      "Kenya welcomed Chad's decision to send weapons to Mali.",
      ["SUPPORT 051: Kenya → Chad", "AGREE 033: Chad → Mali"],
    ],
    [
      "Kenya described as harmful Chad's decision to expel Serbian diplomats.",
      ["SANCTION expel 166: Chad → diplomats (planned)"],
    ],
    // is nobody's where only the need for it is stressed
    ["Kenya stressed the need to impose sanctions on Belarus.", []],
    ["Kenya and Chad stressed the need to combat piracy.", []],
    // is the subject's who takes it in hand
    ["Kenya took the decision to expel Serbian diplomats.", ["SANCTION expel 166: Kenya → diplomats"]],
    ["Kenya used the occasion to urge Russia to free the sailors.", ["REQUEST yield 025: Kenya → Russia"]],
    ["Kenya took the opportunity to thank Poland.", ["SUPPORT 051: Kenya → Poland"]],
    ["Kenya announced plans to send weapons to Mali.", ["AGREE 033: Kenya → Mali"]],
  ])("%s", (text, events) => {
    expect(summaries(text)).toEqual(events);
  });
});

describe("what is to be", () => {
  test.each([
    ["France is to provide Chad with tents.", ["AGREE 033: France → Chad"]],
    ["Poland is due to withdraw its troops from Latvia.", ["AGREE 035: Poland → Latvia"]],
    ["Poland is set to withdraw its troops from Latvia.", ["AGREE 035: Poland → Latvia"]],
    ["Canada is due to impose sanctions on Belarus.", ["SANCTION 163: Canada → Belarus (planned)"]],
    // may have come to nothing, or only tells an aim
    ["Poland was to withdraw its troops from Latvia.", []],
    ["The aim is to withdraw troops from Latvia.", []],
    // who is to blame will not blame
    ["Kenya said that Chad is to blame for the raid on Mali.", []],
    ["Chad is to blame, Kenya said.", []],
    ["Kenya said that Chad is to blame Mali for the raid.", ["ACCUSE allege 112: Chad → Mali (planned)"]],
  ])("%s", (text, events) => {
    expect(summaries(text)).toEqual(events);
  });
});

describe("a statement is no demand", () => {
  test.each([
    ["Kenya insisted that Taiwan was part of China.", []],
    ["Kenya insisted that Norway supports Chad.", ["SUPPORT 051: Norway → Chad"]],
    ["Kenya insisted that Russia withdraw its troops.", ["REQUEST yield 1056: Kenya → Russia"]],
    ["Kenya insisted that Russia should lift sanctions on Chad.", ["REQUEST yield 1054: Kenya → Russia"]],
    ["Kenya told Russia that it must lift the sanctions on Chad.", ["REQUEST yield 1054: Kenya → Russia"]],
    ["Kenya told Russia that it has to lift the sanctions on Chad.", ["REQUEST yield 1054: Kenya → Russia"]],
    ["Kenya told Russia that they should lift the sanctions on Chad.", ["REQUEST yield 1054: Kenya → Russia"]],
    ["Kenya said that Russia had to lift the sanctions on Chad.", []],
    ["Kenya said that Russia does not have to lift the sanctions on Chad.", []],
    ["Kenya told Russia that he must leave the summit early.", []],
  ])("%s", (text, events) => {
    expect(summaries(text)).toEqual(events);
  });
});

describe("a gerund with “and” behind another verb form is listed with its object", () => {
  test.each([
    ["Spain talked about peace with Malta and sending troops to Somalia.", []],
    [
      "Syria kept shelling Jordan and accusing Kenya of piracy.",
      ["ASSAULT heavy-weapons 194: Syria → Jordan", "ACCUSE allege 112: Syria → Kenya"],
    ],
    [
      "Syria stopped attacking Jordan and shelling Kenya.",
      ["RETREAT ceasefire 087: Syria → Jordan", "RETREAT ceasefire 087: Syria → Kenya"],
    ],
    [
      "Spain left Malta, praising Norway and accusing Syria of piracy.",
      ["SUPPORT 051: Spain → Norway", "ACCUSE allege 112: Spain → Syria"],
    ],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("a word said is not dated by what it is about", () => {
  test.each([
    ["Japan thanked Chad for the loan of last March.", null],
    ["Japan congratulated Chad, which joined the union on Sunday.", null],
    ["On Monday Japan condemned the 1 October attack on Niger.", "2021-10-04"],
    ["Japan thanked Chad on Monday.", "2021-10-04"],
    ["Japan criticised Chad in a speech on Monday.", "2021-10-04"],
    ["Japan criticised Chad after talks between ministers on Monday.", "2021-10-04"],
    ["Japan criticised Chad following a visit of its minister on Monday.", "2021-10-04"],
    ["Japan criticised Chad on the sidelines of a summit of the union on Monday.", "2021-10-04"],
    ["Japan protested to Chad on behalf of the sailors on Monday.", "2021-10-04"],
    ["Japan criticised Chad after the floods of Monday.", null],
    ["Japan thanked Chad for the work of its envoys after the quake of Monday.", null],
    ["Japan signed a treaty with Chad on Monday.", "2021-10-04"],
  ])("%s", (text, day) => {
    const [event] = eventsIn(`Nothing else was known on Friday.\nNobody spoke of it.\n${text}`).events;
    expect(event?.date?.value ?? null).toBe(day);
  });
});

describe("what has yet to be done has not been done", () => {
  test.each([
    ["Chad has yet to impose sanctions on Mali.", []],
    ["Chad is yet to recognise Kosovo.", []],
    ["Kenya said Chad had yet to congratulate Mali.", []],
    ["Chad is to recognise Kosovo.", ["AGREE 030: Chad → Kosovo"]],
    ["Chad may yet impose sanctions on Mali.", ["SANCTION 163: Chad → Mali (hypothetical)"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});
