/**
 * Measures of the HTTP API: requests a second and waiting times for pages of 50 contacts from a ledger of 100,000 events.
 * The server is a process of its own, this one asks.
 *
 * usage: node dist/bench/api.js [--events 100000] [--requests 3000] [--connections 8] [--ledger FILE]   (one line of JSON)
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../src/root.js";
import { openBigLedger } from "./big-ledger.js";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "100000" },
    requests: { type: "string", default: "3000" },
    connections: { type: "string", default: "8" },
    ledger: { type: "string" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "readout-api-"));
const name = values.ledger ?? join(folder, "ledger.db");
const ledger = await openBigLedger(name, Number(values.events));
const counts = await ledger.counts();
await ledger.close();

const server = spawn(process.execPath, [join(ROOT, "dist/bundle/main.js"), "serve", "--ledger", name, "--port", "0"], {
  stdio: ["ignore", "pipe", "ignore"],
});
const address = await new Promise<string>((resolve) => {
  let said = "";
  server.stdout.on("data", (chunk) => {
    said += String(chunk);
    const found = /http:\/\/[\d.:]+/.exec(said)?.[0];
    if (found !== undefined) resolve(found);
  });
});

const agent = new Agent({ keepAlive: true, maxSockets: Number(values.connections) });
function ask(path: string): Promise<{ readonly ms: number; readonly bytes: number; readonly body: string }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get(`${address}${path}`, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        if (response.statusCode === 200)
          resolve({ ms: performance.now() - started, bytes: body.length, body: body.toString() });
        else reject(new Error(`${path}: ${response.statusCode} ${body.toString().slice(0, 300)}`));
      });
    }).on("error", (error: NodeJS.ErrnoException) => {
      // A connection kept open may be closed by the server just as it is used again.
      if (error.code === "ECONNRESET") ask(path).then(resolve, reject);
      else reject(error);
    });
  });
}

/** Addresses of the first pages of a list. */
async function pagesOf(path: string, count: number): Promise<string[]> {
  const pages = [path];
  while (pages.length < count) {
    const { body } = await ask(pages.at(-1) ?? path);
    const { next }: { next: string | null } = JSON.parse(body);
    if (next === null) break;
    pages.push(`${path}&cursor=${next}`);
  }
  return pages;
}

/** The day of the last contact of a page. */
async function oldestOf(path: string): Promise<string> {
  const { items }: { items: readonly { day: string | null }[] } = JSON.parse((await ask(path)).body);
  return items.flatMap(({ day }) => day ?? []).at(-1) ?? "2018-01-01";
}

/** So many days before a day, each so many days before the one before it. */
function daysBefore(day: string, count: number, apart: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(day.slice(0, 10)) - (i + 1) * apart * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Processor time of the server so far in milliseconds, where the system tells it (Linux: in hundredths of a second). */
function serverTime(): number {
  try {
    const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** Asks for addresses in turn over all connections. */
async function measure(paths: readonly string[], requests: number) {
  const times: number[] = [];
  let [at, bytes] = [0, 0];
  const before = serverTime();
  const started = performance.now();
  const one = async (): Promise<void> => {
    while (at < requests) {
      const answer = await ask(paths[at++ % paths.length] ?? "/");
      times.push(answer.ms);
      bytes += answer.bytes;
    }
  };
  await Promise.all(Array.from({ length: Number(values.connections) }, one));
  const seconds = (performance.now() - started) / 1000;
  // On idle cores one process could give a thousand over it a second; on busy ones the rate says little.
  const cpuMs = Math.round(((serverTime() - before) / times.length) * 100) / 100;
  times.sort((a, b) => a - b);
  const part = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { perSecond: Math.round(times.length / seconds), cpuMs, p50: part(0.5), p99: part(0.99), kB: Math.round(bytes / times.length / 1000) }; // biome-ignore format: one line reads best
}

const requests = Number(values.requests);
const contacts = await pagesOf("/api/contacts?limit=50", 100);
// The same pages under other addresses: none of these answers was given before.
const fresh = contacts.map((path) => `${path}&confidence=0.0001`);
// Pages of contacts that no page held before: so many up to a day each, the days far enough apart, in years not asked yet.
const cold = daysBefore(await oldestOf(contacts.at(-1) ?? ""), 100, 20).map(
  (day) => `/api/contacts?limit=50&until=${day}`,
);
await measure(contacts, 200);
const results = {
  events: counts.events,
  contacts: counts.contacts,
  first: await measure(fresh, fresh.length),
  again: await measure(contacts, requests),
  pair: await measure(["KEN,ETH", "FRA,DEU", "JPN,IDN", "POL,TUR"].map((pair) => `/api/contacts?limit=50&actors=${pair}`), requests / 10), // biome-ignore format: one line reads best
  actor: await measure(
    ["KEN", "CHL", "VNM"].map((one) => `/api/contacts?limit=50&actors=${one}`),
    requests / 10,
  ),
  words: await measure(["reservoir", "winter%20wheat", "nowhere"].map((one) => `/api/contacts?limit=50&words=${one}`), requests / 10), // biome-ignore format: one line reads best
  channel: await measure(["/api/contacts?limit=50&channels=video&since=2019-06&until=2019-09"], requests / 10),
  eventPages: await measure(await pagesOf("/api/events?limit=50", 50), requests / 10),
  review: await measure(await pagesOf("/api/review?limit=20", 5), requests / 30),
  cold: await measure(cold, cold.length), // last: it takes the place of what was kept
};
console.log(JSON.stringify(results));
agent.destroy();
server.kill("SIGTERM");
await new Promise((resolve) => server.once("exit", resolve));
rmSync(folder, { recursive: true, force: true });
