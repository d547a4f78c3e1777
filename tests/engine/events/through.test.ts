import { describe, expect, test } from "vitest";
import { eventsIn } from "./support.js";

/** The phrases through which the events of a text reach a party. */
function through(text: string): readonly string[] {
  const told = eventsIn(text);
  return told.events.flatMap((event) => event.through.map(({ span }) => text.slice(...span)));
}

describe("the phrase through which an event reaches a party", () => {
  test.each([
    [
      "a thing in its country",
      "Taliban fighters stormed a police headquarters in Pakistan.",
      "a police headquarters in Pakistan",
    ],
    ["a place right behind the object", "Iraqi troops captured the mosque in Mosul.", "the mosque in Mosul"],
    ["how many, without the verb before it", "The rebels released at least 12 hostages.", "at least 12 hostages"],
    ["people from a country", "Russia expelled diplomats from Poland.", "diplomats from Poland"],
  ])("%s: %s", (_, text, phrase) => {
    expect(through(text)).toEqual([phrase]);
  });

  test.each([
    ["a name alone", "Syria attacked Jordan."],
    ["what is only given to somebody", "Germany sent a letter to Chad."],
    ["when it was", "Syria attacked Jordan after talks with Iran."],
  ])("is not told for %s: %s", (_, text) => {
    expect(through(text)).toEqual([]);
  });
});
