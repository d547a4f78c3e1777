import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const MAIN = join(ROOT, "dist", "src", "cli", "main.js");
export const example = (name: string): string => join(ROOT, "examples", `${name}.txt`);

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program as a person would: its arguments, what is piped to it, and what the environment says. */
export function readout(
  args: readonly string[],
  input: string | Uint8Array = "",
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "", ...env },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.stdin.on("error", () => undefined); // it may end without reading
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}

/** A folder for one test's files, and a way to be rid of it. */
export function scratch(): {
  file(name: string, content: string | Uint8Array): string;
  readonly path: string;
  drop(): void;
} {
  const path = mkdtempSync(join(tmpdir(), "readout-test-"));
  return {
    path,
    file(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    drop: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** An article that is short and holds a call. */
export const CALL =
  "Leaders speak by phone\n\nMOSCOW, May 11 (TASS) - Russian President Vladimir Putin spoke by telephone on Thursday with Chinese President Xi Jinping about trade, the Kremlin said.\n";
