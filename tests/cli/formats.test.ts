import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type ReadoutRecord, recordSchema } from "../../src/engine/record.js";
import { CSV_COLUMNS } from "../../src/export/csv.js";
import { ROOT, type Run, readout } from "./run.js";

const EXAMPLES = readdirSync(join(ROOT, "examples"))
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => join(ROOT, "examples", name));

const code = (format: string, ...more: string[]): Promise<Run> =>
  readout(["code", ...EXAMPLES, "--format", format, ...more]);
let json: Run;
let records: ReadoutRecord[];
beforeAll(async () => {
  json = await code("json");
  records = json.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
});

describe("json", () => {
  test("one record an article, each as the schema has it", () => {
    expect(json).toMatchObject({ status: 0, err: "" });
    expect(records).toHaveLength(EXAMPLES.length);
    for (const record of records) expect(recordSchema.parse(record)).toEqual(record);
  });

  test("spans lie in the text and equal their words; ids lead somewhere", () => {
    for (const record of records) {
      const { document, actors, dates, claims, events, contacts } = record;
      for (const mention of actors.flatMap((actor) => actor.mentions))
        expect(document.text.slice(...mention.span)).toBe(mention.text);
      for (const date of dates) expect(document.text.slice(...date.span)).toBe(date.text);
      for (const repair of document.repairs) expect(document.text.slice(...repair.span)).toBe(repair.after);
      const spans = [
        ...claims.map((claim) => claim.content),
        ...events.flatMap((event) => event.evidence),
        ...contacts.flatMap((contact) => [...contact.evidence, ...contact.topics.map((topic) => topic.span)]),
      ];
      for (const [start, end] of spans) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(document.text.length);
      }
      const known = new Set(actors.map((actor) => actor.id));
      const used = [
        ...claims.flatMap((claim) => [claim.speaker, claim.addressee, ...claim.chain.map((link) => link.actor)]),
        ...events.flatMap((event) => [...event.actor, ...event.recipient]),
        ...contacts.flatMap((contact) => [
          ...contact.participants,
          ...contact.publishedBy,
          contact.sender,
          contact.initiator,
        ]),
      ];
      for (const id of used) if (id !== null) expect(known).toContain(id);
    }
  });
});

test.each(["json", "plover", "csv", "html", "text"])("two runs give the same bytes: %s", async (format) => {
  const [first, second] = await Promise.all([code(format, "--explain"), code(format, "--explain")]);
  expect(first).toMatchObject({ status: 0, err: "" });
  expect(second.out).toBe(first.out);
});

test("plover: one event a line, none of them negated, excerpts short, ids unique", async () => {
  const { out } = await code("plover");
  const events = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events).toHaveLength(records.flatMap((record) => record.events).filter((event) => !event.negated).length);
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  for (const event of events) {
    expect(event.id).toMatch(/^[0-9a-f]{16}$/);
    expect(event.text.split(" ").filter((word: string) => word !== "…").length).toBeLessThanOrEqual(25);
    expect(event.actor.length).toBeGreaterThan(0);
  }
});

test("csv: a header, then as many cells in every row", async () => {
  const { out } = await code("csv");
  const rows = readCsv(out);
  expect(rows[0]).toEqual([...CSV_COLUMNS]);
  for (const row of rows) expect(row).toHaveLength(CSV_COLUMNS.length);
  expect(rows).toHaveLength(1 + records.flatMap((record) => record.events).length);
});

test("html: one whole page without script or anything fetched", async () => {
  const { out } = await code("html");
  expect(out.match(/<!doctype html>/g)).toHaveLength(1);
  expect(out.match(/<article class="report"/g)).toHaveLength(EXAMPLES.length);
  expect(out).toContain("default-src 'none'");
  expect(out).not.toMatch(/<script|\ssrc=|<link|@import|url\(|\son\w+=/i);
  const ids = [...out.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of out.matchAll(/(?:href="#|aria-describedby=")([^"]+)"/g)) expect(ids).toContain(id);
});

test("text: every article by its title, no control characters, no line too long", async () => {
  const { out } = await code("text", "--explain");
  const squeezed = out.replace(/\s+/g, " ");
  for (const { document } of records) expect(squeezed).toContain(document.title ?? "");
  expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});

/** Rows and cells as RFC 4180 has them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end = ""] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}
