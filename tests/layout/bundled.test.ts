import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bundledLicences, LICENCES, packageFolder } from "../../scripts/bundled-licences.js";
import rolldownConfig from "../../scripts/rolldown.config.js";
import { scratch } from "../cli/run.js";
import { ALLOWED, importedBelow, isAllowed, lock, packageOf, withDependencies } from "./packages.js";
import { textOf } from "./sources.js";

/** Packages that a built file of licences holds, with name, version and length of the text. */
function listedIn(text: string) {
  const [, ...sections] = text.split(/^(?=== \S+ \S+ \(.+\)$)/m);
  return sections.map((section) => {
    const [, name = "", version = "", license = ""] = /^== (\S+) (\S+) \((.+)\)$/m.exec(section) ?? [];
    return { name, version, license, text: section.slice(section.indexOf("\n")).trim() };
  });
}

/** What the program leaves to npm to install, by the bundler's own settings. */
const outside = [rolldownConfig]
  .flat()
  .flatMap(({ external }) => (Array.isArray(external) ? external.map(String) : []));
const PROGRAM = ["cli", "desk", "engine", "export", "intake", "server", "store", "work"];
const inProgram = PROGRAM.flatMap((part) => importedBelow(`src/${part}`)).filter((name) => !outside.includes(name));

describe.each([
  // tinyld is loaded from its package when it is first asked
  ["dist/bundle", inProgram.filter((name) => name !== "tinyld"), [], ["rolldown"]],
  // the page's worker runs the engine, but for what the engine's schema needs
  ["dist/web", importedBelow("src/web"), importedBelow("src/engine"), ["rolldown", "vite"]],
])("%s", (folder, imported, possible, builders) => {
  const listed = listedIn(textOf(`${folder}/${LICENCES}`));
  const names = new Set(listed.map(({ name }) => name));

  test("goes with the licences of every package its sources import", () => {
    expect(imported.length).toBeGreaterThan(4);
    expect(imported.filter((name) => !names.has(name))).toEqual([]);
  });

  test("holds nothing that they do not reach, in no other version", () => {
    const reached = new Set(
      [...withDependencies([...imported, ...possible])].map(
        (path) => `${packageAt(path)} ${lock.packages[path]?.version}`,
      ),
    );
    const foreign = listed.filter(
      ({ name, version }) => !reached.has(`${name} ${version}`) && !builders.includes(name),
    );
    expect(foreign.map(({ name, version }) => `${name} ${version}`)).toEqual([]);
  });

  test("has an allowed licence and a text for each, each once", () => {
    expect(listed.filter(({ license }) => !isAllowed(license, ALLOWED)).map(({ name }) => name)).toEqual([]);
    expect(listed.filter(({ text }) => text.length < 300 || !/copyright|public domain/i.test(text)).map(({ name }) => name)).toEqual([]); // biome-ignore format: one line reads best
    const keys = listed.map(({ name, version }) => `${name} ${version}`);
    expect(keys).toEqual([...new Set(keys)].sort());
  });
});

const packageAt = (path: string): string | null => packageOf(path.slice(path.lastIndexOf("node_modules/") + 13));

test.each([
  ["/a/node_modules/react/index.js", "/a/node_modules/react"],
  ["/a/node_modules/@b/c/dist/d.js", "/a/node_modules/@b/c"],
  ["/a/node_modules/b/node_modules/c/d.json?url", "/a/node_modules/b/node_modules/c"],
  ["\0/a/node_modules/b/c.js?commonjs-proxy", "/a/node_modules/b"],
  ["\0vite/preload-helper.js", "node_modules/vite"],
  ["\0rolldown/runtime.js", "node_modules/rolldown"],
  ["\0virtual:engine-tables", null],
  ["/a/src/web/main.tsx", null],
  ["/a/dist/src/node_modules.js", null],
])("module %j is of %s", (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

describe("a package that is bundled", () => {
  const folder = scratch();
  afterAll(folder.drop);
  let made = 0;

  /** The licences beside a bundle that reaches a package with these files. */
  function licencesOf(description: object, files: Readonly<Record<string, string>>): string {
    const own = join(folder.path, String(made++), "node_modules", "p");
    mkdirSync(own, { recursive: true });
    const all = { "package.json": JSON.stringify({ name: "p", version: "1.2.3", ...description }), ...files };
    for (const [name, text] of Object.entries(all)) writeFileSync(join(own, name), text);
    let written = "";
    const output = {
      getModuleIds: () => [join(own, "index.js")],
      emitFile: ({ source }: { readonly source: string }) => {
        written = source;
        return "";
      },
    };
    bundledLicences().plugin.generateBundle.call(output);
    return written;
  }

  test("brings its own text, and its notice", () => {
    const text = licencesOf({ license: "Apache-2.0" }, { LICENSE: "terms of p\n", NOTICE: "made by q\n" });
    expect(text).toContain("\n== p 1.2.3 (Apache-2.0)\n\nterms of p\n\nmade by q\n");
  });

  test("without a text has MIT's where it names that, for whom it names", () => {
    const text = licencesOf({ license: "MIT", author: { name: "A. Maker" } }, { NOTICE: "made by q\n" });
    expect(text).toMatch(/\n== p 1\.2\.3 \(MIT\)\n\nCopyright \(c\) A\. Maker\n\nPermission is hereby granted/);
    expect(licencesOf({ license: "MIT" }, {})).toContain("Copyright (c) the authors of p\n");
  });

  test.each([
    [{ license: "ISC" }, {}, "p is under ISC without its text"],
    [{ license: "BSD-3-Clause" }, { "README.md": "BSD" }, "p is under BSD-3-Clause without its text"],
    [{ license: "MIT", dependencies: { q: "1.0.0" } }, { LICENSE: "MIT" }, "depends on q, which is not installed"],
  ])("%j with %j is refused", (description, files, message) => {
    expect(() => licencesOf(description, files)).toThrow(message);
  });
});
