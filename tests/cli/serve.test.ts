import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLedger } from "../../src/store/index.js";
import { MAIN, readout, scratch } from "./run.js";

const folder = scratch();
const ledger = join(folder.path, "ledger.db");
beforeAll(async () => {
  await (await openLedger(ledger, "create")).close();
});
afterAll(() => folder.drop());

/** Starts the program; gives the address it says it serves at, and a way to stop it. */
function started(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [MAIN, "serve", "--ledger", ledger, "--port", "0", ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const address = new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(`it ended: ${said}`)));
  });
  const stop = (): Promise<number | null> =>
    new Promise((resolve) => {
      child.once("exit", (status) => resolve(status));
      child.kill("SIGTERM");
    });
  return { address, stop };
}

describe("readout serve", () => {
  test("answers on the loopback and ends when asked", async () => {
    const { address, stop } = started([]);
    const url = await address;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${url}/api/meta`);
    expect(response.status).toBe(200);
    const live = await fetch(`${url}/api/live`);
    expect(live.headers.get("content-type")).toContain("text/event-stream");
    expect(await stop()).toBe(0);
    await live.text().catch(() => undefined); // the stream was closed with the server
  });

  test("elsewhere asks for its token", async () => {
    const { address, stop } = started(["--host", "0.0.0.0"], { READOUT_TOKEN: "sixteen-characters-or-more" });
    const url = (await address).replace("0.0.0.0", "127.0.0.1");
    expect((await fetch(`${url}/api/meta`)).status).toBe(401);
    const headers = { authorization: "Bearer sixteen-characters-or-more" };
    expect((await fetch(`${url}/api/meta`, { headers })).status).toBe(200);
    expect(await stop()).toBe(0);
  });

  test.each([
    ["another address without a token", ["--host", "0.0.0.0"], "give a token"],
    ["a short token", ["--token-file", folder.file("short", "abc")], "too short"],
    ["a token file that is not there", ["--token-file", join(folder.path, "none")], "cannot be read"],
    ["an address of another machine", ["--host", "203.0.113.9", "--token-file", folder.file("t", "x".repeat(20))], "no address of this machine"], // biome-ignore format: one line reads best
    ["a port that is none", ["--port", "99999"], "A port is a number"],
    ["a ledger that is not there", ["--ledger", join(folder.path, "none.db")], "no ledger there"],
  ])("%s: a message and no trace", async (_, args, message) => {
    const { status, err } = await readout(["serve", "--ledger", ledger, ...args], "", { READOUT_TOKEN: "" });
    expect(status).not.toBe(0);
    expect(err).toContain(message);
    expect(err).not.toContain("    at ");
  });

  test("a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo; // it listens on a port, not on a path
    const { status, err } = await readout(["serve", "--ledger", ledger, "--port", String(port)]);
    other.close();
    expect([status, err]).toEqual([1, `readout: port ${port} is in use (another readout serve?); choose another with --port\n`]); // biome-ignore format: one line reads best
  });
});
