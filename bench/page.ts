import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { ROOT } from "../src/root.js";

/**
 * Measures the page in Chromium: `node dist/bench/page.js`. Prints one line of JSON: milliseconds from the click to the
 * drawn article of 10,000 words (median of five), how many of them the page's own thread was at work in (which a busy
 * machine does not change), and the longest frame while a list of 100,000 events is scrolled.
 */
const WORDS = 10_000;
const ROUNDS = 5;
const EVENTS = 100_000;
const PORT = 8398;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]; // biome-ignore format: one line reads best

/** A text of so many words: the examples, over and over, each paragraph numbered, since a repeated one is repaired away. */
function longText(): string {
  const folder = join(ROOT, "examples");
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  const parts: string[] = [];
  for (let count = 0, i = 0; count < WORDS; i++) {
    const text = (texts[i % texts.length] ?? "").replace(/\n\n/g, () => `\n\nPoint ${parts.length} of ${i}. `);
    parts.push(text);
    count += text.split(/\s+/).length;
  }
  return parts.join("\n\n");
}

/** Follows a link to the article from the desk, and waits for the frame after the one in which it stands. */
const OPEN_READER = `(async () => {
  const start = performance.now();
  document.querySelector('a[href*="view=reader"]').click();
  while (document.querySelector(".text p") === null) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
})()`;
/** Scrolls through the whole list in 120 steps; gives the longest time between two frames. */
const SCROLL = `(async () => {
  let [last, longest] = [performance.now(), 0];
  for (let step = 0; step <= 120; step++) {
    scrollTo(0, (document.documentElement.scrollHeight * step) / 120);
    const now = await new Promise(requestAnimationFrame);
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
})()`;

interface Opening {
  readonly wall: number;
  readonly thread: number;
}

async function openings(page: Page, address: string): Promise<readonly Opening[]> {
  const times: Opening[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const threadTime = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN);
  };
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(address);
    await page.locator('a[href*="view=reader"]').first().waitFor();
    const before = await threadTime();
    const wall = Number(await page.evaluate(OPEN_READER));
    times.push({ wall, thread: (await threadTime()) - before });
  }
  return times;
}

/** Answers the question for events with so many copies of one, made in the page: sending them is not what is measured. */
const MANY_EVENTS = `(() => {
  const ask = fetch;
  window.fetch = async (address, init) => {
    if (!String(address).startsWith("/api/events?")) return ask(address, init);
    const { items: [event] } = await (await ask("/api/events?limit=1")).json();
    const items = Array.from({ length: ${EVENTS} }, (_, i) => ({ ...event, id: String(i) }));
    return { ok: true, status: 200, json: async () => ({ items, next: null }) };
  };
})()`;

async function longestFrame(page: Page, address: string): Promise<number> {
  await page.addInitScript(MANY_EVENTS);
  await page.goto(`${address}/?view=events`);
  await page.locator("[data-item]").first().waitFor();
  return Number(await page.evaluate(SCROLL));
}

function median(times: readonly number[]): number {
  return Math.round([...times].sort((a, b) => a - b)[times.length >> 1] ?? 0);
}

const folder = mkdtempSync(join(tmpdir(), "readout-bench-page-"));
const ledger = join(folder, "page.db");
writeFileSync(join(folder, "long.txt"), longText());
spawnSync(join(ROOT, "readout"), ["ingest", join(folder, "long.txt"), "--ledger", ledger], { stdio: "inherit" });
const server = spawn(join(ROOT, "readout"), ["serve", "--ledger", ledger, "--port", String(PORT)], { stdio: ["ignore", "pipe", "ignore"] }); // biome-ignore format: one line reads best
await once(server.stdout, "data");
const browser = await chromium.launch({ executablePath: process.env["READOUT_CHROMIUM"] ?? "/usr/bin/chromium", args: FLAGS }); // biome-ignore format: one line reads best
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const address = `http://127.0.0.1:${PORT}`;
  const times = await openings(page, address);
  const frame = await longestFrame(page, address);
  process.stdout.write(`${JSON.stringify({ words: WORDS, readerMs: median(times.map(({ wall }) => wall)), readerThreadMs: median(times.map(({ thread }) => thread)), events: EVENTS, longestFrameMs: Math.round(frame) })}\n`); // biome-ignore format: one line reads best
} finally {
  await browser.close();
  server.kill("SIGINT");
  rmSync(folder, { recursive: true, force: true });
}
