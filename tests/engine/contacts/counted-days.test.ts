import { describe, expect, test } from "vitest";
import { contactsIn, summaries } from "./support.js";

/** Text and, for each contact, “channel status: participants @day”. Published on Tuesday 2021-10-05. */
type Row = readonly [text: string, ...contacts: readonly string[]];

const check = (text: string, ...contacts: readonly string[]): void =>
  expect(summaries(contactsIn(text))).toEqual(contacts);

describe("days counted back from the news", () => {
  test.each<Row>([
    [
      "A day after his call with Vladimir Putin, Emmanuel Macron spoke with Volodymyr Zelensky on Tuesday.",
      "phone held: Macron, Putin @2021-10-04",
      "phone held: Macron, Zelenskyy @2021-10-05",
    ],
    [
      "Emmanuel Macron spoke with Volodymyr Zelensky on Tuesday, two days after he spoke with Vladimir Putin.",
      "phone held: Macron, Zelenskyy @2021-10-05",
      "phone held: Macron, Putin @2021-10-03",
    ],
    [
      "Emmanuel Macron spoke with Volodymyr Zelensky on Tuesday, a day after his call with Vladimir Putin on Sunday.",
      "phone held: Macron, Zelenskyy @2021-10-05",
      "phone held: Macron, Putin @2021-10-03",
    ],
    [
      "Olaf Scholz and Xi Jinping spoke by phone on Monday, a week after Scholz met Emmanuel Macron in Paris.",
      "phone held: Jinping, Scholz @2021-10-04",
      "meeting held: Macron, Scholz @2021-09-27",
    ],
  ])("%s", check);
});

describe("days of something else", () => {
  test.each<Row>([
    [
      "Shortly before midnight on Sunday (early Monday in Seoul), Antony Blinken called Chung Eui-yong.",
      "phone held: Blinken, Eui-yong @2021-10-03",
    ],
    [
      "Since taking office in August, Ebrahim Raisi has spoken twice with Emmanuel Macron, most recently on Sunday.",
      "phone held: Macron, Raisi @2021-10-03",
    ],
    [
      "On the eve of the summit, Emmanuel Macron met Mario Draghi in Rome on October 4.",
      "meeting held: Draghi, Macron @2021-10-04",
    ],
    [
      "Ahead of the talks, Emmanuel Macron met Mario Draghi in Rome on Monday.",
      "meeting held: Draghi, Macron @2021-10-04",
    ],
  ])("%s", check);

  test("what is planned in a year that has begun is still ahead", () => {
    const [contact] = contactsIn("Vladimir Putin and Xi Jinping will hold talks by the end of the year.").contacts;
    expect([contact?.date?.earliest, contact?.date?.latest]).toEqual(["2021-10-05", "2021-12-31"]);
  });
});
