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
