import { readFile } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import { InputError } from "../engine/base/errors.js";
import type { Relation } from "../engine/events/relate/index.js";
import { defaultKnowledge } from "../knowledge.js";
import { openOutput } from "./output.js";
import { STATUS } from "./status.js";

const COLUMN = "marked_sentence";

/**
 * Runs `readout relate`: for every row of a file the event between the two parties marked in its sentence, as one JSON
 * object a line, in order. An answer is given for every row, also where a mark is missing, repeated or nested.
 *
 * @param file TSV with a column `marked_sentence`, or JSON Lines with a field of that name; `-` for standard input.
 * @throws InputError for a file that is neither.
 */
export async function relate(file: string): Promise<number> {
  const sentences = markedSentences(await readInput(file), file);
  const output = openOutput(process.stdout);
  const relations = defaultKnowledge().relations;
  for (const sentence of sentences) {
    if (output.closed) break;
    await output.write(`${JSON.stringify(answerOf(relations.marked(sentence)))}\n`);
  }
  return STATUS.read;
}

function answerOf({ event, mode, quad, cameo, status, negated, confidence, none, why }: Relation): object {
  return { event, mode, quad, cameo, status, negated, confidence, none, why };
}

async function readInput(file: string): Promise<string> {
  try {
    return file === "-" ? await readStream(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new InputError("unreadable", missing ? `${file}: no such file` : `${file}: cannot be read`);
  }
}

/** The sentences of a TSV or of JSON Lines, in order. */
export function markedSentences(content: string, file: string): readonly string[] {
  const lines = content
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  const [head, ...rest] = lines;
  if (head === undefined) return [];
  if (head.startsWith("{")) return lines.map((line, i) => fieldOf(line, `${file}:${i + 1}`));
  const at = head.split("\t").indexOf(COLUMN);
  if (at < 0) throw new InputError("no-column", `${file}: the first line names no column ${COLUMN}`);
  return rest.map((line) => line.split("\t")[at] ?? "");
}

function fieldOf(line: string, where: string): string {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new InputError("not-json", `${where}: not a JSON object`);
  }
  if (typeof row !== "object" || row === null || !(COLUMN in row) || typeof row[COLUMN] !== "string")
    throw new InputError("no-field", `${where}: no field ${COLUMN}`);
  return row[COLUMN];
}
