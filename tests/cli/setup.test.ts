import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
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
  /** What the set-up is asked for besides the folder. */
  readonly asked?: readonly string[];
}

/** A checkout with stand-ins for npm, compiler and bundler, set up by the script itself. */
function setUp({ marked, compiles, page, asked = [] }: Stage) {
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
  for (const each of ["scripts/setup.sh", "scripts/sweep.sh"]) copyFileSync(resolve(each), join(folder, each));
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
  const run = () =>
    spawnSync("sh", [join(folder, "scripts/setup.sh"), folder, ...asked], {
      encoding: "utf8",
      env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}` },
    });
  const ran = run();
  const has = (path: string): boolean => existsSync(join(folder, path));
  return {
    status: ran.status,
    said: ran.stderr,
    installed: has("installed"),
    program: has("dist/bundle/main.js"),
    has,
    folder,
    again: () => run().stderr,
  };
}

/** Puts what a compiler would have written, and its source unless that is gone. */
function compiled(folder: string, name: string, source: string | null): void {
  for (const ending of [".js", ".d.ts"]) {
    mkdirSync(dirname(join(folder, "dist", name)), { recursive: true });
    writeFileSync(join(folder, "dist", name + ending), "");
  }
  if (source !== null) writeFileSync(join(folder, source), "{}\n");
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

  test("is not content without the page where the whole is asked for, as packing does", () => {
    const asked = { marked: true, compiles: "always", asked: ["--whole"] } as const;
    expect(setUp({ ...asked, page: true }).status).toBe(0);
    const { status, said } = setUp({ ...asked, page: false });
    expect(status).toBe(1);
    expect(said).toContain("the page could not be built");
    expect(said).not.toContain("works");
  });

  test("builds packages and page anew when the packages change", () => {
    const { folder, again } = setUp({ marked: true, compiles: "always", page: true });
    expect(again()).toBe("");
    writeFileSync(join(folder, "package-lock.json"), "{ }\n");
    expect(again()).toMatch(/installing packages[\s\S]*building/);
    expect(again()).toBe("");
  });

  test("leaves nothing of a source that is gone, and builds when one is", () => {
    const { folder, has, again } = setUp({ marked: true, compiles: "always", page: true });
    compiled(folder, "src/engine/a", "src/engine/a.ts");
    compiled(folder, "src/web/view", "src/web/view.tsx");
    compiled(folder, "src/engine/gone", null);
    compiled(folder, "src/engine/fallen/gone", null);
    rmSync(join(folder, "dist/.built"));
    expect(again()).toContain("building");
    expect(["src/engine/a.js", "src/engine/a.d.ts", "src/web/view.js"].map((path) => has(`dist/${path}`))).toEqual([true, true, true]); // biome-ignore format: one line reads best
    expect(["src/engine/gone.js", "src/engine/gone.d.ts", "src/engine/fallen/gone.js"].filter((path) => has(`dist/${path}`))).toEqual([]); // biome-ignore format: one line reads best
    expect(again()).toBe("");
    rmSync(join(folder, "src/engine/a.ts"));
    expect(again()).toContain("building");
    expect(has("dist/src/engine/a.js")).toBe(false);
  });
});
