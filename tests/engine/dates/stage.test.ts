import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlaps } from "../../../src/engine/base/span.js";
import { daysOfTime, findTimes, makeTimeLexicon } from "../../../src/engine/dates/index.js";
import { dateTables, lexicon, sentencesOf } from "./sentences.js";

const WORDS = (
  "the a last next this past two three 5 7 31 1998 2021 October May Monday Tuesday Sunday week weeks month year years quarter day " +
  "days night morning of on in by to and - , . early late ago later earlier every third first second half few several now soon " +
  "p.m. 10 14:30 GMT noon today yesterday tomorrow spring fall Christmas Day eve before after said will meet '80s 1990s 20th century"
).split(" ");
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" "));
const day = fc.integer({ min: 0, max: 25_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe("the stage", () => {
  test("spans lie in their sentence, in order, without overlap, and say the text", () => {
    fc.assert(
      fc.property(text, fc.option(day), (written, published) => {
        const sentences = sentencesOf(written);
        const found = findTimes(sentences, written, { published, country: null }, lexicon);
        for (const [i, time] of found.entries()) {
          const sentence = sentences[time.sentence];
          expect(time.text).toBe(written.slice(...time.span));
          expect(sentence?.tokens[time.first]?.start).toBeLessThanOrEqual(time.span[0]);
          expect(sentence?.tokens[time.last]?.end).toBeGreaterThanOrEqual(time.span[1]);
          expect(time.confidence).toBeGreaterThan(0);
          expect(time.confidence).toBeLessThanOrEqual(1);
          expect(time.why).not.toBe("");
          const next = found[i + 1];
          if (next !== undefined) {
            expect(overlaps(time.span, next.span)).toBe(false);
            expect(time.span[0]).toBeLessThan(next.span[0]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("the same input gives the same output", () => {
    fc.assert(
      fc.property(text, day, (written, published) => {
        const once = findTimes(sentencesOf(written), written, { published, country: "USA" }, lexicon);
        expect(findTimes(sentencesOf(written), written, { published, country: "USA" }, lexicon)).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  test.each(["9999-12-31", "0001-01-01", "no day", ""])("published on %o counts as not known", (published) => {
    const written = "They left last month on Monday. The following month they met on 31.12.9999.";
    const found = findTimes(sentencesOf(written), written, { published, country: null }, lexicon);
    expect(found.map((time) => time.value)).toEqual(["PAST_REF", "XXXX-WXX-1", "FUTURE_REF"]);
  });

  test("any text is read without a throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (written) => {
        findTimes(sentencesOf(written), written, { published: "2021-10-05", country: null }, lexicon);
      }),
    );
  });

  test("a past weekday lies less than a week before publication", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("Monday", "Thursday", "Sunday"), (published, name) => {
        const written = `They spoke on ${name}.`;
        const [time] = findTimes(sentencesOf(written), written, { published, country: null }, lexicon);
        const gap = (Date.parse(published) - Date.parse(time?.value ?? "")) / 86_400_000;
        expect(gap).toBeGreaterThanOrEqual(0);
        expect(gap).toBeLessThan(7);
      }),
    );
  });
});

describe("daysOfTime", () => {
  test.each([
    ["2021-10-05", "2021-10-05", "2021-10-05"],
    ["2021-10-05TMO", "2021-10-05", "2021-10-05"],
    ["2021-10", "2021-10-01", "2021-10-31"],
    ["2021", "2021-01-01", "2021-12-31"],
    ["2021-W40", "2021-10-04", "2021-10-10"],
    ["2021-W40-WE", "2021-10-09", "2021-10-10"],
    ["2021-Q3", "2021-07-01", "2021-09-30"],
    ["2021-H2", "2021-07-01", "2021-12-31"],
    ["2020-WI", "2020-12-01", "2021-02-28"],
    ["199", "1990-01-01", "1999-12-31"],
    ["19", "1900-01-01", "1999-12-31"],
  ])("%s is %s to %s", (value, first, last) => {
    expect(daysOfTime(value)).toEqual([first, last]);
  });

  test.each(["PAST_REF", "P3D", "XXXX-10-05", "XXXX-WXX-2", "2021-13", ""])("%s covers no known days", (value) => {
    expect(daysOfTime(value)).toBeNull();
  });
});

describe("makeTimeLexicon", () => {
  test("names a missing table", () => {
    const tables = dateTables();
    tables.delete("dates/months.tsv");
    expect(() => makeTimeLexicon(tables)).toThrow("no table dates/months.tsv");
  });

  test.each([
    ["dates/units.tsv", "zzz\tX\t\trecalled", "unknown unit “X”"],
    ["dates/holidays.tsv", "zz day\t\t1st Monday\trecalled", "unknown rule “1st Monday”"],
    ["dates/zones.tsv", "a\t+00:00\trecalled", "not sorted"],
  ])("%s with a wrong row: %s", (name, row, message) => {
    const tables = dateTables();
    tables.set(name, `${tables.get(name) ?? ""}${row}\n`);
    expect(() => makeTimeLexicon(tables)).toThrow(message);
  });
});
