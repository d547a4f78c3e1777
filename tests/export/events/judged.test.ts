import { describe, expect, test } from "vitest";
import type { ExportEvent } from "../../../src/export/events/index.js";
import type { ItemJudgement } from "../../../src/export/events/types.js";
import { exported, idOf, report } from "../ledger-support.js";

const one = report({ n: 1, agency: "TASS" });
const on = (local: string, field: string, value: unknown): ItemJudgement => ({
  document: one.hash,
  item: idOf(one, local),
  field,
  value,
});
const names = (event: ExportEvent | undefined): string[] => (event?.actors ?? []).map(({ name }) => name);

describe("a correction of an event", () => {
  test.each<[field: string, value: unknown, change: Partial<ExportEvent>]>([
    ["event/event", "AGREE", { event: "AGREE", mode: null, cameo: "030", quad: 1, score: 2.5 }],
    ["event/event", "NONSENSE", { event: "CONSULT", cameo: "041" }],
    ["event/mode", "visit", { event: "CONSULT", mode: "visit", score: 4 }],
    ["event/mode", null, { mode: null, score: 2.5 }],
    ["event/cameo", "046", { cameo: "046", event: "CONSULT" }],
    ["event/cameo", "x", { cameo: "041" }],
    ["event/date", "2021-10-04", { day: { value: "2021-10-04", why: "corrected by hand" }, dayStated: true }],
    ["event/date", { value: "2021-09", why: "" }, { day: { value: "2021-09", why: "corrected by hand" } }],
    ["event/date", "soon", { day: { value: "2021-10-05", why: "Tuesday" } }],
    ["event/status", "planned", { status: "planned" }],
    ["event/negated", true, { negated: true }],
    ["event/context", ["economic"], { context: ["economic"] }],
    ["event/verdict", "accepted", { event: "CONSULT" }],
  ])("%s: %j", async (field, value, change) => {
    expect(await exported({ reports: [one], corrections: [on("e1", field, value)] })).toMatchObject([change]);
  });

  test.each<[value: unknown, actors: string[], codes: (string | null)[]]>([
    [
      ["Vladimir Putin", "JPN"],
      ["Vladimir Putin", "JPN"],
      ["RUS", "JPN"],
    ],
    [
      ["xi jinping", "Q7747"],
      ["Xi Jinping", "Vladimir Putin"],
      ["CHN", "RUS"],
    ],
    ["RUS|Some Envoy", ["Vladimir Putin", "Some Envoy"], ["RUS", null]],
  ])("of who takes part: %j", async (value, actors, codes) => {
    const [event] = await exported({ reports: [one], corrections: [on("e1", "event/actor", value)] });
    expect(names(event)).toEqual(actors);
    expect(event?.actors.map(({ code }) => code)).toEqual(codes);
  });

  test("the last word holds", async () => {
    const corrections = [on("e1", "event/cameo", "042"), on("e1", "event/cameo", "046")];
    expect(await exported({ reports: [one], corrections })).toMatchObject([{ cameo: "046" }]);
  });
});

test("a correction of an actor holds for his events; the filter goes by it", async () => {
  const corrections = [on("a2", "actor/code", "JPN"), on("a2", "actor/name", "Fumio Kishida")];
  const [event] = await exported({ reports: [one], corrections }, { actors: ["JPN"] });
  expect(names(event)).toEqual(["Vladimir Putin", "Fumio Kishida"]);
  expect(await exported({ reports: [one], corrections }, { actors: ["CHN"] })).toEqual([]);
});

describe("rejected items stay out", () => {
  test.each<[what: string, local: string, field: string, rows: number]>([
    ["an event", "e1", "event/verdict", 0],
    ["an actor", "a2", "actor/verdict", 1],
    ["what is there no more", "e9", "event/verdict", 1],
  ])("%s", async (_, local, field, rows) => {
    const found = await exported({ reports: [one], corrections: [on(local, field, "rejected")] });
    expect(found).toHaveLength(rows);
    if (local === "a2") expect(names(found[0])).toEqual(["Vladimir Putin"]);
  });

  test("a contact takes its events along; a contact of another day dates them", async () => {
    const contact = {
      id: "k1", channel: "phone" as const, status: "held" as const, participants: [], evidence: [[11, 20]] as [[number, number]],
      delegation: [], sender: null, initiator: null, date: { value: "2021-10-05", earliest: "2021-10-05", latest: "2021-10-05", why: "" },
      location: null, partOf: null, multilateral: false, occasion: null, topics: [], commitments: [], publishedBy: [], events: ["e1"], why: "", confidence: 1,
    }; // biome-ignore format: a contact in few lines
    const held = { ...one, record: { ...one.record, contacts: [contact] } };
    const item = idOf(held, "k1");
    const judged = (field: string, value: unknown) =>
      exported({ reports: [held], corrections: [{ document: held.hash, item, field, value }] });
    expect(await judged("contact/verdict", "rejected")).toEqual([]);
    expect(await judged("contact/date", "2021-10-03")).toMatchObject([{ day: { value: "2021-10-03" } }]);
  });
});

describe("notes", () => {
  const comments = [on("e1", "event/comment", "Sounds\nright")];
  const entries = [
    {
      id: "n1", note: "by the way", author: "desk", made: "2021-11-01T00:00:00Z", day: "2021-11-01",
      contact: { basis: "entered", channel: "phone", status: "held", topics: [], place: null, participants: [{ name: "Japan", code: "JPN", key: "JPN" }, { name: "Xi Jinping", code: "CHN", key: "xi jinping" }] },
    },
    { id: "n2", note: null, author: "desk", made: "2021-11-02T00:00:00Z", day: null, contact: { channel: "phone", status: "cancelled", participants: [{ name: "Japan", code: "JPN", key: "JPN" }] } },
    { id: "n3", note: null, author: "desk", made: "2021-11-03T00:00:00Z", day: null, contact: "scribbles" },
  ]; // biome-ignore format: an entry in few lines

  test("stay at home unless asked for", async () => {
    const found = await exported({ reports: [one], comments, entries });
    expect(found).toMatchObject([{ notes: [], basis: "read" }]);
  });

  test("go along when asked for", async () => {
    const found = await exported({ reports: [one], comments, entries }, { withNotes: true });
    expect(found).toMatchObject([
      { notes: ["Sounds right"], basis: "read" },
      { notes: ["by the way"], basis: "entered", event: "CONSULT", mode: "phone", cameo: "041", sources: 0 },
    ]);
  });
});

test.each<[what: string, options: Parameters<typeof exported>[1], rows: number]>([
  ["a day that holds it", { since: "2021-10-05", until: "2021-10-05" }, 1],
  ["a month that holds it", { since: "2021-10", until: "2021-10" }, 1],
  ["a day after", { since: "2021-10-06" }, 0],
  ["a month before", { until: "2021-09" }, 0],
  ["both parties", { actors: ["RUS", "xi jinping"] }, 1],
  ["a stranger", { actors: ["RUS", "JPN"] }, 0],
  ["its kind", { events: ["AGREE", "CONSULT"] }, 1],
  ["another kind", { events: ["AGREE"] }, 0],
  ["its status", { statuses: ["happened"] }, 1],
  ["another status", { statuses: ["planned"] }, 0],
  ["another outlet", { outlet: "Herald" }, 0],
  ["less confidence", { confidence: 0.95 }, 1],
  ["more confidence", { confidence: 0.96 }, 0],
])("filtered by %s", async (_, options, rows) => {
  expect(await exported({ reports: [one] }, options)).toHaveLength(rows);
});

test.each([
  [25, "Russian President Vladimir Putin telephoned Xi Jinping on Tuesday."],
  [3, "Russian President Vladimir …"],
  [0, ""],
])("an excerpt of %i words", async (excerpt, text) => {
  expect(await exported({ reports: [one] }, { excerpt })).toMatchObject([{ text }]);
});
