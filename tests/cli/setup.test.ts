import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What the stand-ins for the compiler and the page's builder do. */
interface Stage {
  /** Whether the packages are marked as installed. */
  readonly marked: boolean;
  /** The compiler works: always, once packages were installed by the set-up itself, or never. */
  readonly compiles: "always" | "after installing" | "never";
  readonly page: boolean;
}

/** A checkout with stand-ins for npm, compiler and bundler, set up by the script itself. */
function setUp({ marked, compiles, page }: Stage) {
  const folder = mkdtempSync(join(tmpdir(), "readout-setup-"));
  folders.push(folder);
  const script = (path: string, lines: readonly string[]): void => {
    writeFileSync(join(folder, path), ["#!/bin/sh", ...lines, ""].join("\n"));
    chmodSync(join(folder, path), 0o755);
  };
  for (const each of [
    "scripts",
    "src/web",
    "src/engine",
    "data",
    "models",
    "train",
    "bench",
    "node_modules/.bin",
    "bin",
  ])
    mkdirSync(join(folder, each), { recursive: true });
  for (const each of ["src/engine/a.ts", "tsconfig.json", "package-lock.json"])
    writeFileSync(join(folder, each), "{}\n");
  if (marked) copyFileSync(join(folder, "package-lock.json"), join(folder, "node_modules/.readout-lock"));
  copyFileSync(resolve("scripts/setup.sh"), join(folder, "scripts/setup.sh"));
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/src.tsbuildinfo"), "what was not found once");
  script("bin/npm", ["echo once >> installed"]);
  const condition = {
    always: "true",
    "after installing": "[ -e installed ] && [ ! -e dist/src.tsbuildinfo ]",
    never: "false",
  }[compiles];
  script("node_modules/.bin/tsc", [`${condition} || { echo "src/a.ts(1,1): error TS1: no such module"; exit 1; }`]);
  script("node_modules/.bin/rolldown", ["mkdir -p dist/bundle", "echo ok > dist/bundle/main.js"]);
  script("scripts/page.sh", [`exit ${page ? 0 : 1}`]);
  const ran = spawnSync("sh", [join(folder, "scripts/setup.sh"), folder], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}` },
  });
  const has = (path: string): boolean => existsSync(join(folder, path));
  return {
    status: ran.status,
    said: ran.stderr,
    installed: has("installed"),
    program: has("dist/bundle/main.js"),
    has,
  };
}

describe("the set-up", () => {
  test("builds with the packages that are there", () => {
    const { status, installed, program } = setUp({ marked: true, compiles: "always", page: true });
    expect({ status, installed, program }).toEqual({ status: 0, installed: false, program: true });
  });

  test("installs the packages anew where their mark has outlived them", () => {
    const { status, said, installed, program } = setUp({ marked: true, compiles: "after installing", page: true });
    expect({ status, installed, program }).toEqual({ status: 0, installed: true, program: true });
    expect(said).toContain("installing the packages anew");
    expect(said).not.toContain("error TS");
  });

  test("says where the compiler's words are when it cannot build, and leaves no mark and no lock", () => {
    const { status, said, has } = setUp({ marked: true, compiles: "never", page: true });
    expect(status).toBe(1);
    expect(said).toContain("all of the compiler's words are in dist/.build-log");
    expect([has("dist/.built"), has("dist/.setting-up")]).toEqual([false, false]);
  });

  test("does not install twice on first use", () => {
    const { status, said } = setUp({ marked: false, compiles: "never", page: true });
    expect(status).toBe(1);
    expect(said).not.toContain("anew");
  });

  test("a page that cannot be built keeps nobody from reading an article", () => {
    const { status, said, program, has } = setUp({ marked: true, compiles: "always", page: false });
    expect({ status, program, marked: has("dist/.page-built") }).toEqual({ status: 0, program: true, marked: false });
    expect(said).toContain("every command but serve and demo works");
  });
});
