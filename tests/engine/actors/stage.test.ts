import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cast, castOf } from "./support.js";

const WORDS = (
  "The the a President Prime Minister Foreign Secretary of State leader leaders two both sides their his her He She They Russian Tajik Kazakh French U.S. US us " +
  "Vladimir Putin Emomali Rahmon Emmanuel Macron Theresa May may Jordan Chad Turkey turkey Georgia Meloni Washington Post Al - Sisi von der Leyen Kim Jong-un " +
  "press service spokesman former acting deputy elect and or with , . ; ' 's ’s “ ” ( ) counterpart colleague police protesters Moscow in at for Republic Ministry UN NATO EU spoke met said I Dr. Mr. St. O'Brien"
).split(" ");
const written = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(" "));
const setting = fc.record({
  day: fc.constantFrom(null, "1999-12-31", "2010-06-05", "2021-10-05", "2030-01-01"),
  publisher: fc.constantFrom(null, "RUS", "USA"),
});

/** What a table of actors must hold whatever was read. */
function expectSound({ text, sentences, actors }: Cast): void {
  actors.actors.forEach((actor, index) => {
    expect(actor.index).toBe(index);
    expect(actor.name).not.toBe("");
    expect(actor.why).not.toBe("");
    if (actor.code !== null) expect(actor.code).toMatch(/^[A-Z]{3}$/);
    for (const sector of actor.sector) expect(sector).toMatch(/^[A-Z]{3}$/);
    if (actor.kind === "country") expect(actor.code).not.toBeNull();
  });
  const used = new Set(actors.mentions.flatMap((m) => m.actors));
  expect([...used].sort((a, b) => a - b)).toEqual(actors.actors.filter((a) => !a.latent).map((a) => a.index));
  expect(actors.actors.findIndex((a) => a.latent)).toBe(used.size < actors.actors.length ? used.size : -1);
  for (const stood of actors.standIns) {
    expect(actors.actors[stood.actor]).toBeDefined();
    expect(stood.first <= stood.head && stood.head <= stood.last).toBe(true);
  }
  for (const mention of actors.mentions) {
    const tokens = sentences[mention.sentence]?.tokens ?? [];
    expect(mention.span[0]).toBeLessThanOrEqual(tokens[mention.first]?.start ?? -1);
    expect(mention.span[1]).toBeGreaterThanOrEqual(tokens[mention.last]?.end ?? Number.POSITIVE_INFINITY);
    expect(tokens.some((t) => t.start === mention.span[0]) && tokens.some((t) => t.end === mention.span[1])).toBe(true);
    expect(mention.first <= mention.head && mention.head <= mention.last).toBe(true);
    expect(text.slice(...mention.span).trim()).toBe(text.slice(...mention.span));
    expect(mention.actors.length).toBeGreaterThan(0);
    expect(new Set(mention.actors).size).toBe(mention.actors.length);
  }
  const starts = actors.mentions.map((m) => m.span[0]);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(sentences.flatMap((s) => actors.inSentence(s.index))).toEqual(actors.mentions);
}

describe("the stage", () => {
  test("spans, order and references hold for any text of news words", () => {
    fc.assert(
      fc.property(written, setting, (text, at) => {
        expectSound(castOf(text, at));
      }),
      { numRuns: 300 },
    );
  });

  test("any characters are read without a throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
        expectSound(castOf(text));
      }),
      { numRuns: 150 },
    );
  });

  test("the same text gives the same actors, with other texts read between", () => {
    fc.assert(
      fc.property(written, written, setting, (text, between, at) => {
        const once = castOf(text, at).actors;
        castOf(between, at);
        const twice = castOf(text, at).actors;
        expect([twice.actors, twice.mentions, twice.places]).toEqual([once.actors, once.mentions, once.places]);
      }),
      { numRuns: 100 },
    );
  });

  test("actors are numbered in order of their first mention", () => {
    const { actors } = castOf("Emomali Rahmon spoke with Vladimir Putin. Putin thanked Rahmon and Emmanuel Macron.");
    expect(actors.actors.map((a) => a.name)).toEqual(["Emomali Rahmon", "Vladimir Putin", "Emmanuel Macron"]);
  });

  test("no text has no actors", () => {
    expect(castOf("").actors).toMatchObject({ actors: [], mentions: [], places: [] });
  });
});
