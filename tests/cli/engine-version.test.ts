import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineVersion, readVersion } from "../../src/cli/engine-version.js";
import { files } from "../data/knowledge.js";
import { scratch } from "./run.js";

const { file, path, drop } = scratch();
const code = join(path, "engine");
const write = (name: string, text: string): string => file(join("engine", name), text);
afterAll(drop);
beforeAll(() => {
  mkdirSync(join(code, "dates"), { recursive: true });
  write("read.js", "a");
  write("dates/index.js", "b");
});

test("begins with the package's version", () => {
  expect(engineVersion(files, code)).toMatch(new RegExp(`^${readVersion()}\\+[0-9a-f]{8}$`));
  expect(engineVersion(files, join(path, "not built"))).toMatch(/\+[0-9a-f]{8}$/);
});

test.each<[what: string, change: () => void, other: boolean]>([
  ["nothing changed", () => undefined, false],
  ["a file of code", () => write("dates/index.js", "c"), true],
  ["a file that is no code", () => write("dates/index.d.ts", "c"), false],
  ["a new file of code", () => write("dates/zone.js", ""), true],
])("%s", (_, change, other) => {
  const before = engineVersion(files, code);
  change();
  expect(engineVersion(files, code) !== before).toBe(other);
});

test("a table makes another, and so do own actors", () => {
  const before = engineVersion(files, code);
  const [[name, text] = ["", ""]] = files.tables;
  const tables = new Map([...files.tables, [name, `${text}\n`]]);
  expect(engineVersion({ ...files, tables }, code)).not.toBe(before);
});
