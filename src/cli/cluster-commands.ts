import { type Command, InvalidArgumentError, Option } from "commander";
import { countOf, gather, portOf } from "./arguments.js";
import { withBrokerOptions, withStreamOptions } from "./broker-options.js";
import { type SetStatus, withLedger } from "./ledger-commands.js";
import type { QueueArguments } from "./queue.js";
import type { WorkArguments } from "./work.js";

const BROKER = "address of the broker: nats://[user:password@]host:4222, or tls://…; of a cluster, several with commas";

/** Adds the commands of many machines. */
export function addClusterCommands(program: Command, setStatus: SetStatus): void {
  const work = withLedger(program.command("work")).summary(
    "read articles that a broker hands out into a shared ledger",
  );
  withStreamOptions(withBrokerOptions(work.requiredOption("--nats <address>", BROKER)))
    .option("--threads <number>", "threads that read (default: as many as processors)", countOf)
    .option("--tries <number>", "attempts at an article before it is set aside", countOf, 5)
    .option("--ack-wait <seconds>", "silence after which another worker gets a worker's articles", silenceOf, 60)
    .option("--until-empty", "end when no article waits any more")
    .option("--host <address>", "address for /healthz and /metrics", "127.0.0.1")
    .option("--port <number>", "port for them; 0 for any that is free", portOf, 8322)
    .addOption(
      new Option("--log <level>", "what is logged").choices(["debug", "info", "warn", "error"]).default("info"),
    )
    .option("--actors <file>", "table of your own actors; the same at every worker (repeatable)", gather)
    .option("--dictionary <file>", "actors or agents dictionary of the PETRARCH coders (repeatable)", gather)
    .action(async (flags: WorkArguments) => {
      setStatus(await (await import("./work.js")).work(flags));
    });
  const queue = program.command("queue").summary("say what waits at a broker, and what was set aside");
  withBrokerOptions(queue.requiredOption("--nats <address>", BROKER))
    .addOption(new Option("--aside", "list what was set aside, one JSON object a line").conflicts(["retry", "drop"]))
    .addOption(new Option("--retry", "put what was set aside back, to be tried again").conflicts("drop"))
    .option("--drop", "throw away what was set aside")
    .action(async (flags: QueueArguments) => {
      setStatus(await (await import("./queue.js")).queue(flags));
    });
}

/** Less than this, and a worker's signs of life could come too late. */
const LEAST_SILENCE = 2;

function silenceOf(value: string): number {
  const seconds = countOf(value);
  if (seconds < LEAST_SILENCE || seconds > 3600)
    throw new InvalidArgumentError(`Seconds from ${LEAST_SILENCE} to 3600.`);
  return seconds;
}
