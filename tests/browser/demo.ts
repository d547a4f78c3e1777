import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { ROOT } from "../layout/sources.js";
import type { Places } from "./views.js";

const PROGRAM = join(ROOT, "readout");

/** The demo ledger, served on the loopback. */
export interface Demo {
  readonly address: string;
  close(): Promise<void>;
}

/** The demo ledger with what tests look at it with. */
export interface Served extends Demo {
  readonly browser: Browser;
  readonly places: Places;
}

/** Makes a demo ledger of its own in a folder that is thrown away, and serves it. */
export async function serveDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), "readout-page-"));
  const ledger = join(folder, "demo.db");
  const made = spawnSync(PROGRAM, ["demo", "--ledger", ledger, "--no-serve"], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`the demo ledger could not be made: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(PROGRAM, ["serve", "--ledger", ledger, "--port", String(port)], { stdio: ["ignore", "pipe", "pipe"] }); // biome-ignore format: one line reads best
  await listening(server);
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.kill("SIGINT");
      if (server.exitCode === null) await once(server, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that is free, asked from the system. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Until the server says where it is. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (data) => {
      said += String(data);
    });
    server.stdout?.on("data", (data) => {
      if (String(data).includes("is served at")) resolve();
    });
    server.once("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
}
