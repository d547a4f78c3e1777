import { readInputs } from "../intake/files.js";
import { watchInterrupt } from "./interrupt.js";
import { openMessages } from "./messages.js";
import { openOutput } from "./output.js";
import { STATUS } from "./status.js";

/** Runs `readout extract`: the article of each input as one JSON object a line. */
export async function extract(files: readonly string[]): Promise<number> {
  const output = openOutput(process.stdout);
  const messages = openMessages(process.stderr, process.stderr.isTTY === true && process.stdout.isTTY !== true);
  const interrupt = watchInterrupt();
  let failures = 0;
  for await (const input of readInputs(files, { stdin: process.stdin })) {
    if (output.closed || (await interrupt.check())) break;
    if ("failure" in input) {
      failures++;
      messages.say(input.failure.message);
      continue;
    }
    const { title = null, text, published = null, outlet = null, url = null } = input.article;
    await output.write(`${JSON.stringify({ file: input.name, title, text, published, outlet, url })}\n`);
    messages.count();
  }
  messages.finish();
  interrupt.release();
  if (process.stdin.readableFlowing !== null) process.stdin.destroy(); // a pipe left open must not keep the program alive
  return interrupt.asked ? STATUS.stopped : failures > 0 ? STATUS.failed : STATUS.read;
}
