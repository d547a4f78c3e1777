import type { Article } from "../engine/document/types.js";
import { type Knowledge, makeKnowledge } from "../engine/knowledge.js";
import { type ReadOptions, readArticle } from "../engine/read.js";
import type { ReadoutRecord } from "../engine/record.js";
import { readInputs } from "../intake/files.js";
import { identifyLanguage } from "../intake/identify.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { openFormat } from "./formats.js";
import { watchInterrupt } from "./interrupt.js";
import { openMessages } from "./messages.js";
import { openOutput } from "./output.js";
import { tryOwnActors } from "./own-actors.js";
import { STATUS } from "./status.js";

/** Arguments of `readout code`. */
export interface CodeArguments {
  readonly files: readonly string[];
  readonly format: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly repair: boolean;
  readonly explain?: boolean;
  readonly actors?: readonly string[];
  readonly dictionary?: readonly string[];
}

/** Longer texts (UTF-16 code units) take seconds: Ctrl-C then need not wait for their end. */
const LONG_TEXT = 200_000;

/** Runs `readout code`: one record for every article that can be read, a message for every input that cannot. */
export async function code(given: CodeArguments): Promise<number> {
  const { files, format, explain = false, actors, dictionary, ...options } = given;
  const output = openOutput(process.stdout);
  const messages = openMessages(process.stderr, process.stderr.isTTY === true && process.stdout.isTTY !== true);
  const ownActors = tryOwnActors({ actors, dictionary }, messages);
  if (ownActors === null) return STATUS.misused;
  const interrupt = watchInterrupt();
  const form = await openFormat(format, { explain, stream: process.stdout });
  const knowledge = makeKnowledge({ ...readKnowledgeFiles(), identifyLanguage, ownActors });
  let [failures, records] = [0, 0];
  for await (const input of readInputs(files, { stdin: process.stdin })) {
    if (output.closed || (await interrupt.check())) break;
    const read =
      "failure" in input
        ? input.failure.message
        : tryRead(input.article, knowledge, { ...options, explain }, interrupt.during);
    if (typeof read === "string") {
      failures++;
      messages.say("failure" in input ? read : `${input.name}: could not be read: ${read}`);
      continue;
    }
    for (const notice of read.document.notices)
      if (notice.code === "language") messages.say(`${input.name}: ${notice.message}`);
    await output.write((records++ === 0 ? form.head(read) : "") + form.record(read));
    messages.count();
  }
  if (records > 0 && !output.closed) await output.write(form.foot);
  messages.finish();
  interrupt.release();
  if (process.stdin.readableFlowing !== null) process.stdin.destroy(); // a pipe left open must not keep the program alive
  return interrupt.asked ? STATUS.stopped : failures > 0 ? STATUS.failed : STATUS.read;
}

/** The record, or in words why there is none. One article that breaks the engine does not stop the others. */
function tryRead(
  article: Article,
  knowledge: Knowledge,
  options: ReadOptions,
  during: (work: () => ReadoutRecord) => ReadoutRecord,
): ReadoutRecord | string {
  const work = (): ReadoutRecord => readArticle(article, knowledge, options);
  try {
    return article.text.length > LONG_TEXT ? during(work) : work();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
