import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { markedSentences } from "../../src/cli/relate.js";
import { readout } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "readout-relate-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("sentences of an input", () => {
  test.each([
    ["a TSV", "id\tmarked_sentence\n1\t<s>A</s> met <t>B</t>.\n2\t\n", ["<s>A</s> met <t>B</t>.", ""]],
    ["JSON Lines", '{"marked_sentence":"<s>A</s> left."}\n{"marked_sentence":""}\n', ["<s>A</s> left.", ""]],
    ["an empty file", "", []],
  ])("%s", (_, content, expected) => {
    expect(markedSentences(content, "pairs")).toEqual(expected);
  });

  test.each([
    ["id\tsentence\n1\tx\n", "pairs: the first line names no column marked_sentence"],
    ['{"marked_sentence":"x"}\n{"other":1}\n', "pairs:2: no field marked_sentence"],
    ['{"marked_sentence":"x"}\n{broken\n', "pairs:2: not a JSON object"],
  ])("refused: %j", (content, message) => {
    expect(() => markedSentences(content, "pairs")).toThrow(message);
  });
});

test("an answer for every row, whatever its marks", async () => {
  const file = join(folder, "pairs.tsv");
  const rows = [
    "<s>Estonia</s> accused <t>Belarus</t> of jamming its radio.",
    "<s>The navy of Chile</s> shelled <t>two fishing boats</t> off the coast, killing nine sailors.",
    "Nobody is marked here.",
    "<s>Peru</s> and <s>Chile</s> met <t>the envoy of <t>Brazil</t></t>.",
    "",
  ];
  writeFileSync(file, `${["marked_sentence", ...rows].join("\n")}\n`);
  const { status, out } = await readout(["relate", file]);
  const answers = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(answers).toHaveLength(rows.length - 1); // an empty line is no row
  expect(answers[0]).toMatchObject({ event: "ACCUSE", quad: 3 });
  expect(answers[1]).toMatchObject({ event: "ASSAULT", quad: 4 });
  for (const { confidence, why } of answers) {
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(why).not.toBe("");
  }
});

test("threads answer many rows in their order", async () => {
  const file = join(folder, "many.jsonl");
  const deeds = ["accused", "met", "thanked", "shelled", "sued"];
  const rows = Array.from({ length: 505 }, (_, i) => `<s>Peru</s> ${deeds[i % 5]} <t>Chile</t> ${i} times.`);
  writeFileSync(file, rows.map((marked_sentence) => `${JSON.stringify({ marked_sentence })}\n`).join(""));
  const [one, two] = [
    await readout(["relate", file, "--threads", "1"]),
    await readout(["relate", file, "--threads", "2"]),
  ];
  expect([one.status, two.status]).toEqual([0, 0]);
  expect(two.out).toBe(one.out);
  expect(one.out.split("\n")).toHaveLength(rows.length + 1);
}, 120_000);

test("each habit of coding can be asked for, in threads too, and no other", async () => {
  const file = join(folder, "habits.tsv");
  writeFileSync(file, "marked_sentence\n<s>Norway</s> imposed sanctions on <t>Belarus</t> over the forced landing.\n");
  const events = async (...flags: readonly string[]): Promise<unknown> =>
    JSON.parse((await readout(["relate", file, ...flags])).out).event;
  expect(await events()).toBe("COERCE"); // as CAMEO's phrase book has it
  expect(await events("--habit", "data")).toBe("COERCE");
  expect(await events("--habit", "manual")).toBe("SANCTION");
  expect(await events("--habit", "manual", "--threads", "2")).toBe("SANCTION");
  expect(await events("--habit", "record")).toBe("SANCTION");
  expect(await events("--habit", "record", "--threads", "2")).toBe("SANCTION");
  const { status, err } = await readout(["relate", file, "--habit", "mine"]);
  expect([status, err]).toEqual([2, expect.stringContaining("Allowed choices are data, manual, record.")]);
}, 120_000);

test("a missing file is named", async () => {
  const { status, err } = await readout(["relate", join(folder, "none.tsv")]);
  expect(status).toBe(1);
  expect(err).toMatch(/none\.tsv: no such file/);
});
