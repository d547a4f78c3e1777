import { expect, test } from "vitest";
import type { Article } from "../../../src/engine/document/types.js";
import { readArticle } from "../../../src/engine/read.js";
import { disagreements } from "../../../src/engine/stories/index.js";
import { knowledge } from "../../data/knowledge.js";

const call = (day: string, rest: string): Article => ({
  published: "2023-03-15",
  text: `NAIROBI, March 15 (Reuters) - Kenyan President William Ruto spoke by telephone on March ${day} with Ethiopian Prime Minister Abiy Ahmed. ${rest}`,
});
const report = (copy: string, article: Article) => ({ copy, record: readArticle(article, knowledge) });

test("what the texts of a story tell differently is listed, copies counted once", () => {
  const dam = "The two leaders agreed to open a second crossing at Moyale.";
  const found = disagreements([
    report("a", call("14", dam)),
    report("a", call("14", dam)),
    report("b", call("13", "The two leaders agreed to send experts to the lake within a month.")),
  ]);
  expect(found.find(({ field }) => field === "day")?.told).toEqual([
    { value: "2023-03-13", copies: ["b"] },
    { value: "2023-03-14", copies: ["a"] },
  ]);
  expect(found.filter(({ field }) => field === "commitment").flatMap(({ told }) => told)).toHaveLength(2);
  expect(found.some(({ field }) => field === "channel" || field.startsWith("persons/"))).toBe(false);
});

test("one text, and texts that agree, show nothing", () => {
  const same = call("14", "The two leaders agreed to open a second crossing at Moyale.");
  expect(disagreements([report("a", same)])).toEqual([]);
  expect(disagreements([report("a", same), report("b", { ...same, text: `${same.text} It rained.` })])).toEqual([]);
  expect(disagreements([])).toEqual([]);
});
