import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KnowledgeFiles } from "../engine/knowledge.js";
import { ROOT } from "../root.js";

/** Digits that tell one state of tables and weights from another. */
const DIGITS = 8;

/** The package's version. */
export function readVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return typeof description === "object" && description !== null && "version" in description
    ? String(description.version)
    : "?";
}

/** Version of the engine with what it knows: an article read by another is read again when it comes in once more. */
export function engineVersion(files: KnowledgeFiles): string {
  const { tables, languageModel, claimModel, eventModel, words, ownActors = [] } = files;
  const hash = createHash("sha256")
    .update(languageModel)
    .update(claimModel)
    .update(eventModel ?? "")
    .update(words);
  for (const [name, text] of tables) hash.update(`\n${name}\n`).update(text);
  hash.update(JSON.stringify(ownActors));
  return `${readVersion()}+${hash.digest("hex").slice(0, DIGITS)}`;
}
