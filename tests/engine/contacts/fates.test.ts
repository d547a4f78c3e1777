import { describe, expect, test } from "vitest";
import { contactsIn, summaries } from "./support.js";

/** Text and, for each contact, “channel status: participants @day”. Published on Tuesday 2021-10-05. */
type Row = readonly [text: string, ...contacts: readonly string[]];

const check = (text: string, ...contacts: readonly string[]): void =>
  expect(summaries(contactsIn(text))).toEqual(contacts);

describe("what became of a contact that was planned", () => {
  test.each<Row>([
    [
      "A meeting between Sergey Lavrov and Antony Blinken that was to take place on Friday has been called off.",
      "meeting cancelled: Blinken, Lavrov @2021-10-08",
    ],
    [
      "Talks between Iran and Saudi Arabia expected next week in Doha will not go ahead, the Qatari foreign ministry said.",
      "meeting cancelled: Arabia, Iran @2021-10",
    ],
    [
      "The Kremlin said a planned phone call between Vladimir Putin and Volodymyr Zelensky would not take place.",
      "phone cancelled: Putin, Zelenskyy",
    ],
    ["The scheduled meeting between Sergey Lavrov and Wang Yi never took place.", "meeting cancelled: Lavrov, Yi"],
    ["Plans for talks between Vladimir Putin and Joe Biden have been shelved.", "meeting cancelled: Biden, Putin"],
    [
      "Fumio Kishida had hoped to speak with Moon Jae-in on Friday, but the call fell through.",
      "phone cancelled: Jae-in, Kishida @2021-10-08",
    ],
    [
      "Wang Yi was due to meet Marise Payne in Canberra on Friday, but the meeting did not take place.",
      "meeting cancelled: Payne, Yi @2021-10-08",
    ],
    [
      "Wang Yi was due to meet Marise Payne in Canberra on Friday. The meeting did not take place.",
      "meeting cancelled: Payne, Yi @2021-10-08",
    ],
    [
      "Wang Yi will meet Marise Payne in Canberra on Friday. Australia has not yet confirmed the meeting.",
      "meeting planned: Payne, Yi @2021-10-08",
    ],
    [
      "Uhuru Kenyatta will no longer travel to Kampala, where he had been expected to meet Yoweri Museveni.",
      "meeting cancelled: Kenyatta, Museveni",
    ],
    [
      "Angela Merkel cancelled a trip to Israel, where she was due to meet Naftali Bennett.",
      "visit cancelled: Bennett, Merkel",
    ],
    [
      "Naftali Bennett was supposed to fly to Washington on Friday to meet Joe Biden, but the trip was put off.",
      "meeting postponed: Bennett, Biden @2021-10-08",
    ],
    ["Emmanuel Macron put off until Friday a call with Joe Biden.", "phone postponed: Biden, Macron @2021-10-08"],
    ["A call between Justin Trudeau and Xi Jinping is not planned, Ottawa said.", "phone denied: Jinping, Trudeau"],
    ["Emmanuel Macron did not travel to Riga to meet Egils Levits.", "meeting denied: Levits, Macron"],
  ])("%s", check);
});

describe("what was put off before and is held after all", () => {
  test.each<Row>([
    [
      "The summit of Emmanuel Macron and Angela Merkel postponed from March will be held in Berlin on October 12.",
      "meeting planned: Macron, Merkel @2021-10-12",
    ],
    [
      "Cyril Ramaphosa's state visit to Nigeria, delayed twice by the pandemic, is now expected to take place in December.",
      "visit planned: Nigeria, Ramaphosa @2021-12",
    ],
    [
      "A long-delayed meeting between Emmanuel Macron and Joe Biden was held in Rome on Monday.",
      "meeting held: Biden, Macron @2021-10-04",
    ],
    [
      "Rescheduled from last week, the call between Joe Biden and Scott Morrison took place on Monday.",
      "phone held: Biden, Morrison @2021-10-04",
    ],
    [
      "The visit of President Andrzej Duda to Germany, postponed last year by the pandemic, began on Monday.",
      "visit held: Duda, Germany @2021-10-04",
    ],
    [
      "Ursula von der Leyen, whose talks with Mateusz Morawiecki had been put off twice, met him in Warsaw on Monday.",
      "meeting postponed: Leyen, Morawiecki",
      "meeting held: Leyen, Morawiecki @2021-10-04",
    ],
  ])("%s", check);
});

describe("what is called off is something else", () => {
  test.each<Row>([
    [
      "Sergey Lavrov and Antony Blinken held a meeting in Geneva on Monday at which they agreed to postpone the exercises.",
      "meeting held: Blinken, Lavrov @2021-10-04",
    ],
    [
      "At a meeting in Riga, Egils Levits and Emmanuel Macron criticised the cancellation of the ferry line.",
      "meeting held: Levits, Macron @2021-10-05",
    ],
    [
      "Emmanuel Macron had a phone call with Joe Biden on Monday about the cancelled submarine contract.",
      "phone held: Biden, Macron @2021-10-04",
    ],
    [
      "After a delay of two hours, Sergey Lavrov met Antony Blinken in Geneva on Monday.",
      "meeting held: Blinken, Lavrov @2021-10-04",
    ],
    [
      "Angela Merkel cut short a trip to Israel, where she held talks with Naftali Bennett on Monday.",
      "visit held: Bennett, Merkel @2021-10-04",
    ],
    ["Talks between Iran and Saudi Arabia will go ahead next week.", "meeting planned: Arabia, Iran @2021-10"],
    ["Emmanuel Macron flew to Riga to meet Egils Levits on Monday.", "meeting held: Levits, Macron @2021-10-04"],
  ])("%s", check);
});
