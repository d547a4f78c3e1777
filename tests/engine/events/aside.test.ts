import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { defaultKnowledge } from "../../../src/knowledge.js";

const knowledge = defaultKnowledge();

describe("with whom one talks, as the model is asked", () => {
  test.each([
    [
      "not with where one talks",
      "Lima and Quito ministers discuss border on sidelines of Panama summit",
      [["Peru", "Quito ministers"]],
    ],
    ["with whom one talks", "Kenyan ministers discuss the dam with Ethiopia", [["Kenyan ministers", "Ethiopia"]]],
  ])("%s", (_, headline, told) => {
    const { actors, events } = readArticle({ text: `${headline}\n\nIt was a Monday, officials said.` }, knowledge);
    const name = (id: string) => actors.find((a) => a.id === id)?.name;
    expect(events.map((e) => [...e.actor, ...e.recipient].map(name))).toEqual(told);
  });
});

describe("whose words count", () => {
  test.each([
    ["a movement's with a name of its own", "The Free Harbour movement has urged the Kenyan government to review a law.", [["Free Harbour movement", "Kenyan government"]]],
    ["not those of some neighbours", "Neighbours have urged the Kenyan government to review a law.", []],
  ])("%s", (_, text, told) => {
    const { actors, events } = readArticle({ text }, knowledge);
    const name = (id: string) => actors.find((a) => a.id === id)?.name;
    expect(events.map((e) => [...e.actor, ...e.recipient].map(name))).toEqual(told);
  }); // biome-ignore format: a table
});

describe("whose deed is told of", () => {
  test.each([
    ["the teller's own", "Kyiv confirmed Ukraine's attack on Russian forces in Crimea.", ["ASSAULT: Ukraine"]],
    ["another's", "Nairobi confirmed Ukraine's attack on Russian forces in Crimea.", ["ASSAULT: Ukraine"]],
  ])("%s", (_, text, told) => {
    const { actors, events } = readArticle({ text }, knowledge);
    const name = (id: string) => actors.find((a) => a.id === id)?.name;
    expect(events.map((e) => `${e.event}: ${e.actor.map(name)}`)).toEqual(told);
  });
});

describe("what tells nothing the model is not asked about", () => {
  test.each([
    ["a thing said", "Norway provided Poland with details of the attack.", []],
    ["a word withheld", "France declined to say what the arrest meant to the Malian minister.", []],
    ["silence", "Donald Trump did not immediately react to the ruling of the Supreme Court.", []],
    ["a refusal", "Donald Trump refused to accept the ruling of the Supreme Court.", ["REJECT"]],
    ["a thing given", "Norway provided Poland with tanks.", ["AID"]],
  ])("%s", (_, text, told) => {
    expect(readArticle({ text }, knowledge).events.map((e) => e.event)).toEqual(told);
  });
});
