import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { defaultKnowledge } from "../../../src/knowledge.js";

const knowledge = defaultKnowledge();

describe("with whom one talks, as the model is asked", () => {
  test.each([
    ["not with where one talks", "Lima and Quito ministers discuss border on sidelines of Panama summit", []],
    ["with whom one talks", "Kenyan ministers discuss the dam with Ethiopia", [["Kenyan ministers", "Ethiopia"]]],
  ])("%s", (_, headline, told) => {
    const { actors, events } = readArticle({ text: `${headline}\n\nIt was a Monday, officials said.` }, knowledge);
    const name = (id: string) => actors.find((a) => a.id === id)?.name;
    expect(events.map((e) => [...e.actor, ...e.recipient].map(name))).toEqual(told);
  });
});
