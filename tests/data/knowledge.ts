import { fileURLToPath } from "node:url";
import { type Knowledge, type KnowledgeFiles, makeKnowledge } from "../../src/engine/knowledge.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";

/** The files the project ships. */
export const files: KnowledgeFiles = readKnowledgeFiles(fileURLToPath(new URL("../../", import.meta.url)));

/** The knowledge the project ships, made once a test file. */
export const knowledge: Knowledge = makeKnowledge(files);

/** Rows of a shipped table, each as its cells by column name. */
export function rowsOf(table: string): readonly Readonly<Record<string, string>>[] {
  const text = files.tables.get(table);
  if (text === undefined) throw new Error(`no table ${table}`);
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const columns = (lines[0] ?? "").split("\t");
  return lines.slice(1).map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
