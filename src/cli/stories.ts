import { availableParallelism } from "node:os";
import { lengthOf } from "../engine/document/document.js";
import { Groups, StoryIndex } from "../engine/stories/index.js";
import { readInputs, sizeOfFiles } from "../intake/files.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { Line } from "../work/line.js";
import type { Reading } from "../work/protocol.js";
import { Readers } from "../work/readers.js";
import { watchInterrupt } from "./interrupt.js";
import { type Messages, openMessages } from "./messages.js";
import { openOutput } from "./output.js";
import { STATUS } from "./status.js";

/** Digits of a document's hash that name its groups. */
const GROUP_DIGITS = 16;
/** Articles under way for each thread, and their text in UTF-16 code units. */
const [AHEAD, TEXT_UNDER_WAY] = [16, 4_000_000];

/** Runs `readout stories`: which articles are copies of one text and which report one event, one JSON object an article. */
export async function stories(files: readonly string[]): Promise<number> {
  const output = openOutput(process.stdout);
  const messages = openMessages(process.stderr, process.stderr.isTTY === true);
  const interrupt = watchInterrupt();
  const threads = availableParallelism();
  const readers = new Readers(readKnowledgeFiles(), {}, threads, await sizeOfFiles(files));
  const line = new Line({ items: threads * AHEAD, size: TEXT_UNDER_WAY });
  const grouping = new Grouping(messages);
  for await (const input of readInputs(files, { stdin: process.stdin })) {
    if (await interrupt.check()) break;
    await interrupt.or(
      "failure" in input
        ? line.put(0, Promise.resolve(input.failure.message), grouping.failed)
        : line.put(lengthOf(input.article), readers.read(input.article), (read) => grouping.add(input.name, read)),
    );
  }
  await interrupt.or(line.end());
  line.stop();
  await readers.close();
  messages.finish();
  for (const row of grouping.rows()) await output.write(`${JSON.stringify(row)}\n`);
  interrupt.release();
  return interrupt.asked ? STATUS.stopped : grouping.failures > 0 ? STATUS.failed : STATUS.read;
}

/** Groups of the articles read so far. */
class Grouping {
  failures = 0;
  readonly #index = new StoryIndex();
  readonly #copies = new Groups();
  readonly #reports = new Groups();
  readonly #articles: { readonly id: string; readonly document: string }[] = [];
  readonly #known = new Set<string>();

  constructor(private readonly messages: Messages) {}

  readonly failed = (why: string): void => {
    this.failures++;
    this.messages.say(why);
  };

  add(name: string, reading: Reading): void {
    if ("failure" in reading) {
      this.failed(`${name}: could not be read: ${reading.failure}`);
      return;
    }
    const { id, hash } = reading.record.document;
    this.#articles.push({ id, document: hash });
    this.messages.count();
    if (this.#known.has(hash)) return;
    this.#known.add(hash);
    for (const { kind, left, right } of this.#index.add(reading.sketch)) {
      if (kind === "copy") this.#copies.join(left, right);
      this.#reports.join(left, right);
    }
  }

  *rows(): Generator<{ readonly id: string; readonly copy: string; readonly story: string }> {
    const name = (document: string): string => document.slice(0, GROUP_DIGITS);
    for (const { id, document } of this.#articles)
      yield { id, copy: name(this.#copies.of(document)), story: name(this.#reports.of(document)) };
  }
}
