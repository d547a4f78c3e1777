import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { text as readStream } from "node:stream/consumers";
import { InputError } from "../engine/base/errors.js";
import type { Habit } from "../engine/events/relate/index.js";
import { makeKnowledge } from "../engine/knowledge.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { answersTo } from "../work/answer.js";
import { Line } from "../work/line.js";
import { openPool } from "../work/pool.js";
import type { Answer } from "../work/protocol.js";
import { openMessages } from "./messages.js";
import { openOutput } from "./output.js";
import { STATUS } from "./status.js";

const COLUMN = "marked_sentence";

/** Sentences that are answered in the program's own thread where nobody wants it otherwise: others would take longer to start. */
const FEW = 2000;
/** Sentences that a thread is given at once, and such batches under way for each thread. */
const [BATCH, AHEAD] = [32, 16];
/** Text under way, in UTF-16 code units. */
const TEXT_UNDER_WAY = 4_000_000;

/**
 * Runs `readout relate`: for every row of a file the event between the two parties marked in its sentence, as one JSON
 * object a line, in order. An answer is given for every row, also where a mark is missing, repeated or nested; a row of
 * which the engine breaks is named, and has its failure for an answer.
 *
 * @param file TSV with a column `marked_sentence`, or JSON Lines with a field of that name; `-` for standard input.
 * @param habit Which habit of labelling is answered in.
 * @throws InputError for a file that is neither.
 */
export async function relate(file: string, habit: Habit, wanted?: number): Promise<number> {
  const sentences = markedSentences(await readInput(file), file);
  const output = openOutput(process.stdout);
  const watched = process.stderr.isTTY === true && process.stdout.isTTY !== true;
  const messages = openMessages(process.stderr, watched, "sentences");
  const threads = wanted ?? (sentences.length > FEW ? availableParallelism() : 1);
  const asker = openAsker(threads, habit);
  const line = new Line({ items: threads * AHEAD, size: TEXT_UNDER_WAY });
  let [row, failures] = [0, 0];
  const print = async (answers: readonly Answer[]): Promise<void> => {
    for (const answer of answers) {
      row++;
      messages.count();
      if (!("failure" in answer)) continue;
      failures++;
      messages.say(`${file}: row ${row}: could not be read: ${answer.failure}`);
    }
    await output.write(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
  };
  try {
    for (let from = 0; from < sentences.length && !output.closed; from += BATCH) {
      const batch = sentences.slice(from, from + BATCH);
      const length = batch.reduce((sum, sentence) => sum + sentence.length, 0);
      await line.put(length, asker.ask(batch), print);
    }
    if (!output.closed) await line.end();
  } finally {
    line.stop();
    messages.finish();
    await asker.close(); // threads left alone keep the program alive
  }
  return failures > 0 ? STATUS.failed : STATUS.read;
}

/** Answers sentences here or in threads. */
interface Asker {
  ask(sentences: readonly string[]): Promise<readonly Answer[]>;
  close(): Promise<void>;
}

function openAsker(threads: number, habit: Habit): Asker {
  const files = readKnowledgeFiles();
  if (threads > 1) {
    const pool = openPool(files, threads, {});
    return { ask: (sentences) => pool.relate(sentences, habit), close: pool.close };
  }
  const { relations } = makeKnowledge(files);
  return { ask: async (sentences) => answersTo(sentences, relations, habit), close: async () => undefined };
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
