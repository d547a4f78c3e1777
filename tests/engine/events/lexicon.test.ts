import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFrame, weightOf } from "../../../src/engine/events/frames.js";
import { makeEventLexicon } from "../../../src/engine/events/index.js";

const tables = new Map(
  readdirSync("data/frames").map((name) => [`frames/${name}`, readFileSync(`data/frames/${name}`, "utf8")]),
);

test("the tables are in order", () => {
  const lexicon = makeEventLexicon(tables);
  expect(lexicon.verbs.size).toBeGreaterThan(300);
});

test("every group and class a frame names has members", () => {
  const rows = (name: string): string[][] =>
    (tables.get(`frames/${name}.tsv`) ?? "")
      .split("\n")
      .filter((l) => l !== "" && !l.startsWith("#"))
      .slice(1)
      .map((l) => l.split("\t"));
  const groups = new Set(rows("groups").map(([group]) => group));
  const classes = new Set(rows("classes").map(([name]) => name));
  for (const [verb = "", frame = ""] of rows("verbs")) {
    if (verb.startsWith("@")) expect(groups).toContain(verb.slice(1));
    for (const [, name] of frame.matchAll(/@([a-z-]+)/g)) expect(classes).toContain(name);
  }
});

test.each([
  [
    "verbs",
    "verb\tframe\tevent\tmode\tcameo\trecipient\tsource\nbomb\t\tBOMB\t\t195\tobj\trecalled\n",
    /unknown event “BOMB”/,
  ],
  [
    "verbs",
    "verb\tframe\tevent\tmode\tcameo\trecipient\tsource\nbomb\tOBJ\tASSAULT\t\t195\tobj\trecalled\n",
    /no condition/,
  ],
  ["modality", "word\tgoverns\tsource\nsay\tspeak\trecalled\n", /unknown governs “speak”/],
])("a broken row of %s is refused with its line", (name, text, message) => {
  expect(() => makeEventLexicon(new Map([[`frames/${name}.tsv`, text]]))).toThrow(message);
  expect(() => makeEventLexicon(new Map([[`frames/${name}.tsv`, text]]))).toThrow(/:2:/);
});

test("a broken row of phrases is refused with its line when a phrase is first looked for", () => {
  const text = "phrase\tevent\tcameo\tsource\nput … to torch\tBURN\t180\trecalled\n";
  const { phrases } = makeEventLexicon(new Map([["frames/phrases.tsv", text]]));
  expect(() => phrases.in([{ lemma: "put", form: "put" }])).toThrow(/phrases\.tsv:2: unknown event “BURN”/);
});

test("a frame that asks for more weighs more", () => {
  const weigh = (cell: string): number => weightOf(readFrame(cell, "f", 1));
  expect(weigh("obj:party inf")).toBeGreaterThan(weigh("obj:party"));
  expect(weigh("obj:visit")).toBeGreaterThan(weigh("obj:@talks"));
  expect(weigh("obj")).toBeGreaterThan(weigh(""));
});
