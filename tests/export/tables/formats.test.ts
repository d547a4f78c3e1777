import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExportEvent } from "../../../src/export/events/index.js";
import { lineFormat } from "../../../src/export/tables/index.js";
import { codes, exported, type ReportDraft, report } from "../ledger-support.js";

const form = (name: Parameters<typeof lineFormat>[0], withNotes = false) =>
  lineFormat(name, { codes, version: "9", withNotes });
const [WHOLE, DECIMAL, DAY, CODE, ANY, NOTHING] = [/^\d+$/, /^-?\d+\.\d$/, /^\d{4}-\d{2}-\d{2}$/, /^(?:[A-Z]{3}){0,4}$/, /^/, /^$/]; // biome-ignore format: one line reads best

/** What each column of the formats of others may hold, in order: name and pattern, or how many columns are alike. */
type Layout = readonly (readonly [name: string, pattern: RegExp, columns?: number])[];
const GDELT: Layout = [
  ["number", WHOLE], ["day", /^\d{8}$/], ["month", /^\d{6}$/], ["year", /^\d{4}$/], ["year and part", /^\d{4}\.\d{4}$/],
  ["code 1", CODE], ["name 1", ANY], ["country 1", /^(?:[A-Z]{3})?$/], ["group 1", /^(?:[A-Z]{3})?$/], ["no ethnic or religion 1", NOTHING, 3], ["types 1", /^(?:[A-Z]{3})?$/, 3],
  ["code 2", CODE], ["name 2", ANY], ["country 2", /^(?:[A-Z]{3})?$/], ["group 2", /^(?:[A-Z]{3})?$/], ["no ethnic or religion 2", NOTHING, 3], ["types 2", /^(?:[A-Z]{3})?$/, 3],
  ["root?", /^[01]$/], ["code", /^\d{3,4}$/], ["base", /^\d{3}$/], ["root", /^\d{2}$/], ["class", /^[1-4]$/], ["Goldstein", DECIMAL],
  ["mentions", WHOLE], ["sources", WHOLE], ["articles", WHOLE], ["no tone", NOTHING],
  ["no places", NOTHING, 24],
  ["published", /^(?:\d{14})?$/], ["address", ANY],
]; // biome-ignore format: groups of columns
const ICEWS: Layout = [
  ["number", WHOLE], ["day", DAY], ["source", ANY], ["sectors", ANY], ["country", ANY], ["code's name", /./], ["code", /^\d{2,4}$/], ["intensity", /^-?\d+(?:\.\d)?$/],
  ["target", ANY], ["sectors", ANY], ["country", ANY], ["story", WHOLE], ["no sentence", NOTHING], ["publisher", ANY], ["no place", NOTHING, 6],
]; // biome-ignore format: groups of columns
const POLECAT: Layout = [
  ["id", /^[0-9a-f]{16}$/], ["day", DAY], ["event", /^[A-Z]+$/], ["mode", /^[a-z-]*$/], ["intensity", /^-?\d+(?:\.\d+)?$/], ["class", /^(?:VERBAL|MATERIAL) (?:COOPERATION|CONFLICT)$/], ["contexts", /^[a-z_;]*$/],
  ["names", ANY], ["countries", /^[A-Z;]*$/], ["no number", NOTHING], ["first sectors", /^[A-Z;]*$/], ["sectors", /^[A-Z;|]*$/], ["titles", ANY], ["words", ANY], ["no page", NOTHING],
  ["names", ANY], ["countries", /^[A-Z;]*$/], ["no number", NOTHING], ["first sectors", /^[A-Z;]*$/], ["sectors", /^[A-Z;|]*$/], ["titles", ANY], ["words", ANY], ["no page", NOTHING],
  ["no place", NOTHING, 10], ["source", ANY], ["published", /^[\d-]*$/], ["people", ANY], ["organisations", ANY], ["places", ANY], ["language", /^[a-z]{2}$/], ["version", /^Readout 9$/],
]; // biome-ignore format: groups of columns
const patternsOf = (layout: Layout): RegExp[] =>
  layout.flatMap(([, pattern, columns = 1]) => Array<RegExp>(columns).fill(pattern));

const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("a\tb", "a\nb", "a\r\nb", '"q" and "', "=1+1", "x;y|z", "\u2028", "\0", "…", "\u202eabc"),
);
const oneOf = (...lists: string[][]) => fc.constantFrom(...lists);
const draft = fc.record({
  n: fc.integer({ min: 1, max: 9999 }),
  agency: fc.option(nasty, { nil: null }),
  outlet: fc.option(nasty, { nil: null }),
  url: fc.option(nasty.map((tail) => `https://x.example/${tail}`), { nil: null }),
  published: fc.constantFrom("2021-10-06", "2021-10", null),
  cast: fc.record({
    a1: fc.record({ name: nasty, code: fc.constantFrom("RUS", "ROU", "UNO", "EUR", "IGO", null), sector: fc.constantFrom(["GOV"], ["MIL", "GOV"], ["JRN"], []) }),
    a2: fc.record({ name: nasty, code: fc.constantFrom("CHN", "RUS", "NGO", null), sector: fc.constantFrom(["GOV"], ["UNK"], []), office: fc.option(nasty, { nil: null }) }),
    a3: fc.record({ name: nasty, code: fc.constantFrom("TJK", null) }),
  }),
  events: fc.array(
    fc.record({
      cameo: fc.constantFrom("041", "042", "0231", "155", "1834", "20"),
      actor: oneOf(["a1"], ["a1", "a2"], ["a1", "a2", "a3"], []),
      recipient: oneOf(["a3"], []),
      negated: fc.boolean(),
      mode: fc.constantFrom("phone", null),
    }),
    { maxLength: 3 },
  ),
}); // biome-ignore format: drafts read best on one line

describe("rows of generated events", () => {
  test.each([
    ["gdelt", GDELT, 61],
    ["icews", ICEWS, 20],
    ["polecat", POLECAT, 40],
    ["cameo", [["any", ANY, 21]] satisfies Layout, 21],
  ] as const)("%s: every column holds what it may, and no cell a tab or line break", async (name, layout, count) => {
    const patterns = patternsOf(layout);
    expect(patterns).toHaveLength(count);
    const { head, lines } = form(name);
    if (head !== "") expect(head.trimEnd().split("\t")).toHaveLength(count);
    await fc.assert(
      fc.asyncProperty(draft, async (one) => {
        for (const event of await exported({ reports: [report(one)] }, { everyReport: true }))
          for (const line of lines(event) ?? []) {
            expect(line.endsWith("\n")).toBe(true);
            const cells = line.slice(0, -1).split("\t");
            expect(cells).toHaveLength(count);
            for (const [at, cell] of cells.entries()) {
              expect(cell).toMatch(patterns[at] ?? NOTHING);
              expect(cell).not.toMatch(/["\r\n\v\f\u2028\u0085]/);
            }
          }
      }),
      { numRuns: 150 },
    );
  });

  test("csv: as many cells as columns, and none that a spreadsheet would run", async () => {
    const { head, lines } = form("csv", true);
    const columns = head.trim().split(",").length;
    await fc.assert(
      fc.asyncProperty(draft, async (one) => {
        for (const event of await exported({ reports: [report(one)] }, { everyReport: true })) {
          const cells = parseCsvLine((lines(event) ?? []).join(""));
          expect(cells).toHaveLength(columns);
          for (const cell of cells) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?![\d.])/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The cells of one line of RFC 4180. */
function parseCsvLine(line: string): string[] {
  const cells = line.replace(/\r\n$/, "").match(/(?:^|,)(?:"(?:[^"]|"")*"|[^",]*)/g) ?? [];
  return cells.map((cell) => cell.replace(/^,/, "").replace(/^"|"$/g, "").replaceAll('""', '"'));
}

const one = async (draft: Partial<ReportDraft>): Promise<ExportEvent> => {
  const [event] = await exported({ reports: [report({ n: 1, ...draft })] });
  if (event === undefined) throw new Error("no event");
  return event;
};
const cells = (lines: readonly string[] | null): string[][] => (lines ?? []).map((line) => line.slice(0, -1).split("\t")); // biome-ignore format: one line reads best

test("GDELT: a call stands in both directions, with counts, and the part of the year", async () => {
  const event = await one({ agency: "TASS", url: "https://x.example/1", events: [{ date: { value: "2016-03-12", why: "" } }] }); // biome-ignore format: one line reads best
  const rows = cells(form("gdelt").lines(event));
  expect(rows.map((row) => [row[5], row[15], row[26], row[29], row[30]])).toEqual([
    ["RUSGOV", "CHNGOV", "041", "1", "1.0"],
    ["CHNGOV", "RUSGOV", "041", "1", "1.0"],
  ]);
  expect(rows[0]?.slice(1, 5)).toEqual(["20160312", "201603", "2016", "2016.1973"]);
  expect(rows[0]?.slice(-2)).toEqual(["20211006000000", "https://x.example/1"]);
  expect(rows[0]?.[0]).not.toBe(rows[1]?.[0]);
});

test("a visit is made by one side and received by the other", async () => {
  const event = await one({ events: [{ cameo: "042", mode: "visit", actor: ["a1"], recipient: ["a2"] }] });
  expect(cells(form("icews").lines(event)).map((row) => [row[2], row[6], row[5], row[7], row[8]])).toEqual([
    ["Vladimir Putin", "042", "Make a visit", "1.9", "Xi Jinping"],
    ["Xi Jinping", "043", "Host a visit", "2.8", "Vladimir Putin"],
  ]);
});

test("an act of one side on another is one row; one of a side alone has an empty other", async () => {
  const blame = await one({
    events: [{ event: "ACCUSE", mode: null, cameo: "111", actor: ["a1"], recipient: ["a2"] }],
  });
  expect(cells(form("cameo").lines(blame)).map((row) => [row[2], row[4], row[6], row[8], row[9], row[10]])).toEqual([
    ["RUSGOV", "CHNGOV", "111", "11", "3", "-2.0"],
  ]);
  const alone = await one({ events: [{ event: "PROTEST", mode: null, cameo: "141", quad: 4, actor: ["a1"] }] });
  expect(cells(form("cameo").lines(alone)).map((row) => [row[2], row[4], row[9]])).toEqual([["RUSGOV", "", "3"]]);
});

test("POLECAT: one row, with PLOVER's class and score", async () => {
  const event = await one({ events: [{ event: "PROTEST", mode: null, cameo: "141", quad: 4, score: -5 }] });
  const [row] = cells(form("polecat").lines(event));
  expect(row?.slice(2, 9)).toEqual(["PROTEST", "", "-5", "MATERIAL CONFLICT", "diplomatic", "Vladimir Putin;Xi Jinping", "RUS;CHN"]); // biome-ignore format: one line reads best
});

test.each([
  ["gdelt", { negated: true }],
  ["gdelt", { date: { value: "2021-10", why: "" } }],
  ["icews", { date: null, status: "historical" as const }],
  ["polecat", { date: { value: "2021", why: "" } }],
  ["plover", { negated: true }],
] as const)("%s holds no event with %j", async (name, change) => {
  expect(form(name).lines(await one({ events: [change] }))).toBeNull();
});

test("csv keeps what is negated or without a day", async () => {
  const line = (
    form("csv").lines(await one({ events: [{ negated: true, date: null, status: "planned" }] })) ?? []
  ).join("");
  expect(line).toContain(",,CONSULT,phone,planned,true,Vladimir Putin|Xi Jinping,RUS|CHN,GOV|GOV,");
});

test("PLOVER: by its names, with the reports and their places", async () => {
  const [line = ""] = form("plover").lines(await one({ agency: "TASS", url: "https://x.example/1" })) ?? [];
  const read: unknown = JSON.parse(line);
  expect(read).toMatchObject({ event: "CONSULT", mode: ["phone"], articles: 1, sources: 1, publication: "TASS" });
  expect(read).toHaveProperty("reports", [{ document: "1".padStart(64, "0"), publication: "TASS", citation: "https://x.example/1", place: [11, 77] }]); // biome-ignore format: one line reads best
  expect(read).not.toHaveProperty("comment");
});
