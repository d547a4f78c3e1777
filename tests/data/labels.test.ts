import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PLOVER_EVENTS } from "../../src/engine/base/codes.js";
import { CONTEXTS } from "../../src/engine/base/contexts.js";
import { isOf } from "../../src/engine/events/relate/event-codes.js";
import { ROOT } from "../cli/run.js";

const TABLES = ["real.tsv", "later/any.tsv", "later/asked.tsv", "later/told.tsv"] as const;
const SETS: readonly string[] = ["news_pairs", "not_readouts", "plain", "polnear", "readouts"];
const STATUSES: readonly string[] = ["happened", "planned", "hypothetical", "historical"];
const CONTEXT_NAMES: readonly string[] = CONTEXTS;
const LONGEST = 1_500; // code units of a sentence

const rowsOf = (table: string): readonly (readonly string[])[] =>
  readFileSync(join(ROOT, "data", "labels", table), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("id\t"))
    .map((line) => line.split("\t"));

/** What is wrong with a row; empty where nothing is. */
function faults(cells: readonly string[]): string {
  const [id = "", set = "", document = "", ...rest] = cells;
  const [start = 0, end = 0, ...sides] = rest.slice(0, 6).map(Number);
  const [name = "", mode = "", cameo = "", context = "", status = "", negated = ""] = rest.slice(6);
  const [s0 = 0, s1 = 0, t0 = 0, t1 = 0] = sides;
  const within = (from: number, to: number): boolean => start <= from && from < to && to <= end;
  const event = PLOVER_EVENTS.find((known) => known === name);
  return [
    cells.length === 15 ? "" : "cells",
    SETS.includes(set) ? "" : "set",
    /^[0-9a-f]{16}$/.test(document) ? "" : "document",
    within(s0, s1) && within(t0, t1) && end - start <= LONGEST ? "" : "places",
    name === "NONE" || event !== undefined ? "" : "event",
    event === undefined ? (`${mode}${cameo}${context}${negated}` === "" ? "" : "labels of nothing") : "",
    event === undefined || (/^\d{3,4}$/.test(cameo) && isOf(event, cameo.slice(0, 3))) ? "" : "code",
    context.split("|").every((c) => c === "" || CONTEXT_NAMES.includes(c)) ? "" : "context",
    STATUSES.includes(status) && ["", "yes"].includes(negated) ? "" : "status",
  ]
    .filter(Boolean)
    .map((fault) => `${id}: ${fault}`)
    .join(", ");
}

describe.each(TABLES)("the labels on real sentences, %s", (table) => {
  const rows = rowsOf(table);

  test("have known codes and places, and no text", () => {
    expect(rows.map(faults).filter(Boolean)).toEqual([]);
  });

  test("name each pair of places once", () => {
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    expect(new Set(rows.map((cells) => cells.slice(1, 9).join("\t"))).size).toBe(rows.length);
  });
});

test("what is wrong with a row is found", () => {
  const good = ["q1", "plain", "0123456789abcdef", "0", "90", "0", "6", "20", "25", "AID", "", "073", "health", "happened", ""]; // biome-ignore format: a row
  const altered = (at: number, cell: string): string => faults(good.with(at, cell));
  expect(faults(good)).toBe("");
  expect([altered(2, "title"), altered(8, "91"), altered(9, "NONE"), altered(11, "163"), altered(12, "hope")]).toEqual([
    "q1: document",
    "q1: places",
    "q1: labels of nothing",
    "q1: code",
    "q1: context",
  ]);
});
