import { makeKnowledge } from "../engine/knowledge.js";
import { readArticle } from "../engine/read.js";
import { Groups, StoryIndex, sketchOf } from "../engine/stories/index.js";
import { readInputs } from "../intake/files.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { watchInterrupt } from "./interrupt.js";
import { openMessages } from "./messages.js";
import { openOutput } from "./output.js";
import { STATUS } from "./status.js";

/** Digits of a document's hash that name its groups. */
const GROUP_DIGITS = 16;

/** Runs `readout stories`: which articles are copies of one text and which report one event, one JSON object an article. */
export async function stories(files: readonly string[]): Promise<number> {
  const output = openOutput(process.stdout);
  const messages = openMessages(process.stderr, process.stderr.isTTY === true);
  const interrupt = watchInterrupt();
  const knowledge = makeKnowledge(readKnowledgeFiles());
  const [index, copies, reports] = [new StoryIndex(), new Groups(), new Groups()];
  const articles: { readonly id: string; readonly document: string }[] = [];
  const known = new Set<string>();
  let failures = 0;
  for await (const input of readInputs(files, { stdin: process.stdin })) {
    if (await interrupt.check()) break;
    if ("failure" in input) {
      failures++;
      messages.say(input.failure.message);
      continue;
    }
    const record = readArticle(input.article, knowledge);
    articles.push({ id: record.document.id, document: record.document.hash });
    messages.count();
    if (known.has(record.document.hash)) continue;
    known.add(record.document.hash);
    for (const { kind, left, right } of index.add(sketchOf(record, knowledge.stories))) {
      if (kind === "copy") copies.join(left, right);
      reports.join(left, right);
    }
  }
  messages.finish();
  const name = (document: string): string => document.slice(0, GROUP_DIGITS);
  for (const { id, document } of articles) {
    const [copy, story] = [name(copies.of(document)), name(reports.of(document))];
    await output.write(`${JSON.stringify({ id, copy, story })}\n`);
  }
  interrupt.release();
  return interrupt.asked ? STATUS.stopped : failures > 0 ? STATUS.failed : STATUS.read;
}
