import { openMessages } from "./messages.js";
import { openOutput } from "./output.js";
import { type ParseArguments, parse } from "./parse.js";
import { STATUS } from "./status.js";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "may not be read (permissions)",
  EISDIR: "a folder, not a file",
};

/** Runs `readout parse`: prints tags, lemmas and trees of one file; a message when it cannot be read. */
export async function printParse(args: ParseArguments): Promise<number> {
  const output = openOutput(process.stdout);
  let parsed: string;
  try {
    parsed = parse({ ...args, file: args.file === "-" ? "/dev/stdin" : args.file });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
    openMessages(process.stderr, false).say(`${args.file}: ${reason}`);
    return STATUS.failed;
  }
  await output.write(parsed);
  return STATUS.read;
}
