import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { actorCode } from "../../../src/export/tables/actor-code.js";
import { EXPORT_TABLES, makeExportCodes } from "../../../src/export/tables/index.js";
import { ROOT } from "../../cli/run.js";
import { codes } from "../ledger-support.js";

test.each([
  ["020", 3, 1],
  ["036", 4, 1],
  ["040", 1, 1],
  ["042", 1.9, 1],
  ["045", 5, 1],
  ["057", 8, 1],
  ["060", 6, 2],
  ["081", 5, 2],
  ["090", -2, 2],
  ["100", -5, 3],
  ["141", -6.5, 3],
  ["154", -7.2, 4],
  ["204", -10, 4],
])("CAMEO %s: Goldstein %d, class %d by its root", (code, goldstein, quad) => {
  expect(codes.cameo(code)).toMatchObject({ goldstein, quad, root: code.slice(0, 2) });
});

test("a code the table lacks has the score of the one above it, and one of no root is refused", () => {
  expect(codes.cameo("0419")).toMatchObject({ goldstein: 1, name: "Discuss by telephone", base: "041" });
  expect(() => codes.cameo("990")).toThrow("no CAMEO code 990");
});

type Draft = readonly [
  name: string,
  kind: "person" | "organisation" | "country",
  code: string | null,
  sector: string[],
];
test.each<[Draft, cameo: string, gdelt: string]>([
  [["Vladimir Putin", "person", "RUS", ["GOV"]], "RUSGOV", "RUSGOV"],
  [["Klaus Iohannis", "person", "ROU", ["GOV"]], "ROUGOV", "ROMGOV"],
  [["Bucharest daily", "organisation", "ROU", ["JRN"]], "ROUMED", "ROMMED"],
  [["a hospital", "organisation", "USA", ["MED"]], "USAHLH", "USAHLH"],
  [["an army", "organisation", "USA", ["MIL", "GOV"]], "USAMILGOV", "USAMILGOV"],
  [["Russia", "country", "RUS", []], "RUS", "RUS"],
  [["someone", "person", null, ["UNK"]], "", ""],
  [["rebels", "person", null, ["REB"]], "REB", "REB"],
  [["United Nations", "organisation", "UNO", ["GOV"]], "IGOUNO", "IGOUNO"],
  [["António Guterres", "person", "UNO", ["GOV"]], "IGOUNO", "IGOUNO"],
  [["NATO", "organisation", "IGO", ["MIL"]], "IGOWSTNAT", "IGOWSTNAT"],
  [["a bloc", "organisation", "IGO", ["GOV"]], "IGO", "IGO"],
  [["European Union", "organisation", "EUR", ["GOV"]], "IGOEUREEC", "IGOEUREEC"],
])("%j is %s, for GDELT %s", ([name, kind, code, sector], cameo, gdelt) => {
  const party = { name, kind, code, sector, office: null, wikidata: null, text: null };
  expect(actorCode(party, codes, "cameo").code).toBe(cameo);
  expect(actorCode(party, codes, "gdelt").code).toBe(gdelt);
});

const texts = new Map(EXPORT_TABLES.map((name) => [name, readFileSync(join(ROOT, "data", name), "utf8")]));

describe("tables", () => {
  test("know every code the engine gives", () => {
    const known = new Set((texts.get("export/cameo.tsv") ?? "").split("\n").map((line) => line.split("\t")[0]));
    const given = ["content-codes", "groups", "verbs", "nouns"].flatMap((name) => {
      const [header = "", ...rows] = readFileSync(join(ROOT, "data/frames", `${name}.tsv`), "utf8").split("\n").filter((line) => !line.startsWith("#")); // biome-ignore format: one line reads best
      const at = header.split("\t").indexOf("cameo");
      return at < 0 ? [] : rows.map((row) => row.split("\t")[at] ?? "").filter((cell) => /^\d{2,4}$/.test(cell));
    });
    expect(given.length).toBeGreaterThan(100);
    expect([...new Set(given)].filter((code) => !known.has(code))).toEqual([]);
  });

  test.each(
    EXPORT_TABLES.filter((name) => name.startsWith("export/")),
  )("%s with a row twice is refused by line", (name) => {
    const text = texts.get(name) ?? "";
    const last = text.trimEnd().split("\n").at(-1) ?? "";
    const broken = new Map([...texts, [name, `${text}${last}\n`]]);
    expect(() => makeExportCodes(broken)).toThrow(`data/${name}:${text.split("\n").length}: duplicate of`);
  });

  test.each([
    [/^2042\t/m, "2142\t", "“2142” is no CAMEO code"],
    [/\t0\.4\t/, "\t11\t", "a score is from -10 to 10"],
  ])("a wrong cell is refused: %s → %j", (pattern, by, message) => {
    const text = (texts.get("export/cameo.tsv") ?? "").replace(pattern, by);
    expect(() => makeExportCodes(new Map([...texts, ["export/cameo.tsv", text]]))).toThrow(message);
  });

  test("one that is missing is named", () => {
    expect(() => makeExportCodes(new Map())).toThrow("data/export/cameo.tsv");
  });
});
