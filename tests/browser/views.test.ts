import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launchChromium, openWatched } from "./chromium.js";
import { type Demo, serveDemo } from "./demo.js";
import { placesOf, type Sight, sights } from "./views.js";

const CHROMIUM = findChromium();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** Serious faults of accessibility, each with the first element it was found at. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(`(() => { ${AXE} })()`);
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)");
  return (found as readonly Violation[]) // what axe documents
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

describe.runIf(CHROMIUM !== null)("every view of the page on the demo ledger", { timeout: 300_000 }, () => {
  let demo: Demo;
  let browser: Browser;
  let views: readonly Sight[];
  beforeAll(async () => {
    demo = await serveDemo();
    browser = await launchChromium(CHROMIUM ?? "");
    views = sights(await placesOf(demo.address));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  test.each([
    [1440, "light"],
    [1440, "dark"],
    [360, "light"],
    [360, "dark"],
  ] as const)("at %i px, %s: opens without error, request outside, fault of accessibility, or scrolling sideways", async (width, scheme) => {
    const seen = [];
    for (const { name, search, drawn } of views) {
      const { page, troubles } = await openWatched(browser, width, scheme);
      await page.goto(demo.address + search);
      const absent = await drawn(page).then(
        () => null,
        (error: Error) => error.message.split("\n")[0],
      );
      const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      seen.push({ name, absent, troubles, faults: await faultsOf(page), wide });
      await page.context().close();
    }
    expect(seen).toEqual(views.map(({ name }) => ({ name, absent: null, troubles: [], faults: [], wide: 0 })));
  });
});
