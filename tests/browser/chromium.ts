import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { ROOT } from "../layout/sources.js";

/** Nothing but what the page itself asks for. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where Chromium is; `null` where there is none: then one line says so, and under `CI=true` that is a failure. */
export function findChromium(): string | null {
  const found = spawnSync(join(ROOT, "scripts/chromium.sh"), ["find"], { encoding: "utf8" });
  if (found.status === 0) return found.stdout.trim();
  if (process.env["CI"] === "true") throw new Error(`no Chromium for the tests of the page: ${found.stderr}`);
  process.stderr.write("tests: no Chromium here, so the page is not tried (scripts/chromium.sh install)\n");
  return null;
}

/** A Chromium with a new, empty profile, which playwright makes and throws away. */
export function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, headless: true, args: FLAGS });
}

/** A page, and all that went wrong in it. */
export interface Watched {
  readonly page: Page;
  /** Errors of the console and of scripts, and requests that left the machine. */
  readonly troubles: string[];
}

export type Scheme = "light" | "dark";

/** Folder for pictures of the views; none are made where it is not named. */
export const SCREENS = process.env["READOUT_SCREENS"];
const SMALLER = 0.7; // of pictures of a wide page, which are kept with the documents

/** Opens an empty page of a width in pixels that keeps account of every error and request. */
export async function openWatched(browser: Browser, width: number, scheme: Scheme = "light"): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, deviceScaleFactor: SCREENS !== undefined && width > 1000 ? SMALLER : 1, reducedMotion: "reduce", locale: "en-GB" }); // biome-ignore format: one line reads best
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const own = protocol === "blob:" || protocol === "data:" || hostname === "127.0.0.1";
    if (!own) troubles.push(`request outside: ${request.url()}`);
  });
  return { page, troubles };
}

/** Goes to an address and waits until the page is drawn and listens: a key pressed before that is lost. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("main").waitFor();
  await rest(page);
}

/** Waits until the page has nothing left to do: React has begun to listen to what it has drawn. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestIdleCallback(() => done(true), { timeout: 10_000 }))");
}

/** What is expected of a page soon, not at once: it answers a key or a click when it comes to it. */
export function soon<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 30_000, interval: 50 });
}

/** One more try in the build: it runs other suites beside a browser, on machines of any load. */
export const TRIES_MORE = process.env["CI"] === "true" ? 1 : 0;
