import { describe, expect, test } from "vitest";
import type { Arguments } from "../../../src/engine/events/arguments.js";
import { clauseOf } from "../../../src/engine/events/clause.js";
import { Fillers } from "../../../src/engine/events/fillers.js";
import { givenBy, needsOf } from "../../../src/engine/events/frame-needs.js";
import { readFrame } from "../../../src/engine/events/frames.js";
import { framesAt, predicateAt } from "../../../src/engine/events/predicate.js";
import { knowledge } from "../../data/knowledge.js";
import { castOf } from "../actors/support.js";

const NO_ARGUMENTS: Arguments = { predicate: 0, passive: false, agent: null, object: null, indirect: null, obliques: [], complement: null, complementKind: null }; // biome-ignore format: a table

/** Whether a frame is passed over at once. */
const isMissed = (frame: string, args: Partial<Arguments>): boolean => {
  const needs = needsOf(readFrame(frame, "frames", 1));
  return (needs & givenBy({ ...NO_ARGUMENTS, ...args })) !== needs;
};

describe("what a frame cannot do without", () => {
  test.each<readonly [string, Partial<Arguments>]>([
    ["obj", {}],
    ["obj:@aid", { agent: 1 }],
    ["subj:party obj", { object: 2 }],
    ["iobj", { object: 2 }],
    ["inf", { complement: 3, complementKind: "that" }],
    ["that", { complement: 3, complementKind: "inf" }],
    ["is:@blemish", { complement: 3, complementKind: "inf" }],
    ["will", {}],
    ["passive", {}],
    ["active", { passive: true }],
    ["both", {}],
    ["on:party", { obliques: [{ preposition: "at", token: 2 }] }],
  ])("%s is not asked of %j", (frame, args) => {
    expect(isMissed(frame, args)).toBe(true);
  });

  test.each<readonly [string, Partial<Arguments>]>([
    ["", {}],
    ["obj:none", {}],
    ["on:none", {}],
    ["iobj:none obj", { object: 2 }],
    ["comp:guilty", {}],
    ["clause", { complement: 3, complementKind: "inf" }],
    ["on:party against", { obliques: [{ preposition: "on", token: 2 }, { preposition: "against", token: 4 }] }], // biome-ignore format: a table
  ])("%s is asked of %j", (frame, args) => {
    expect(isMissed(frame, args)).toBe(false);
  });
});

test("no frame that fits is passed over", () => {
  const lexicon = knowledge.events;
  const text = [
    "Angela Merkel told Emmanuel Macron that Germany would send troops to Mali and urged Chad to stop shelling Libya.",
    "Russia was accused by Ukraine of bombing Kharkiv, while Poland and Hungary promised Kyiv aid for refugees.",
    "Peru called on Chile to lift sanctions, Brazil called off a visit to Bolivia, and Kenya was given a loan by China.",
    "Turkey said Greece could not be trusted and refused to hold talks with Athens on the islands without Cyprus.",
  ].join(" ");
  const { sentences, actors } = castOf(text, { day: "2021-10-05" });
  let fitting = 0;
  for (const sentence of sentences) {
    const clause = clauseOf(sentence, actors);
    const fillers = new Fillers(clause, lexicon);
    for (const token of clause.tokens) {
      const args = predicateAt(clause, token);
      if (args === null) continue;
      for (const { conditions, needs, verb } of framesAt(clause, token, lexicon)) {
        if (!fillers.fit(args, conditions)) continue;
        fitting++;
        expect(needs & givenBy(args), `${verb} in “${token.text}”`).toBe(needs);
      }
    }
  }
  expect(fitting).toBeGreaterThan(30);
});
