import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PLOVER_EVENTS } from "../../../src/engine/base/codes.js";
import { readTable } from "../../../src/engine/base/table.js";
import { isOf } from "../../../src/engine/events/relate/event-codes.js";
import { SetPhrases } from "../../../src/engine/events/set-phrases.js";

const COLUMNS = ["phrase", "event", "cameo", "source"];

function phrasesOf(...rows: readonly string[]): SetPhrases {
  const text = [COLUMNS.join("\t"), ...rows.map((row) => `${row}\town`).sort()].join("\n");
  return new SetPhrases(() => readTable("phrases.tsv", text, { columns: COLUMNS, keys: 2 }));
}

/** The events told by the phrases in a text of small letters, each word its own lemma. */
const told = (phrases: SetPhrases, text: string): readonly string[] =>
  phrases.in(text.split(" ").map((form) => ({ lemma: form, form }))).map(({ event, cameo }) => `${event} ${cameo}`);

describe("set phrases", () => {
  const phrases = phrasesOf(
    "put … to torch/sword\tASSAULT\t180",
    "put … under pressure\tCOERCE\t170",
    "put\tAID\t070",
    "lower/strike … flag\tSUPPORT\t050",
    "blink first\tCONCEDE\t080",
    "strafe\tASSAULT\t195",
    "turn … other cheek … attacker\tRETREAT\t080",
    "strike deal\tSUPPORT\t057",
  );
  test.each([
    ["parts that stand apart", "they put the old village to the torch", ["ASSAULT 180"]],
    ["another of the words of a place", "they put it to the sword", ["ASSAULT 180"]],
    ["the longest alone", "they put it down", ["AID 070"]],
    ["two words let through within a part", "they put it to that very torch", ["ASSAULT 180"]],
    ["three are too many", "they put it to that very old torch", ["AID 070"]],
    ["a part before its head", "the flag that they lower at dusk", ["SUPPORT 050"]],
    ["words in a row in their order only", "first they blink", []],
    ["words in a row", "they blink first", ["CONCEDE 080"]],
    ["ten words on", "they lower a b c d e f g h i flag", ["SUPPORT 050"]],
    ["eleven words on", "they lower a b c d e f g h i j flag", []],
    ["a word alone", "they strafe it", ["ASSAULT 195"]],
    ["three parts", "they turn the other cheek to an attacker", ["RETREAT 080"]],
    ["two of three", "they turn the other cheek", []],
    ["several as long", "they strike a deal under the flag", ["SUPPORT 050", "SUPPORT 057"]],
    ["a word of the text that no phrase begins with", "they go home", []],
  ])("%s", (_, text, events) => {
    expect([...told(phrases, text)].sort()).toEqual(events);
  });

  test("a form is looked up beside its lemma", () => {
    expect(phrases.in([{ lemma: "strafe", form: "strafed" }])).toHaveLength(1);
    expect(phrases.in([{ lemma: "strafed", form: "strafed" }])).toHaveLength(0);
  });

  test("a phrase that is said twice is there once", () => {
    expect(told(phrases, "they blink first and first blink first")).toEqual(["CONCEDE 080"]);
  });
});

describe("the table of phrases", () => {
  const rows = readFileSync("data/frames/phrases.tsv", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));

  test("has hundreds of rows of every event", () => {
    const count = new Map<string, number>();
    for (const [, event = ""] of rows) count.set(event, (count.get(event) ?? 0) + 1);
    expect([...count].filter(([, n]) => n < 200)).toEqual([]);
    expect(count.size).toBe(16);
  });

  test("puts no code under another event's root", () => {
    const wrong = rows.filter(([, name, cameo = ""]) => {
      const event = PLOVER_EVENTS.find((e) => e === name);
      return event === undefined || !/^\d{3}$/.test(cameo) || !isOf(event, cameo);
    });
    expect(wrong).toEqual([]);
  });

  test("has places of words alone, six at most, and no articles", () => {
    const isWord = (word: string): boolean => /^\p{L}[\p{L}'.]*$/u.test(word) && !["a", "an", "the"].includes(word);
    const isFine = (phrase: string): boolean => {
      const places = phrase.split(" … ").flatMap((part) => part.split(" "));
      return places.length <= 6 && places.every((place) => place.split("/").every(isWord));
    };
    expect(rows.filter(([phrase = ""]) => !isFine(phrase))).toEqual([]);
  });
});
