import type { Command } from "commander";
import { gather, portOf } from "./arguments.js";
import { type SetStatus, withLedger } from "./ledger-commands.js";

/** Adds the commands that serve a ledger. */
export function addServing(program: Command, setStatus: SetStatus): void {
  const withAddress = (command: Command): Command =>
    command
      .option("--port <number>", "port to listen on", portOf, 8321)
      .option("--host <address>", "address to listen on; any but the loopback needs a token", "127.0.0.1")
      .option("--token-file <file>", "file with the token readers show (or the variable READOUT_TOKEN)")
      .option("--name <host>", "a further name this server is called by (repeatable)", gather);
  withAddress(withLedger(program.command("serve")))
    .summary("serve the page and the HTTP API of a ledger")
    .action(async (flags: { ledger: string; port: number; host: string }) => {
      setStatus(await (await import("./serve.js")).serve(flags));
    });
  withAddress(program.command("demo"))
    .summary("make a ledger from the shipped examples and serve it")
    .option("--ledger <file>", "where to make it (default: in the folder for caches)")
    .option("--no-serve", "only make it")
    .action(async (flags: { ledger?: string; port: number; host: string; serve: boolean }) => {
      setStatus(await (await import("./demo.js")).demo(flags));
    });
}
