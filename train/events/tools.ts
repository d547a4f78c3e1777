import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
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

/** Says why nothing is done, and ends. */
export function refuse(why: string): never {
  console.error(why);
  process.exit(1);
}

/** Runs a tool to its end. @throws Error when it ends otherwise than well. */
export function run(command: string, args: readonly string[]): void {
  console.error(`» ${command} ${args.join(" ")}`);
  const { status, signal } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ended with ${status ?? signal}`);
}

/** A tool with what it is given. */
export type Job = readonly [command: string, args: readonly string[]];

/**
 * Runs tools to their ends, as many at a time as there are processors, in this order. Where one fails no more are begun, and
 * those that run come to their ends.
 * @throws Error when one ended otherwise than well, the first that did.
 */
export async function runAll(jobs: readonly Job[], most = availableParallelism()): Promise<void> {
  const waiting = [...jobs];
  const failures: Error[] = [];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined && failures.length === 0; job = waiting.shift()) {
      const [command, args] = job;
      console.error(`» ${command} ${args.join(" ")}`);
      const [status, signal] = await once(spawn(command, args, { stdio: "inherit" }), "exit");
      if (status !== 0) failures.push(new Error(`${command} ended with ${status ?? signal}`));
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs.length, most) }, work));
  if (failures[0] !== undefined) throw failures[0];
}
