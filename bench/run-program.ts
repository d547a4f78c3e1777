import { spawn } from "node:child_process";
import { join } from "node:path";

const MAIN = join("dist", "bundle", "main.js");
/** Written by the program when it ends: its processor time in seconds and the most memory it had, in megabytes. */
const SPENT = `data:text/javascript,process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write("\\n"+JSON.stringify({seconds:(u+s)/1e6,megabytes:m/1024})+"\\n")})`;

/** What a run of the program took. */
export interface ProgramRun {
  readonly status: number | null;
  /** Of the processor, all threads together. */
  readonly seconds: number;
  /** By the clock. */
  readonly clock: number;
  readonly megabytes: number;
  /** Megabytes printed. */
  readonly output: number;
  /** What stood on standard error. */
  readonly said: string;
}

const tenths = (n: number): number => Math.round(n * 10) / 10;

/** Runs the bundled program and throws away what it prints. @param cores Processors it may use; all where none are named. */
export async function runProgram(args: readonly string[], cores: readonly number[] = []): Promise<ProgramRun> {
  const began = performance.now();
  const program = [process.execPath, "--import", SPENT, MAIN, ...args];
  const [command = "", ...rest] = cores.length === 0 ? program : ["taskset", "-c", cores.join(","), ...program];
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"] });
  let [output, said] = [0, ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.length));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const [last = "", ...before] = said.trim().split("\n").reverse();
  const spent: { readonly seconds?: number; readonly megabytes?: number } = last.startsWith("{")
    ? JSON.parse(last)
    : {};
  return {
    status,
    seconds: tenths(spent.seconds ?? 0),
    clock: tenths((performance.now() - began) / 1000),
    megabytes: Math.round(spent.megabytes ?? 0),
    output: tenths(output / 1e6),
    said: before.reverse().join(" ").trim(),
  };
}
