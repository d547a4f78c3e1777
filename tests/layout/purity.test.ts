import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesBelow, ROOT, textOf } from "./sources.js";

/** What depends on the moment, the machine or the locale. Days made from numbers and strings are none of these. */
const IMPURE: readonly RegExp[] = [
  /\bDate\s*\.\s*now\b/,
  /\bnew\s+Date\s*(?:\(\s*\)|[;,)\]}]|$)/m,
  /(?<!new\s)(?<![\w.])Date\s*\(/,
  /\bMath\s*\.\s*random\b/,
  /\bperformance\s*\./,
  /\bcrypto\s*\./,
  /\brandomUUID\b/,
  /\bset(?:Timeout|Interval|Immediate)\b/,
  /\bprocess\s*\./,
  /\bfetch\s*\(/,
  /\.(?:toLocale\w+|localeCompare)\s*\(/,
  /\bIntl\s*\./,
  /\.get(?:Timezone|Full)\w*\(|\.get(?:Date|Day|Month|Hours)\(/,
  /\brequire\s*\(/,
  /\bconsole\s*\./,
];

/** A source text without its comments and without what its strings say. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/[^\n]*/g, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

function impurities(text: string): readonly string[] {
  const code = codeOf(text);
  return IMPURE.flatMap((pattern) => pattern.exec(code)?.[0] ?? []);
}

describe("the engine", () => {
  test("has no clock, no chance, no locale and no machine", () => {
    const found = filesBelow("src/engine", ".ts").flatMap((file) =>
      impurities(textOf(file)).map((what) => `${file}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  test.each([
    "const a = Date.now();",
    "const a = new Date();",
    "const a = new Date",
    "const a = Date();",
    "const a = Math.random();",
    "const a = performance.now();",
    "const a = crypto.randomUUID();",
    "setTimeout(go, 5);",
    "const a = day.toLocaleDateString();",
    "names.sort((a, b) => a.localeCompare(b));",
    "const a = new Intl.Collator();",
    "const a = new Date(time).getDate();",
    "const a = process.env;",
  ])("is refused %s", (line) => {
    expect(impurities(line)).not.toEqual([]);
  });

  test.each([
    "const a = new Date(time).toISOString();",
    "const a = Date.UTC(2021, 9, 5);",
    "const a = Date.parse(day);",
    "// no Date.now here",
    "/** Not `new Date()` nor\n Math.random. */",
    'const a = "Date.now()";',
    "const lastDate = publishDate(a);",
  ])("is allowed %s", (line) => {
    expect(impurities(line)).toEqual([]);
  });
});

describe("the lint rule for the engine", () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-lint-"));
  beforeAll(() => {
    mkdirSync(join(folder, "src", "engine"), { recursive: true });
    mkdirSync(join(folder, "scripts"));
    cpSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
    cpSync(join(ROOT, "scripts/no-clock-or-chance.grit"), join(folder, "scripts/no-clock-or-chance.grit"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const lint = (path: string, line: string): { readonly status: number | null; readonly said: string } => {
    writeFileSync(join(folder, path), `${line}\n`);
    const biome = join(ROOT, "node_modules/.bin/biome");
    expect(existsSync(biome)).toBe(true);
    const run = spawnSync(biome, ["lint", "--vcs-enabled=false", path], { cwd: folder, encoding: "utf8" });
    return { status: run.status, said: run.stdout + run.stderr };
  };

  test.each([
    ["export const a = Date.now();", "The engine has no clock"],
    ["export const a = new Date();", "The engine has no clock"],
    ["export const a = Math.random();", "The engine has no chance"],
    ["export const a = performance.now();", "The engine has no clock"],
  ])("refuses %s in src/engine", (line, message) => {
    const { status, said } = lint("src/engine/a.ts", line);
    expect(said).toContain(message);
    expect(status).not.toBe(0);
  });

  test.each([
    ["src/engine/a.ts", "export const a = new Date(0).toISOString();"],
    ["src/engine/a.ts", "export const a = Math.round(1.5);"],
    ["src/a.ts", "export const a = Date.now();"],
  ])("lets %s have %s", (path, line) => {
    const { status, said } = lint(path, line);
    expect(said).not.toContain("The engine has no");
    expect(status).toBe(0);
  });
});
