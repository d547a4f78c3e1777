import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type ParseArguments, parse } from "../../src/cli/parse.js";

const folder = mkdtempSync(join(tmpdir(), "readout-parse-"));
afterAll(() => rmSync(folder, { recursive: true }));

function parsed(content: string, from: ParseArguments["from"], to: ParseArguments["to"]): string[] {
  const file = join(folder, "input");
  writeFileSync(file, content);
  return parse({ file, from, to }).split("\n");
}

const GIVEN = [
  "# sent_id = 1",
  "# text = Holt can't come.",
  "1\tHolt\t_\t_\t_\t_\t_\t_\t_\t_",
  "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_",
  "2\tca\t_\t_\t_\t_\t_\t_\t_\t_",
  "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_",
  "3.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_",
  "4\tcome\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
  "5\t.\t_\t_\t_\t_\t_\t_\t_\t_",
  "",
  "1\tTwo. Sentences\t_\t_\t_\t_\t_\t_\t_\t_",
  "",
  "",
].join("\n");

test("CoNLL-U keeps its sentences, tokens, comments and misc cells", () => {
  const lines = parsed(GIVEN, "conllu", "conllu");
  const cells = lines.map((line) => line.split("\t"));
  expect(lines.slice(0, 2)).toEqual(["# sent_id = 1", "# text = Holt can't come."]);
  expect(cells.filter((c) => c.length > 1).map((c) => c.slice(0, 2).join(" "))).toEqual([
    "1 Holt",
    "2-3 can't",
    "2 ca",
    "3 n't",
    "4 come",
    "5 .",
    "1 Two. Sentences",
  ]);
  expect(cells.find((c) => c[1] === "come")).toEqual([
    "4",
    "come",
    "come",
    "VERB",
    "VB",
    "VerbForm=Inf",
    "0",
    "root",
    "_",
    "SpaceAfter=No",
  ]);
});

test("text becomes CoNLL-U, a paragraph a line", () => {
  const lines = parsed("Talks stalled\n\nHolt left. “Why?” she asked.", "text", "conllu");
  expect(lines.filter((l) => l.startsWith("# text"))).toEqual([
    "# text = Talks stalled",
    "# text = Holt left.",
    "# text = “Why?” she asked.",
  ]);
  expect(lines.find((l) => l.includes("\tWhy\t"))).toMatch(/SpaceAfter=No$/);
});

test("a tree is drawn with every word once, below its head", () => {
  const lines = parsed("Holt met the envoy.", "text", "tree");
  expect(lines).toEqual([
    "Holt met the envoy .",
    "met  root VERB",
    "├─ Holt  nsubj PROPN",
    "├─ envoy  obj NOUN",
    "│  └─ the  det DET",
    "└─ .  punct PUNCT",
    "",
  ]);
});

test("nothing comes of nothing", () => {
  expect(parsed("", "text", "conllu")).toEqual([""]);
  expect(parsed("# only = a comment\n\n", "conllu", "conllu")).toEqual([""]);
});
