import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { defaultKnowledge } from "../../../src/knowledge.js";

const knowledge = defaultKnowledge();

describe("days that lie ahead of a Wednesday", () => {
  test.each([
    ["a verb that shares “will”", "The minister will see the harbour on Thursday and leave for home on Saturday.", ["2025-02-20", "2025-02-22"]],
    ["not one in the past", "The minister said he will see the harbour and left on Saturday.", ["2025-02-15"]],
    ["whoever is due back", "The minister is due back in Rome on Friday.", ["2025-02-21"]],
    ["whoever arrived", "The minister arrived in Rome on Friday.", ["2025-02-14"]],
    ["far behind its verb", "The minister will brief the chairperson of the African Union Commission, Moussa Faki Mahamat, by telephone on Friday, said his spokesman.", ["2025-02-21"]],
    ["what ends", "The conference in the town ends on Sunday.", ["2025-02-23"]],
    ["what ended", "The fair ended on Sunday.", ["2025-02-16"]],
  ])("%s", (_, text, days) => {
    expect(readArticle({ text, published: "2025-02-19" }, knowledge).dates.map((d) => d.value)).toEqual(days);
  }); // biome-ignore format: a table
});
