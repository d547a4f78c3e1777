import fc from "fast-check";
import { expect, test } from "vitest";
import { CSV_HEAD, cellOf, csvLines } from "../../src/export/csv.js";
import { record } from "./record.js";

test.each<[value: string | number | boolean | null, cell: string]>([
  ["plain", "plain"],
  ["", ""],
  [null, ""],
  [-3.5, "-3.5"],
  [false, "false"],
  ["a, b", '"a, b"'],
  ['say "x"', '"say ""x"""'],
  ["two\nlines", '"two\nlines"'],
  ["two\r\nlines", '"two\r\nlines"'],
  ["=1+1", "'=1+1"],
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ["+7 495", "'+7 495"],
  ["-dash", "'-dash"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tcmd", "'\tcmd"],
  ["a=b", "a=b"],
  [" =1", " =1"],
])("%j is written %j", (value, cell) => {
  expect(cellOf(value)).toBe(cell);
});

test("whatever the text, a cell reads back as it was but for the guard", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const cell = cellOf(text);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(read === text || read === `'${text}`).toBe(true);
      expect(read).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test("one row an event, parties side by side, negated ones told apart", () => {
  const rows = csvLines(
    record({ name: "=cmd|' /C calc'!A0", events: [{}, { negated: true, recipient: ["a2"], actor: ["a1"] }] }),
  ).split("\r\n");
  expect(rows).toHaveLength(3);
  expect(rows[0]).toContain(",'=cmd/' /C calc'!A0|Xi Jinping,RUS|CHN,GOV|,,,,041,1,1.5,");
  expect(rows[1]).toContain(",happened,true,'=cmd/' /C calc'!A0,RUS,GOV,Xi Jinping,CHN,,041,");
  expect(CSV_HEAD.endsWith("\r\n")).toBe(true);
  expect(csvLines(record({ events: [] }))).toBe("");
});
