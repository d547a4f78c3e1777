import { availableParallelism } from "node:os";
import { lengthOf } from "../engine/document/document.js";
import type { ReadoutRecord } from "../engine/record.js";
import { type Input, readInputs, sizeOfFiles } from "../intake/files.js";
import { identifyLanguage } from "../intake/identify.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { Line } from "../work/line.js";
import { Readers } from "../work/readers.js";
import { type Format, openFormat } from "./formats.js";
import { type Interrupt, watchInterrupt } from "./interrupt.js";
import { type Messages, openMessages } from "./messages.js";
import { type Output, openOutput } from "./output.js";
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
  readonly threads?: number;
}

/** Articles under way for each thread: the next lie ready while one is read, and a long one does not hold up the others. */
const AHEAD = 16;
/** Text under way, in UTF-16 code units: records take some ten times the memory of their texts. */
const TEXT_UNDER_WAY = 4_000_000;

/** Runs `readout code`: one record for every article that can be read, a message for every input that cannot. */
export async function code(given: CodeArguments): Promise<number> {
  const { files, format, explain = false, actors, dictionary, threads = availableParallelism(), ...options } = given;
  const output = openOutput(process.stdout);
  const messages = openMessages(process.stderr, process.stderr.isTTY === true && process.stdout.isTTY !== true);
  const ownActors = tryOwnActors({ actors, dictionary }, messages);
  if (ownActors === null) return STATUS.misused;
  const interrupt = watchInterrupt();
  const form = await openFormat(format, { explain, stream: process.stdout });
  const knowledge = { ...readKnowledgeFiles(), identifyLanguage, ownActors };
  const readers = new Readers(knowledge, { ...options, explain }, threads, await sizeOfFiles(files));
  const printer = new Printer(output, messages, form);
  const line = new Line({ items: threads * AHEAD, size: TEXT_UNDER_WAY });
  try {
    await readAll(readInputs(files, { stdin: process.stdin }), { readers, line, printer, output, interrupt });
    await printer.end();
  } finally {
    messages.finish();
    await readers.close(); // threads left alone keep the program alive
    interrupt.release();
    if (process.stdin.readableFlowing !== null) process.stdin.destroy(); // so does a pipe left open
  }
  return interrupt.asked ? STATUS.stopped : printer.failures > 0 ? STATUS.failed : STATUS.read;
}

interface Means {
  readonly readers: Readers;
  readonly line: Line;
  readonly printer: Printer;
  readonly output: Output;
  readonly interrupt: Interrupt;
}

/** Reads every input and prints it in its turn, until Ctrl-C or until nobody takes the output any more. */
async function readAll(inputs: AsyncGenerator<Input>, { readers, line, printer, output, interrupt }: Means) {
  try {
    for (;;) {
      if (output.closed || (await interrupt.check())) break;
      const next = await interrupt.or(inputs.next());
      if (next === null || next.done === true) break;
      const input = next.value;
      if ("failure" in input) await interrupt.or(line.put(0, Promise.resolve(input.failure.message), printer.failed));
      else
        await interrupt.or(
          line.put(lengthOf(input.article), readers.read(input.article), (reading) =>
            "failure" in reading
              ? printer.failed(`${input.name}: could not be read: ${reading.failure}`)
              : printer.record(input.name, reading.record),
          ),
        );
    }
    if (!output.closed) await interrupt.or(line.end());
  } finally {
    line.stop(); // what was under way at Ctrl-C does not come after the foot
  }
}

/** Prints records as they come, and says what could not be read. */
class Printer {
  failures = 0;
  #records = 0;

  constructor(
    private readonly output: Output,
    private readonly messages: Messages,
    private readonly form: Format,
  ) {}

  readonly failed = (why: string): void => {
    this.failures++;
    this.messages.say(why);
  };

  async record(name: string, record: ReadoutRecord): Promise<void> {
    for (const notice of record.document.notices)
      if (notice.code === "language") this.messages.say(`${name}: ${notice.message}`);
    await this.output.write((this.#records++ === 0 ? this.form.head(record) : "") + this.form.record(record));
    this.messages.count();
  }

  async end(): Promise<void> {
    if (this.#records > 0 && !this.output.closed) await this.output.write(this.form.foot);
  }
}
