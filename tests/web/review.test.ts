import { describe, expect, test } from "vitest";
import { keptWatchlists, nameOf, toText, type Watchlist } from "../../src/web/brief/watchlist.js";
import { correctionValue } from "../../src/web/judge/correction.js";
import { itemWords } from "../../src/web/review/item-words.js";
import { actionOf } from "../../src/web/review/queue.js";
import { groupByPlace } from "../../src/web/world/places.js";

describe("what a reviewer types", () => {
  test.each([
    ["a", "accept"],
    ["r", "reject"],
    ["e", "correct"],
    ["u", "undo"],
    ["x", null],
    ["constructor", null],
    ["A", null],
  ])("key %s: %s", (key, action) => {
    expect(actionOf(key)).toBe(action);
  });

  test.each([
    ["actor", " Wang Yi, Retno Marsudi ,", ["Wang Yi", "Retno Marsudi"]],
    ["recipient", "", []],
    ["negated", "true", true],
    ["negated", "false", false],
    ["date", " 2023-11-14 ", "2023-11-14"],
    ["date", " ", null],
    ["event", "CONSULT", "CONSULT"],
  ])("%s %j is sent as %j", (field, text, value) => {
    expect(correctionValue(field, text)).toEqual(value);
  });
});

describe("an item to review, in words", () => {
  test.each([
    ["event", { event: "ACCUSE", mode: "disapprove", actor: "Chile", recipient: "Bolivia", negated: "false" }, "Accused or criticised: disapprove: Chile → Bolivia"],
    ["event", { event: "CONSULT", mode: "phone", actor: "A, B", recipient: "", negated: "true" }, "Consulted: by phone, told as not having been: A, B"],
    ["contact", { channel: "phone", status: "held", participants: "A, B" }, "Phone call, held: A, B"],
    ["claim", { speaker: "A" }, "as it came"],
  ] as const)("%s %j: %s", (kind, fields, words) => {
    expect(itemWords({ kind, fields, what: "as it came" })).toBe(words);
  }); // biome-ignore format: a table
});

describe("watchlists a browser keeps", () => {
  const list: Watchlist = { actors: ["RUS", "TJK"], words: "border", event: "" };

  test("come back as they were", () => {
    expect(keptWatchlists(toText([list]))).toEqual([list]);
    expect(nameOf(list)).toBe("RUS, TJK: “border” (contacts)");
  });

  test.each([
    [null],
    [""],
    ["{"],
    ["{}"],
    ["[1, null, {}]"],
    ['[{"actors":[1],"words":"","event":""}]'],
  ])("damaged ones are left out: %s", (text) => {
    expect(keptWatchlists(text)).toEqual([]);
  });
});

describe("contacts on the map", () => {
  const placed = (contact: string, place: string | null, country: string, at: readonly [number, number] | null) =>
    ({ contact, place, country, at, channel: "visit", status: "held", day: null, parties: [], topics: [] }) as const;
  const countries = { nameOf: (code: string) => `Land ${code}`, centreOf: (code: string) => (code === "XXX" ? null : ([10, 20] as const)) }; // biome-ignore format: one line reads best

  test("are grouped by place, by country where the place is not known, and left out where neither is", () => {
    const items = [
      placed("1", "Oslo", "NOR", [10.7, 59.9]),
      placed("2", "Bergen", "NOR", null),
      placed("3", null, "NOR", null),
      placed("4", null, "XXX", null),
    ];
    expect(groupByPlace(items, countries).map(({ name, items: group }) => [name, group.map(({ contact }) => contact)])).toEqual([
      ["Land NOR", ["2", "3"]],
      ["Oslo, Land NOR", ["1"]],
    ]); // biome-ignore format: a table
  });
});
