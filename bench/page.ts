import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { ROOT } from "../src/root.js";

/**
 * Measures the page in Chromium: `node dist/bench/page.js`. Prints one line of JSON. Articles of 10,000 words, each opened
 * for the first time: milliseconds from the step to it until the frame in which it stands with all marks that are on the
 * screen (median of five), how many of them the page's own thread was at work in (which a busy machine does not change),
 * and until the last mark far below stands; then the longest frame while a list of 100,000 events is scrolled.
 */
const WORDS = 10_000;
const ROUNDS = 5;
const EVENTS = 100_000;
const PORT = 8398;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]; // biome-ignore format: one line reads best

/** A text of so many words: the examples, over and over, from one of them on; paragraphs are numbered, since a repeated one is repaired away. */
function longText(first: number): string {
  const folder = join(ROOT, "examples");
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  const parts: string[] = [];
  for (let count = 0, i = 0; count < WORDS; i++) {
    const text = (texts[(first + i) % texts.length] ?? "").replace(
      /\n\n/g,
      () => `\n\nPoint ${parts.length} of ${i}. `,
    );
    parts.push(text);
    count += text.split(/\s+/).length;
  }
  return parts.join("\n\n");
}

/** Goes to an article from the desk; waits for the frame after the one in which it stands, then until nothing is added to it. */
const openReader = (hash: string): string => `(async () => {
  const seen = () => [...document.querySelectorAll(".text [data-mark]")].filter((mark) => mark.getBoundingClientRect().top < innerHeight).length;
  const start = performance.now();
  history.pushState(null, "", "/?view=reader&document=${hash}");
  dispatchEvent(new PopStateEvent("popstate"));
  while (document.querySelector(".text p") === null) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const wall = performance.now() - start;
  window.opened?.();
  const marks = seen();
  let whole = performance.now();
  new MutationObserver(() => { whole = performance.now(); }).observe(document.querySelector(".text"), { childList: true, subtree: true });
  await new Promise((done) => setTimeout(done, 500));
  while (performance.now() - whole < 500) await new Promise((done) => setTimeout(done, 100));
  if (marks === 0 || seen() !== marks) throw new Error("of " + seen() + " marks on the screen " + marks + " were there");
  return { wall, whole: whole - start };
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
  readonly whole: number;
}

async function openings(page: Page, address: string): Promise<readonly Opening[]> {
  const times: Opening[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const threadTime = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN);
  };
  let opened: Promise<number> = Promise.resolve(Number.NaN);
  await page.exposeFunction("opened", () => {
    opened = threadTime();
  });
  for (const hash of await hashesOf(address)) {
    await page.goto(address);
    await page.locator('a[href*="view=reader"]').first().waitFor();
    const before = await threadTime();
    const { wall, whole }: { wall: number; whole: number } = await page.evaluate(openReader(hash));
    times.push({ wall, whole, thread: (await opened) - before });
  }
  return times.slice(1); // the first opens the server's own code too
}

async function hashesOf(address: string): Promise<readonly string[]> {
  const { items }: { items: readonly { hash: string }[] } = JSON.parse(await (await fetch(`${address}/api/documents`)).text()); // biome-ignore format: one line reads best
  return items.map(({ hash }) => hash);
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
mkdirSync(join(folder, "texts"));
for (let i = 0; i <= ROUNDS; i++) writeFileSync(join(folder, "texts", `${i}.txt`), longText(i));
spawnSync(join(ROOT, "readout"), ["ingest", join(folder, "texts"), "--ledger", ledger], { stdio: ["ignore", "ignore", "inherit"] }); // biome-ignore format: one line reads best
const server = spawn(join(ROOT, "readout"), ["serve", "--ledger", ledger, "--port", String(PORT)], { stdio: ["ignore", "pipe", "ignore"] }); // biome-ignore format: one line reads best
await once(server.stdout, "data");
const browser = await chromium.launch({ executablePath: process.env["READOUT_CHROMIUM"] ?? "/usr/bin/chromium", args: FLAGS }); // biome-ignore format: one line reads best
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const address = `http://127.0.0.1:${PORT}`;
  const times = await openings(page, address);
  const frame = await longestFrame(page, address);
  process.stdout.write(`${JSON.stringify({ words: WORDS, readerMs: median(times.map(({ wall }) => wall)), readerThreadMs: median(times.map(({ thread }) => thread)), wholeMs: median(times.map(({ whole }) => whole)), events: EVENTS, longestFrameMs: Math.round(frame) })}\n`); // biome-ignore format: one line reads best
} finally {
  await browser.close();
  server.kill("SIGINT");
  rmSync(folder, { recursive: true, force: true });
}
