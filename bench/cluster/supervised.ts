/** Processes that are started again whenever they are killed or fail, as a service manager would. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

export interface Supervised {
  /** Kills the process with -9, if it runs; true when it did. */
  kill(): boolean;
  /** Settled when it ended in order, or failed too often. */
  readonly ended: Promise<number>;
  /** How often it failed without being killed. */
  readonly failures: number;
  stop(): void;
}

/** What is told of a process: a line it wrote, and that it starts. */
export interface Watcher {
  readonly onLine?: (line: string) => void;
  readonly onStart?: () => void;
}

const MAIN = "dist/bundle/main.js";
/** Whoever fails so often has a fault that does not pass. */
const MOST_FAILURES = 100;
/** Pause before one that failed is started again, in milliseconds. */
const PAUSE = 500;

export function supervise(args: readonly string[], { onLine, onStart }: Watcher): Supervised {
  let child: ChildProcess | null = null;
  let [stopped, failures] = [false, 0];
  const ended = new Promise<number>((resolve) => {
    const start = (): void => {
      const process_ = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
      child = process_;
      onStart?.();
      for (const stream of [process_.stdout, process_.stderr]) tellLines(stream, onLine);
      process_.on("close", (status, signal) => {
        child = null;
        if (stopped || status === 0) resolve(status ?? 1);
        else if (signal === "SIGKILL") start();
        else if (++failures > MOST_FAILURES) resolve(status ?? 1);
        else void wait(PAUSE).then(() => (stopped ? resolve(status ?? 1) : start()));
      });
    };
    start();
  });
  const kill = (): boolean => child?.kill("SIGKILL") === true;
  return {
    kill,
    ended,
    get failures() {
      return failures;
    },
    stop: () => {
      stopped = true;
      kill();
    },
  };
}

function tellLines(stream: NodeJS.ReadableStream, onLine: Watcher["onLine"]): void {
  let rest = "";
  stream.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine?.(line);
  });
}
