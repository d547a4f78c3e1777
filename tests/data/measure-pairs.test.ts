import { describe, expect, test } from "vitest";
import { measurePairs, measureTaken } from "../../bench/measure-pairs.js";
import { BY_VERB } from "../../src/engine/events/unframed.js";
import type { Relation } from "../../src/index.js";
import type { Example } from "../../train/events/examples.js";

/** Rows are named by their sentences; “AID 073” is an event with its code. */
const row = (marked: string, label: string): Example => {
  const [event = "", cameo = ""] = label.split(" ");
  return { id: marked, marked, event, mode: "", cameo, context: ["health"], status: "happened", negated: false, habit: "manual", fold: -1, weight: 1 }; // biome-ignore format: a table
};
const told = (event: Relation["event"], cameo: string, none: number, confidence: number): Relation =>
  ({ event, mode: null, quad: 1, cameo, context: ["health"], status: "happened", negated: false, confidence, none, why: "", codes: [] }); // biome-ignore format: a table

const rows = [row("a", "AID 073"), row("b", "AID 071"), row("c", "REJECT 120"), row("d", "NONE"), row("e", "NONE")];
const answers = new Map([
  ["a", told("AID", "073", 0.01, 0.9)], // all right
  ["b", told("AID", "070", BY_VERB.none, BY_VERB.sure)], // another code, and just taken
  ["c", told("REJECT", "120", BY_VERB.none + 0.01, 0.9)], // right, not taken
  ["d", told("AID", "073", 0.1, 0.9)], // taken, and nothing was told
  ["e", told("AID", "073", Math.max(BY_VERB.none + 0.01, 0.5), 0.9)],
]);
const answer = (marked: string): Relation => {
  const found = answers.get(marked);
  if (found === undefined) throw new RangeError(marked);
  return found;
};

describe("measures of pairs", () => {
  test("events and codes count among rows with an event, nothing among the others", () => {
    expect(measurePairs(rows, answer)).toEqual({ rows: 5, event: 1, cameo: 0.6667, contextF1: 1, nothing: 0.5 });
  });

  test("what a record would take is right where the row has that event", () => {
    expect(measureTaken(rows, answer)).toEqual({ taken: 3, precision: 0.6667, recall: 0.6667 });
  });

  test("without rows, or without an event, nothing is divided by nothing", () => {
    expect(measureTaken([], answer)).toEqual({ taken: 0, precision: 0, recall: 0 });
    expect(measurePairs([row("d", "NONE")], answer)).toMatchObject({ event: 0, cameo: 0, nothing: 0 });
  });
});
