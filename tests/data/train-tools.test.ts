import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Job, runAll } from "../../train/events/tools.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tools-"));
  appendFileSync(join(folder, "told"), "");
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

const told = (): readonly string[] => readFileSync(join(folder, "told"), "utf8").trim().split("\n");

/** A tool that tells when it begins and ends, and does not end before another has. */
const tool = (name: string, { status = 0, after = "" } = {}): Job => [
  process.execPath,
  [
    "-e",
    `const fs = require("fs"), file = process.argv[1], tell = (what) => fs.appendFileSync(file, what + " ${name}\\n");
    tell("begins");
    const wait = () => {
      if (!fs.readFileSync(file, "utf8").includes("${after}")) return setTimeout(wait, 10);
      tell("ends");
      process.exit(${status});
    };
    wait();`,
    join(folder, "told"),
  ],
];

test("tools run one after the other where there is one processor", async () => {
  await runAll([tool("a"), tool("b")], 1);
  expect(told()).toEqual(["begins a", "ends a", "begins b", "ends b"]);
});

test("of two processors the second has the next while the first is at work", async () => {
  await runAll([tool("a", { after: "ends c" }), tool("b"), tool("c")], 2);
  expect(told().at(-1)).toBe("ends a");
});

test("after a failure no more begin", async () => {
  await expect(runAll([tool("a", { status: 3 }), tool("b")], 1)).rejects.toThrow(/ended with 3$/);
  expect(told()).toEqual(["begins a", "ends a"]);
});

test("those that run when one fails come to their ends", async () => {
  const jobs = [tool("a", { status: 3 }), tool("b", { after: "ends a" })];
  await expect(runAll(jobs, 2)).rejects.toThrow(/ended with 3$/);
  expect(told().at(-1)).toBe("ends b");
});
