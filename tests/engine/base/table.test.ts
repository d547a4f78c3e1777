import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DataError } from "../../../src/engine/base/errors.js";
import { readTable, type TableSpec } from "../../../src/engine/base/table.js";

const SPEC: TableSpec = {
  columns: ["name", "code", "names", "source"],
  keys: 2,
  codes: { code: new Set(["AAA", "BBB", ""]) },
};
const HEADER = "name\tcode\tnames\tsource";

function read(...lines: readonly string[]) {
  return readTable("data/x.tsv", `${lines.join("\n")}\n`, SPEC);
}

describe("readTable", () => {
  test("gives rows with their line, cells and alternatives", () => {
    const rows = read("# What it holds.", HEADER, "a\tAAA\tx|y\trecalled", "a\tBBB\t\trecalled");
    expect(rows.map((row) => row.line)).toEqual([3, 4]);
    expect(rows.map((row) => row.cell("code"))).toEqual(["AAA", "BBB"]);
    expect(rows.map((row) => row.list("names"))).toEqual([["x", "y"], []]);
    expect(rows[1]?.cell("names")).toBe("");
  });

  test("a table may hold no row", () => {
    expect(read(HEADER)).toEqual([]);
  });

  test("comments of several lines may stand above the header", () => {
    expect(read("# one", "# two", HEADER, "a\tAAA\t\tr")[0]?.line).toBe(4);
  });

  test("a column that is not there is a fault of the caller", () => {
    expect(() => read(HEADER, "a\tAAA\t\tr")[0]?.cell("colour")).toThrow(new TypeError("no column colour"));
  });

  test.each([
    ["no header", ["a\tAAA\t\tr"], 1, "the header should be: name ⇥ code ⇥ names ⇥ source"],
    ["an empty file", [""], 1, "the header should be"],
    ["columns in another order", ["code\tname\tnames\tsource"], 1, "the header should be"],
    ["a header below a comment", ["# c", "name"], 2, "the header should be"],
    ["too few cells", [HEADER, "a\tAAA\tr"], 2, "3 cells where the header has 4"],
    ["too many cells", [HEADER, "a\tAAA\t\tr\t"], 2, "5 cells where the header has 4"],
    ["blanks for tabs", [HEADER, "a AAA  r"], 2, "1 cells where the header has 4"],
    ["a comment below the header", [HEADER, "# later"], 2, "1 cells where the header has 4"],
    ["a row twice", [HEADER, "a\tAAA\t\tr", "a\tAAA\t\tr"], 3, "duplicate of “a\tAAA”"],
    ["one key twice with other cells", [HEADER, "a\tAAA\t\tr", "a\tAAA\tx\tq"], 3, "duplicate of “a\tAAA”"],
    [
      "rows unsorted by the first key",
      [HEADER, "b\tAAA\t\tr", "a\tAAA\t\tr"],
      3,
      "“a\tAAA” is not sorted: after “b\tAAA”",
    ],
    [
      "rows unsorted by the second key",
      [HEADER, "a\tBBB\t\tr", "a\tAAA\t\tr"],
      3,
      "“a\tAAA” is not sorted: after “a\tBBB”",
    ],
    ["small letters before capitals", [HEADER, "a\tAAA\t\tr", "B\tAAA\t\tr"], 3, "is not sorted"],
    ["an unknown code", [HEADER, "a\tCCC\t\tr"], 2, "unknown code “CCC”"],
    ["an unknown code among alternatives", [HEADER, "a\tAAA|CCC\t\tr"], 2, "unknown code “CCC”"],
    ["a code in small letters", [HEADER, "a\taaa\t\tr"], 2, "unknown code “aaa”"],
  ])("refuses %s by file and line", (_what, lines, line, message) => {
    expect(() => read(...lines)).toThrow(DataError);
    expect(() => read(...lines)).toThrow(`data/x.tsv:${line}: `);
    expect(() => read(...lines)).toThrow(message);
  });

  test("the error carries file and line apart", () => {
    try {
      read(HEADER, "a\tCCC\t\tr");
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: "DataError", file: "data/x.tsv", line: 2 });
    }
  });

  test("reads what it is given in any sorted order, and refuses any other", () => {
    const name = fc.stringMatching(/^[A-Za-z]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), (names) => {
        const lines = names.map((n) => `${n}\tAAA\t\tr`);
        const keys = names.map((n) => `${n}\tAAA`);
        const sorted = keys.every((key, i) => i === 0 || (keys[i - 1] ?? "") < key);
        if (sorted) expect(read(HEADER, ...lines).map((row) => row.cell("name"))).toEqual(names);
        else expect(() => read(HEADER, ...lines)).toThrow("is not sorted");
      }),
    );
  });
});
