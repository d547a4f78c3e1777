import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportLedger } from "../../src/cli/export.js";
import { itemIds } from "../../src/engine/item-ids.js";
import { EXPORT_FORMATS } from "../../src/export/formats.js";
import { openLedger } from "../../src/store/index.js";
import { CALL, readout, scratch } from "./run.js";

const { file, path, drop } = scratch();
afterAll(drop);

const lines = [
  { id: "call", text: CALL, published: "2023-05-11", outlet: "Lake Post" },
  { id: "reprint", text: CALL.replace("about trade", "about their trade"), published: "2023-05-11", outlet: "Herald" },
  { id: "visit", text: "Premier in Oslo\n\nOSLO, May 12 - Finnish President Sauli Niinisto arrived on Friday in Oslo on a visit to Norway.", published: "2023-05-12" },
  { id: "blame", text: "Sharp words\n\nPARIS, May 13 - France accused Turkey on Saturday of violating an arms embargo.", published: "2023-05-13" },
].map((article) => `${JSON.stringify(article)}\n`); // biome-ignore format: one article a line
const [forth, back] = [join(path, "forth.db"), join(path, "back.db")];

beforeAll(async () => {
  await readout(["ingest", file("forth.jsonl", lines.join("")), "--ledger", forth]);
  await readout(["ingest", file("back.jsonl", [...lines].reverse().join("")), "--ledger", back]);
});

describe("readout export", () => {
  test.each(EXPORT_FORMATS)("%s: the same bytes, whatever the articles' order", async (format) => {
    const files = [join(path, `1.${format}`), join(path, `2.${format}`)];
    for (const [at, out] of files.entries()) {
      expect(await exportLedger({ format, out, ledger: at === 0 ? forth : back, excerpt: 25 })).toBe(0);
    }
    const [a = Buffer.alloc(0), b = Buffer.alloc(1)] = files.map((out) => readFileSync(out));
    expect(a.length).toBeGreaterThan(0);
    expect(a.equals(b)).toBe(true);
  });

  test("a call told twice is one row with two articles of one source, or two rows", async () => {
    const args = ["export", "--format", "plover", "--event", "CONSULT", "--actor", "RUS", "--with", "CHN"];
    const once = await readout([...args, "--ledger", forth]);
    expect(once.out.trim().split("\n").map((line) => JSON.parse(line))).toMatchObject([{ articles: 2, sources: 1 }]); // biome-ignore format: one line reads best
    const all = await readout([...args, "--every-report", "--ledger", forth]);
    expect(all.out.trim().split("\n")).toHaveLength(2);
    const one = await readout([...args, "--outlet", "herald", "--ledger", forth]);
    expect(JSON.parse(one.out)).toMatchObject({ articles: 1, publication: "Herald" });
  });

  test("decisions are written with author and time, comments only when asked for", async () => {
    const ledger = join(path, "judged.db");
    await readout(["ingest", file("judged.jsonl", lines.join("")), "--ledger", ledger]);
    const opened = await openLedger(ledger, "write");
    const [stored] = await opened.documents({ words: "embargo" });
    const record = stored === undefined ? null : await opened.record(stored.hash);
    const item = record === null ? undefined : itemIds(record).find(({ local }) => local === "e1");
    if (stored === undefined || item === undefined) throw new Error("the article tells of an event");
    const on = { document: stored.hash, source: item.source[0], on: item.id, reasons: [], author: "Ana", made: "2024-01-01T00:00:00Z" }; // biome-ignore format: one line reads best
    const taken = await opened.judge({ ...on, kind: "correction", field: "event/date", value: "2023-05-12" });
    await opened.withdraw(taken, "Ana", "2024-01-02T00:00:00Z");
    await opened.judge({ ...on, kind: "correction", field: "event/verdict", value: "accepted" });
    await opened.judge({ ...on, kind: "comment", field: "event/comment", value: "a word in private" });
    await opened.close();
    const run = (...more: string[]) => readout(["export", "--format", "judgements", "--ledger", ledger, ...more]);
    const { status, out } = await run();
    const rows = out.trim().split("\n").map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(rows.map(({ field, author }) => [field, author]).sort()).toEqual([["event/date", "Ana"], ["event/verdict", "Ana"]]);
    expect(rows.find(({ field }) => field === "event/date")).toMatchObject({ value: "2023-05-12", withdrawn: { by: "Ana" }, article: { id: "blame" }, seen: { values: { event: "ACCUSE" } } });
    expect((await run("--with-notes")).out).toContain("a word in private");
    expect(await run("--since", "2023")).toMatchObject({ status: 2, out: "" });
  }); // biome-ignore format: rows read best on one line

  test("an export of nothing is a head alone", async () => {
    const run = await readout(["export", "--format", "csv", "--since", "2024", "--ledger", forth]);
    expect(run.out).toMatch(/^id,date,[a-z_,]+\r\n$/);
    expect(run.status).toBe(0);
  });

  test.each<[args: string[], status: number, message: RegExp]>([
    [[], 2, /required option '-f, --format <format>' not specified/],
    [["--format", "xml"], 2, /Allowed choices are plover, cameo/],
    [["--format", "csv", "--excerpt", "26"], 2, /from 0 to 25/],
    [["--format", "csv", "--confidence", "2"], 2, /from 0 to 1/],
    [["--format", "csv", "--since", "2021-13"], 2, /A day is YYYY-MM-DD/],
    [["--format", "csv", "--ledger", "/nowhere/x.db"], 1, /no ledger there/],
    [["--format", "csv", "--ledger", forth, "--out", "/nowhere/x.csv"], 1, /cannot be written/],
  ])("%j is refused: %i", async (args, status, message) => {
    const run = await readout(["export", ...args]);
    expect(run.status).toBe(status);
    expect(run.err).toMatch(message);
    expect(run.err).not.toMatch(/\n {4}at /);
  });
});
