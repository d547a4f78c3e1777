import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ALLOWED, importedBelow, isAllowed, type Locked, lock, locked, withDependencies } from "./packages.js";
import { ROOT, textOf } from "./sources.js";

/** Also for what only builds and tests it, and is not passed on. */
const ALLOWED_TO_BUILD = [...ALLOWED, "MPL-2.0"];
/** The database driver's fetches a built SQLite or compiles it: docs/threat-model.md. */
const MAY_RUN_SCRIPTS = ["node_modules/better-sqlite3"];
const REGISTRY = "https://registry.npmjs.org/";

/** With the page goes what it imports, whatever the lockfile calls it: it is bundled into `dist/web`. */
const inPage = withDependencies(importedBelow("src/web"));

/** What is wrong with a package's licence, in words; `null` when nothing is. */
function objection(path: string, { license, dev = false }: Locked): string | null {
  const allowed = dev && !inPage.has(path) ? ALLOWED_TO_BUILD : ALLOWED;
  if (license === undefined) return `${path} names no licence`;
  return isAllowed(license, allowed) ? null : `${path} is under ${license}, which is not among ${allowed.join(", ")}`;
}

/** The licence an installed package states itself; `null` where it is not installed on this machine. */
function installedLicence(path: string): string | null {
  const file = `${path}/package.json`;
  if (!existsSync(ROOT + file)) return null;
  const { license = null }: { readonly license?: string | { readonly type?: string } | null } = JSON.parse(
    textOf(file),
  );
  return typeof license === "string" ? license : (license?.type ?? "none");
}

describe("the packages in the lockfile", () => {
  test("have licences that allow what is done with them", () => {
    expect(locked.flatMap(([path, entry]) => objection(path, entry) ?? [])).toEqual([]);
  });

  test("state the same licence where they are installed", () => {
    const other = locked.flatMap(([path, { license }]) => {
      const own = installedLicence(path);
      return own === null || own === license ? [] : [`${path}: ${own} in its package.json, ${license} in the lockfile`];
    });
    expect(other).toEqual([]);
  });

  test("are checked when fetched: each has its hash, and comes from the registry", () => {
    const loose = locked.flatMap(([path, { integrity, resolved = REGISTRY, link = false }]) =>
      !link && resolved.startsWith(REGISTRY) && /^sha512-[\w+/]{86}==$/.test(integrity ?? "") ? [] : [path],
    );
    expect(loose).toEqual([]);
    expect(lock.lockfileVersion).toBe(3);
  });

  test("run nothing when installed, but for the database driver", () => {
    const running = locked.flatMap(([path, { hasInstallScript }]) => (hasInstallScript === true ? [path] : []));
    expect(running).toEqual(MAY_RUN_SCRIPTS);
  });

  test("are pinned exactly by the project itself", () => {
    const own: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(textOf("package.json"));
    const wanted = Object.entries({ ...own["dependencies"], ...own["devDependencies"] });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    for (const [name, version] of wanted) expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
  });
});

/** What these tests themselves would refuse, so that they cannot fall silent. */
describe("a licence that is not allowed is seen", () => {
  test.each([
    ["GPL-3.0-only", false],
    ["AGPL-3.0-or-later", false],
    ["SSPL-1.0", false],
    ["UNLICENSED", false],
    ["MPL-2.0", false],
    ["MIT AND GPL-2.0-only", false],
    ["(GPL-2.0-only AND MIT) OR (ISC)", false],
    [undefined, false],
    ["MIT", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["(MIT AND Zlib)", true],
  ])("%s: %s", (license, allowed) => {
    expect(objection("a", license === undefined ? {} : { license }) === null).toBe(allowed);
  });

  test.each([
    ["a", false, false],
    ["a", true, true],
    ["node_modules/axe-core", true, true],
    ["node_modules/react-dom", true, false],
    ["node_modules/scheduler", true, false],
    ["node_modules/d3-dsv/node_modules/commander", true, false],
  ])("weak copyleft is for building and testing alone: %s (dev %s) %s", (path, dev, allowed) => {
    expect(objection(path, { license: "MPL-2.0", dev }) === null).toBe(allowed);
  });
});
