import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { defaultKnowledge } from "../../../src/knowledge.js";

const knowledge = defaultKnowledge();
const CALL = "Vladimir Putin spoke by telephone with Emmanuel Macron on 31 January 2022.";

/** What an article says was agreed: code and who. */
function agreed(text: string): readonly string[] {
  const { actors, events } = readArticle({ text, published: "2022-02-01" }, knowledge);
  const name = (id: string) =>
    actors
      .find((a) => a.id === id)
      ?.name.split(" ")
      .at(-1) ?? "?";
  return events
    .filter((e) => e.event === "AGREE")
    .map((e) => `${e.cameo} ${e.actor.map(name).join(", ")} ${e.date?.value}`);
}

describe("agreements whose sentence names nobody", () => {
  test.each([
    ["it was agreed", `${CALL} It was agreed to maintain contact.`, ["036 Putin, Macron 2022-01-31"]],
    ["an agreement was reached", `${CALL} An agreement was reached to continue contacts at various levels.`, ["036 Putin, Macron 2022-01-31"]],
    ["told once where the sentence names them", `${CALL} The two presidents agreed to maintain contact.`, ["036 Putin, Macron 2022-01-31"]],
    ["not where no contact was held", "Vladimir Putin visited a school. Emmanuel Macron was in Lyon. It was agreed to maintain contact.", []],
    ["not what was not agreed", `${CALL} It was not agreed to lift the ban.`, []],
  ])("%s", (_, text, told) => {
    expect(agreed(text)).toEqual(told);
  }); // biome-ignore format: a table
});
