import { expect, test } from "vitest";
import { eventIds } from "../../src/engine/item-ids.js";
import { excerpt } from "../../src/export/excerpt.js";
import { ploverEvents } from "../../src/export/plover.js";
import { record } from "./record.js";

test("an event by PLOVER's names; what is not known is left out", () => {
  const [event] = ploverEvents(record());
  expect(event).toMatchObject({
    date: "2021-10-05",
    event: "CONSULT",
    mode: ["phone"],
    context: ["diplomatic"],
    recipient: [],
    headline: "A meets B",
    publication: "TASS",
    publicationDate: "2021-10-06",
    text: "Russian President Vladimir Putin telephoned Xi Jinping on Tuesday.",
  });
  expect(event?.actor).toEqual([
    {
      code: "RUS",
      sector: ["GOV"],
      text: "Russian President Vladimir Putin",
      name: "Vladimir Putin",
      wikidata: "Q7747",
    },
    { code: "CHN", text: "Xi Jinping", name: "Xi Jinping" },
  ]);
  expect(event).not.toHaveProperty("citation");
});

test.each([
  ["happened", ["phone"]],
  ["planned", ["phone", "future"]],
  ["hypothetical", ["phone", "hypothetical"]],
  ["historical", ["phone", "historical"]],
] as const)("a %s event has the modes %j", (status, mode) => {
  expect(ploverEvents(record({ events: [{ status }] }))[0]?.mode).toEqual(mode);
});

test("negated events are left out", () => {
  expect(
    ploverEvents(record({ events: [{ negated: true }, { event: "ACCUSE", mode: null }] })).map((event) => event.event),
  ).toEqual(["ACCUSE"]);
});

test.each([
  ["happened", "2021-10-06"],
  ["planned", undefined],
  ["historical", undefined],
] as const)("a %s event without a day of its own: %s", (status, day) => {
  expect(ploverEvents(record({ events: [{ status, date: null }] }))[0]?.date).toBe(day);
});

test("ids last: the same with and without repair, others for another document, kind or place", () => {
  const plain = record({
    document: { text: "A meets B\n\nHe tele-phoned Xi on Tuesday.", title: null },
    actors: [],
    events: [{ actor: [], evidence: [[11, 40]] }],
  });
  const repaired = record({
    document: {
      text: "A meets B\n\nHe telephoned Xi on Tuesday.",
      title: null,
      repairs: [
        { kind: "broken-word", before: "tele-phoned", after: "telephoned", span: [14, 24], sourceSpan: [14, 25] },
      ],
    },
    actors: [],
    events: [{ actor: [], evidence: [[11, 39]] }],
  });
  expect(eventIds(repaired)).toEqual(eventIds(plain));
  const ids = [
    record(),
    record({ document: { hash: "1".repeat(64) } }),
    record({ events: [{ event: "ACCUSE" }] }),
    record({ events: [{ evidence: [[0, 5]] }] }),
  ].flatMap(eventIds);
  expect(new Set(ids).size).toBe(4);
  expect(new Set(eventIds(record({ events: [{}, { actor: ["a2"] }] }))).size).toBe(2);
});

test("an excerpt has at most 25 words", () => {
  const words = Array.from({ length: 30 }, (_, i) => `w${i}`).join("\n");
  expect(excerpt(words, [0, words.length]).split(" ")).toHaveLength(26);
  expect(excerpt("one  two\nthree", [0, 14])).toBe("one two three");
});
