import { describe, expect, test } from "vitest";
import { findTimes } from "../../../src/engine/dates/index.js";
import { findEvents } from "../../../src/engine/events/index.js";
import type { Relater, Relation } from "../../../src/engine/events/relate/index.js";
import { knowledge } from "../../data/knowledge.js";
import { castOf } from "../actors/support.js";

const DAY = "2021-10-05";
const NOTHING: Relation = { event: "CONSULT", mode: null, quad: 1, cameo: "040", context: [], status: "happened", negated: false, confidence: 0.9, none: 0.9, why: "", codes: [] }; // biome-ignore format: a table
const BATTLE: Partial<Relation> = { event: "ASSAULT", quad: 4, cameo: "190", none: 0.01, confidence: 0.9 };

/** “ASSAULT 190: Chad → Libya” for each event of a text, with a model that knows some pairs of words and sees nothing else. */
function told(
  text: string,
  pairs: string | Readonly<Record<string, Partial<Relation>>>,
  answer: Partial<Relation> = {},
): readonly string[] {
  const known = typeof pairs === "string" ? { [pairs]: answer } : pairs; // biome-ignore format: one line reads best
  const relations: Relater = {
    ...knowledge.relations,
    between: ({ tokens }, source, target) => {
      const word = (place: typeof source): string => tokens[place?.head ?? -1]?.text ?? "";
      return { ...NOTHING, ...known[`${word(source)} ${word(target)}`] };
    },
  };
  const { sentences, actors } = castOf(text, { day: DAY });
  const times = findTimes(sentences, text, { published: DAY, country: null }, knowledge.times);
  const input = { text, sentences, actors, times, claims: [], published: { value: DAY } };
  const name = (list: readonly number[]): string => list.map((i) => actors.actors[i]?.name).join(", ");
  return findEvents(input, knowledge.events, relations).map(
    (e) => `${e.event} ${e.cameo}: ${name(e.actor)} → ${name(e.recipient)}${e.status === "happened" ? "" : ` (${e.status})`}`,
  ); // biome-ignore format: one line reads best
}

const RAID = "The market fell on news about Chad's outrage on Libya.";
const WAR = "The market fell on news about Chad's quarrel with Libya.";

describe("between any two parties of a sentence", () => {
  test.each<[what: string, text: string, pair: string, answer: Partial<Relation>, events: readonly string[]]>([
    ["the model is asked where nobody's deed leads to them", WAR, "Chad Libya", BATTLE, ["ASSAULT 190: Chad → Libya"]],
    ["it is asked the other way too", WAR, "Libya Chad", BATTLE, ["ASSAULT 190: Libya → Chad"]],
    ["whose deed a noun tells acts", RAID, "Chad Libya", BATTLE, ["ASSAULT 190: Chad → Libya"]],
    ["whom that deed befalls does not", RAID, "Libya Chad", BATTLE, []],
    ["it has to be sure that anything is told", WAR, "Chad Libya", { ...BATTLE, none: 0.21 }, []],
    ["so sure is enough", WAR, "Chad Libya", { ...BATTLE, none: 0.2, confidence: 0.7 }, ["ASSAULT 190: Chad → Libya"]],
    ["quoted words are nobody's deed", "“The market fell on news about Chad's quarrel with Libya,” said a banker we know.", "Chad Libya", BATTLE, []],
    ["who stands first in the passive has it done to him", "Chad was hit, on the news of a quarrel, over Libya.", "Chad Libya", BATTLE, []],
    ["it has to be sure of the event", WAR, "Chad Libya", { ...BATTLE, confidence: 0.69 }, []],
    ["what it holds possible stays so", WAR, "Chad Libya", { ...BATTLE, status: "hypothetical" }, ["ASSAULT 190: Chad → Libya (hypothetical)"]],
    ["what somebody has to do he has not done", "Chad has yet to answer Libya.", "Chad Libya", BATTLE, []],
    ["nothing comes of a question", "Did the market fall on news about Chad's quarrel with Libya?", "Chad Libya", BATTLE, []],
    ["what is told already is enough", "Chad thanked Libya on news about Peru's quarrel with Mali.", "Peru Mali", BATTLE, ["SUPPORT 051: Chad → Libya"]],
  ])("%s", (_, text, pair, answer, events) => {
    expect(told(text, pair, answer)).toEqual(events);
  }); // biome-ignore format: a table

  test.each<[what: string, back: number, events: readonly string[]]>([
    ["the second where the model is surer of that", 0.92, ["ASSAULT 190: Libya → Chad"]],
    ["the first where both are about as likely", 0.89, ["ASSAULT 190: Chad → Libya"]],
  ])("of two ways it goes %s", (_, back, events) => {
    const both = { "Chad Libya": { ...BATTLE, none: 0, confidence: 0.8 }, "Libya Chad": { ...BATTLE, none: 0, confidence: back } }; // biome-ignore format: one line reads best
    expect(told(WAR, both)).toEqual(events);
  });

  test("an event is told once, of those who stand nearest to each other", () => {
    const three = "The market fell on news about Chad, Mali and Peru.";
    const all = { "Chad Mali": BATTLE, "Chad Peru": BATTLE, "Mali Peru": { ...BATTLE, event: "ACCUSE", cameo: "111" } } as const; // biome-ignore format: one line reads best
    expect(told(three, all)).toEqual(["ASSAULT 190: Chad → Mali", "ACCUSE 111: Mali → Peru"]);
  });

  test("parties beyond the third are not asked about", () => {
    const four = "The market fell on news about Chad, Mali, Peru and Libya.";
    expect(told(four, "Chad Peru", BATTLE)).toEqual(["ASSAULT 190: Chad → Peru"]);
    expect(told(four, "Chad Libya", BATTLE)).toEqual([]);
  });
});

describe("of a predicate's parties", () => {
  const BOTH = "Chad jolted Libya and Mali.";
  const surer: Partial<Relation> = { ...BATTLE, confidence: 0.95 };
  test.each<[what: string, text: string, pairs: Readonly<Record<string, Partial<Relation>>>, events: readonly string[]]>([
    ["all who stand together", BOTH, { "Chad Libya": BATTLE, "Chad Mali": surer }, ["ASSAULT 190: Chad → Libya, Mali"]],
    ["the one alone of whom another event is told", BOTH, { "Chad Libya": BATTLE, "Chad Mali": { ...surer, event: "AID", cameo: "070" } }, ["AID 070: Chad → Mali"]],
    ["the surest of those who do not", "Chad jolted Libya for Mali.", { "Chad Libya": BATTLE, "Chad Mali": surer }, ["ASSAULT 190: Chad → Mali"]],
  ])("%s", (_, text, pairs, events) => {
    expect(told(text, pairs)).toEqual(events);
  }); // biome-ignore format: a table
});
