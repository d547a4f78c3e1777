import { describe, expect, test } from "vitest";
import { read } from "./sentences.js";

const PUBLISHED = "2021-10-05"; // a Tuesday, week 40, third quarter just over

describe("months, years, seasons, quarters", () => {
  test.each([
    ["Iran will release the sailors by August.", ["August = DATE 2022-08"]],
    ["Iran released the sailors by August.", ["August = DATE 2021-08"]],
    ["They noted the upcoming anniversary, in July, of the treaty.", ["July = DATE 2022-07"]],
    ["They met in May.", ["May = DATE 2021-05"]],
    ["In May Macron met her.", ["May = DATE 2021-05"]],
    ["Last August Scholz met her.", ["Last August = DATE 2021-08"]],
    ["She was met by August Bartels.", []],
    ["They will meet in March.", ["March = DATE 2022-03"]],
    ["They last met last May.", ["last May = DATE 2021-05"]],
    ["They met last September.", ["last September = DATE 2020-09"]],
    ["Ana Ruiz, who took office in 2002, spent part of April in Lima.", ["2002 = DATE 2002", "April = DATE 2021-04"]],
    [
      "The truce, which took hold in June 2014, collapsed in September.",
      ["June 2014 = DATE 2014-06", "September = DATE 2014-09"],
    ],
    ["They met in June last year.", ["June last year = DATE 2020-06"]],
    ["It began in early 1990 and fell in mid-1996.", ["early 1990 = DATE 1990", "mid-1996 = DATE 1996"]],
    ["The March summit failed.", ["March = DATE 2021-03"]],
    ["It runs from May to July.", ["May = DATE 2021-05", "July = DATE 2021-07"]],
    ["The 2018-2022 plan failed.", ["2018 = DATE 2018", "2022 = DATE 2022"]],
    ["It was in fiscal 2019.", ["fiscal 2019 = DATE 2019"]],
    ["In nineteen ninety-one he left.", ["nineteen ninety-one = DATE 1991"]],
    [
      "They fell in the 1990s, the '80s and the nineties.",
      ["the 1990s = DATE 199", "the '80s = DATE 198", "the nineties = DATE 199"],
    ],
    ["It is of the 20th century.", ["the 20th century = DATE 19"]],
    [
      "He left last winter, last fall and this summer.",
      ["last winter = DATE 2020-WI", "last fall = DATE 2020-FA", "this summer = DATE 2021-SU"],
    ],
    ["He left in the spring of 2014.", ["the spring of 2014 = DATE 2014-SP"]],
    ["Sales fell in the third quarter.", ["the third quarter = DATE 2021-Q3"]],
    [
      "The third-quarter loss grew from a year earlier.",
      ["third-quarter = DATE 2021-Q3", "a year earlier = DATE 2020-Q3"],
    ],
    ["It fell in the first half of 2020.", ["the first half of 2020 = DATE 2020-H1"]],
    ["It fell in Q2 2020 and last quarter.", ["Q2 2020 = DATE 2020-Q2", "last quarter = DATE 2021-Q3"]],
    [
      "It left in the third quarter. The year-earlier quarter was good.",
      ["the third quarter = DATE 2021-Q3", "The year-earlier quarter = DATE 2020-Q3"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text, PUBLISHED)).toEqual(expected);
  });
});

describe("periods counted from publication", () => {
  test.each([
    ["It fell last week.", ["last week = DATE 2021-W39"]],
    ["It is early next month.", ["early next month = DATE 2021-11"]],
    ["It fell earlier this year.", ["earlier this year = DATE 2021"]],
    ["It fell over the weekend.", ["the weekend = DATE 2021-W39-WE"]],
    ["They will meet this weekend.", ["this weekend = DATE 2021-W40-WE"]],
    ["It fell in the past year.", ["the past year = DATE 2020"]],
    ["It is due by the end of the year.", ["the end of the year = DATE 2021"]],
    ["The week of October 11 is free.", ["The week of October 11 = DATE 2021-W41"]],
    ["He left three days ago.", ["three days ago = DATE 2021-10-02"]],
    ["He left six weeks ago.", ["six weeks ago = DATE 2021-W34"]],
    [
      "He left two months ago, five years ago and a decade ago.",
      ["two months ago = DATE 2021-08", "five years ago = DATE 2016", "a decade ago = DATE 2011"],
    ],
    ["He left several years ago.", ["several years ago = DATE PAST_REF"]],
    [
      "It fell 66 million years ago and 900000000 days ago.",
      ["66 million years ago = DATE PAST_REF", "900000000 days ago = DATE PAST_REF"],
    ],
    ["They will vote in three weeks.", ["three weeks = DATE 2021-W43"]],
    ["It was the second call in three weeks.", ["three weeks = DURATION P3W"]],
    ["It is ten years from now.", ["ten years from now = DATE 2031"]],
  ])("%s", (text, expected) => {
    expect(read(text, PUBLISHED)).toEqual(expected);
  });
});

describe("stretches, times that come again, vague times", () => {
  test.each([
    ["It lasted two years.", ["two years = DURATION P2Y"]],
    ["The past three days were calm.", ["The past three days = DURATION P3D"]],
    ["It is a five-year plan.", ["five-year = DURATION P5Y"]],
    ["It lasted 500 days.", ["500 days = DURATION P500D"]],
    ["It lasted half an hour and 2 1/2 years.", ["half an hour = DURATION PT30M", "2 1/2 years = DURATION P2Y6M"]],
    ["It lasted two and a half years.", ["two and a half years = DURATION P2Y6M"]],
    [
      "It lasted nearly forty years and more than four hours.",
      ["nearly forty years = DURATION P40Y", "more than four hours = DURATION PT4H"],
    ],
    ["They spoke for weeks.", ["weeks = DURATION PXW"]],
    ["It lasted a few minutes.", ["a few minutes = DURATION PTXM"]],
    ["The eight-month-old truce failed.", ["eight-month = DURATION P8M"]],
    ["They meet every Monday.", ["every Monday = SET XXXX-WXX-1"]],
    ["They meet on Tuesday nights.", ["Tuesday nights = SET XXXX-WXX-2TNI"]],
    [
      "They meet daily, every two weeks and each July.",
      ["daily = SET P1D", "every two weeks = SET P2W", "each July = SET XXXX-07"],
    ],
    ["It is 5 million a year.", ["a year = SET P1Y"]],
    ["They are now here and will soon go.", ["now = DATE PRESENT_REF", "soon = DATE FUTURE_REF"]],
    ["He soon left.", []],
    [
      "It was recently, in the past, for the future.",
      ["recently = DATE PAST_REF", "the past = DATE PAST_REF", "the future = DATE FUTURE_REF"],
    ],
    ["He left as soon as they met.", []],
    ["The now-defunct long-term plan.", []],
    ["A quarter of three-quarters and two second chances.", []],
    ["CBS's 60 Minutes and This Week.", []],
  ])("%s", (text, expected) => {
    expect(read(text, PUBLISHED)).toEqual(expected);
  });
});

describe("times of day", () => {
  test.each([
    ["They met at 10 p.m. Wednesday.", ["10 p.m. Wednesday = TIME 2021-09-29T22:00"]],
    ["They met at noon on Monday.", ["noon on Monday = TIME 2021-10-04T12:00"]],
    ["It was due until 5 p.m. EST, Nov. 9.", ["5 p.m. EST, Nov. 9 = TIME 2021-11-09T17:00"]],
    ["They spoke at 14:30 GMT.", ["14:30 GMT = TIME 2021-10-05T14:30"]],
    ["They spoke on Monday evening.", ["Monday evening = TIME 2021-10-04TEV"]],
    [
      "They spoke last night and this morning.",
      ["last night = TIME 2021-10-04TNI", "this morning = TIME 2021-10-05TMO"],
    ],
    ["It fell on the night of February 8-9.", ["the night of February 8-9 = TIME 2021-02-08TNI"]],
    ["The votes are 14:30 and 2:1.", []],
    ["The page is 1430 and the score 3:2.", []],
  ])("%s", (text, expected) => {
    expect(read(text, PUBLISHED)).toEqual(expected);
  });
});

describe("holidays", () => {
  test.each([
    ["He left on Thanksgiving Day 2020.", null, PUBLISHED, ["Thanksgiving Day 2020 = DATE 2020-11-26"]],
    ["He left last Christmas.", null, PUBLISHED, ["last Christmas = DATE 2020-12-25"]],
    ["He left on Easter Monday.", null, PUBLISHED, ["Easter Monday = DATE 2021-04-05"]],
    ["He spoke on Orthodox Easter 2021.", null, PUBLISHED, ["Orthodox Easter 2021 = DATE 2021-05-02"]],
    ["He spoke on Election Day 2020.", "USA", PUBLISHED, ["Election Day 2020 = DATE 2020-11-03"]],
    ["He left on Victory Day.", "TUR", PUBLISHED, ["Victory Day = DATE 2021-08-30"]],
    ["He left on Victory Day.", "RUS", PUBLISHED, ["Victory Day = DATE 2021-05-09"]],
    // many states have one: that of the days about publication, whoever reports it
    ["He spoke on Independence Day.", "UKR", "2021-08-25", ["Independence Day = DATE 2021-08-24"]],
    ["He spoke on Independence Day.", "KAZ", "2022-12-06", ["Independence Day = DATE 2022-12-06"]],
    ["He spoke on Independence Day.", "USA", PUBLISHED, []],
    ["He spoke on Independence Day 2020.", "USA", PUBLISHED, ["Independence Day 2020 = DATE 2020-07-04"]],
    ["He spoke on Independence Day.", null, "2021-07-05", []],
    ["The christmas tree fell.", null, PUBLISHED, []],
  ])("%s (%s, %s)", (text, country, published, expected) => {
    expect(read(text, published, country)).toEqual(expected);
  });
});
