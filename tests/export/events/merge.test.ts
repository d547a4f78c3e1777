import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../../src/engine/record.js";
import { CAST, type Cast, exported, type ReportDraft, report } from "../ledger-support.js";

const DAY = { value: "2021-10-05", why: "Tuesday" };
const OTHERS: Cast = { ...CAST, a1: { name: "Sergey Lavrov", code: "RUS", sector: ["GOV"], kind: "person" } };
const COUNTRIES: Cast = { a1: { name: "Russia", code: "RUS", kind: "country" }, a2: { name: "China", code: "CHN", kind: "country" } }; // biome-ignore format: one line reads best

type Pair = readonly [what: string, second: Partial<ReportDraft>, rows: number];
const told = (event: Partial<EventRecord>): Partial<ReportDraft> => ({ events: [event] });

describe("two reports of one story", () => {
  test.each<Pair>([
    ["alike", {}, 1],
    ["by countries, not persons", { cast: COUNTRIES }, 1],
    ["without a day, published the day after", { published: "2021-10-06", ...told({ date: null }) }, 1],
    ["without a day, published three days after", { published: "2021-10-08", ...told({ date: null }) }, 1],
    ["without a day, published four days after", { published: "2021-10-09", ...told({ date: null }) }, 2],
    ["without a day, published the day before", { published: "2021-10-04", ...told({ date: null }) }, 2],
    ["a copy, without a day, a week after", { published: "2021-10-12", copy: "c1", ...told({ date: null }) }, 1],
    ["with the month alone", told({ date: { value: "2021-10", why: "October" } }), 1],
    ["with another month", told({ date: { value: "2021-09", why: "September" } }), 2],
    ["of another day", told({ date: { value: "2021-10-04", why: "Monday" } }), 2],
    ["of another code", told({ cameo: "040", mode: null }), 2],
    ["planned, not held", told({ status: "planned" }), 2],
    ["denied", told({ negated: true }), 2],
    ["by another person of the country", { cast: OTHERS }, 2],
    ["with the sides told apart", told({ actor: ["a1"], recipient: ["a2"] }), 2],
    ["of another story", { story: "t" }, 2],
  ])("%s", async (_, second, rows) => {
    const first = report({ n: 1, copy: "c1", agency: "TASS", published: "2021-10-05", events: [{ date: DAY }] });
    const other = report({ n: 2, agency: "Xinhua", published: "2021-10-05", events: [{ date: DAY }], ...second });
    const found = await exported({ reports: [first, other] });
    expect(found).toHaveLength(rows);
    expect((await exported({ reports: [first, other] }, { everyReport: true })).length).toBe(2);
  });

  test("are counted, and the one that gives the day, then the earliest, tells the row", async () => {
    const reports = [
      report({ n: 1, agency: "TASS", published: "2021-10-05", events: [{ date: null }] }),
      report({ n: 2, agency: "TASS", outlet: "Lake Post", url: "https://lake.example/2", events: [{ date: DAY }] }),
      report({ n: 3, copy: "c2", outlet: "Herald", published: "2021-10-07", events: [{ date: DAY, evidence: [[0, 4], [11, 20]] }] }), // biome-ignore format: one line reads best
    ];
    const [event, ...none] = await exported({ reports });
    expect(none).toEqual([]);
    expect(event?.reports.map(({ document }) => document.id)).toEqual(["d2", "d3", "d1"]);
    expect(event).toMatchObject({ sources: 2, mentions: 4, day: DAY, dayStated: true });
  });
});

test("the order of reports within a story changes nothing", async () => {
  const drafts = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 40 }),
      published: fc.constantFrom("2021-10-05", "2021-10-06", "2021-10-09", null),
      copy: fc.constantFrom("c1", "c2", "c3"),
      agency: fc.constantFrom("TASS", "AFP", null),
      cast: fc.constantFrom(CAST, OTHERS, COUNTRIES),
      events: fc.array(
        fc.record({
          date: fc.constantFrom(DAY, null, { value: "2021-10", why: "October" }),
          cameo: fc.constantFrom("041", "042"),
          status: fc.constantFrom("happened" as const, "planned" as const),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(drafts, async (all) => {
      const reports = [...new Map(all.map((draft) => [draft.n, report(draft)])).values()];
      const forth = await exported({ reports });
      expect(await exported({ reports: [...reports].reverse() })).toEqual(forth);
      const told = reports.reduce((sum, { record }) => sum + record.events.length, 0);
      expect(forth.length).toBeLessThanOrEqual(told);
      expect((await exported({ reports }, { everyReport: true })).length).toBe(told);
    }),
    { numRuns: 60 },
  );
});
