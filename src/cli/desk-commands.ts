import { type Command, Option } from "commander";
import { CHANNELS, CONTACT_STATUSES } from "../engine/record.js";
import { countOf, dayOf, gather, offsetOf, spanOf, wholeDayOf } from "./arguments.js";
import type { BenchArguments } from "./bench.js";
import { type SetStatus, withLedger } from "./ledger-commands.js";
import type { LogArguments } from "./log.js";

/** Adds the commands that answer a desk's questions of a ledger. Each is loaded when first asked for. */
export function addDeskCommands(program: Command, setStatus: SetStatus): void {
  addTimeline(program, setStatus);
  addCommitments(program, setStatus);
  addSituation(program, setStatus);
  addBrief(program, setStatus);
  addOccasions(program, setStatus);
  addLog(program, setStatus);
  addDraft(program, setStatus);
  addForget(program, setStatus);
  addBench(program, setStatus);
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

function addOccasions(program: Command, setStatus: SetStatus): void {
  withLedger(program.command("occasions"))
    .summary("birthdays of office-holders, national days, anniversaries of relations")
    .option("--next <days>", "how many days from today on: 30d, 4w", spanOf, 30)
    .option("--country <country>", "only of this country, by code or name (repeatable)", gather)
    .option("--ics", "print a calendar (iCalendar, RFC 5545)")
    .addOption(todayOption())
    .addOption(formats("text", "json", "markdown", "html"))
    .action(async (flags: { ledger: string; next: number; format: string }) => {
      setStatus(await (await import("./occasions.js")).occasions(flags));
    });
}

function addLog(program: Command, setStatus: SetStatus): void {
  withLedger(program.command("log"))
    .summary("enter a contact by hand; it is private")
    .argument(
      "<participant...>",
      "two or more: code, name, Wikidata id, or “Name (TJK)” for one the ledger does not know",
    )
    .addOption(new Option("--channel <channel>", "how").choices(CHANNELS).makeOptionMandatory())
    .addOption(new Option("--status <status>", "what became of it").choices(CONTACT_STATUSES).default("held"))
    .option("--day <day>", "when (YYYY-MM-DD, YYYY-MM or YYYY; default: today)", dayOf)
    .option("--topic <topic>", "what about (repeatable)", gather)
    .option("--place <place>", "where")
    .option("--note <note>", "a note of one's own")
    .option("--author <name>", "who enters it (default: who is logged in)")
    .action(async (participants: string[], flags: Omit<LogArguments, "participants">) => {
      setStatus(await (await import("./log.js")).log({ ...flags, participants }));
    });
}

function addDraft(program: Command, setStatus: SetStatus): void {
  withLedger(program.command("draft"))
    .summary("a communiqué by template from the reported facts of a contact")
    .argument("<id>", "id of a contact: readout timeline gives them")
    .addOption(new Option("--to <form>", "form of the output").choices(["text", "markdown", "html"]).default("text"))
    .action(async (id: string, flags: { ledger: string; to: string }) => {
      setStatus(await (await import("./draft.js")).draft({ ...flags, id }));
    });
}

function addForget(program: Command, setStatus: SetStatus): void {
  withLedger(program.command("forget"))
    .summary("remove a document, or an actor with all that names him, for good")
    .argument("<what>", "hash or id of a document, id of a contact entered by hand, name or id of an actor")
    .option("--why <reason>", "kept with the mark that keeps it from coming back")
    .option("--yes", "do it without asking")
    .action(async (what: string, flags: { ledger: string }) => {
      setStatus(await (await import("./forget.js")).forget({ ...flags, what }));
    });
}

function addBench(program: Command, setStatus: SetStatus): void {
  withLedger(program.command("bench"))
    .summary("measure today's engine by what people decided in a ledger")
    .description(
      "Reads the judged articles of a ledger again and compares. What was accepted must be read again, what was corrected as it was put right, what was rejected not at all; articles that were joined or split must be so by the rule. Prints one line of JSON: by kind how many judged items agree, contradict or are gone, precision and where it may lie, and each judged field.",
    )
    .option("--reviewed", "take as gold what was accepted, corrected and rejected, and stories joined or split")
    .option("--show", "say on standard error where today's reading differs")
    .option("--threads <number>", "threads that read (default: as many as processors, at most 4)", countOf)
    .option("--actors <file>", "table of your own actors, as given to readout ingest (repeatable)", gather)
    .option("--dictionary <file>", "actors or agents dictionary of the PETRARCH coders (repeatable)", gather)
    .action(async (flags: BenchArguments) => {
      setStatus(await (await import("./bench.js")).bench(flags));
    });
}

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
