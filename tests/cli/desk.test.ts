import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { itemIds } from "../../src/engine/item-ids.js";
import { openLedger } from "../../src/store/index.js";
import { ALL } from "../desk/articles.js";
import { read } from "../store/articles.js";
import { readout, scratch } from "./run.js";

const { path, drop } = scratch();
afterAll(drop);
const ledger = join(path, "desk.db");
const run = (...args: readonly string[]) => readout([...args, "--ledger", ledger]);

beforeAll(async () => {
  const opened = await openLedger(ledger, "create");
  await opened.save(ALL.map((one) => read(one)));
  await opened.close();
});

/** Several starts of the program, each as slow as the machine is busy. */
const SLOW_MS = 240_000;

describe("a desk from the command line", { timeout: SLOW_MS }, () => {
  test("timeline, draft and show", async () => {
    const json = await run("timeline", "KAZ", "Japan", "--limit", "3", "--format", "json");
    expect(json).toMatchObject({ status: 0, err: "" });
    const found = JSON.parse(json.out);
    expect(found.page).toEqual({ total: 7, offset: 0, limit: 3, cut: false });
    const [{ id }] = found.entries.filter(({ channel }: { channel: string }) => channel === "telegram");
    const text = await run("timeline", "Kazakhstan", "Kishida", "--since", "2023-07");
    expect(text.out).toMatch(/2023-07-29 {2}Telegram: Kassym-Jomart Tokayev \(KAZ\) → Fumio Kishida \(JPN\)\n/);
    const draft = await run("draft", id);
    expect(draft.out).toMatch(/^DRAFT communiqué\n/);
    const shown = await run("show", id);
    expect(shown.out).toContain("READOUTS OF THE SIDES\n2023-07-29  KAZ: Akorda");
    expect(shown.out).toContain("No readout of JPN in the ledger.");
  });

  test("commitments, situation and brief", async () => {
    const open = await run("commitments", "KAZ", "JPN", "--open", "--today", "2023-09-25");
    expect(open.out).toContain("overdue · due 2023-09-01, 24 days ago · repeated 1 time, last 2023-09-20");
    expect(open.out).toContain("5 days since the last contact");
    const situation = await run("situation", "copper", "--format", "markdown");
    expect(situation.out).toContain("# Situation: copper\n\n1 contact, ");
    const brief = await run("brief", "--since", "2023-03", "--today", "2023-09-25", "--to", "html");
    expect(brief.out).toMatch(/^<!doctype html>\n/);
    expect(brief.out).toContain("planned, now postponed (announced 2023-03-01)");
  });

  test("occasions, with a ledger and without, the same bytes each time", async () => {
    const args = ["occasions", "--next", "1d", "--today", "2024-07-29", "--country", "Japan"];
    expect((await run(...args)).out).toContain("last year: Kassym-Jomart Tokayev (KAZ) → Fumio Kishida (JPN), telegram of 2023-07-29"); // biome-ignore format: one line reads best
    const [a, b] = await Promise.all([1, 2].map(() => run(...args, "--ics")));
    expect(a?.out).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(a?.out).toBe(b?.out);
    const none = await readout([...args, "--ledger", join(path, "none.db")]);
    expect(none).toMatchObject({ status: 0 });
    expect(none.err).toContain("no ledger there, so who greeted whom last year is not told");
  });

  test("bench tells what it is for, what it lacks, and how today's engine stands to what was decided", async () => {
    const misused = await run("bench");
    expect(misused).toMatchObject({ status: 2, out: "" });
    expect(misused.err).toContain("say --reviewed");
    const unjudged = await run("bench", "--reviewed");
    expect(unjudged).toMatchObject({ status: 1, out: "" });
    expect(unjudged.err).toContain("nothing to measure by");
    const opened = await openLedger(ledger, "write");
    const [stored] = await opened.documents({ words: "uranium" });
    const record = stored === undefined ? null : await opened.record(stored.hash);
    if (record === null) throw new Error("the article is there");
    for (const item of itemIds(record).filter(({ local }) => local === "e1" || local === "k1"))
      await opened.judge({ kind: "correction", document: record.document.hash, source: item.source[0], on: item.id, field: `${item.kind}/verdict`, value: item.kind === "event" ? "accepted" : "rejected", reasons: [], author: "me", made: "2024-01-01T00:00:00Z" }); // biome-ignore format: one line reads best
    await opened.close();
    const { status, out, err } = await run("bench", "--reviewed", "--show", "--threads", "1");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ articles: 1, failed: 0, events: { judged: 1, agrees: 1, precision: 1 }, contacts: { judged: 1, contradicts: 1, precision: 0, kept: null } }); // biome-ignore format: one line reads best
    expect(err).toContain("was rejected, and is read again");
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("log and forget", async () => {
    const logged = await run("log", "KAZ", "Jane Roe (JPN)", "--channel", "video", "--day", "2023-10-02", "--note", "shy", "--author", "me"); // biome-ignore format: one line reads best
    const id = /entered ([0-9a-f]{16}), private/.exec(logged.out)?.[1] ?? "";
    const lines = (await run("timeline", "KAZ", "JPN", "--since", "2023-10")).out;
    expect(lines).toContain("Video call, entered by hand: Kazakhstan (KAZ), Jane Roe (JPN)");
    expect(lines).not.toContain("shy");
    expect((await run("timeline", "KAZ", "JPN", "--with-notes")).out).toContain("note: shy");
    const asked = await run("forget", id);
    expect(asked).toMatchObject({ status: 2, out: "" });
    expect(asked.err).toContain("would be removed for good; --yes does it");
    expect((await run("forget", id, "--yes")).out).toContain("1 removed, kept from coming back");
    expect((await run("forget", "Gabriel Boric", "--yes")).out).toContain("Gabriel Boric and every document that names them (1): 1 removed"); // biome-ignore format: one line reads best
  });
});

test.each([
  [["timeline", "KAZ", "Tokaev Nursultan Xq"], 2, "nobody in "],
  [["timeline", "KAZ", "KAX"], 2, "(near: KAZ"],
  [["timeline", "KAZ", "Kazakhstan"], 2, "Kazakhstan is given twice"],
  [["timeline", "KAZ", "JPN", "--since", "2023-13"], 2, "A day is YYYY-MM-DD"],
  [["commitments", "KAZ", "JPN", "CHL"], 2, "3 parties are given: one or two are asked for"],
  [["situation", "of the"], 2, "names no topic"],
  [["brief"], 2, "--since"],
  [["draft", "0123456789abcdef"], 1, "no contact is called 0123456789abcdef"],
  [["log", "KAZ", "--channel", "phone"], 2, "two participants or more"],
  [["log", "KAZ", "Nobody Known", "--channel", "phone"], 2, "somebody new is given with a country"],
  [["forget", "KAZ", "--yes"], 2, "Kazakhstan is a country"],
  [["occasions", "--next", "0d"], 2, "Days from 1 to 366"],
])("a mistake is told in one line: %j", async (args, status, said) => {
  const { err, out, status: ended } = await run(...args);
  expect({ ended, out }).toEqual({ ended: status, out: "" });
  expect(err).toContain(said);
  expect(err).not.toMatch(/ at .*\.js/);
});
