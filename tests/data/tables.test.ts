import { describe, expect, test } from "vitest";
import { makeActorLexicon } from "../../src/engine/actors/index.js";
import { makeClaimLexicon } from "../../src/engine/claims/index.js";
import { makeContactLexicon } from "../../src/engine/contacts/index.js";
import { makeTimeLexicon } from "../../src/engine/dates/index.js";
import { makeDocumentLexicon } from "../../src/engine/document/lexicon.js";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { makeStoryLexicon } from "../../src/engine/stories/index.js";
import { files, knowledge, rowsOf } from "./knowledge.js";

const names = [...files.tables.keys()];

/** A table that remembers what was asked of it. */
class Watched extends Map<string, string> {
  readonly asked = new Set<string>();

  override get(key: string): string | undefined {
    this.asked.add(key);
    return super.get(key);
  }
}

describe("the shipped tables", () => {
  test("make every stage's lexicon", () => {
    expect(knowledge.document.languages.length).toBeGreaterThan(30);
    expect(knowledge.actors.people.length).toBeGreaterThan(2000);
    expect(knowledge.actors.countries.size).toBeGreaterThan(190);
    expect(knowledge.times.words.size).toBeGreaterThan(100);
    expect(knowledge.claims.verbs.size).toBeGreaterThan(500);
    expect(knowledge.contacts).toBeDefined();
  });

  test("are each read by some stage", () => {
    const tables = new Watched(files.tables);
    makeKnowledge({ ...files, tables });
    // The leaders' tables are taken as a folder; those of the language model were taken when it was trained.
    const unread = names.filter((name) => !tables.asked.has(name) && !/^(?:actors\/leaders|language)\//.test(name));
    expect(unread).toEqual([]);
  });

  test.each(names)("%s: a header in small letters that ends in source, and a source in every row", (name) => {
    const rows = rowsOf(name);
    const columns = Object.keys(rows[0] ?? {});
    expect(columns.at(-1)).toBe("source");
    expect(columns.filter((column) => !/^[a-z][a-z0-9_]*$/.test(column))).toEqual([]);
    expect(rows.filter((row) => row["source"] === "")).toEqual([]);
  });

  test.each(names)("%s: no empty alternative in a cell", (name) => {
    const rows = rowsOf(name).filter((row) => Object.values(row).some((cell) => /^\||\|\||.\|$/.test(cell)));
    expect(rows).toEqual([]);
  });
});

test("no name belongs to organisations of two countries, articles aside", () => {
  const owners = new Map<string, Set<string>>();
  for (const { name = "", code = "", aliases = "" } of rowsOf("actors/organisations.tsv"))
    for (const own of [name, ...aliases.split("|")].filter(Boolean)) {
      const key = own.toLowerCase().replace(/^the /, "");
      owners.set(key, (owners.get(key) ?? new Set()).add(code));
    }
  expect([...owners].filter(([, codes]) => codes.size > 1).map(([key]) => key)).toEqual([]);
});

/** Builders by the folder of the table they read, or by the table where another stage checks its codes. */
const BUILDERS: Readonly<Record<string, (tables: ReadonlyMap<string, string>) => unknown>> = {
  actors: makeActorLexicon,
  claims: (tables) => makeClaimLexicon(tables, knowledge.claims.model),
  contacts: makeContactLexicon,
  dates: makeTimeLexicon,
  document: (tables) => makeDocumentLexicon(tables, ""),
  stories: (tables) => makeStoryLexicon(tables, { count: () => 0 }),
  "actors/agencies.tsv": (tables) => makeDocumentLexicon(tables, ""),
};
const builderOf = (table: string) => BUILDERS[table] ?? BUILDERS[table.split("/")[0] ?? ""];
const built = names.filter((name) => builderOf(name) !== undefined);

/** Builds the lexicon of a table that was altered. Only the dates ask for all their tables; elsewhere one that is missing counts as empty. */
function build(table: string, change: (text: string) => string): () => unknown {
  const make = builderOf(table);
  if (make === undefined) throw new Error(`no builder for ${table}`);
  const others = [...files.tables].filter(([name]) => name.startsWith("dates/"));
  return () => make(new Map([...others, [table, change(files.tables.get(table) ?? "")]]));
}

/** Line number, from 1, and text of the last row. */
function lastRow(text: string): readonly [line: number, row: string] {
  const lines = text.trimEnd().split("\n");
  return [lines.length, lines.at(-1) ?? ""];
}

describe("a broken table is refused by file and line", () => {
  test.each(built)("%s with a row twice", (name) => {
    const [line, row] = lastRow(files.tables.get(name) ?? "");
    expect(build(name, (text) => `${text}${row}\n`)).toThrow(`${name}:${line + 1}: duplicate of`);
  });

  test.each(built)("%s with its last row put first", (name) => {
    const [line, row] = lastRow(files.tables.get(name) ?? "");
    const first = (text: string): string => {
      const lines = text.trimEnd().split("\n");
      const at = lines.findIndex((l) => !l.startsWith("#")) + 1;
      return `${[...lines.slice(0, at), row, ...lines.slice(at, -1)].join("\n")}\n`;
    };
    const at =
      first(files.tables.get(name) ?? "")
        .split("\n")
        .indexOf(row) + 2;
    expect(line).toBeGreaterThan(2);
    expect(build(name, first)).toThrow(new RegExp(`^(?:data/)?${name}:${at}: .* is not sorted: after `, "s"));
  });

  test.each(built)("%s with a cell too few, and one too many", (name) => {
    const [line, row] = lastRow(files.tables.get(name) ?? "");
    const cells = row.split("\t").length;
    const cut = row.slice(0, row.lastIndexOf("\t"));
    const replace = (by: string) => (text: string) => `${text.trimEnd().split("\n").slice(0, -1).join("\n")}\n${by}\n`;
    expect(build(name, replace(cut))).toThrow(`${name}:${line}: ${cells - 1} cells where the header has ${cells}`);
    expect(build(name, replace(`${row}\tx`))).toThrow(
      `${name}:${line}: ${cells + 1} cells where the header has ${cells}`,
    );
  });

  test.each(built)("%s with another header", (name) => {
    const other = (text: string): string => text.replace(/\tsource$/m, "\tsources");
    expect(build(name, other)).toThrow(/^\S+\.tsv:\d+: the header should be: /);
  });

  test.each([
    ["actors/agencies.tsv", /\tagency\t/, "\tradio\t", "unknown kind “radio”"],
    ["actors/leaders/asia.tsv", /\tday\t/, "\tcentury\t", "unknown precision “century”"],
    ["actors/leaders/asia.tsv", /\tm\t/, "\tx\t", "unknown gender “x”"],
    ["claims/verbs.tsv", /\tspeech\t/, "\tspoken\t", "unknown act “spoken”"],
    ["claims/verbs.tsv", /\tasserts\t/, "\tsays\t", "unknown stance “says”"],
    ["claims/documents.tsv", /\titself\t/, "\tnobody\t", "unknown owner “nobody”"],
    ["contacts/verbs.tsv", /\tphone\t/, "\tpigeon\t", "unknown channel “pigeon”"],
    ["contacts/nouns.tsv", /\tmeeting\t/, "\tgathering\t", "unknown channel “gathering”"],
    ["contacts/commitments.tsv", /\tagreed\t/, "\tsworn\t", "unknown status “sworn”"],
    ["document/furniture.tsv", /\ttail\t/, "\ttop\t", "unknown rule “top”"],
    ["document/hyphens.tsv", /\tprefix\t/, "\tinfix\t", "unknown kind “infix”"],
  ])("%s with an unknown code: %s → %s", (name, pattern, by, message) => {
    const change = (text: string): string => text.replace(pattern, by);
    expect(build(name, change)).toThrow(message);
    expect(build(name, change)).toThrow(new RegExp(`^(?:data/)?${name}:\\d+: `));
  });
});
