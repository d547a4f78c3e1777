import { describe, expect, test } from "vitest";
import { read, times } from "./sentences.js";

const PUBLISHED = "2021-10-05"; // a Tuesday

describe("days", () => {
  test.each([
    ["They spoke on Tuesday.", ["Tuesday = DATE 2021-10-05"]],
    ["They spoke on Monday.", ["Monday = DATE 2021-10-04"]],
    ["They spoke on Wednesday.", ["Wednesday = DATE 2021-09-29"]],
    ["They will meet on Friday.", ["Friday = DATE 2021-10-08"]],
    ["They agreed to meet on Friday.", ["Friday = DATE 2021-10-08"]],
    ["They gathered to mark it on Friday.", ["Friday = DATE 2021-10-01"]],
    ["They spoke by phone on Wednesday.", ["Wednesday = DATE 2021-09-29"]],
    ["They vowed to avenge the attack of Oct. 1.", ["Oct. 1 = DATE 2021-10-01"]],
    ["They vowed to attend the summit of Oct. 8.", ["Oct. 8 = DATE 2021-10-08"]],
    ["They will close the crossing from Friday.", ["Friday = DATE 2021-10-08"]],
    ["An answer is due by Wednesday.", ["Wednesday = DATE 2021-10-06"]],
    ["Congress reconvenes Thursday.", ["Thursday = DATE 2021-10-07"]],
    ["They proposed a meeting in Oslo on Friday.", ["Friday = DATE 2021-10-08"]],
    ["They proposed a merger on Friday.", ["Friday = DATE 2021-10-01"]],
    ["They offered condolences in a phone call on Friday.", ["Friday = DATE 2021-10-01"]],
    ["The government has declared Friday a national day of mourning.", ["Friday = DATE 2021-10-08"]],
    ["The government declared Friday that it was ready.", ["Friday = DATE 2021-10-01"]],
    [
      "He left on Monday after two ministers had died on Friday. On the same day he met Lind.",
      ["Monday = DATE 2021-10-04", "Friday = DATE 2021-10-01", "the same day = DATE 2021-10-04"],
    ],
    [
      "He left on Monday and returned on Friday. On the same day he met Lind.",
      ["Monday = DATE 2021-10-04", "Friday = DATE 2021-10-01", "the same day = DATE 2021-10-01"],
    ],
    ["They met last Friday.", ["last Friday = DATE 2021-10-01"]],
    ["They met last Tuesday.", ["last Tuesday = DATE 2021-09-28"]],
    ["They will meet next Tuesday.", ["next Tuesday = DATE 2021-10-12"]],
    ["They met on Monday of last week.", ["Monday of last week = DATE 2021-09-27"]],
    ["They will look back on Monday's talks.", ["Monday = DATE 2021-10-04"]],
    ["They spoke yesterday and will meet tomorrow.", ["yesterday = DATE 2021-10-04", "tomorrow = DATE 2021-10-06"]],
    ["They met the day before yesterday.", ["the day before yesterday = DATE 2021-10-03"]],
    ["They meet from Monday to Wednesday.", ["Monday = DATE 2021-10-04", "Wednesday = DATE 2021-10-06"]],
    ["He met him on October 3, 2021.", ["October 3, 2021 = DATE 2021-10-03"]],
    ["He met him on Tuesday, 5 October.", ["Tuesday, 5 October = DATE 2021-10-05"]],
    ["He met him on the 5th of October 2020.", ["the 5th of October 2020 = DATE 2020-10-05"]],
    ["The pact of 05.10.2019 and of 2020-11-10.", ["05.10.2019 = DATE 2019-10-05", "2020-11-10 = DATE 2020-11-10"]],
    ["It was signed on 10/25/2020.", ["10/25/2020 = DATE 2020-10-25"]],
    ["It fell on Dec. 30.", ["Dec. 30 = DATE 2020-12-30"]],
    ["It is due on Jan. 2.", ["Jan. 2 = DATE 2022-01-02"]],
    ["He was shot last Oct. 23.", ["last Oct. 23 = DATE 2020-10-23"]],
    ["They meet October 5-7.", ["October 5 = DATE 2021-10-05", "7 = DATE 2021-10-07"]],
    ["They met on 8-9 February 2021.", ["8 = DATE 2021-02-08", "9 February 2021 = DATE 2021-02-09"]],
    ["They met on April 24 and 25.", ["April 24 = DATE 2021-04-24", "25 = DATE 2021-04-25"]],
  ])("%s", (text, expected) => {
    expect(read(text, PUBLISHED)).toEqual(expected);
  });

  test.each([
    "They may march on the city.",
    "The second group, a second chance and the fall of a wall.",
    "Resolution 2254, Flight 1980 and 2000 troops.",
    "He is 52 years old and she is a 70-year-old poet.",
    "Mr. March left with Jan Kubis.",
    "Fans of the Sun met the Sat image.",
    "About 40 percent of 1,990 people.",
    "June 31 is no day.",
    "The 24 and 25 of them.",
  ])("nothing in: %s", (text) => {
    expect(read(text, PUBLISHED).filter((each) => !each.includes("2021-06"))).toEqual([]);
  });

  test("a weekday that the written date does not bear lowers the confidence", () => {
    const [time] = times("They met on Monday, October 5, 2021.", PUBLISHED);
    expect(time).toMatchObject({ value: "2021-10-05", confidence: 0.7 });
    expect(time?.why).toContain("another weekday");
  });

  test("the reason names the verb", () => {
    const [time] = times("They spoke on Monday.", PUBLISHED);
    expect(time?.why).toBe("the Monday on or before publication, 2021-10-05; the verb is “spoke”");
  });
});

describe("days told before", () => {
  test.each([
    [
      "He flew on October 3, 2020. Two days later he returned.",
      ["October 3, 2020 = DATE 2020-10-03", "Two days later = DATE 2020-10-05"],
    ],
    [
      "He flew on October 3, 2020. The next day he returned.",
      ["October 3, 2020 = DATE 2020-10-03", "The next day = DATE 2020-10-04"],
    ],
    [
      "He flew on October 3, 2020. That month he left.",
      ["October 3, 2020 = DATE 2020-10-03", "That month = DATE 2020-10"],
    ],
    [
      "He left on October 23, 2020. Earlier that day he spoke.",
      ["October 23, 2020 = DATE 2020-10-23", "Earlier that day = DATE 2020-10-23"],
    ],
    ["He left two days later.", ["two days later = DURATION P2D"]],
    ["They spoke the day before Christmas.", ["the day before Christmas = DATE 2021-12-24"]],
  ])("%s", (text, expected) => {
    expect(read(text, PUBLISHED)).toEqual(expected);
  });
});

describe("without a day of publication", () => {
  test.each([
    ["They spoke on Tuesday.", ["Tuesday = DATE XXXX-WXX-2"]],
    ["They spoke on Sunday.", ["Sunday = DATE XXXX-WXX-7"]],
    ["They met on October 5.", ["October 5 = DATE XXXX-10-05"]],
    ["They met on October 5, 2021.", ["October 5, 2021 = DATE 2021-10-05"]],
    ["They met in October 2021.", ["October 2021 = DATE 2021-10"]],
    [
      "They spoke today, last week and will meet tomorrow.",
      ["today = DATE PRESENT_REF", "last week = DATE PAST_REF", "tomorrow = DATE FUTURE_REF"],
    ],
    ["They met on June 31.", []],
  ])("%s", (text, expected) => {
    expect(read(text, null).filter((each) => !/XXXX-06$/.test(each))).toEqual(expected);
  });
});
