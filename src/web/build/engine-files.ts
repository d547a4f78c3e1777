import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const NAME = "virtual:engine-tables";
/** Labelled text to train and measure with; the engine does not read it. */
const NOT_READ: ReadonlySet<string> = new Set(["labels", "occasions", "written"]);

/**
 * Gives `virtual:engine-tables`: the address of one JSON file with every table of `data/` by its path, since a hundred
 * small requests would take longer than one.
 */
export function engineTables(): Plugin {
  return {
    name: "engine-tables",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const file = this.emitFile({ type: "asset", name: "tables.json", source: JSON.stringify(tables("")) });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

/** Tables below a folder of `data/`, by path, in order of code units. */
function tables(prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  const entries = readdirSync(join(ROOT, "data", prefix), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && !NOT_READ.has(prefix + entry.name))
      Object.assign(found, tables(`${prefix}${entry.name}/`));
    else if (entry.name.endsWith(".tsv"))
      found[prefix + entry.name] = readFileSync(join(ROOT, "data", prefix, entry.name), "utf8");
  }
  return found;
}
