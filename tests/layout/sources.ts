import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** One import or re-export of a source file. */
export interface Import {
  /** Path of the importing file, from the project's folder. */
  readonly from: string;
  readonly line: number;
  /** Module name as written, or the path of the file it means, from the project's folder. */
  readonly to: string;
  /** Whether nothing but types is taken. */
  readonly typeOnly: boolean;
}

/** Paths of all files below a folder that end in one of the endings, from the project's folder, sorted. */
export function filesBelow(folder: string, ...endings: readonly string[]): readonly string[] {
  return readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => posix.join(entry.parentPath.slice(ROOT.length), entry.name))
    .sort();
}

/** Text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(ROOT + path, "utf8");
}

const STATEMENT = /^(?:import|export)\s+(?:(type)\s+)?(?:([\w*{][^;"]{0,2000}?)\s+from\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** The imports of a source text: static, dynamic, and re-exports. */
export function importsOf(from: string, text: string): readonly Import[] {
  const found: Import[] = [];
  const add = (index: number, name: string, typeOnly: boolean): void => {
    found.push({ from, line: text.slice(0, index).split("\n").length, to: resolve(from, name), typeOnly });
  };
  for (const match of text.matchAll(STATEMENT))
    add(match.index, match[3] ?? "", match[1] === "type" || onlyTypes(match[2] ?? ""));
  for (const match of text.matchAll(DYNAMIC)) add(match.index, match[1] ?? "", false);
  return found;
}

/** “{ type A, type B }” takes types alone; an empty list takes the module for its effects. */
function onlyTypes(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (inner === undefined) return false;
  const parts = inner.split(",").map((part) => part.trim());
  const named = parts.filter((part) => part !== "");
  return named.length > 0 && named.every((part) => part.startsWith("type "));
}

function resolve(from: string, name: string): string {
  if (!name.startsWith(".")) return name;
  const path = posix.join(posix.dirname(from), name);
  const view = path.replace(/\.js$/, ".tsx");
  return existsSync(ROOT + view) ? view : path.replace(/\.js$/, ".ts");
}
