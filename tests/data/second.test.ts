import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CONTEXTS } from "../../src/engine/base/contexts.js";
import { rowName } from "../../train/events/answers.js";
import { keptExamples, writtenExamples } from "../../train/events/examples.js";
import { isReadTwice, readTwice, secondReadings } from "../../train/events/second.js";
import { ROOT } from "../cli/run.js";

const WRITTEN = join(ROOT, "data", "written");
const readings = secondReadings(WRITTEN);
const kept = keptExamples(WRITTEN);
const LATER = join(WRITTEN, "later");
const all = [...kept, ...writtenExamples(WRITTEN), ...keptExamples(LATER), ...writtenExamples(LATER)];
const known: ReadonlySet<string> = new Set(CONTEXTS);

describe("the second readings", () => {
  test("are each of a written sentence with an event", () => {
    const rows = new Map(all.map((row) => [rowName(row.marked), row.event]));
    expect([...readings.keys()].filter((row) => (rows.get(row) ?? "NONE") === "NONE")).toEqual([]);
  });

  test("stand in the order of their rows", () => {
    const rows = readFileSync(join(WRITTEN, "second", "readings.tsv"), "utf8")
      .split("\n")
      .map((line) => line.split("\t")[0] ?? "")
      .filter((row) => /^[0-9a-f]{16}$/.test(row));
    expect(rows).toEqual([...rows].sort());
    expect(rows).toHaveLength(readings.size);
  });

  test("name PLOVER's contexts alone", () => {
    const named = [...readings.values()].flatMap((reading) => reading.context ?? []);
    expect(named.filter((context) => !known.has(context))).toEqual([]);
  });

  test("cover every sentence with an event that is kept out of training", () => {
    expect(kept.filter((row) => row.event !== "NONE" && !isReadTwice(row, readings))).toEqual([]);
  });

  test("take the place of the first reader's labels, and leave the rest", () => {
    const twice = readTwice(kept, readings);
    expect(twice.map((row) => [row.marked, row.event, row.mode])).toEqual(
      kept.map((row) => [row.marked, row.event, row.mode]),
    );
    expect(twice.filter((row, i) => row.context !== kept[i]?.context).length).toBeGreaterThan(200);
  });
});
