import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const flags = process.argv.slice(2);

/** The checkout, the labelled data, and the Python that has torch. */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const data = resolve(process.env["READOUT_DATA"] ?? "../shared/bench");
export const python = process.env["READOUT_PYTHON"] ?? "python3";

/** The folder for what is made on the way: `--cache`, or a room of its own under `.cache`. */
export function cacheFolder(room: string): string {
  const given = flags.includes("--cache") ? (flags[flags.indexOf("--cache") + 1] ?? "") : join(".cache", room);
  const folder = resolve(given);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs a tool to its end. @throws Error when it ends otherwise than well. */
export function run(command: string, args: readonly string[]): void {
  console.error(`» ${command} ${args.join(" ")}`);
  const { status, signal } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ended with ${status ?? signal}`);
}
