import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { defaultKnowledge } from "../../../src/knowledge.js";

const knowledge = defaultKnowledge();

function eventsOf(text: string): readonly string[] {
  const { actors, events } = readArticle({ text }, knowledge);
  const name = (id: string) => actors.find((a) => a.id === id)?.name;
  return events.map(
    (e) => `${e.event} ${e.cameo}: ${e.actor.map(name).join(" + ")} > ${e.recipient.map(name).join(" + ")}`,
  );
}

describe("words in another sense", () => {
  test.each([
    ["what is prefixed is the whole verb", "Mario Draghi noted the importance of efforts to de-escalate the situation in Ukraine.", "RETREAT", false],
    ["threats of others are no threat of one's own", "Kamala Harris emphasized the threats posed by North Korea.", "THREATEN", false],
    ["one that is renewed is", "North Korea renewed its threat against Japan.", "THREATEN", true],
    ["a person recognised for something is praised", "Joe Biden recognized Justin Trudeau for taking steps.", "SUPPORT 051", true],
    ["a state recognised is recognised", "The United States recognized Kosovo.", "SUPPORT 054", true],
    ["“not only” refuses nothing", "Oslo will not only go on backing the mediators, it will pay for their stay.", "REJECT", false],
    ["a coalition that is rallied is no protest", "Matteo Renzi is rallying a coalition against the Northern League.", "PROTEST", false],
    ["what was not so is nothing", "Had Spain foreseen how the dispute with Morocco would end, it would have been afraid.", "THREATEN", false],
    ["where they come from does them nothing", "The deal envisions returning refugees from Greece to Turkey.", "AID", false],
  ])("%s", (_, text, told, is) => {
    expect(eventsOf(text).some((e) => e.startsWith(told))).toBe(is);
  }); // biome-ignore format: a table
});

describe("whom a request is for", () => {
  const call = "Joe Biden spoke by phone with Benjamin Netanyahu on Monday.";
  test.each([
    ["those it is for are not asked", `${call} Joe Biden called for aid to the civilians.`, "REQUEST 023: Joe Biden > Benjamin Netanyahu"],
    ["those who are asked are", `${call} Joe Biden urged the civilians to leave.`, "REQUEST 020: Joe Biden > civilians"],
  ])("%s", (_, text, told) => {
    expect(eventsOf(text).map((e) => e.replace(/\d{2,4}/, (code) => code.slice(0, 3)))).toContainEqual(told);
  }); // biome-ignore format: a table
});
