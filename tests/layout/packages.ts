import { filesBelow, importsOf, textOf } from "./sources.js";

/** What the lockfile says of a package. */
export interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export const lock: { readonly lockfileVersion: number; readonly packages: Readonly<Record<string, Locked>> } =
  JSON.parse(textOf("package-lock.json"));

/** The packages of the lockfile, by where they are installed, without the project itself. */
export const locked = Object.entries(lock.packages).filter(([path]) => path !== "");

/** Licences of what is passed on with the program: they ask for their own text and nothing more. */
export const ALLOWED: readonly string[] = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "Unlicense", "WTFPL", "Zlib"]; // biome-ignore format: one line reads best

/** Whether an SPDX expression can be met by allowed licences; one that cannot be made out is not. */
export function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const inner = expression.replace(/^\((.*)\)$/, "$1");
  if (/[()]/.test(inner)) return false;
  return inner.split(" OR ").some((side) => side.split(" AND ").every((one) => allowed.includes(one.trim())));
}

/** Packages of which code below a folder takes more than types, ascending. What builds the page is no part of it. */
export function importedBelow(folder: string): readonly string[] {
  const files = filesBelow(folder, ".ts", ".tsx").filter((file) => !file.startsWith("src/web/build/"));
  const taken = files.flatMap((file) => importsOf(file, textOf(file)).filter(({ typeOnly }) => !typeOnly));
  return [...new Set(taken.flatMap(({ to }) => packageOf(to) ?? []))].sort();
}

/** “@a/b/c.js” is of the package “@a/b”; `null` for files of the project, Node's modules and virtual ones. */
export function packageOf(module: string): string | null {
  if (/^(?:src|data|models|scripts)\/|:/.test(module)) return null;
  return /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? null;
}

/** Where packages and all that they depend on are installed: what can come with them when they are bundled. */
export function withDependencies(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string, from: string): void => {
    const path = placeOf(name, from);
    if (found.has(path)) return;
    found.add(path);
    for (const wanted of Object.keys(lock.packages[path]?.dependencies ?? {})) add(wanted, path);
  };
  for (const name of names) add(name, "");
  return found;
}

function placeOf(name: string, from: string): string {
  const path = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (lock.packages[path] !== undefined) return path;
  if (from === "") throw new Error(`${name} is not in the lockfile`);
  return placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))));
}
