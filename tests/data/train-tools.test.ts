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

/** A tool that tells when it begins and ends. */
const tool = (name: string, status = 0, milliseconds = 0): Job => [
  process.execPath,
  [
    "-e",
    `const tell = (what) => require("fs").appendFileSync(process.argv[1], what + " ${name}\\n"); tell("begins"); setTimeout(() => { tell("ends"); process.exit(${status}); }, ${milliseconds})`,
    join(folder, "told"),
  ],
];
const told = (): readonly string[] => readFileSync(join(folder, "told"), "utf8").trim().split("\n");

test("tools run one after the other where there is one processor", async () => {
  await runAll([tool("a", 0, 30), tool("b")], 1);
  expect(told()).toEqual(["begins a", "ends a", "begins b", "ends b"]);
});

test("of two processors the second has the next while the first is at work", async () => {
  await runAll([tool("a", 0, 2000), tool("b"), tool("c")], 2);
  expect(told().at(-1)).toBe("ends a");
});

test("after a failure no more begin, and those that run come to their ends", async () => {
  await expect(runAll([tool("a", 3), tool("b", 0, 1000), tool("c")], 2)).rejects.toThrow(/ended with 3$/);
  expect([...told()].sort()).toEqual(["begins a", "begins b", "ends a", "ends b"]);
});
