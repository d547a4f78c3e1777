import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnit } from "../engine/base/span.js";
import type { KnowledgeFiles } from "../engine/knowledge.js";
import { ROOT } from "../root.js";

/** Digits that tell one state of program, tables and weights from another. */
const DIGITS = 8;

/** Where the engine's code stands once it is built; the bundle is made from it. */
const BUILT_ENGINE = join(ROOT, "dist", "src", "engine");

/** The package's version. */
export function readVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return typeof description === "object" && description !== null && "version" in description
    ? String(description.version)
    : "?";
}

/**
 * Version of the engine with what it knows: an article read by another is read again when it comes in once more. Code
 * counts as much as tables and weights do.
 *
 * @param code Folder of the built engine.
 */
export function engineVersion(files: KnowledgeFiles, code: string = BUILT_ENGINE): string {
  const { tables, languageModel, claimModel, eventModel, words, ownActors = [] } = files;
  const hash = createHash("sha256")
    .update(languageModel)
    .update(claimModel)
    .update(eventModel ?? "")
    .update(words);
  for (const [name, text] of tables) hash.update(`\n${name}\n`).update(text);
  for (const file of codeFiles(code)) hash.update(`\n${file}\n`).update(readFileSync(join(code, file)));
  hash.update(JSON.stringify(ownActors));
  return `${readVersion()}+${hash.digest("hex").slice(0, DIGITS)}`;
}

/** Files of code below a folder, ascending; some 250, read in a hundredth of a second. */
function codeFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .sort(byCodeUnit);
}
