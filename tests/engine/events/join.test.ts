import fc from "fast-check";
import { expect, test } from "vitest";
import { eventsIn, summaries } from "./support.js";

test("an event told twice is one, with both passages", () => {
  const { events } = eventsIn("Russia congratulated Serbia on the holiday.\nRussia warmly congratulated Serbia.");
  expect(events).toHaveLength(1);
  expect(events[0]?.evidence).toHaveLength(2);
});

test("two agreements on two matters stay two", () => {
  const text = "Canada and Mexico agreed to build a bridge.\nCanada and Mexico agreed to hold talks on water.";
  expect(summaries(text)).toEqual(["AGREE 030: Canada, Mexico", "AGREE 036: Canada, Mexico"]);
});

const SENTENCES = [
  "Russia congratulated Serbia on the holiday.",
  "Canada and Mexico agreed to build a bridge.",
  "Guyana accused Venezuela of piracy.",
  "Kenya asked France to send doctors.",
  "Iran rejected the demand from Germany.",
  "It rained in Oslo.",
];

test("any mixture: no event twice, nobody acts on himself, every event shows its passage", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SENTENCES), { maxLength: 8 }), (lines) => {
      const text = lines.join("\n");
      const { events } = eventsIn(text);
      const distinct = new Set(lines.filter((l) => !l.startsWith("It rained")));
      expect(events).toHaveLength(distinct.size);
      for (const event of events) {
        expect(event.recipient.some((r) => event.actor.includes(r))).toBe(false);
        expect(event.evidence.length).toBeGreaterThan(0);
        for (const [start, end] of event.evidence) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 40 },
  );
});
