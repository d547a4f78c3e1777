import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { StoryIndex } from "../../src/engine/stories/index.js";
import { ROOT } from "../cli/run.js";
import { demoArticles, demoLines } from "./support.js";

const articles = demoArticles();

/** Contacts of an article as lines of the table beside this test. */
function contactsOf(id: string): string[] {
  const record = articles.get(id)?.record;
  const codes = new Map(record?.actors.map((actor) => [actor.id, actor.code]));
  return (record?.contacts ?? []).map(({ channel, status, date, participants }) => {
    const sides = [...new Set(participants.flatMap((actor) => codes.get(actor) ?? []))].sort();
    return [channel, status, date?.value ?? "", sides.join(",")].join("\t");
  });
}

/** Pairs of articles found to be related in a way, by id. */
function pairs(kind: "copy" | "report"): string[] {
  const ids = new Map([...articles].map(([id, { record }]) => [record.document.hash, id]));
  const index = new StoryIndex();
  const found: string[] = [];
  for (const { sketch } of articles.values())
    for (const link of index.add(sketch))
      if (link.kind === kind) found.push([link.left, link.right].map((hash) => ids.get(hash) ?? hash).sort().join(" ")); // biome-ignore format: one line reads best
  return found.sort();
}

describe("the articles of readout demo", () => {
  test("are forty, each with its own id, day, outlet and address", () => {
    expect(articles.size).toBe(40);
    for (const { published, outlet, url } of demoLines()) {
      expect(published).toMatch(/^202[34]-\d\d-\d\d$/);
      expect(outlet).not.toBe("");
      expect(url).toMatch(/^https:\/\/[a-z-]+\.example\//);
    }
  });

  const table = readFileSync(join(ROOT, "tests/server/demo.tsv"), "utf8").trim().split("\n").slice(2);
  test.each(table)("tell of %s", (row) => {
    const [id = "", ...contact] = row.split("\t");
    expect(contactsOf(id)).toContain(contact.join("\t"));
  });

  test("are copies where one text was printed again", () => {
    expect(pairs("copy")).toEqual(["horn-01 horn-02", "horn-06 horn-07", "sea-05 sea-06", "steppe-07 steppe-08"]);
  });

  test("are one story where two tell of one contact", () => {
    const reports = pairs("report");
    for (const pair of ["horn-01 horn-03", "steppe-01 steppe-02", "steppe-07 steppe-09", "andes-01 andes-02"])
      expect(reports).toContain(pair);
    expect(reports).not.toContain("horn-01 horn-09");
    expect(reports).not.toContain("steppe-01 steppe-10");
  });

  test("show print damage that is undone", () => {
    for (const id of ["horn-02", "sea-06", "steppe-08"])
      expect(articles.get(id)?.record.document.repairs.length).toBeGreaterThan(3);
    expect(articles.get("horn-01")?.record.document.repairs).toEqual([]);
  });
});
