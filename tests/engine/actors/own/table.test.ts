import { describe, expect, test } from "vitest";
import { OWN_COLUMNS, readOwnTable } from "../../../../src/engine/actors/own/table.js";

const HEADER = OWN_COLUMNS.join("\t");
const row = (...cells: readonly string[]): string =>
  [...cells, ...Array.from({ length: OWN_COLUMNS.length - cells.length }, () => "")].join("\t");
const read = (...rows: readonly string[]) =>
  readOwnTable("mine.tsv", ["# mine", HEADER, "", ...rows].join("\n")).actors;

describe("a table of own actors", () => {
  test("rows of one name are one actor at different times", () => {
    const actors = read(
      row("Dara Holm", "person", "NOR", "GOV", "Envoy", "f", "2020-01-01", "2021-12-31", "D. Holm"),
      row("Dara Holm", "person", "NOR", "CVL", "", "", "2022"),
    );
    expect(actors).toHaveLength(1);
    expect(actors[0]).toMatchObject({ kind: "person", gender: "f", written: ["Dara Holm", "D. Holm"] });
    expect(actors[0]?.spells.map((s) => [s.sector, s.office, s.from, s.to])).toEqual([
      [["GOV"], "Envoy", "2020-01-01", "2021-12-31"],
      [["CVL"], null, "2022", ""],
    ]);
  });

  test("a group may go without a code, lines may end in CR LF", () => {
    const text = `${HEADER}\r\n${row("river guards", "group", "", "PRM|MIL")}\r\n`;
    expect(readOwnTable("mine.tsv", text).actors[0]?.spells[0]).toMatchObject({ code: null, sector: ["PRM", "MIL"] });
  });

  test.each([
    ["two cells", ["Holm", "person"].join("\t"), "2 cells where the header has 10"],
    ["no name", row("", "person", "NOR"), "no name"],
    ["a kind of its own", row("Holm", "robot", "NOR"), "unknown kind “robot”: person, organisation, country or group"],
    ["a short code", row("Holm", "person", "NO"), "“NO” is no code of three capital letters"],
    ["no code", row("Holm", "person"), "no code"],
    ["a long sector", row("Holm", "person", "NOR", "GOVX"), "“GOVX” is no sector of three capital letters"],
    ["a gender", row("Holm", "person", "NOR", "", "", "x"), "unknown gender “x”: m, f or nothing"],
    ["a day", row("Holm", "person", "NOR", "", "", "", "12/2020"), "“12/2020” is no day (YYYY-MM-DD, YYYY-MM or YYYY)"],
    [
      "the wrong way round",
      row("H", "person", "NOR", "", "", "", "2021", "2020"),
      "from “2021” to “2020” ends before it begins",
    ],
  ])("refused: %s", (_, line, problem) => {
    expect(() => read(line)).toThrow(`mine.tsv:4: ${problem}`);
  });

  test("refused: a row twice, a name of two kinds, another header", () => {
    const holm = row("Holm", "person", "NOR");
    expect(() => read(holm, holm)).toThrow("mine.tsv:5: duplicate of “Holm” from “”");
    expect(() => read(holm, row("Holm", "group", "", "", "", "", "2020"))).toThrow(
      "is a person above and a group here",
    );
    expect(() => readOwnTable("mine.tsv", "name\tcode\nHolm\tNOR")).toThrow(
      "mine.tsv:1: the header should be: name ⇥ kind",
    );
    expect(() => readOwnTable("mine.tsv", "")).toThrow("mine.tsv:1: the header should be");
  });
});
