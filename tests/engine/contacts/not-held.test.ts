import { describe, expect, test } from "vitest";
import { contactsIn, summaries } from "./support.js";

/** Text and, for each contact, “channel status: participants @day”. Published on Tuesday 2021-10-05. */
type Row = readonly [text: string, ...contacts: readonly string[]];

describe("contacts that were not held are told as what they are", () => {
  test.each<Row>([
    [
      "Vladimir Putin will speak by phone with Emmanuel Macron on Friday, the Kremlin said.",
      "phone planned: Macron, Putin @2021-10-08",
    ],
    ["Vladimir Putin plans to meet Emmanuel Macron next week.", "meeting planned: Macron, Putin @2021-10"],
    [
      "Vladimir Putin and Emmanuel Macron are to meet in Paris on Friday.",
      "meeting planned: Macron, Putin @2021-10-08",
    ],
    ["Vladimir Putin agreed to meet Joe Biden next month.", "meeting planned: Biden, Putin @2021-11"],
    ["Vladimir Putin is ready to meet Joe Biden.", "meeting planned: Biden, Putin"],
    ["Preparations for a meeting between Vladimir Putin and Joe Biden are under way.", "meeting planned: Biden, Putin"],
    ["Vladimir Putin proposed to meet Volodymyr Zelensky in Moscow.", "meeting proposed: Putin, Zelenskyy"],
    ["Joe Biden invited Emmanuel Macron to visit Washington.", "visit proposed: Biden, Macron"],
    ["Joe Biden invited Emmanuel Macron to pay an official visit to our country.", "visit proposed: Biden, Macron"],
    ["Joe Biden invited Emmanuel Macron to visit our country, which he accepted.", "visit planned: Biden, Macron"],
    [
      "Joe Biden will open a fair in Warsaw on Friday and meet with Andrzej Duda.",
      "meeting planned: Biden, Duda @2021-10-08",
    ],
    [
      "Joe Biden invited Emmanuel Macron to Washington. The invitation was accepted with thanks.",
      "visit planned: Biden, Macron",
    ],
    [
      "Joe Biden invited Emmanuel Macron to Washington. The invitation was not accepted.",
      "visit proposed: Biden, Macron",
    ],
    ["The meeting between Vladimir Putin and Emmanuel Macron has been postponed.", "meeting postponed: Macron, Putin"],
    [
      "The call between Vladimir Putin and Volodymyr Zelensky was postponed until Friday.",
      "phone postponed: Putin, Zelenskyy @2021-10-08",
    ],
    ["Emmanuel Macron called for talks between Russia and Ukraine.", "meeting proposed: Russia, Ukraine"],
    [
      "Emmanuel Macron called off his visit to Moscow, where he was to meet Vladimir Putin.",
      "visit cancelled: Macron, Putin",
    ],
    ["Emmanuel Macron called off his meeting with Vladimir Putin.", "meeting cancelled: Macron, Putin"],
    ["Vladimir Putin was to call Volodymyr Zelensky, but the call was cancelled.", "phone cancelled: Putin, Zelenskyy"],
    ["Vladimir Putin did not meet Volodymyr Zelensky in Paris.", "meeting denied: Putin, Zelenskyy"],
    ["Vladimir Putin did not speak with Volodymyr Zelensky, Dmitry Peskov said.", "phone denied: Putin, Zelenskyy"],
    ["The Kremlin denied that Vladimir Putin had spoken with Volodymyr Zelensky.", "phone denied: Putin, Zelenskyy"],
    ["Vladimir Putin ruled out a meeting with Volodymyr Zelensky.", "meeting denied: Putin, Zelenskyy"],
  ])("%s", (text, ...contacts) => {
    expect(summaries(contactsIn(text))).toEqual(contacts);
  });
});

describe("no contact", () => {
  test.each([
    // “call” and “speak” in other senses
    "Emmanuel Macron called on Vladimir Putin to withdraw his troops.",
    "Emmanuel Macron called Vladimir Putin a liar.",
    "It was a close call for Angela Merkel and Emmanuel Macron.",
    "The call centre in Moscow was sold to France.",
    "Russia recalled its ambassador to France for consultations.",
    "Emmanuel Macron wrote on Telegram that he had thanked Vladimir Putin.",
    "Vladimir Putin could not negotiate with Volodymyr Zelensky while a ban was in force.",
    "Emmanuel Macron delivered an address to the parliament of Germany.",
    "Sergey Lavrov spoke to reporters in Moscow.",
    "Sergey Lavrov spoke about Antony Blinken in Moscow.",
    "Sergey Lavrov spoke of his talks with nobody.",
    "Sergey Lavrov told Russian television that Antony Blinken was wrong.",
    "Emmanuel Macron spoke at the Elysee on Monday. Angela Merkel spoke in Berlin.",
    "Emmanuel Macron spoke in parliament with passion about Germany.",
    // “meet”, “receive”, “visit”, “host”, “write” with things
    "Vladimir Putin met the deadline set by Emmanuel Macron.",
    "Vladimir Putin received a medal from the French government.",
    "Vladimir Putin received a report about Emmanuel Macron.",
    "Angela Merkel visited a museum in France.",
    "Antony Blinken hosted a reception in Washington for French guests.",
    "Antony Blinken welcomed the French proposal.",
    "Joe Biden wrote a book about Vladimir Putin.",
    "Boris Johnson had dinner at home in London.",
    "The telegram app was used by Vladimir Putin and Emmanuel Macron.",
    // both parties named, nothing told
    "Emmanuel Macron and Angela Merkel discussed trade.",
    "Vladimir Putin and Joe Biden agreed on trade.",
    "Joe Biden invited Emmanuel Macron to visit our pavilion.",
    "Joe Biden discussed Olaf Scholz's June trip to Poland to attend a fair and meet with Andrzej Duda.",
    "Joe Biden discussed the importance of reaching a good end to the talks between Iran and France on fish.",
    "Antony Blinken thanked Sergey Lavrov.",
    "Vladimir Putin and Emmanuel Macron appeared in a photograph by a French artist.",
    "Vladimir Putin rejected an invitation from Volodymyr Zelensky.",
    "The border between Tajikistan and Afghanistan was closed.",
    // one country, or no officials
    "Vladimir Putin met with Russian ministers in Sochi.",
    "Vladimir Putin telephoned the Russian defence minister.",
    "Vladimir Putin and Sergei Shoigu met in the Kremlin.",
    "Emmanuel Macron congratulated the French team.",
    "Vladimir Putin wished all women a happy holiday.",
    "French tourists visited Russia.",
    "Angela Merkel sent a delegation to Russia.",
    // conditions, possibilities, refusals
    "If Vladimir Putin meets Joe Biden, the markets will rise.",
    "Vladimir Putin may call Joe Biden on Friday.",
    "Vladimir Putin refused to meet Joe Biden.",
    "A meeting between Vladimir Putin and Joe Biden is possible, the Kremlin said.",
    "No meeting between Vladimir Putin and Joe Biden is planned, the Kremlin said.",
    "There was no telephone call between Vladimir Putin and Joe Biden.",
    // background without a day of its own
    "The two presidents last met in 2019.",
    "Recep Tayyip Erdogan left Azerbaijan after a visit.",
    // words of others, and the first person
    "“Putin spoke with Macron,” the letter said.",
    "“I met Vladimir Putin in Geneva,” Joe Biden said.",
    "I spoke with Vladimir Putin and Emmanuel Macron, he said.",
    "We had a good call with President Macron, Joe Biden said.",
    // nothing at all
    "The museum opened on Monday.",
    "",
  ])("%s", (text) => {
    expect(summaries(contactsIn(text))).toEqual([]);
  });
});

describe("an earlier contact with a day of its own is told as that day's", () => {
  // biome-ignore format: a row a line
  test.each<Row>([
    ["After his meeting with Joe Biden in June, Vladimir Putin went home.", "meeting held: Biden, Putin @2021-06"],
    ["A source said Vladimir Putin had met Joe Biden in 2011.", "meeting held: Biden, Putin @2011"],
    ["Emmanuel Macron telephoned Vladimir Putin on Monday. The two presidents last met in 2019.", "phone held: Macron, Putin @2021-10-04", "meeting held: Macron, Putin @2019"],
  ])("%s", (text, ...contacts) => {
    expect(summaries(contactsIn(text))).toEqual(contacts);
  });
});

describe("a near miss beside a contact does not spoil it", () => {
  test.each<Row>([
    [
      "Emmanuel Macron telephoned Vladimir Putin on Monday. He called on him to withdraw his troops.",
      "phone held: Macron, Putin @2021-10-04",
    ],
    [
      "Antony Blinken met Sergey Lavrov on Monday. Sergey Lavrov later spoke to reporters.",
      "meeting held: Blinken, Lavrov @2021-10-04",
    ],
    [
      "Antony Blinken met Sergey Lavrov on Monday. Vladimir Putin may call Joe Biden on Friday.",
      "meeting held: Blinken, Lavrov @2021-10-04",
    ],
  ])("%s", (text, ...contacts) => {
    expect(summaries(contactsIn(text))).toEqual(contacts);
  });
});
