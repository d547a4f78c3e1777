import { describe, expect, test } from "vitest";
import { castOf, meant } from "./support.js";

/** The names a phrase means on a day of 2021. */
function namesOf(text: string, phrase: string): readonly string[] {
  return meant(castOf(text), phrase)
    .map((who) => who.split(" | ")[0] ?? "")
    .sort();
}

describe("adjectives of countries in a row", () => {
  // biome-ignore format: a row a line
  test.each([
    ["British, French and German ministers were ready.", "British, French and German ministers", 3],
    ["US, British and French ministers were ready.", "US, British and French ministers", 3],
    // a place before a comma is none of theirs
    ["In Moscow, Turkish and Syrian ministers were ready.", "Turkish and Syrian ministers", 2],
    ["After talks in Ukraine, American and British officials were ready.", "American and British officials", 2],
  ])("%s %s", (text, phrase, count) => expect(namesOf(text, phrase)).toHaveLength(count));
});

describe("two offices joined by “and”", () => {
  // biome-ignore format: a row a line
  test.each([
    ["The Japanese prime minister and foreign minister were ready.", "The Japanese prime minister and foreign minister", ["Fumio Kishida", "Toshimitsu Motegi"]],
    ["Jordan's King and Foreign Minister were ready.", "Jordan's King and Foreign Minister", ["Abdullah II", "Ayman Safadi"]],
    ["The French president and prime minister were ready.", "prime minister", ["Jean Castex"]],
    ["Indonesia's foreign minister and defence minister were ready.", "defence minister", ["Prabowo Subianto"]],
    // one person
    ["Jordan's deputy prime minister and foreign minister was ready.", "Jordan's deputy prime minister and foreign minister", ["Ayman Safadi"]],
    ["The French president and the prime minister were ready.", "the prime minister", ["prime minister"]],
  ])("%s %s", (text, phrase, names) => expect(namesOf(text, phrase)).toEqual(names));

  test("the second of two is not the first", () => {
    const text =
      "Secretary of State Antony Blinken and Foreign Minister Mélanie Joly met. The secretary and the minister agreed.";
    expect(namesOf(text, "The secretary")).toEqual(["Antony Blinken"]);
    expect(namesOf(text, "the minister")).toEqual(["Mélanie Joly"]);
  });
});

describe("a name behind what opens the sentence", () => {
  // biome-ignore format: a row a line
  test.each([
    ["In a call with his Polish counterpart, Dmytro Kuleba asked for help.", "his Polish counterpart", ["Zbigniew Rau"]],
    ["Accompanied by his defence minister, Emmanuel Macron met Mohamed Bazoum.", "his defence minister", ["defence minister"]],
    // one who is called so
    ["After a call with his Polish counterpart, Zbigniew Rau, he asked for help.", "his Polish counterpart", ["Zbigniew Rau"]],
    ["The Polish minister, Zbigniew Rau asked for help.", "The Polish minister", ["Zbigniew Rau"]],
  ])("%s %s", (text, phrase, names) => expect(namesOf(text, phrase)).toEqual(names));
});
