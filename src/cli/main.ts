#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Habit } from "../engine/events/relate/index.js";
import { countOf } from "./arguments.js";
import { addClusterCommands } from "./cluster-commands.js";
import { isPublicationDay } from "./days.js";
import { addDeskCommands } from "./desk-commands.js";
import { readVersion } from "./engine-version.js";
import { addLedgerCommands } from "./ledger-commands.js";
import { addServing } from "./serve-commands.js";
import { STATUS } from "./status.js";

const EXAMPLES = `
Examples:
  $ readout code report.txt                          the record, for a person
  $ readout code report.txt --explain                the same, with why each item is there
  $ readout code page.html feed.jsonl --format json  one record a line
  $ readout code reports/*.txt --format csv > events.csv
  $ readout code report.txt --format html > report.html
  $ curl -s https://example.org/report | readout code - --published 2021-10-05
  $ readout extract page.html                        what was taken from a web page
  $ readout relate pairs.tsv                         the event between two marked parties, row by row
  $ readout parse report.txt --to tree               tags and trees of its sentences
  $ readout ingest reports/ feed.xml                 read articles into ./ledger.db
  $ readout timeline RUS TJK --since 2021            what lay between two countries
  $ readout commitments RUS TJK --open               what was promised and is not done
  $ readout brief --since 2021-10-01 --to markdown   what is new, and what is due

Exit status: 0 all inputs read, 1 some failed, 2 called wrongly.`;

/** What the commands are given, as commander gathers it. */
interface CodeFlags {
  readonly format: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly repair: boolean;
  readonly explain?: boolean;
  readonly actors?: readonly string[];
  readonly dictionary?: readonly string[];
  readonly threads?: number;
}

/** Reads the command line and runs its command. Every command is loaded when first asked for. */
async function main(args: readonly string[]): Promise<number> {
  let status: number = STATUS.read;
  const program = makeProgram();
  program
    .command("code")
    .summary("read articles and print the record of each")
    .description("Reads articles and prints who contacted whom, about what, who did what to whom, and who says so.")
    .argument("<file...>", "plain text, web page or JSON Lines; - for standard input")
    .addOption(
      new Option("-f, --format <format>", "form of the output")
        .choices(["text", "json", "plover", "csv", "html"])
        .default("text"),
    )
    .option("--published <date>", "day of publication (YYYY-MM-DD, YYYY-MM or YYYY), before any other", publicationDay)
    .option("--outlet <name>", "who published this copy")
    .option("--no-repair", "take the text as it is; undo no print damage")
    .option("--actors <file>", "table of your own actors, which win over the built-in ones (repeatable)", gather)
    .option("--dictionary <file>", "actors or agents dictionary of the PETRARCH coders (repeatable)", gather)
    .option("--explain", "say why each item is there and, where no event was coded, why not")
    .option("--threads <number>", "threads that read, where there is much (default: as many as processors)", countOf)
    .action(async (files: string[], flags: CodeFlags) => {
      status = await (await import("./code.js")).code({ ...flags, files });
    });
  program
    .command("extract")
    .summary("print the article found in each web page")
    .description("Prints title, text, day, outlet and address of each input as one JSON object a line.")
    .argument("<file...>", "web page, plain text or JSON Lines; - for standard input")
    .action(async (files: string[]) => {
      status = await (await import("./extract.js")).extract(files);
    });
  program
    .command("parse")
    .summary("print tags, lemmas and trees of a text")
    .argument("<file>", "plain text, one paragraph a line, or CoNLL-U; - for standard input")
    .addOption(new Option("--from <form>", "form of the input").choices(["text", "conllu"]).default("text"))
    .addOption(new Option("--to <form>", "form of the output").choices(["conllu", "tree"]).default("conllu"))
    .action(async (file: string, { from, to }: { from: "text" | "conllu"; to: "conllu" | "tree" }) => {
      status = await (await import("./print-parse.js")).printParse({ file, from, to });
    });
  program
    .command("stories")
    .summary("say which articles are copies of one text, and which report one event")
    .description("Prints id, copy group and story of each article as one JSON object a line. No ledger is needed.")
    .argument("<file...>", "JSON Lines, plain text or web pages; - for standard input")
    .action(async (files: string[]) => {
      status = await (await import("./stories.js")).stories(files);
    });
  const setStatus = (result: number): void => {
    status = result;
  };
  addLedgerCommands(program, setStatus);
  addDeskCommands(program, setStatus);
  addServing(program, setStatus);
  addClusterCommands(program, setStatus);
  program
    .command("relate")
    .summary("tell the event between two marked parties")
    .description(
      "Prints for each sentence with <s>source</s> and <t>target</t> its event, mode, quad, confidence and why.",
    )
    .argument("<file>", "TSV with a column marked_sentence, or JSON Lines with that field; - for standard input")
    .option("--threads <number>", "threads that answer, where there is much (default: as many as processors)", countOf)
    .addOption(
      new Option(
        "--habit <habit>",
        "whose habit of coding: the public relation data's, the PLOVER manual's, or that of the record, where two parties may just stand together",
      )
        .choices(["data", "manual", "record"])
        .default("data"),
    )
    .action(async (file: string, { threads, habit }: { readonly threads?: number; readonly habit: Habit }) => {
      status = await (await import("./relate.js")).relate(file, habit, threads);
    });
  await program.parseAsync(args, { from: "user" });
  return status;
}

function makeProgram(): Command {
  return new Command("readout")
    .description(
      "Reads diplomatic news and writes the record behind it. It reports what sources say, not what is true.",
    )
    .version(readVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .showSuggestionAfterError(true)
    .configureHelp({
      subcommandTerm: (command) =>
        `${command.name()} ${command.registeredArguments.map((a) => `${a.name().toUpperCase()}${a.variadic ? "…" : ""}`).join(" ")}`.trim(),
    })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "readout: ")) })
    .showHelpAfterError("(readout --help shows the commands and examples)")
    .exitOverride();
}

/** The values of an option that may be given several times. */
function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function publicationDay(value: string): string {
  if (!isPublicationDay(value)) throw new InvalidArgumentError("A day is YYYY-MM-DD; YYYY-MM and YYYY are taken too.");
  return value;
}

let told = "";

/** Says what went wrong, once: what a stream tells of itself comes from whoever wrote to it, too. */
function tell(message: string): void {
  if (message !== told) process.stderr.write(`readout: ${message}\n`);
  told = message;
}

// A reader that has gone (`| head`) is no fault; what else keeps the output from being written is told in one line.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  tell(error.message);
  process.exitCode = STATUS.failed;
});

try {
  const status = await main(process.argv.slice(2));
  process.exitCode ??= status; // an output that broke has set it
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? STATUS.read : STATUS.misused;
  else {
    tell(error instanceof Error ? error.message : String(error));
    // A user's mistake is told in one line, like one commander finds.
    process.exitCode = error instanceof Error && error.name === "UsageError" ? STATUS.misused : STATUS.failed;
  }
}
