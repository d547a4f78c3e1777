import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CALL, type Run, readout, scratch } from "./run.js";

const folder = scratch();
afterAll(folder.drop);
const good = folder.file("good.txt", CALL);

/** Messages are for a person: one line each, none of the program's own insides. */
function expectPlain({ err }: Run): void {
  expect(err).not.toMatch(/\n\s+at |node:internal|\.js:\d+|Error:/);
  for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^readout: /);
}

const ids = ({ out }: Run): string[] =>
  out
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => String(JSON.parse(line).document.id));

describe("an input that cannot be read is reported, and the rest goes on", () => {
  mkdirSync(join(folder.path, "folder"));
  const cases: [name: string, path: string, message: RegExp][] = [
    ["missing file", join(folder.path, "missing.txt"), /missing\.txt: no such file/],
    ["folder", join(folder.path, "folder"), /folder: a folder, not a file/],
    ["empty file", folder.file("empty.txt", ""), /empty\.txt: empty/],
    ["white space alone", folder.file("blank.txt", " \n\n\t "), /blank\.txt: empty/],
    ["binary file", folder.file("data.bin", new Uint8Array([0, 1, 2, 3, 0, 255, 0, 7])), /data\.bin: not text/],
    ["over 5 MB of text", folder.file("long.txt", "word ".repeat(1_100_000)), /long\.txt: over 5 MB/],
  ];
  test.each(cases)("%s", async (_name, path, message) => {
    const run = await readout(["code", path, good, "--format", "json"]);
    expect(run.status).toBe(1);
    expect(run.err).toMatch(message);
    expect(ids(run)).toHaveLength(1);
    expectPlain(run);
  });

  test("a line of JSON Lines that does not parse", async () => {
    const path = folder.file(
      "lines.jsonl",
      `{"id":"x","text":${JSON.stringify(CALL)}}\n{broken\n\n{"id":"y"}\n{"id":"z","text":"Nothing happened in the harbour on that day."}\n`,
    );
    const run = await readout(["code", path, "--format", "json"]);
    expect(run.status).toBe(1);
    expect(ids(run)).toEqual(["x", "z"]);
    expect(run.err).toMatch(/lines\.jsonl:2: /);
    expect(run.err).toMatch(/lines\.jsonl:4: /);
    expectPlain(run);
  });

  test("another language counts as read; record and message name it", async () => {
    const path = folder.file(
      "french.txt",
      "Le président de la République s'est entretenu avec le chancelier de la situation dans la région. Les deux dirigeants ont rappelé leur attachement à la paix et sont convenus de rester en contact étroit au cours des prochaines semaines.",
    );
    const run = await readout(["code", path, "--format", "json"]);
    expect(run.status).toBe(0);
    expect(run.err).toMatch(/french\.txt: .*French/);
    const record = JSON.parse(run.out);
    expect(record.document.language).toBe("fr");
    expect([record.events, record.contacts, record.claims]).toEqual([[], [], []]);
    expect(record.document.notices).toHaveLength(1);
    expectPlain(run);
  });

  test("a name with control characters cannot steer the terminal", async () => {
    const run = await readout(["code", join(folder.path, "\u001b[31mred.txt")]);
    expect(run.err).not.toContain("\u001b");
    expect(run.status).toBe(1);
  });
});

describe("called wrongly: a message and status 2", () => {
  test.each([
    ["no command", [], /Usage: readout/],
    ["unknown command", ["cod", good], /Did you mean code/],
    ["no file", ["code"], /missing required argument/],
    ["unknown option", ["code", good, "--fromat", "json"], /unknown option '--fromat'[\s\S]*Did you mean --format/],
    ["unknown format", ["code", good, "--format", "xml"], /Allowed choices are text, json, plover, csv, html/],
    ["option without value", ["code", good, "--published"], /argument missing/],
    ["no such day", ["code", good, "--published", "2021-02-30"], /YYYY-MM-DD/],
    ["no day at all", ["code", good, "--published", "yesterday"], /YYYY-MM-DD/],
    ["parse without file", ["parse"], /missing required argument/],
    ["extract without file", ["extract"], /missing required argument/],
  ])("%s", async (_name, args, message) => {
    const run = await readout(args);
    expect(run.status).toBe(2);
    expect(run.out).toBe("");
    expect(run.err).toMatch(message);
    expect(run.err).not.toMatch(/\n\s+at |node:internal/);
  });
});
