import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jointLabels } from "../../../../src/engine/events/relate/event-codes.js";
import { markOf, withPhrases, worthOf } from "../../../../src/engine/events/relate/phrase-votes.js";
import type { SetPhrase } from "../../../../src/engine/events/set-phrases.js";

const NAMES = ["AID 070", "AID 073", "REJECT 120", "REJECT 125", "NONE"];
const labels = jointLabels(NAMES);
const EVENTS = 17;
const WORTH = { code: 1.2, event: [0, 0, 0, 0.5, 1] };

const phrase = (event: string, cameo: string, size: number): SetPhrase => ({
  text: `${event} ${cameo}`,
  parts: [],
  size,
  event,
  cameo,
});

/** Events and codes of four chances and that of nothing, which together make 1. */
function chancesOf(weights: readonly number[]): { readonly events: Float64Array; readonly codes: Float64Array } {
  const all = weights.reduce((a, b) => a + b, 0);
  const codes = Float64Array.from(weights.slice(0, 4), (weight) => weight / all);
  const events = new Float64Array(EVENTS);
  for (const [i, { at }] of labels.entries()) events[at[0]] = (events[at[0]] ?? 0) + (codes[i] ?? 0);
  events[EVENTS - 1] = (weights[4] ?? 0) / all;
  return { events, codes };
}

const likeliest = (codes: Float64Array): string | undefined => NAMES[codes.indexOf(Math.max(...codes))];

describe("what set phrases count", () => {
  const even = chancesOf([1, 1.5, 2, 2, 1]);
  test.each([
    ["a code that one names", [phrase("AID", "073", 2)], "AID 073"],
    ["the longer of two", [phrase("AID", "073", 2), phrase("REJECT", "125", 4)], "REJECT 125"],
    ["a code no better than its event, of a phrase that is short", [phrase("AID", "071", 2)], "REJECT 120"],
    ["an event, of a long one", [phrase("AID", "071", 4)], "AID 073"],
    ["nothing, of another event", [phrase("PROTEST", "141", 4)], "REJECT 120"],
    ["no more for being said twice", [phrase("AID", "070", 2), phrase("AID", "070", 2)], "AID 070"],
  ])("%s", (_, phrases, code) => {
    expect(likeliest(withPhrases(even, labels, phrases, WORTH).codes)).toBe(code);
  });

  test.each([
    ["none that tells the event", [phrase("PROTEST", "141", 3)], null, 0],
    ["one that tells the event alone", [phrase("AID", "071", 3)], { size: 3, exact: false }, 0.5],
    ["one that tells the code", [phrase("AID", "073", 1)], { size: 1, exact: true }, 1.2],
    ["the longest, whichever tells the code", [phrase("AID", "073", 2), phrase("AID", "070", 6)], { size: 6, exact: true }, 2.2],
  ])("a code's mark of %s", (_, phrases, mark, worth) => {
    expect(markOf(phrases, "AID", "073")).toEqual(mark);
    expect(worthOf(mark, WORTH)).toBeCloseTo(worth, 9);
  }); // biome-ignore format: a table

  test("a phrase said twice counts once", () => {
    const [once, twice] = [1, 2].map((count) =>
      withPhrases(even, labels, Array<SetPhrase>(count).fill(phrase("AID", "070", 3)), WORTH),
    );
    expect(twice).toEqual(once);
  });

  test("without phrases all is as it was", () => {
    expect(withPhrases(even, labels, [], WORTH)).toEqual(even);
  });

  const weights = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
  const some = fc.array(
    fc.tuple(fc.constantFrom("AID 070", "AID 073", "REJECT 120", "ASSAULT 190"), fc.integer({ min: 1, max: 6 })),
    { minLength: 1, maxLength: 4 },
  );
  test("nothing stays as likely, all make 1, and events are the sums of their codes", () => {
    fc.assert(
      fc.property(weights, some, (given, told) => {
        const before = chancesOf(given);
        const phrases = told.map(([name, size]) => phrase(name.split(" ")[0] ?? "", name.split(" ")[1] ?? "", size));
        const { events, codes } = withPhrases(before, labels, phrases, WORTH);
        expect(events[EVENTS - 1]).toBe(before.events[EVENTS - 1]);
        expect(events.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        for (const [i, event] of [...new Set(labels.map(({ at }) => at[0]))].entries())
          expect(events[event]).toBeCloseTo((codes[2 * i] ?? 0) + (codes[2 * i + 1] ?? 0), 9);
      }),
    );
  });
});
