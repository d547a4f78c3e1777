import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as zlib from "node:zlib";
import { type Knowledge, type KnowledgeFiles, makeKnowledge } from "./engine/knowledge.js";
import { identifyLanguage } from "./intake/identify.js";
import { ROOT } from "./root.js";

/** Node's own CRC-32, where it has one. */
export const fastChecksum: KnowledgeFiles["checksum"] = "crc32" in zlib ? zlib.crc32 : undefined; // since Node 20.15

/** Reads what the engine is given to know from the package's `data/` and `models/`. */
export function readKnowledgeFiles(root: string = ROOT): KnowledgeFiles {
  const tables = new Map<string, string>();
  collectTables(join(root, "data"), "", tables);
  return {
    tables,
    languageModel: readFileSync(join(root, "models", "language.bin")),
    eventModel: readFileSync(join(root, "models", "events.bin")),
    claimModel: readFileSync(join(root, "models", "claims.bin")),
    words: readFileSync(join(root, "models", "words.txt"), "utf8"),
    identifyLanguage,
    checksum: fastChecksum,
  };
}

/** The tables below some folders of `data/`, without the models: for what reads no article. */
export function readTables(folders: readonly string[], root: string = ROOT): ReadonlyMap<string, string> {
  const tables = new Map<string, string>();
  for (const folder of folders) collectTables(join(root, "data", folder), `${folder}/`, tables);
  return tables;
}

/** Labelled text to train and measure with, what exports call things and where the map has them: no article is coded by it. */
const NOT_READ: ReadonlySet<string> = new Set(["export", "labels", "map", "occasions", "written"]);

function collectTables(folder: string, prefix: string, tables: Map<string, string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && NOT_READ.has(prefix + entry.name)) continue;
    if (entry.isDirectory()) collectTables(join(folder, entry.name), `${prefix}${entry.name}/`, tables);
    else if (entry.name.endsWith(".tsv"))
      tables.set(prefix + entry.name, readFileSync(join(folder, entry.name), "utf8"));
  }
}

let shared: Knowledge | null = null; // read once a process: it is the same for every article

/** The package's own knowledge, read on first use. */
export function defaultKnowledge(): Knowledge {
  shared ??= makeKnowledge(readKnowledgeFiles());
  return shared;
}
