import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { knowledge } from "../../data/knowledge.js";

/** The CONSULT events of a text and whether a contact is told too. */
function talksIn(text: string): { readonly events: readonly string[]; readonly contacts: number } {
  const record = readArticle({ text, published: "2021-10-05" }, knowledge);
  const nameOf = (id: string): string => record.actors.find((a) => a.id === id)?.name ?? "?";
  return {
    events: record.events.flatMap((e) =>
      e.event === "CONSULT" ? [[...e.actor, ...e.recipient].map(nameOf).join(" + ")] : [],
    ),
    contacts: record.contacts.length,
  };
}

describe("talks in which nobody is named", () => {
  test.each([
    ["The Peruvian deputy defence minister held meetings with senior Chilean officers.", ["Peru", "Chilean officers"]],
    ["Officials from France and Germany met in Paris.", ["France's officials", "Germany's officials"]],
    ["Four Taliban members met a Norwegian envoy at a hotel in Doha.", ["Taliban members", "Norway"]],
  ])("are told all the same: %s", (text, sides) => {
    const { events } = talksIn(text);
    expect(events).toHaveLength(1);
    for (const side of sides) expect(events[0]).toContain(side);
  });

  test.each([
    "A student met a friend in Lima.",
    "Refugees from Chad came to Canada.",
    "The minister met people in the street.",
    "The minister met an envoy.",
  ])("not of people of no public life, nor of one side: %s", (text) => {
    expect(talksIn(text).events).toEqual([]);
  });

  test.each([
    ["whoever mediates", "A bishop brokered talks between the Nicaraguan government and the opposition.", 1],
    ["between those who speak for somebody", "An imam mediated between two shopkeepers in Lyon.", 0],
    ["not who only talks to one", "A bishop held talks with two shopkeepers.", 0],
  ])("%s: %s", (_, text, count) => {
    expect(talksIn(text).events).toHaveLength(count);
  });

  test("what a contact tells is told once", () => {
    const text =
      "Norwegian Prime Minister Erna Solberg met Kenyan President Uhuru Kenyatta in Oslo on Monday. Norway and Kenya discussed fishing.";
    const { events, contacts } = talksIn(text);
    expect(contacts).toBe(1);
    expect(events).toHaveLength(1);
  });
});
