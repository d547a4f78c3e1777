import { type Command, Option } from "commander";
import { countOf, dayOf, offsetOf, wholeDayOf } from "./arguments.js";
import { type SetStatus, withLedger } from "./ledger-commands.js";

/** Adds the commands that answer a desk's questions of a ledger. Each is loaded when first asked for. */
export function addDeskCommands(program: Command, setStatus: SetStatus): void {
  addTimeline(program, setStatus);
  addCommitments(program, setStatus);
  addSituation(program, setStatus);
  addBrief(program, setStatus);
}

function addTimeline(program: Command, setStatus: SetStatus): void {
  paged(spanned(withLedger(program.command("timeline"))), 100)
    .summary("contacts and events between two countries or actors, in order of day")
    .argument("<party>", "code (RUS), name or Wikidata id")
    .argument("<other>", "the other one")
    .option("--all", "also what is told as not having happened, or as no more than possible")
    .option("--with-notes", "also the notes of contacts entered by hand")
    .addOption(formats("text", "json", "markdown", "html"))
    .action(async (party: string, other: string, flags: { ledger: string; limit: number; offset: number; format: string }) => {
      setStatus(await (await import("./timeline.js")).timeline({ ...flags, parties: [party, other] }));
    });
} // biome-ignore format: the signature reads best on one line

function addCommitments(program: Command, setStatus: SetStatus): void {
  paged(spanned(withLedger(program.command("commitments"))), 50)
    .summary("what was agreed between whom, since when, when it was said again")
    .argument("[party...]", "codes (RUS), names or Wikidata ids of one or two; none: all")
    .option("--open", "only what is not done, dropped or merely offered")
    .addOption(todayOption())
    .addOption(formats("text", "json", "markdown", "html"))
    .action(async (parties: string[], flags: { ledger: string; limit: number; offset: number; format: string }) => {
      setStatus(await (await import("./commitments.js")).commitments({ ...flags, parties }));
    });
}

function addSituation(program: Command, setStatus: SetStatus): void {
  paged(spanned(withLedger(program.command("situation"))), 20)
    .summary("contacts, statements and commitments on a topic")
    .argument("<topic>", "words of the topic, in any form: “Tajik-Afghan border”")
    .addOption(todayOption())
    .addOption(formats("text", "json", "markdown", "html"))
    .action(async (topic: string, flags: { ledger: string; limit: number; offset: number; format: string }) => {
      setStatus(await (await import("./situation.js")).situation({ ...flags, topic }));
    });
}

function addBrief(program: Command, setStatus: SetStatus): void {
  paged(withLedger(program.command("brief")), 50)
    .summary("what is new since a day: contacts, changes, contradictions, what is due")
    .requiredOption("--since <day>", "first day (YYYY-MM-DD, YYYY-MM or YYYY)", dayOf)
    .addOption(todayOption())
    .addOption(new Option("--to <form>", "form of the output").choices(["text", "markdown", "html", "json"]).default("text"))
    .action(async (flags: { ledger: string; since: string; limit: number; offset: number; to: string }) => {
      setStatus(await (await import("./brief.js")).brief(flags));
    });
} // biome-ignore format: the option reads best on one line

/** The day to count from. */
function todayOption(): Option {
  return new Option("--today <day>", "the day to count from (YYYY-MM-DD; default: today)").argParser(wholeDayOf);
}

/** Options for a span of days. */
function spanned(command: Command): Command {
  return command
    .option("--since <day>", "first day (YYYY-MM-DD, YYYY-MM or YYYY)", dayOf)
    .option("--until <day>", "last day", dayOf);
}

/** Options for a part of a long list. */
function paged(command: Command, most: number): Command {
  return command
    .option("--limit <number>", "most to print", countOf, most)
    .option("--offset <number>", "how many of the latest to pass over", offsetOf, 0);
}

function formats(first: string, ...others: readonly string[]): Option {
  return new Option("-f, --format <format>", "form of the output").choices([first, ...others]).default(first);
}
