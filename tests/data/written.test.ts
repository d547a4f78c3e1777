import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PLOVER_EVENTS } from "../../src/engine/base/codes.js";
import { CONTEXTS } from "../../src/engine/base/contexts.js";
import { groupBy } from "../../src/engine/base/group-by.js";
import { ROOT } from "../cli/run.js";
import { knowledge } from "./knowledge.js";

const FOLDER = join(ROOT, "data", "written");
const COLUMNS = ["event", "mode", "cameo", "context", "status", "negated", "sentence"];
const STATUSES: readonly string[] = ["happened", "planned", "hypothetical", "historical"];

interface Row {
  readonly where: string;
  readonly cells: readonly string[];
}

function rowsOf(folder: string): readonly Row[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .split("\n")
        .map((line, i) => ({ where: `${name}:${i + 1}`, cells: line.split("\t") }))
        .filter(({ cells }) => cells[0] !== "" && cells[0] !== "event"),
    );
}

const rows = rowsOf(FOLDER);
const later = rowsOf(join(FOLDER, "later"));
const cell = (row: Row, name: string): string => row.cells[COLUMNS.indexOf(name)] ?? "";
const sentence = (row: Row): string => cell(row, "sentence");

describe("the sentences in the public data's habit", () => {
  const habit = rowsOf(join(FOLDER, "habit")).filter(({ cells }) => !cells[0]?.startsWith("#"));

  test("have an event, each mark once, and stand there once", () => {
    const events: readonly string[] = [...PLOVER_EVENTS.filter((e) => e !== "CONCEDE" && e !== "RETREAT"), "YIELD"];
    const wrong = habit.filter(({ cells: [event = "", text = "", ...more] }) => {
      const marks = ["<s>", "</s>", "<t>", "</t>"].every((tag) => text.split(tag).length === 2);
      return more.length > 0 || !marks || !events.includes(event);
    });
    expect(wrong.map((r) => r.where)).toEqual([]);
    expect(new Set(habit.map(({ cells }) => cells[1])).size).toBe(habit.length);
    expect(events.filter((event) => habit.filter(({ cells }) => cells[0] === event).length < 80)).toEqual([]);
  });

  test("are sorted by event and sentence, file by file", () => {
    for (const [file, own] of groupBy(habit, ({ where }) => where.split(":")[0] ?? ""))
      expect(
        own.map(({ cells }) => cells.join("\t")),
        file,
      ).toEqual(own.map(({ cells }) => cells.join("\t")).sort());
  });
});

describe("the written sentences", () => {
  test("are many, over all events, with many in which nothing is to be coded", () => {
    const count = (event: string): number => rows.filter((r) => cell(r, "event") === event).length;
    expect(rows.length).toBeGreaterThan(9_000);
    expect(count("NONE")).toBeGreaterThan(1_000);
    expect(PLOVER_EVENTS.filter((event) => count(event) < 350)).toEqual([]);
  });

  test("have known codes and each mark once", () => {
    const events: readonly string[] = [...PLOVER_EVENTS, "NONE"];
    const contexts: readonly string[] = CONTEXTS;
    const wrong = [...rows, ...later].filter((row) => {
      const known =
        row.cells.length === COLUMNS.length &&
        events.includes(cell(row, "event")) &&
        STATUSES.includes(cell(row, "status")) &&
        ["", "yes"].includes(cell(row, "negated")) &&
        cell(row, "context")
          .split("|")
          .every((c) => c === "" || contexts.includes(c)) &&
        /^(?:\d{3,4})?$/.test(cell(row, "cameo")) &&
        (cell(row, "event") === "NONE") === (cell(row, "cameo") === "");
      const marks = ["<s>", "</s>"].every((tag) => sentence(row).split(tag).length === 2);
      return !known || !marks || sentence(row).split("<t>").length > 2;
    });
    expect(wrong.map((r) => r.where)).toEqual([]);
  });

  test("are no templates: no two share more than 60 % of their word trigrams, parties masked", () => {
    expect(alike([...rows, ...later], 0.6)).toEqual([]);
  });

  test("use many predicates", () => {
    const lemmas = new Set<string>();
    for (const row of rows.filter((r) => cell(r, "event") !== "NONE")) {
      const text = sentence(row).replace(/<\/?[st]>/g, "");
      for (const s of knowledge.language.analyse(text, [[0, text.length]]))
        for (const token of s.tokens) if (token.upos === "VERB") lemmas.add(token.lemma.toLowerCase());
    }
    expect(lemmas.size).toBeGreaterThan(1_500);
  });
});

/** Pairs of rows that share more than a part of the smaller one's trigrams. */
function alike(all: readonly Row[], part: number): readonly string[] {
  const seen = new Map<string, number[]>();
  const sizes: number[] = [];
  const found: string[] = [];
  all.forEach((row, index) => {
    const own = trigrams(sentence(row));
    const shared = new Map<number, number>();
    for (const t of own) for (const other of seen.get(t) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared)
      if (count / Math.max(1, Math.min(own.size, sizes[other] ?? 1)) > part)
        found.push(`${all[other]?.where} ~ ${row.where}`);
    for (const t of own) seen.set(t, [...(seen.get(t) ?? []), index]);
    sizes.push(own.size);
  });
  return found;
}

function trigrams(text: string): ReadonlySet<string> {
  const masked = text.replace(/<s>[^<]*<\/s>/g, " S ").replace(/<t>[^<]*<\/t>/g, " T ");
  const words = masked.toLowerCase().match(/[\p{L}\p{N}_'’-]+/gu) ?? [];
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
}
