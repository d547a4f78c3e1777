import { describe, expect, test } from "vitest";
import { tell } from "./support.js";

/** The direct and mixed claims of a text as [kind, content, source]. */
const direct = (text: string): (string | null)[][] =>
  tell(text)
    .filter((c) => c.kind !== "indirect" && c.act === "speech")
    .map((c) => [c.kind, c.content, c.source]);

describe("direct speech", () => {
  test.each([
    ["after", "“The road is open,” Ruiz said.", "“The road is open,”", "Ruiz"],
    ["inverted", "“The road is open,” said Ruiz.", "“The road is open,”", "Ruiz"],
    ["before, with a colon", "Ruiz said: “The road is open.”", "“The road is open.”", "Ruiz"],
    ["before, with a comma", "Ruiz replied, “The road is open.”", "“The road is open.”", "Ruiz"],
    ["several sentences", "“It is open. We cleared it,” Ruiz told reporters.", "“It is open. We cleared it,”", "Ruiz"],
    ["question", "“Is the road open?” Ruiz asked.", "“Is the road open?”", "Ruiz"],
    ["a day between", "“The road is open,” Ruiz said on Monday in a statement.", "“The road is open,”", "Ruiz"],
    [
      "apposition after",
      "“The road is open,” said Ana Ruiz, the head of the road agency.",
      "“The road is open,”",
      "Ana Ruiz, the head of the road agency",
    ],
    [
      "apposition before",
      "Ana Ruiz, a professor at Oslo, said: “The road is open.”",
      "“The road is open.”",
      "Ana Ruiz, a professor at Oslo",
    ],
    [
      "a whole noun phrase",
      "“The road is open,” a senior official familiar with the talks said.",
      "“The road is open,”",
      "a senior official familiar with the talks",
    ],
    [
      "of-phrase",
      "“It is open,” the press service of the governor noted.",
      "“It is open,”",
      "the press service of the governor",
    ],
    ["colon at a paragraph's end", "Ruiz continued:\n“The road is open to all.”", "“The road is open to all.”", "Ruiz"],
    ["passive report", "“The road is open,” Ruiz was quoted as saying.", "“The road is open,”", "Ruiz"],
    [
      "apposition between a quotation and “told”",
      "“We waited. Now it is open,” Ana Ruiz, the head of the road agency, told the crowd.",
      "“We waited. Now it is open,”",
      "Ana Ruiz, the head of the road agency",
    ],
    [
      "a title before the name between commas",
      "“The road is open,” the spokesman for the army, Col. Ana Ruiz, told reporters by telephone.",
      "“The road is open,”",
      "the spokesman for the army, Col. Ana Ruiz",
    ],
    [
      "a paper that quotes another, after the quotation",
      "“The road is open,” the paper quoted Ana Ruiz as telling the drivers.",
      "“The road is open,”",
      "Ana Ruiz",
    ],
  ])("%s", (_, text, content, source) => {
    expect(direct(text)).toEqual([["direct", content, source]]);
  });

  test("interrupted and going on as one sentence: one claim", () => {
    expect(direct("“The road,” Ruiz said, “is open.”")).toEqual([
      ["direct", "“The road,” Ruiz said, “is open.”", "Ruiz"],
    ]);
  });

  test("interrupted between sentences: two claims of one speaker", () => {
    const found = tell("“The road is open,” Ruiz said. “We cleared it in the night.”", {
      "Ana Ruiz": { as: ["Ruiz"] },
    });
    expect(found.map((c) => [c.content, c.speaker])).toEqual([
      ["“The road is open,”", "Ana Ruiz"],
      ["“We cleared it in the night.”", "Ana Ruiz"],
    ]);
  });

  test("a quoted part in a reported clause is mixed", () => {
    expect(direct("Ruiz said that the road was “open to all” again.")).toEqual([
      ["mixed", "that the road was “open to all” again", "Ruiz"],
    ]);
    expect(direct("Ruiz described the talks as “frank and short.”")).toEqual([
      ["mixed", "the talks as “frank and short.”", "Ruiz"],
    ]);
  });

  test.each([
    ["scare quotes", "The “open” road was closed again."],
    ["a title", "She bought a copy of “War and Peace in Our Time” in Oslo."],
    ["a nickname", "Carlos “The Fox” Ruiz left the town."],
    ["a heading in single quotes", "‘Open road’"],
  ])("no claim: %s", (_, text) => {
    expect(direct(text)).toEqual([]);
  });
});
