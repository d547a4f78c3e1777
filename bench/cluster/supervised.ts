/** Processes that are started again whenever they are killed, as a service manager would. */
import { type ChildProcess, spawn } from "node:child_process";

export interface Supervised {
  /** Kills the process with -9, if it runs; true when it did. */
  kill(): boolean;
  /** Settled when it ended by itself. */
  readonly ended: Promise<number>;
  stop(): void;
}

/** What is told of a process: a line it wrote, and that it starts. */
export interface Watcher {
  readonly onLine?: (line: string) => void;
  readonly onStart?: () => void;
}

const MAIN = "dist/src/cli/main.js";

export function supervise(args: readonly string[], { onLine, onStart }: Watcher): Supervised {
  let child: ChildProcess | null = null;
  let stopped = false;
  const ended = new Promise<number>((resolve) => {
    const start = (): void => {
      const process_ = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
      child = process_;
      onStart?.();
      for (const stream of [process_.stdout, process_.stderr]) tellLines(stream, onLine);
      process_.on("close", (status, signal) => {
        child = null;
        if (signal === "SIGKILL" && !stopped) start();
        else resolve(status ?? 1);
      });
    };
    start();
  });
  const kill = (): boolean => child?.kill("SIGKILL") === true;
  return {
    kill,
    ended,
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
