import { describe, expect, test } from "vitest";
import { findTimes } from "../../../src/engine/dates/index.js";
import { findEvents } from "../../../src/engine/events/index.js";
import type { Relater, Relation } from "../../../src/engine/events/relate/index.js";
import { knowledge } from "../../data/knowledge.js";
import { castOf } from "../actors/support.js";

const DAY = "2021-10-05";
const NOTHING_ELSE: Relation = { event: "REJECT", mode: null, quad: 3, cameo: "120", context: [], status: "happened", negated: false, confidence: 0.9, none: 0, why: "", codes: [] }; // biome-ignore format: a table

/** “REJECT 120: the reason” for each event of a text, with a model that answers the same to every question. */
function told(
  text: string,
  answer: Partial<Relation> | (() => Partial<Relation>),
): { readonly events: readonly string[]; readonly asked: number } {
  let asked = 0;
  const relations: Relater = {
    ...knowledge.relations,
    between: () => {
      asked++;
      return { ...NOTHING_ELSE, ...(typeof answer === "function" ? answer() : answer) };
    },
  };
  const { sentences, actors } = castOf(text, { day: DAY });
  const times = findTimes(sentences, text, { published: DAY, country: null }, knowledge.times);
  const input = { text, sentences, actors, times, claims: [], published: { value: DAY } };
  const events = findEvents(input, knowledge.events, relations);
  return { events: events.map(({ event, cameo }) => `${event} ${cameo}`), asked };
}

const REFUSED = "Norway refused a request by Iceland for two tugs.";
const FREED = "Norway freed two Icelandic fishermen.";

describe("what a frame tells and the model weighs", () => {
  test.each<[what: string, text: string, answer: Partial<Relation>, events: readonly string[]]>([
    ["stays where both see it", REFUSED, {}, ["REJECT 120"]],
    ["stays where the model doubts that anything passes", REFUSED, { none: 0.96 }, ["REJECT 120"]],
    ["is left out where the model is sure that nothing does", REFUSED, { none: 0.98 }, []],
    ["is another event where the model is sure of that", REFUSED, { event: "ACCUSE", cameo: "112", confidence: 0.86 }, ["ACCUSE 112"]],
    ["stays where the model is less sure of another", REFUSED, { event: "ACCUSE", cameo: "112", confidence: 0.84 }, ["REJECT 120"]],
    ["stays where nothing is as likely", REFUSED, { event: "ACCUSE", cameo: "112", none: 0.31 }, ["REJECT 120"]],
    ["is no telephone call where no word says so", "Norway accused Iceland of fishing without leave.", { event: "CONSULT", mode: "phone", cameo: "041" }, ["CONSULT 040"]],
    ["stays denied where it is", "Norway did not refuse the request by Iceland.", { event: "ACCUSE", cameo: "112" }, told("Norway did not refuse the request by Iceland.", {}).events],
    ["stays where the model has it for still to come", REFUSED, { event: "ACCUSE", cameo: "112", status: "planned" }, ["REJECT 120"]],
    ["stays a promise where the model is sure of the deed", "Norway will send two tugs to Iceland.", { event: "AID", cameo: "072" }, ["AGREE 033"]],
    ["keeps apart what the model's confidence does not", FREED, { event: "CONCEDE", cameo: "081" }, ["RETREAT 0841"]],
  ])("%s", (_, text, answer, events) => {
    expect(told(text, answer).events).toEqual(events);
  }); // biome-ignore format: a table

  test("is asked about by its sides' other mentions where the model sees nothing between the nearest", () => {
    let asked = 0;
    const { events } = told(
      "Norway, which borders Iceland's waters, refused a request by Iceland for two tugs.",
      () => ({
        none: asked++ === 0 ? 0.99 : 0.1,
      }),
    );
    expect([events, asked > 1]).toEqual([["REJECT 120"], true]);
  });

  test("is not asked about where it has one side alone", () => {
    const { events, asked } = told("Norway mobilised its reserves.", { none: 1 });
    expect(events).toHaveLength(1);
    expect(asked).toBe(0);
  });
});
