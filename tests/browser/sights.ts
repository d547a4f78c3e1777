import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { goTo, openWatched, SCREENS, TRIES_MORE } from "./chromium.js";
import type { Served } from "./demo.js";
import { sights } from "./views.js";

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

/** A picture of what is in view, small enough to be kept with the documents. */
async function shoot(page: Page, name: string): Promise<void> {
  if (SCREENS === undefined) return;
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`) });
}

/** Every view at both widths, and dark; pictures of them where `READOUT_SCREENS` names a folder. */
export function trySights(served: () => Served): void {
  describe("every view", { timeout: 400_000, retry: TRIES_MORE }, () => {
    test.each([
      [1440, "light"],
      [1440, "dark"],
      [360, "light"],
      [360, "dark"],
    ] as const)("at %i px, %s: opens without error, request outside, fault of accessibility, or scrolling sideways", async (width, scheme) => {
      const views = sights(served().places);
      const seen = [];
      for (const { name, search, drawn } of views) {
        const { page, troubles } = await openWatched(served().browser, width, scheme);
        await goTo(page, served().address + search);
        const absent = await drawn(page).then(
          () => null,
          (error: Error) => error.message.split("\n")[0],
        );
        if (scheme === "light") await shoot(page, `${name}-${width}`);
        const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        seen.push({ name, absent, troubles, faults: await faultsOf(page), wide });
        await page.context().close();
      }
      expect(seen).toEqual(views.map(({ name }) => ({ name, absent: null, troubles: [], faults: [], wide: 0 })));
    });
  });
}
