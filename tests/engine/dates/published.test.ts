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
