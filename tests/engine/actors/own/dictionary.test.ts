import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDictionary } from "../../../../src/engine/actors/own/dictionary.js";

const read = (text: string) => readDictionary("own.txt", text);
/** “NAME/FORM kind CODE+SECTOR from..to” of each entry. */
function told(text: string): readonly string[] {
  return read(text).actors.map(
    (a) =>
      `${a.written.join("/")} ${a.kind} ${a.spells.map((s) => `${[s.code ?? "~", ...s.sector].join("+")} ${s.from}..${s.to}`).join(", ")}`,
  );
}

describe("an actors dictionary", () => {
  test.each([
    ["RIVER_LAND_ [RVL]", ["RIVER LAND unknown RVL .."]],
    ["RIVER_LAND [RVLGOV] # a comment", ["RIVER LAND unknown RVL+GOV .."]],
    ["RIVER_LAND\n+RIVERLAND_\n\t[RVL]", ["RIVER LAND/RIVERLAND unknown RVL .."]],
    [
      "A_HOLM [RVLGOV 900101-991231] [RVLELI >20000101]",
      ["A HOLM unknown RVL+GOV 1990-01-01..1999-12-31, RVL+ELI 2000-01-01.."],
    ],
    ["A_HOLM [RVL <961200]", ["A HOLM unknown RVL ..1996-12"]],
    ["A_HOLM [RVL 19900000-20051231]", ["A HOLM unknown RVL 1990..2005-12-31"]],
    ["PRESS_CLUB [RVLMED]", ["PRESS CLUB unknown RVL+JRN .."]],
    ["WORLD_BODY [IGOUNOHLH]", ["WORLD BODY unknown UNO+MED .."]],
    ["SILVER_TRUST [---]", ["SILVER TRUST nobody "]],
    ["<!-- A_NAME [XXX]\nB_NAME [YYY] -->\nC_NAME [ZZZ]", ["C NAME unknown ZZZ .."]],
  ])("%s", (text, entries) => {
    expect(told(text)).toEqual(entries);
  });
});

describe("an agents dictionary", () => {
  test.each([
    ["LAKE_WARDEN [~COP]", ["LAKE WARDEN/LAKE WARDENS group ~+COP .."]],
    ["FERRY [~BUS]", ["FERRY/FERRIES group ~+BUS .."]],
    ["WATCH [~COP]", ["WATCH/WATCHES group ~+COP .."]],
    ["LAKE_FOLK {} [~CVL]", ["LAKE FOLK group ~+CVL .."]],
    ["HEAD_OF_LAKE {HEADS_OF_LAKE} [~GOV]", ["HEAD OF LAKE/HEADS OF LAKE group ~+GOV .."]],
    ["!FOLK! = MAN, MEN\nBRIDGE!FOLK! [~LAB]", ["BRIDGEMAN/BRIDGEMANS/BRIDGEMEN group ~+LAB .."]],
  ])("%s", (text, entries) => {
    expect(told(text)).toEqual(entries);
  });
});

describe("lines that cannot be read", () => {
  test.each([
    [
      "GOOD [AAA]\nBETTER [AAA]\nBAD [AAAB]",
      "own.txt:3: “AAAB” is no code of three-letter parts; the line was passed over",
    ],
    ["GOOD [AAA]\nBETTER [AAA]\nBAD [AAA 2004017-20061201]", "own.txt:3: “2004017-20061201” is no restriction by date"],
    ["GOOD [AAA]\nBETTER [AAA]\nBAD [AAA", "own.txt:3: a bracket that is not closed"],
    ["+LOST\nGOOD [AAA]\nBETTER [AAA]", "own.txt:1: a synonym without an entry above it"],
    ["\t[AAA]\nGOOD [AAA]\nBETTER [AAA]", "own.txt:1: a code without an entry above it"],
  ])("%s", (text, problem) => {
    const { problems, actors } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(actors).toHaveLength(2);
  });

  test.each(["", "no dictionary at all", "--- MEET [040]\nTALK\n[010]"])("a file of something else: %s", (text) => {
    expect(() => read(text)).toThrow("own.txt:1: this is no actors or agents dictionary");
  });

  test("any text is read or refused by name", () => {
    const line = fc.array(
      fc.constantFrom(
        "A_B",
        "+",
        "[",
        "]",
        "~",
        "AAA",
        " ",
        "#",
        "<!--",
        "-->",
        "{",
        "}",
        "!",
        "=",
        "990101",
        "-",
        ">",
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        try {
          read(lines.map((words) => words.join("")).join("\n"));
        } catch (error) {
          expect(String(error)).toContain("own.txt:1:");
        }
      }),
    );
  });
});
