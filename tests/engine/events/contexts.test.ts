import { describe, expect, test } from "vitest";
import type { PloverEvent } from "../../../src/engine/base/codes.js";
import { CONTEXTS } from "../../../src/engine/base/contexts.js";
import { contextWords, MOST_WORDS } from "../../../src/engine/events/context-model.js";
import { readArticle } from "../../../src/engine/read.js";
import { knowledge } from "../../data/knowledge.js";

const { relations, language, events } = knowledge;

function contextsOf(text: string, event: PloverEvent, cameo: string): readonly string[] {
  const scores = relations.contexts(language.analyse(text, [[0, text.length]])[0]?.tokens ?? [], event, cameo);
  return CONTEXTS.filter((_, i) => (scores?.chances[i] ?? 0) >= (scores?.threshold ?? 1));
}

describe("what a sentence is about", () => {
  test.each<[string, PloverEvent, string, string]>([
    ["Norway lent Samoa two patrol boats and trained their crews.", "AID", "072", "military"],
    ["The court in Suva sentenced the bookmaker for bribing referees.", "SANCTION", "160", "legal"],
    ["Hackers from Minsk emptied the servers of a Riga clinic.", "COERCE", "176", "cyber"],
    ["Chad took in nine thousand refugees who had fled the shelling.", "AID", "075", "asylum"],
    ["Lisbon forgave Bissau the interest on three loans.", "AID", "071", "economic"],
    ["Inspectors were let into the enrichment plant to count centrifuges.", "RETREAT", "086", "cbrn"],
  ])("%s", (text, event, cameo, context) => {
    expect(contextsOf(text, event, cameo)).toContain(context);
  });

  test.each<[string, PloverEvent, string, string]>([
    ["Lisbon forgave Bissau the interest on three loans.", "AID", "071", "military"],
    ["Norway lent Samoa two patrol boats and trained their crews.", "AID", "072", "health"],
    ["Chad took in nine thousand refugees who had fled the shelling.", "AID", "075", "cyber"],
  ])("not: %s", (text, event, cameo, context) => {
    expect(contextsOf(text, event, cameo)).not.toContain(context);
  });

  test("a sentence without words, and a code that no training saw, are answered", () => {
    const scores = relations.contexts([], "AID", "999");
    expect(scores?.chances).toHaveLength(CONTEXTS.length);
    expect(Array.from(scores?.chances ?? []).every((chance) => chance >= 0 && chance <= 1)).toBe(true);
  });

  test("of a very long sentence the first words are read", () => {
    const text = `Peru ${"and Peru ".repeat(200)}met.`;
    const tokens = language.analyse(text, [[0, text.length]])[0]?.tokens ?? [];
    expect(contextWords(tokens, events.contexts, () => -1).lemmas.length).toBe(Math.min(tokens.length, MOST_WORDS));
  });
});

test("a call that was held is of what was spoken about, besides of diplomacy", () => {
  const text =
    "SUVA, 4 May 2021 - Fijian Prime Minister Frank Bainimarama spoke by telephone with New Zealand Prime Minister Jacinda Ardern on Tuesday about vaccines against the virus and hospital beds.";
  const { events } = readArticle({ text }, knowledge);
  const call = events.find((event) => event.event === "CONSULT");
  expect(call?.context).toEqual(expect.arrayContaining(["diplomatic", "health"]));
  expect(call?.context).not.toContain("military");
});
