import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  dayOfWeek,
  dayParts,
  daysOf,
  isoWeek,
  makeDay,
  parseDay,
} from "../../../src/engine/base/day.js";

/** 1900 to 2100. */
const day = fc.integer({ min: -25_567, max: 47_847 }).map(dayOf);

/** The day a test writes down. */
function d(value: string): Day {
  const parsed = parseDay(value);
  if (parsed === null) throw new Error(`no day: ${value}`);
  return parsed;
}

describe("parseDay", () => {
  test.each([
    "2021-10-05",
    "2000-02-29",
    "2024-02-29",
    "1900-12-31",
    "0100-01-01",
    "9999-12-31",
  ])("%s is a day", (value) => {
    expect(parseDay(value)).toBe(value);
  });

  test.each([
    "0099-12-31", // the language's calendar reads the years before 100 as of the last century
    "2021-02-29",
    "1900-02-29",
    "2021-13-01",
    "2021-00-10",
    "2021-04-31",
    "2021-10-00",
    "2021-10",
    "2021-10-5",
    "2021-10-05T00:00:00Z",
    " 2021-10-05",
    "2021/10/05",
    "05-10-2021",
    "",
    "２０２１-10-05",
    "2021-10-05\n",
  ])("%o is none", (value) => {
    expect(parseDay(value)).toBeNull();
  });

  test("any string gives a day or null", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect([value, null]).toContain(parseDay(value));
      }),
    );
  });
});

describe("makeDay", () => {
  test.each([
    [2021, 10, 5, "2021-10-05"],
    [933, 4, 3, "0933-04-03"],
    [2021, 2, 29, null],
    [2021, 0, 1, null],
    [2021, 1, 0, null],
    [12021, 1, 1, null],
    [-1, 1, 1, null],
    [2021, 1.5, 1, null],
    [Number.NaN, 1, 1, null],
  ])("%d %d %d → %s", (year, month, date, expected) => {
    expect(makeDay(year, month, date)).toBe(expected);
  });

  test("undoes dayParts", () => {
    fc.assert(
      fc.property(day, (a) => {
        expect(makeDay(...dayParts(a))).toBe(a);
      }),
    );
  });
});

describe("counting days", () => {
  test.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-03-01", 11_017],
    ["2021-10-05", 18_905],
  ])("%s is day %d", (value, number) => {
    expect(dayNumber(d(value))).toBe(number);
    expect(dayOf(number)).toBe(value);
  });

  test.each([
    ["2021-10-05", 30, "2021-11-04"],
    ["2020-02-28", 1, "2020-02-29"],
    ["2021-02-28", 1, "2021-03-01"],
    ["2021-01-01", -1, "2020-12-31"],
    ["2021-03-28", 1, "2021-03-29"], // a night in which clocks change
  ])("%s and %d days is %s", (value, days, expected) => {
    expect(addDays(d(value), days)).toBe(expected);
  });

  test("going and coming back ends where it began", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (a, n) => {
        const b = addDays(a, n);
        expect(addDays(b, -n)).toBe(a);
        expect(dayNumber(b) - dayNumber(a)).toBe(n);
        expect(parseDay(b)).toBe(b);
      }),
    );
  });

  test("the order of days is the order of their strings", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(a < b).toBe(dayNumber(a) < dayNumber(b));
      }),
    );
  });
});

describe("dayOfWeek", () => {
  test.each([
    ["1970-01-01", 4],
    ["1969-12-28", 0],
    ["2021-10-05", 2],
    ["2000-01-01", 6],
    ["1900-01-01", 1],
  ])("%s is %d", (value, weekday) => {
    expect(dayOfWeek(d(value))).toBe(weekday);
  });

  test("runs from 0 to 6 and comes round after seven days", () => {
    fc.assert(
      fc.property(day, (a) => {
        expect(dayOfWeek(addDays(a, 1))).toBe((dayOfWeek(a) + 1) % 7);
        expect(dayOfWeek(addDays(a, 7))).toBe(dayOfWeek(a));
      }),
    );
  });
});

describe("isoWeek", () => {
  test.each([
    ["2005-01-01", 2004, 53],
    ["2005-01-02", 2004, 53],
    ["2005-12-31", 2005, 52],
    ["2006-01-01", 2005, 52],
    ["2007-01-01", 2007, 1],
    ["2008-12-29", 2009, 1],
    ["2009-12-31", 2009, 53],
    ["2010-01-03", 2009, 53],
    ["2010-01-04", 2010, 1],
    ["2020-12-31", 2020, 53],
    ["2021-01-03", 2020, 53],
    ["2021-10-05", 2021, 40],
    ["2024-12-30", 2025, 1],
  ])("%s is in week %d-W%d", (value, year, week) => {
    expect(isoWeek(d(value))).toEqual([year, week]);
  });

  test("Monday to Sunday share a week, and the next Monday has another", () => {
    fc.assert(
      fc.property(day, (a) => {
        const monday = addDays(a, -((dayOfWeek(a) + 6) % 7));
        for (let i = 0; i < 7; i++) expect(isoWeek(addDays(monday, i))).toEqual(isoWeek(monday));
        expect(isoWeek(addDays(monday, 7))).not.toEqual(isoWeek(monday));
      }),
    );
  });

  test("4 January is in week 1 and 28 December in the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        expect(isoWeek(d(`${year}-01-04`))).toEqual([year, 1]);
        const [lastYear, last] = isoWeek(d(`${year}-12-28`));
        expect(lastYear).toBe(year);
        expect([52, 53]).toContain(last);
        expect(isoWeek(addDays(d(`${year}-12-28`), 7))).toEqual([year + 1, 1]);
      }),
    );
  });
});

describe("addMonths", () => {
  test.each([
    ["2021-10-05", 1, "2021-11-05"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-12-15", 1, "2022-01-15"],
    ["2021-01-15", -1, "2020-12-15"],
    ["2021-03-31", -1, "2021-02-28"],
    ["2020-02-29", 12, "2021-02-28"],
    ["2021-10-05", 0, "2021-10-05"],
    ["2021-10-05", -25, "2019-09-05"],
  ])("%s and %d months is %s", (value, months, expected) => {
    expect(addMonths(d(value), months)).toBe(expected);
  });

  test("is undone by its inverse up to the 28th, and reaches the right month always", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), (a, n) => {
        const b = addMonths(a, n);
        const [[y, m, date], [year, month, there]] = [dayParts(a), dayParts(b)];
        expect(year * 12 + month - (y * 12 + m)).toBe(n);
        expect(there).toBeLessThanOrEqual(date);
        if (date <= 28) expect(addMonths(b, -n)).toBe(a);
      }),
    );
  });
});

describe("daysOf", () => {
  test.each([
    ["2021-10-05", "2021-10-05", "2021-10-05"],
    ["2021-10", "2021-10-01", "2021-10-31"],
    ["2021-12", "2021-12-01", "2021-12-31"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["2021", "2021-01-01", "2021-12-31"],
  ])("%s covers %s to %s", (prefix, first, last) => {
    expect(daysOf(prefix)).toEqual([first, last]);
  });

  test.each([
    "",
    "202",
    "2021-13",
    "2021-00",
    "2021-02-30",
    "2021-W40",
    "2021-Q3",
    "XXXX",
    "2021-10-05T10:00",
  ])("%o covers none", (prefix) => {
    expect(daysOf(prefix)).toBeNull();
  });

  test("a prefix covers every day that begins with it", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (a, digits) => {
        const [first, last] = daysOf(a.slice(0, digits)) ?? [];
        expect(first !== undefined && last !== undefined && first <= a && a <= last).toBe(true);
        expect(first?.slice(0, digits)).toBe(a.slice(0, digits));
        expect(last?.slice(0, digits)).toBe(a.slice(0, digits));
      }),
    );
  });
});
