import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The file beside what was bundled. `tests/layout/bundled.test.ts` reads it. */
export const LICENCES = "third-party-licences.txt";

const PREFACE =
  "The files in this folder hold code of the packages below, or may, since one of them is built of another. Their licences ask that their texts go along.\n";
/** What a bundler adds of its own comes from its own package; what that depends on stays behind. */
const BUILDERS: ReadonlySet<string> = new Set(["node_modules/rolldown", "node_modules/vite"]);

/** What the plugin uses of the bundler, rolldown's or Vite's. */
interface Output {
  getModuleIds(): Iterable<string>;
  emitFile(file: { readonly type: "asset"; readonly fileName: string; readonly source: string }): string;
}

/**
 * Writes the licences of all packages of which a module is reached beside the bundles. Workers are bundled apart, before
 * what starts them: theirs are told by `inWorker` and written with the rest. Works in the project's folder.
 *
 * @throws Error for a package without a text of its licence, unless that is MIT: it may not be passed on.
 */
export function bundledLicences() {
  const folders = new Set<string>();
  const collect = (ids: Iterable<string>): void => {
    for (const id of ids) {
      const folder = packageFolder(id);
      if (folder !== null) folders.add(folder);
    }
  };
  return {
    inWorker: () => ({
      name: "bundled-licences-of-worker",
      generateBundle(this: Output): void {
        collect(this.getModuleIds());
      },
    }),
    plugin: {
      name: "bundled-licences",
      generateBundle(this: Output): void {
        collect(this.getModuleIds());
        this.emitFile({ type: "asset", fileName: LICENCES, source: licenceText(folders) });
      },
    },
  };
}

/** Folder of the package a module belongs to; `null` for the project's own. */
export function packageFolder(id: string): string | null {
  const builder = /^\0([a-z]+)\//.exec(id)?.[1];
  if (builder !== undefined) return BUILDERS.has(`node_modules/${builder}`) ? `node_modules/${builder}` : null;
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)/.exec(id.replaceAll("\\", "/"))?.[1] ?? null;
}

/** What a package says of itself. */
interface Described {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly author?: string | { readonly name: string };
}

/** One section a package, ascending by name and version. */
function licenceText(folders: Iterable<string>): string {
  const sections = [...withDependencies(folders)].map(
    ([folder, own]) => `\n== ${own.name} ${own.version} (${own.license})\n\n${textIn(folder) ?? textFor(own)}\n`,
  );
  return PREFACE + [...new Set(sections)].sort((a, b) => (a < b ? -1 : 1)).join("");
}

/** Packages with all they depend on: what they publish may have that built into it. By folder. */
function withDependencies(folders: Iterable<string>): ReadonlyMap<string, Described> {
  const found = new Map<string, Described>();
  const add = (folder: string): void => {
    if (found.has(folder)) return;
    const own: Described = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    found.set(folder, own);
    if (!BUILDERS.has(folder)) for (const name of Object.keys(own.dependencies ?? {})) add(folderOf(name, folder));
  };
  for (const folder of folders) add(folder);
  return found;
}

/** Where a package finds another: beside its own files, else beside itself, and so outwards. */
function folderOf(name: string, from: string): string {
  for (let place = from; ; place = place.slice(0, place.lastIndexOf("/node_modules/"))) {
    const folder = `${place}/node_modules/${name}`;
    if (existsSync(join(folder, "package.json"))) return folder;
    if (!place.includes("/node_modules/")) throw new Error(`${from} depends on ${name}, which is not installed`);
  }
}

/** Licence and notice in a package's folder, without those of what its builder bundled into it and is not passed on here; `null` where there is none. */
function textIn(folder: string): string | null {
  const files = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)\b/i.test(name));
  if (!files.some((name) => !/^notice/i.test(name))) return null;
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8"));
  return texts.map((text) => (text.split(/^# Licenses of bundled dependencies/m)[0] ?? "").trim()).join("\n\n");
}

/** For a package that names its licence and leaves out the text: the same as the project's own but for whom it names. */
function textFor({ name, license, author }: Described): string {
  if (license !== "MIT") throw new Error(`${name} is under ${license} without its text: it may not be bundled`);
  const [, terms] = readFileSync("LICENSE", "utf8").split(/^(?=Permission is hereby granted)/m);
  if (terms === undefined) throw new Error("LICENSE holds no terms");
  const holder = typeof author === "string" ? author : (author?.name ?? `the authors of ${name}`);
  return `Copyright (c) ${holder}\n\n${terms.trim()}`;
}
