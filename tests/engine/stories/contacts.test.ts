import { describe, expect, test } from "vitest";
import { compareContacts, daysApart, isSameEvent } from "../../../src/engine/stories/same-contact.js";
import type { LeadContact, LeadEvent, Side } from "../../../src/engine/stories/types.js";

const side = (code: string, ...persons: string[]): Side => ({ code, persons });
const CALL: LeadContact = {
  channel: "phone",
  status: "held",
  sides: [side("ETH", "Abiy"), side("KEN", "Ruto")],
  sender: null,
  days: [100, 100],
};
const LETTER: LeadContact = { ...CALL, channel: "letter", sender: "ETH" };

describe("two lead contacts", () => {
  test.each<[string, LeadContact, LeadContact]>([
    ["themselves", CALL, CALL],
    ["a day apart", CALL, { ...CALL, days: [101, 102] }],
    ["told as talks", CALL, { ...CALL, channel: "meeting" }],
    ["one side without its person", CALL, { ...CALL, sides: [side("ETH"), side("KEN", "Ruto")] }],
    ["countries alone, by one channel", CALL, { ...CALL, sides: [side("ETH"), side("KEN")] }],
    ["more persons at the table", CALL, { ...CALL, sides: [side("ETH", "Abiy", "Demeke"), side("KEN", "Ruto")] }],
    ["a third side that one report leaves out", CALL, { ...CALL, sides: [...CALL.sides, side("UGA", "Museveni")] }],
    ["one letter", LETTER, LETTER],
  ])("are one: %s", (_, a, b) => {
    expect(compareContacts(a, b)?.same).toBe(true);
    expect(compareContacts(b, a)?.same).toBe(true);
  });

  test.each<[string, LeadContact, LeadContact]>([
    ["two days apart", CALL, { ...CALL, days: [102, 102] }],
    ["another counterpart", CALL, { ...CALL, sides: [side("ETH", "Abiy"), side("SDN", "Burhan")] }],
    ["their ministers", CALL, { ...CALL, sides: [side("ETH", "Demeke"), side("KEN", "Mutua")] }],
    ["a visit", CALL, { ...CALL, channel: "visit" }],
    ["a letter", CALL, LETTER],
    ["the answer to a letter", LETTER, { ...LETTER, sender: "KEN" }],
  ])("are two: %s", (_, a, b) => {
    expect(compareContacts(a, b)?.same).toBe(false);
    expect(compareContacts(b, a)?.same).toBe(false);
  });

  test.each<[string, LeadContact, LeadContact]>([
    ["no day", CALL, { ...CALL, days: null }],
    ["planned in one, held in the other", CALL, { ...CALL, status: "planned" }],
    [
      "countries alone, by channels that differ",
      CALL,
      { ...CALL, channel: "meeting", sides: [side("ETH"), side("KEN")] },
    ],
  ])("are left open: %s", (_, a, b) => {
    expect(compareContacts(a, b)).toBeNull();
    expect(compareContacts(b, a)).toBeNull();
  });
});

test("days between two periods", () => {
  expect(daysApart([1, 3], [3, 9])).toBe(0);
  expect(daysApart([1, 3], [5, 9])).toBe(2);
  expect(daysApart([5, 9], [1, 3])).toBe(2);
  expect(daysApart(null, [1, 3])).toBeNull();
});

describe("two lead events", () => {
  const event: LeadEvent = { event: "SANCTION", actors: ["USA"], recipients: ["IRN"], days: [7, 7] };
  test.each<[boolean, string, Partial<LeadEvent>]>([
    [true, "the same", {}],
    [true, "with one more actor", { actors: ["EUR/EU", "USA"] }],
    [false, "another kind", { event: "ACCUSE" }],
    [false, "another actor", { actors: ["GBR"] }],
    [false, "another recipient", { recipients: ["RUS"] }],
    [false, "nobody named as recipient", { recipients: [] }],
    [false, "two days later", { days: [9, 9] }],
    [false, "without a day", { days: null }],
  ])("%s: %s", (same, _, other) => {
    expect(isSameEvent(event, { ...event, ...other })).toBe(same);
  });
});
