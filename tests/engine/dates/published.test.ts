import { describe, expect, test } from "vitest";
import {
  type Birthday,
  findTimes,
  inferPublished,
  type PublicationFacts,
  publicationDoubts,
} from "../../../src/engine/dates/index.js";
import { lexicon, sentencesOf } from "./sentences.js";

const BORN = [
  { name: "Putin", born: "1952-10-07" },
  { name: "Rahmon", born: "1952-10-05" },
  { name: "Tokayev", born: "1953-05-17" },
];

function factsOf(text: string, printedDay: string | null = null): PublicationFacts {
  const sentences = sentencesOf(text);
  const mentionsOf = (name: string): Birthday["mentions"] =>
    sentences.flatMap(({ index, tokens }) =>
      tokens
        .filter((token) => token.text === name)
        .map((token) => ({ sentence: index, span: [token.start, token.end] as const })),
    );
  return {
    sentences,
    times: findTimes(sentences, text, { published: null, country: null }, lexicon),
    printedDay,
    birthdays: BORN.map((person) => ({ ...person, mentions: mentionsOf(person.name) })),
    lexicon,
  };
}

describe("inferPublished", () => {
  test.each([
    ["Putin called Rahmon, who turned 69 on Tuesday.", "2021-10-05", "2021-10-05", "2021-10-11"],
    ["Rahmon called Putin on Thursday, his 69th birthday.", "2021-10-07", "2021-10-07", "2021-10-13"],
    ["Putin called Tokayev, who celebrates his 70th birthday today.", "2023-05-17", "2023-05-17", "2023-05-17"],
    ["Putin turned 69 yesterday.", "2021-10-08", "2021-10-08", "2021-10-08"],
    ["Tokayev turns 70 on Wednesday.", "2023-05-17", "2023-05-11", "2023-05-17"],
    ["Putin called Tokayev on the 70th anniversary of his birth.", "2023-05-17", "2023-05-17", "2023-05-23"],
    ["They met on Tuesday, October 5, 2021, in Geneva.", "2021-10-05", "2021-10-05", "2021-10-11"],
    ["They met on 12 May 2020. In 2019 they had met too.", "2020-05-12", "2020-05-12", "2020-05-18"],
    ["They met on Tuesday, October 5. They last met in 2019.", "2021-10-05", "2021-10-05", "2021-10-11"],
  ])("%s", (text, value, earliest, latest) => {
    expect(inferPublished(factsOf(text))).toMatchObject({ value, earliest, latest, basis: "content" });
  });

  test.each([
    "They spoke on Tuesday.",
    "They met on October 5.",
    "Putin called Rahmon, who turned 69 on Friday.",
    "Rahmon turned 69 shops into homes on Tuesday.",
    "Sales turned 69 percent on Tuesday.",
    "He was born on May 3, 1950.",
    "They will meet on May 3, 2025.",
    "The pact of 5 October 2001 failed. In 2019 they met.",
    "Somebody turned 69 on Tuesday.",
  ])("nothing decides: %s", (text) => {
    expect(inferPublished(factsOf(text))).toBeNull();
  });

  const LED = [{ name: "Putin", spells: [{ from: "2012-05-07", to: "2018" }] }];

  test.each([
    ["Putin spoke on Monday of the storm of Sunday, January 18.", null, "2015-01-19"], // a Sunday in 2004, 2009, 2015, 2026
    ["Putin met the fishers on Sunday, January 18.", null, "2015-01-18"],
    ["Putin met the fishers on Tuesday.", "--10-06", "2015-10-06"],
    ["Putin met the fishers on Wednesday.", "--10-06", "2016-10-06"], // no such Wednesday: told on the day after
  ])("whoever held office tells the year: %s", (text, printed, value) => {
    expect(inferPublished({ ...factsOf(text, printed), tenures: LED })).toMatchObject({ value });
    expect(inferPublished(factsOf(text, printed))).toBeNull();
  });

  test.each([
    ["Putin met the fishers last week.", "--10-06"],
    ["Putin met the fishers on January 18.", null],
  ])("no office tells the year: %s", (text, printed) => {
    expect(inferPublished({ ...factsOf(text, printed), tenures: LED })).toBeNull();
  });

  test("two years with the same weekday in office decide nothing", () => {
    const tenures = [{ name: "Putin", spells: [{ from: "2000", to: "" }] }];
    expect(inferPublished({ ...factsOf("Putin met them on Sunday, January 18."), tenures })).toBeNull();
  });

  test.each([
    ["The republic, independent since July 9, 2011, kept its second anniversary on Tuesday.", "2013-07-09"],
    ["It kept the 18th anniversary of its independence on Monday. It was born in 1991.", "2009-08-24"],
  ])("an anniversary: %s", (text, value) => {
    expect(inferPublished({ ...factsOf(text), countriesIn: () => ["UKR"] })).toMatchObject({ value });
  });

  test.each([
    "The republic, independent since July 9, 2011, kept its second anniversary on Friday.",
    "It kept the 18th anniversary of its port on Monday. It was born in 1991.",
  ])("no anniversary that fits: %s", (text) => {
    expect(inferPublished({ ...factsOf(text), countriesIn: () => ["UKR"] })).toBeNull();
  });

  test("a day printed without a year takes the year of the birthday", () => {
    const facts = factsOf("Putin called Rahmon, who turned 69 on Tuesday.", "--10-06");
    expect(inferPublished(facts)).toMatchObject({ value: "2021-10-06", earliest: "2021-10-06", latest: "2021-10-06" });
  });

  test("says the reason in words", () => {
    const facts = factsOf("Putin called Rahmon, who turned 69 on Tuesday.");
    expect(inferPublished(facts)?.why).toBe(
      "“turned 69”: Rahmon was born 69 years before 2021-10-05, a Tuesday as the text says",
    );
  });
});

describe("publicationDoubts", () => {
  test("a weekday the birthday does not fall on", () => {
    const [doubt] = publicationDoubts(factsOf("Putin called Rahmon, who turned 69 on Friday."));
    expect(doubt).toMatchObject({ code: "birthday-weekday" });
    expect(doubt?.message).toContain("2021-10-05, a Tuesday, not a Friday");
  });

  test("none where it falls on it", () => {
    expect(publicationDoubts(factsOf("Putin called Rahmon, who turned 69 on Tuesday."))).toEqual([]);
  });
});
