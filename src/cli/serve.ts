import { readFileSync } from "node:fs";
import { StartError, startServer } from "../server/main.js";
import { openLedger, StoreError } from "../store/index.js";
import { openArticleReader } from "./article-reader.js";
import { readVersion } from "./engine-version.js";
import { STATUS } from "./status.js";

/** Arguments of `readout serve`. */
export interface ServeArguments {
  readonly ledger: string;
  readonly host: string;
  readonly port: number;
  readonly tokenFile?: string;
  readonly name?: readonly string[];
}

/** Runs `readout serve` until it is stopped. */
export async function serve({
  ledger: name,
  host,
  port,
  tokenFile,
  name: names = [],
}: ServeArguments): Promise<number> {
  const token = tokenFrom(tokenFile);
  const { ledger, writable } = await openFor(name);
  const reader = openArticleReader();
  try {
    const running = await startServer({
      ledger,
      version: readVersion(),
      host,
      port,
      token,
      names,
      read: writable ? reader.read : null,
      watched: process.stderr.isTTY === true,
    });
    process.stdout.write(`${ledger.name} is served at ${running.address} (Ctrl-C ends it)\n`);
    await stopped();
    await running.close();
    return STATUS.read;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`readout: ${error.message}\n`);
    return STATUS.failed;
  } finally {
    await reader.close();
    await ledger.close();
  }
}

function tokenFrom(file: string | undefined): string | null {
  const given = process.env["READOUT_TOKEN"] ?? "";
  if (file === undefined) return given === "" ? null : given;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new Error(`${file}: the token file cannot be read`);
  }
}

/** Opens a ledger to write judgements into; only to read where it may not be written. */
async function openFor(name: string) {
  try {
    return { ledger: await openLedger(name, "write"), writable: true };
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "read-only")) throw error;
    return { ledger: await openLedger(name, "read"), writable: false };
  }
}

/** Waits for Ctrl-C or the system's request to end. */
export function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
