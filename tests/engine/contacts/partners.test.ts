import { describe, expect, test } from "vitest";
import { contactsIn, summaries } from "./support.js";

/** Text and, for each contact, “channel status: participants @day”. Published on Tuesday 2021-10-05. */
type Row = readonly [text: string, ...contacts: readonly string[]];

const check = (text: string, ...contacts: readonly string[]): void =>
  expect(summaries(contactsIn(text))).toEqual(contacts);

describe("one contact with each", () => {
  test.each<Row>([
    [
      "Sergey Lavrov spoke by phone on Monday with Wang Yi, and on Tuesday with Antony Blinken.",
      "phone held: Lavrov, Yi @2021-10-04",
      "phone held: Blinken, Lavrov @2021-10-05",
    ],
    [
      "Emmanuel Macron had a call with Joe Biden on Monday, with Boris Johnson on Tuesday.",
      "phone held: Biden, Macron @2021-10-04",
      "phone held: Johnson, Macron @2021-10-05",
    ],
    [
      "Boris Johnson spoke to Emmanuel Macron and then to Angela Merkel on Monday.",
      "phone held: Johnson, Macron @2021-10-04",
      "phone held: Johnson, Merkel @2021-10-04",
    ],
    [
      "Emmanuel Macron met Joe Biden in Rome and Boris Johnson in London.",
      "meeting held: Biden, Macron @2021-10-05",
      "meeting held: Johnson, Macron @2021-10-05",
    ],
    [
      "Emmanuel Macron received phone calls on Monday from Joe Biden and Boris Johnson.",
      "phone held: Biden, Macron @2021-10-04",
      "phone held: Johnson, Macron @2021-10-04",
    ],
    [
      "Emmanuel Macron telephoned Joe Biden and Boris Johnson on Monday.",
      "phone held: Biden, Macron @2021-10-04",
      "phone held: Johnson, Macron @2021-10-04",
    ],
    [
      "Antony Blinken met in turn with Wang Yi and Sergey Lavrov in Rome on Monday.",
      "meeting held: Blinken, Yi @2021-10-04",
      "meeting held: Blinken, Lavrov @2021-10-04",
    ],
    [
      "Emmanuel Macron spoke by phone with Joe Biden on Monday, then met with Mario Draghi in Rome on Tuesday.",
      "phone held: Biden, Macron @2021-10-04",
      "meeting held: Draghi, Macron @2021-10-05",
    ],
  ])("%s", check);
});

describe("one contact with all", () => {
  test.each<Row>([
    [
      "Emmanuel Macron met Joe Biden and Boris Johnson in Rome on Monday.",
      "meeting held: Biden, Johnson, Macron @2021-10-04",
    ],
    [
      "Emmanuel Macron held a call with Joe Biden and Boris Johnson on Monday.",
      "phone held: Biden, Johnson, Macron @2021-10-04",
    ],
    [
      "Emmanuel Macron held talks with Joe Biden and Boris Johnson on Monday.",
      "meeting held: Biden, Johnson, Macron @2021-10-04",
    ],
    [
      "Emmanuel Macron called Joe Biden and Boris Johnson together on Monday.",
      "phone held: Biden, Johnson, Macron @2021-10-04",
    ],
    [
      "Emmanuel Macron held meetings with Sergey Lavrov and Vladimir Putin on Monday.",
      "meeting held: Lavrov, Macron, Putin @2021-10-04",
    ],
    ["Telephone conversations with Joe Biden and Boris Johnson"],
  ])("%s", check);
});

describe("who speaks or meets at the head of a sentence", () => {
  test.each<Row>([
    [
      "Meeting in Rome on Monday, Mario Draghi and Narendra Modi agreed to expand trade.",
      "meeting held: Draghi, Modi @2021-10-04",
    ],
    [
      "Speaking by phone on Monday, Emmanuel Macron and Joe Biden agreed to expand trade.",
      "phone held: Biden, Macron @2021-10-04",
    ],
    ["Speaking in Berlin on Monday, Angela Merkel and Emmanuel Macron called for a truce in Mali."],
    [
      "Speaking to reporters after a meeting with Sergey Lavrov in Moscow on Monday, Peter Szijjarto praised the contract.",
      "meeting held: Lavrov, Szijjártó @2021-10-04",
    ],
    [
      "A delegation led by Rafael Grossi met Mohammad Eslami in Tehran on Monday.",
      "meeting held: Eslami, Grossi @2021-10-04",
    ],
    [
      "The Saudi delegation, led by Faisal bin Farhan, held talks with Wang Yi on Monday.",
      "meeting held: Farhan, Yi @2021-10-04",
    ],
    [
      "Delegations headed by Sergey Lavrov and Wang Yi met in Beijing on Monday.",
      "meeting held: Lavrov, Yi @2021-10-04",
    ],
    ["Emmanuel Macron welcomed Kais Saied at the Elysee Palace on Monday.", "meeting held: Macron, Saied @2021-10-04"],
    ["Emmanuel Macron welcomed Kais Saied's decision on Monday."],
  ])("%s", check);
});
