import { expect, test } from "vitest";
import { isColoured, textWidth } from "../../src/cli/terminal.js";
import { clean } from "../../src/export/clean.js";
import { renderText } from "../../src/export/text/index.js";
import { pad, shorten, widthOf, wrap } from "../../src/export/text/layout.js";
import { whyNothing } from "../../src/export/why-nothing.js";
import { record } from "./record.js";

const plain = { width: 80, coloured: false, explain: false };

test.each([
  ["a\n b\t c", "a b c"],
  ["\u001b[31mred\u001b[0m", "[31mred[0m"],
  ["\u009b31m", "31m"],
  ["abc\u202etxt", "abctxt"],
  [" x ", "x"],
])("%j is shown as %j", (text, shown) => {
  expect(clean(text)).toBe(shown);
});

test.each([
  ["abc", 3],
  ["\u001b[1mabc\u001b[22m", 3],
  ["é", 1],
  ["e\u0301", 1],
  ["東京", 4],
])("%j takes %i columns", (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test("wrapping keeps the words and the width", () => {
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
  expect(wrap("", 4)).toEqual([]);
  expect(shorten(["a", "b", "c"], 2)).toEqual(["a", "b …"]);
  expect(shorten(["a", "b"], 2)).toEqual(["a", "b"]);
  expect(pad("ab", 4)).toBe("ab  ");
});

test("colours change nothing but colours", () => {
  const colour = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");
  const coloured = renderText(record(), { ...plain, coloured: true });
  expect(coloured).not.toBe(renderText(record(), plain));
  expect(coloured.replace(colour, "")).toBe(renderText(record(), plain));
});

test("text of an article cannot steer the terminal", () => {
  const hostile = "\u001b]0;owned\u0007\u001b[2J";
  const text = renderText(
    record({
      name: hostile,
      document: {
        title: hostile,
        agency: hostile,
        byline: hostile,
        notices: [{ code: "x", message: hostile, span: null }],
      },
      events: [{ why: hostile }],
    }),
    { ...plain, explain: true },
  );
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
});

test("--explain says why an item is there, and why there is none", () => {
  expect(renderText(record(), plain)).not.toContain("a telephone call that was held");
  expect(renderText(record(), { ...plain, explain: true })).toContain("a telephone call that was held");
  expect(renderText(record({ events: [] }), plain)).toContain("--explain says why");
  expect(renderText(record({ events: [] }), { ...plain, explain: true })).toMatch(/no\s+frame\s+matched/);
});

test.each([
  [
    "actors, but no frame",
    record({ events: [] }),
    /2 actors with codes were found \(Vladimir Putin and Xi Jinping\), but no frame matched/,
  ],
  ["no actors", record({ events: [], actors: [] }), /No actor was found/],
  ["another language", record({ events: [], document: { language: "fr" } }), /only English is read/],
  ["a short text", record({ events: [] }), /short/],
])("why nothing was coded: %s", (_name, made, reason) => {
  expect(whyNothing(made).join(" ")).toMatch(reason);
});

test("with events there is nothing to explain", () => {
  expect(whyNothing(record())).toEqual([]);
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [false, { FORCE_COLOR: "1" }, true],
  [true, { FORCE_COLOR: "0" }, false],
  [true, { TERM: "dumb" }, false],
])("terminal %s with %j: coloured %s", (isTTY, env, coloured) => {
  expect(isColoured({ isTTY }, env)).toBe(coloured);
});

test.each([
  [undefined, 100],
  [80, 80],
  [20, 40],
  [300, 110],
])("%s columns: set in %i", (columns, width) => {
  expect(textWidth(columns === undefined ? {} : { columns })).toBe(width);
});
