import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { feasts } from "../../src/desk/calendar.js";
import { countryNames, iCalendar, type Occasion, occasions } from "../../src/desk/index.js";
import { readTables } from "../../src/knowledge.js";
import type { Ledger } from "../../src/store/index.js";
import { ledgerOf, MAKERS } from "./support.js";

const tables = readTables(["actors", "occasions"]);
const rows = (file: string): string[][] =>
  (tables.get(file) ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("#")).slice(1).map((line) => line.split("\t")); // biome-ignore format: one line reads best
const titles = async (from: string, days: number, countries: readonly string[]) =>
  (await occasions(null, { from, days, countries, tables })).map(({ day, title }) => `${day} ${title}`);

describe("the tables of occasions", () => {
  const { byCode } = countryNames(tables);

  test("have a national day for every country once", () => {
    const national = rows("occasions/national-days.tsv");
    expect(national).toHaveLength(194);
    expect(national.filter(([code]) => !byCode.has(code ?? ""))).toEqual([]);
  });

  test("have pairs of countries in order, with whole days that lie back", () => {
    const pairs = rows("occasions/relations.tsv");
    expect(pairs.length).toBeGreaterThan(400);
    for (const [left = "", right = "", day = ""] of pairs) {
      expect(left < right && byCode.has(left) && byCode.has(right)).toBe(true);
      expect(day).toMatch(/^(?:18|19|20)\d\d-\d\d-\d\d$/);
      expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
    }
  });

  test("tell every feast by a key of its own", () => {
    const keys = feasts(tables, "2024-01-01").map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("occasions", () => {
  test.each([
    ["a national day", "2024-09-09", 1, ["TJK"], "2024-09-09 National day of Tajikistan: Independence Day"],
    ["a day that is counted by weeks", "2024-06-01", 30, ["GBR"], "2024-06-08 National day of United Kingdom: King's Birthday"],
    ["an anniversary", "2024-04-08", 1, ["TJK"], "2024-04-08 Diplomatic relations of Russia and Tajikistan, established 1992-04-08 – 32nd"],
    ["29 February in another year", "2023-02-28", 1, ["BRN"], "2023-02-28 Diplomatic relations of Brunei and Vietnam, established 1992-02-29 – 31st"],
    ["29 February in its year", "2024-02-29", 1, ["BRN"], "2024-02-29 Diplomatic relations of Brunei and Vietnam, established 1992-02-29 – 32nd"],
    ["over the end of a year", "2023-12-30", 5, ["SDN", "CUB"], "2024-01-01 National day of Sudan: Independence Day"],
  ])("%s", async (_, from, days, countries, expected) => {
    expect(await titles(from, days, countries)).toContain(expected);
  }); // biome-ignore format: a line for each

  test("birthdays are of those in office on the day", async () => {
    expect((await titles("2023-07-29", 1, ["JPN"])).join()).toContain("Fumio Kishida, Prime Minister (JPN) – 66th");
    expect((await titles("2019-07-29", 1, ["JPN"])).join()).not.toContain("Prime Minister");
  });

  test("none in no days, in order of day in many", async () => {
    expect(await titles("2024-09-10", 1, ["TJK"])).toEqual([]);
    const days = (await titles("2024-01-01", 366, [])).map((line) => line.slice(0, 10));
    expect(days).toEqual([...days].sort());
  });
});

for (const maker of MAKERS)
  describe(`greetings in ${maker.kind}`, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await ledgerOf(maker);
    });
    afterAll(async () => {
      await ledger.close();
      await maker.drop();
    });

    test("who greeted whom the year before", async () => {
      const found = await occasions(ledger, { from: "2024-07-29", days: 1, countries: ["JPN"], tables });
      expect(found.map(({ lastYear }) => lastYear)).toEqual([
        [{ from: "Kassym-Jomart Tokayev (KAZ)", to: "Fumio Kishida (JPN)", day: "2023-07-29", channel: "telegram", contact: expect.any(String) }],
      ]); // biome-ignore format: one line reads best
      const other = await occasions(ledger, { from: "2025-07-29", days: 1, countries: ["JPN"], tables });
      expect(other.every(({ lastYear }) => lastYear.length === 0)).toBe(true);
    });
  });

describe("a calendar", () => {
  const plain: Occasion = { day: "2024-02-29", kind: "birthday", title: "Birthday", countries: [], person: null, number: null, uid: "2024-a@readout", lastYear: [] }; // biome-ignore format: one line reads best

  test("has whole days, stable uids and the day it was made on", () => {
    expect(iCalendar([plain], "2024-02-01")).toBe(
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Readout//Occasions//EN\r\nCALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\nUID:2024-a@readout\r\nDTSTAMP:20240201T000000Z\r\nDTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\nSUMMARY:Birthday\r\nCATEGORIES:birthday\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
  });

  test("of any texts is folded at 75 octets and gives the text back when unfolded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const title = `T${text.replace(/[\p{C}\p{Z}\s]/gu, "x")}`;
        const calendar = iCalendar([{ ...plain, title }], "2024-02-01");
        for (const line of calendar.split("\r\n"))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const summary = /SUMMARY:(.*)/.exec(calendar.replaceAll("\r\n ", ""))?.[1] ?? "";
        expect(summary.replace(/\\([\\;,])/g, "$1")).toBe(title);
      }),
    );
  });

  test("escapes what would end a value, and joins lines", () => {
    const lastYear = [{ from: "A; B", to: "C, D", day: null, channel: "letter", contact: "x" }];
    const calendar = iCalendar([{ ...plain, lastYear }], "2024-02-01");
    expect(calendar).toContain("DESCRIPTION:Greetings the year before:\\nA\\; B to C\\, D\\, letter");
  });
});
