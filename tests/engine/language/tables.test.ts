import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

describe.each([
  ["data/language/abbreviations.tsv", ["form", "kind", "source"], 1],
  ["data/language/irregular.tsv", ["form", "xpos", "lemma", "source"], 2],
])("%s", (file, columns, keys) => {
  const [header = "", ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  const cells = rows.map((row) => row.split("\t"));

  test("has its columns, all filled", () => {
    expect(header.split("\t")).toEqual(columns);
    expect(cells.filter((c) => c.length !== columns.length || c.includes(""))).toEqual([]);
  });

  test("is sorted, without duplicates", () => {
    const sorted = cells.map((c) => c.slice(0, keys).join("\t"));
    expect(sorted.filter((key, i) => i > 0 && !((sorted[i - 1] ?? "") < key))).toEqual([]);
  });
});

test("abbreviations are of known kinds and end in a full stop", () => {
  const rows = readFileSync("data/language/abbreviations.tsv", "utf8").trimEnd().split("\n").slice(1);
  const known = /^(?:title|month|day|number|firm|place|state|time|latin|link)$/;
  expect(rows.filter((row) => !row.split("\t")[0]?.endsWith(".") || !known.test(row.split("\t")[1] ?? ""))).toEqual([]);
});
