import { type Command, InvalidArgumentError, Option } from "commander";
import { EVENT_STATUSES, PLOVER_EVENTS } from "../engine/record.js";
import { EXPORT_FORMATS } from "../export/formats.js";
import { countOf, dayOf, gather } from "./arguments.js";
import type { BrokerFlags } from "./broker.js";
import { withBrokerOptions, withStreamOptions } from "./broker-options.js";
import type { ExportArguments } from "./export.js";
import type { JudgementsArguments } from "./export-judgements.js";

/** Where a command's exit status goes. */
export type SetStatus = (status: number) => void;

/** Adds the option every command on a ledger takes. */
export function withLedger(command: Command): Command {
  return command.option("--ledger <ledger>", "file, or postgres://user@host/database", "./ledger.db");
}

/** Adds the commands that fill a ledger, keep it, and look things up in it. Each is loaded when first asked for. */
export function addLedgerCommands(program: Command, setStatus: SetStatus): void {
  addIngest(program, setStatus);
  addWatch(program, setStatus);
  addSearch(program, setStatus);
  withLedger(program.command("show"))
    .summary("show a document, story or item of the ledger by its id")
    .argument("<id>", "id or hash (8 digits or more) of a document, id of an item")
    .addOption(new Option("-f, --format <format>", "form of the output").choices(["text", "json"]).default("text"))
    .action(async (id: string, flags: { ledger: string; format: string }) => {
      setStatus(await (await import("./show.js")).show({ id, ...flags }));
    });
  addExport(program, setStatus);
  addKeeping(program, setStatus);
}

interface IngestFlags extends Partial<BrokerFlags> {
  readonly ledger: string;
  readonly stream: string;
}

function addIngest(program: Command, setStatus: SetStatus): void {
  const ingest = withLedger(program.command("ingest"))
    .summary("read articles into the ledger")
    .description(
      "Reads files, folders, feeds, addresses and web archives into the ledger: every article once, copies and reports of one event kept apart. Can be broken off and started again.",
    )
    .argument("<source...>", "file, folder, web archive (WARC), address of a page or feed; - for standard input")
    .option("--outlet <name>", "who published these copies")
    .option("--actors <file>", "table of your own actors, which win over the built-in ones (repeatable)", gather)
    .option("--dictionary <file>", "actors or agents dictionary of the PETRARCH coders (repeatable)", gather)
    .option("--allow-private", "let addresses of private networks through")
    .option("--threads <number>", "threads that read (default: as many as processors)", countOf)
    .option("--nats <address>", "send the articles to a broker (nats://host:4222) instead, for readout work to read");
  withStreamOptions(withBrokerOptions(ingest)).action(async (sources: string[], flags: IngestFlags) => {
    const { nats } = flags;
    if (nats === undefined) setStatus(await (await import("./ingest.js")).ingestSources({ sources, ...flags }));
    else setStatus(await (await import("./send.js")).sendSources({ sources, ...flags, nats }));
  });
}

function addWatch(program: Command, setStatus: SetStatus): void {
  withLedger(program.command("watch"))
    .summary("read feeds into the ledger again and again, with alerts")
    .argument("<feed...>", "addresses of feeds or pages")
    .option("--every <minutes>", "minutes between two rounds", countOf, 15)
    .option("--rounds <number>", "end after so many rounds (default: never)", countOf)
    .option("--alert-actors <codes>", "tell of events in which all of these take part: RUS,TJK")
    .addOption(new Option("--alert-event <event>", "tell of events of this kind").choices(PLOVER_EVENTS))
    .option("--alert-topic <words>", "tell of articles with a topic that holds these words")
    .option("--alert-to <target>", "file to add alerts to, address to send them to, or - for standard output", "-")
    .option("--allow-private", "let addresses of private networks through")
    .action(async (feeds: string[], flags: { ledger: string; every: number; alertTo: string }) => {
      setStatus(await (await import("./watch.js")).watch({ feeds, ...flags }));
    });
}

function addSearch(program: Command, setStatus: SetStatus): void {
  withLedger(program.command("search"))
    .summary("find events in the ledger by words, actors, kind and day")
    .argument("[word...]", "words of title or text, in any form")
    .option("--actor <actor>", "code (RUS) or name of one who takes part")
    .option("--with <actor>", "another one who takes part in the same event")
    .addOption(new Option("--event <event>", "kind of event").choices(PLOVER_EVENTS))
    .option("--since <day>", "first day (YYYY-MM-DD, YYYY-MM or YYYY)", dayOf)
    .option("--until <day>", "last day", dayOf)
    .option("--limit <number>", "most events to print", countOf, 20)
    .addOption(new Option("-f, --format <format>", "form of the output").choices(["text", "json"]).default("text"))
    .action(async (words: string[], flags: { ledger: string; limit: number; format: string }) => {
      setStatus(await (await import("./search.js")).search({ words, ...flags }));
    });
}

/** The form of an export that has decisions, not events. */
const JUDGEMENTS = "judgements";

/** @throws InvalidArgumentError for a filter of events: it would leave nothing out. */
function judgementsOnly({ ledger, out, withNotes, ...others }: Omit<ExportArguments, "format">): JudgementsArguments {
  const given = Object.keys(others).find((name) => !["format", "excerpt"].includes(name));
  if (given !== undefined)
    throw new InvalidArgumentError("Of judgements all are written: only --out and --with-notes go with that form.");
  return { ledger, out, withNotes };
}

function addExport(program: Command, setStatus: SetStatus): void {
  withLedger(program.command("export"))
    .summary("write the ledger's events for other tools")
    .description(
      "Writes the events of the ledger, each once however many articles tell of it, with the corrections made. Facts, links, offsets and excerpts of at most 25 words. The form judgements has the decisions themselves instead: what, on which words, by whom and when.",
    )
    .addOption(
      new Option("-f, --format <format>", "form of the output")
        .choices([...EXPORT_FORMATS, JUDGEMENTS])
        .makeOptionMandatory(),
    )
    .option("--out <file>", "file to write to (default: standard output)")
    .option("--since <day>", "first day of the event (YYYY-MM-DD, YYYY-MM or YYYY)", dayOf)
    .option("--until <day>", "last day", dayOf)
    .option("--actor <actor>", "code (RUS) or name of one who takes part")
    .option("--with <actor>", "another one who takes part in the same event")
    .addOption(new Option("--event <event...>", "kinds of event").choices(PLOVER_EVENTS))
    .option("--outlet <name>", "reports of this publisher alone")
    .addOption(new Option("--status <status...>", "what became of it").choices(EVENT_STATUSES))
    .option("--confidence <number>", "least confidence, from 0 to 1", confidenceOf)
    .option("--every-report", "a row for every report of an event, not one for all")
    .option("--excerpt <words>", "longest excerpt, at most 25 words; 0 for none", excerptOf, 25)
    .option("--with-notes", "with comments, and contacts entered by hand")
    .action(
      async (flags: Omit<ExportArguments, "format"> & { format: ExportArguments["format"] | typeof JUDGEMENTS }) => {
        const { format } = flags;
        if (format === JUDGEMENTS)
          setStatus(await (await import("./export-judgements.js")).exportJudgements(judgementsOnly(flags)));
        else setStatus(await (await import("./export.js")).exportLedger({ ...flags, format }));
      },
    );
}

function addKeeping(program: Command, setStatus: SetStatus): void {
  const ledger = program.command("ledger").summary("check, back up or bring up to date a ledger");
  withLedger(ledger.command("check"))
    .summary("read everything once and say what is wrong")
    .action(async (flags: { ledger: string }) => {
      setStatus(await (await import("./keeping.js")).checkLedger(flags.ledger));
    });
  withLedger(ledger.command("backup"))
    .summary("write a copy that opens by itself")
    .argument("<file>", "where to; must not be there yet")
    .action(async (file: string, flags: { ledger: string }) => {
      setStatus(await (await import("./keeping.js")).backUp(flags.ledger, file));
    });
  withLedger(ledger.command("migrate"))
    .summary("bring a ledger of an older version up to date")
    .action(async (flags: { ledger: string }) => {
      setStatus(await (await import("./keeping.js")).bringUpToDate(flags.ledger));
    });
  withLedger(program.command("doctor"))
    .summary("say what is installed, what is missing, and where the ledger is")
    .action(async (flags: { ledger: string }) => {
      setStatus(await (await import("./doctor.js")).doctor(flags.ledger));
    });
}

function confidenceOf(value: string): number {
  if (!/^(?:0|1|0?\.\d{1,4}|1\.0+)$/.test(value)) throw new InvalidArgumentError("A number from 0 to 1.");
  return Number(value);
}

function excerptOf(value: string): number {
  if (!/^(?:\d|1\d|2[0-5])$/.test(value))
    throw new InvalidArgumentError("A number of words from 0 to 25: the texts are their publishers'.");
  return Number(value);
}
