import { describe, expect, test } from "vitest";
import { contactsIn } from "./support.js";

const CALL = "Vladimir Putin telephoned Emmanuel Macron on Monday. They discussed grain exports.";

/** The first commitment of the call after a further sentence; published on Tuesday 2021-10-05. */
function commitmentOf(sentence: string) {
  const [contact] = contactsIn(`${CALL} ${sentence}`).contacts;
  return contact?.commitments[0];
}

describe("commitments have a day, a condition and a topic only where the text gives them", () => {
  test.each([
    ["The two leaders agreed to reopen the border by June 1.", "2022-06-01"],
    ["The two leaders agreed to reopen the border within two weeks.", "2021-10-19"],
    ["The two leaders agreed to reopen the border in November.", "2021-11"],
    ["The two leaders agreed to reopen the border within two months.", "2021-12-05"],
    ["The two leaders agreed to reopen the border within a year.", "2022-10-05"],
    ["The two leaders agreed to reopen the border by the end of the year.", "2021"],
    ["The two leaders agreed to reopen the border by the end of this month.", "2021-10"],
    ["The two leaders agreed to reopen the border within 90 days.", "2022-01-03"],
    ["The two leaders agreed to reopen the border closed this year.", null],
    ["The two leaders agreed to reopen the border.", null],
    ["The two leaders agreed to reopen the border that was closed in May.", null],
    ["The two leaders agreed to keep the border open for two weeks.", null],
  ])("due: %s", (sentence, due) => {
    expect(commitmentOf(sentence)?.due).toBe(due);
  });

  test.each([
    ["Emmanuel Macron promised to lift the ban by Friday, the statement adds.", "lift the ban by Friday"],
    ["Emmanuel Macron assured his colleague that the ban would go.", "the ban would go"],
    ["Emmanuel Macron assured Vladimir Putin of continued support.", "continued support"],
    ["Emmanuel Macron promised his host a reply within a week.", "a reply within a week"],
    ["Emmanuel Macron promised his support for the ban.", "his support for the ban"],
  ])("what is promised: %s", (sentence, text) => {
    expect(commitmentOf(sentence)?.text).toBe(text);
  });

  test.each([
    ["Emmanuel Macron promised to lift the ban if the truce holds.", "if the truce holds"],
    ["Emmanuel Macron promised to lift the ban, provided that Moscow pays.", "provided that Moscow pays"],
    ["Emmanuel Macron promised to lift the ban unless fighting resumes.", "unless fighting resumes"],
    ["Emmanuel Macron promised to lift the ban, subject to a vote in June.", "subject to a vote in June"],
    ["Emmanuel Macron promised to free those who are detained or subject to a curfew.", null],
    ["Emmanuel Macron promised to lift the ban as if nothing had happened.", null],
    ["Emmanuel Macron promised to lift the ban.", null],
  ])("condition: %s", (sentence, condition) => {
    expect(commitmentOf(sentence)?.condition).toBe(condition);
  });

  test.each([
    ["Emmanuel Macron promised to lift the ban on grain.", 1], // “ban on grain”, of which “grain” was discussed before
    ["Emmanuel Macron promised to stay in touch.", null],
  ])("about: %s", (sentence, about) => {
    expect(commitmentOf(sentence)?.about).toBe(about);
  });
});

describe("topics have the contexts of their words", () => {
  test.each([
    ["The two leaders discussed the ceasefire.", ["military"]],
    ["The two leaders discussed trade.", ["economic"]],
    ["The two leaders discussed poetry.", []],
  ])("%s", (sentence, context) => {
    const [contact] = contactsIn(`Vladimir Putin telephoned Emmanuel Macron on Monday. ${sentence}`).contacts;
    expect(contact?.topics.map((t) => t.context)).toEqual([context]);
  });
});

describe("a day the text leaves open is a range", () => {
  test.each([
    ["Vladimir Putin met Emmanuel Macron last week.", "2021", "2021-09-27", "2021-10-03"],
    ["Vladimir Putin met Emmanuel Macron in June.", "2021-06", "2021-06-01", "2021-06-30"],
    ["Vladimir Putin met Emmanuel Macron in the spring of 2020.", "2020", "2020-03-01", "2020-05-31"],
    ["Vladimir Putin met Emmanuel Macron this week.", "2021-10-05", "2021-10-04", "2021-10-05"],
    ["Vladimir Putin met Emmanuel Macron on Monday.", "2021-10-04", "2021-10-04", "2021-10-04"],
    [
      "Vladimir Putin telephoned Joe Biden on Monday night, already Tuesday in Moscow.",
      "2021-10-04",
      "2021-10-04",
      "2021-10-05",
    ],
    [
      "Vladimir Putin telephoned Joe Biden on Monday and flew home on Tuesday.",
      "2021-10-04",
      "2021-10-04",
      "2021-10-04",
    ],
  ])("%s", (text, value, earliest, latest) => {
    const [contact] = contactsIn(text).contacts;
    expect(contact?.date).toMatchObject({ value, earliest, latest });
  });
});
