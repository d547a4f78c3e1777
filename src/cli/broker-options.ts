import { type Command, InvalidArgumentError } from "commander";
import { countOf } from "./arguments.js";

/** Adds the options every command that speaks to a broker takes. */
export function withBrokerOptions(command: Command): Command {
  return command
    .option("--stream <name>", "name of the stream at the broker", "READOUT")
    .option("--creds <file>", "file with the user's credentials for the broker")
    .option("--ca <file>", "certificate of whoever signed the broker's");
}

/** Adds what concerns the streams themselves. */
export function withStreamOptions(command: Command): Command {
  return command
    .option(
      "--replicas <number>",
      "brokers that keep each article: 1, or 3 of a cluster (default: as it is, else 1)",
      replicasOf,
    )
    .option("--backlog <number>", "most articles that wait in the stream (default: as it is, else 200000)", countOf);
}

function replicasOf(value: string): number {
  if (!/^[1-5]$/.test(value)) throw new InvalidArgumentError("A number from 1 to 5.");
  return Number(value);
}
