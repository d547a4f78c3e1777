import { describe, expect, test } from "vitest";
import { addressOf } from "../../src/web/api/client.js";
import { asProblem, problemOf } from "../../src/web/api/problems.js";
import { channelWords, eventWords, statusWords } from "../../src/web/words/codes.js";
import { addDays, daysBetween, dayWords } from "../../src/web/words/days.js";
import { counted, grouped, joined, percent, signed } from "../../src/web/words/numbers.js";

describe("days in words", () => {
  test.each([
    ["2021-10-05", "5 October 2021"],
    ["2021-10", "October 2021"],
    ["2021", "2021"],
    ["2021-13", "2021"],
    ["soon", "soon"],
  ])("%s: %s", (day, words) => {
    expect(dayWords(day)).toBe(words);
  });

  test.each([
    ["2021-10-05", "2021-10-05", 0],
    ["2021-02-28", "2021-03-01", 1],
    ["2021-10", "2021-10-05", null],
  ])("from %s to %s", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test("later days", () => {
    expect([addDays("2023-12-31", 1), addDays("2024-03-01", -1)]).toEqual(["2024-01-01", "2024-02-29"]);
  });
});

describe("numbers in words", () => {
  test("counts", () => {
    expect([counted(1, "copy", "copies"), counted(0, "copy", "copies"), counted(12_345, "article")]).toEqual(["1 copy", "0 copies", "12,345 articles"]); // biome-ignore format: one line reads best
    expect([999, 1000, 1_234_567].map(grouped)).toEqual(["999", "1,000", "1,234,567"]);
  });

  test("shares, scores and names", () => {
    expect([0, 0.954, 1].map(percent)).toEqual(["0%", "95%", "100%"]);
    expect([1.5, -3, 0, -0.04].map(signed)).toEqual(["+1.5", "−3", "0", "0"]);
    expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(joined)).toEqual(["", "A", "A and B", "A, B and C"]);
  });
});

describe("codes in words", () => {
  test("events, channels and statuses", () => {
    expect(eventWords("CONSULT", "phone")).toBe("Consulted: by phone");
    expect(eventWords("ASSAULT", "heavy-weapons")).toBe("Attacked: heavy weapons");
    expect(channelWords("phone")).toBe("Phone call");
    expect(statusWords("happened", true)).toBe("said not to have happened (happened)");
  });

  test.each(["constructor", "toString", "__proto__"])("a code that is none comes back as it is: %s", (code) => {
    expect(channelWords(code)).toBe(code);
    expect(eventWords("CONSULT", code)).toBe(`Consulted: ${code}`);
  });
});

describe("addresses and troubles of the API", () => {
  test("filters that are empty are not sent, and names stand in order", () => {
    expect(addressOf("/api/contacts", { words: "a&b", actors: "", since: undefined, limit: 50 })).toBe("/api/contacts?limit=50&words=a%26b"); // biome-ignore format: one line reads best
    expect(addressOf("/api/meta")).toBe("/api/meta");
  });

  test.each([
    [404, { title: "Not found", detail: "There is no document “x”." }, "missing", "There is no document “x”."],
    [400, { title: "Bad request" }, "refused", "Bad request"],
    [500, null, "broken", "The server answered with status 500."],
    [503, { detail: 7 }, "broken", "The server answered with status 503."],
  ])("status %i", (status, body, kind, message) => {
    expect(problemOf(status, body)).toMatchObject({ kind, message });
  });

  test("whatever is thrown has words", () => {
    expect(asProblem("x").message).toBe("Something went wrong.");
    expect(asProblem(new Error("y")).message).toBe("y");
  });
});
