import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { goTo, openWatched, soon, TRIES_MORE } from "./chromium.js";
import type { Served } from "./demo.js";

interface Items<T> {
  readonly items: readonly T[];
}

interface Contact {
  readonly id: string;
  readonly missingSides: readonly string[];
}

interface Event {
  readonly event: string;
  readonly allegedBy: readonly { readonly name: string }[];
  readonly document: { readonly hash: string };
}

interface Pair {
  readonly periods: readonly { readonly score: number | null }[];
}

/** What the page promises to say beside what it shows: who alleges, through whom, which side is silent, what no line can tell. */
export function tryPromises(served: () => Served): void {
  describe("what must stand beside what is shown", { timeout: 180_000, retry: TRIES_MORE }, () => {
    let page: Page;
    let troubles: string[];
    beforeEach(async () => {
      ({ page, troubles } = await openWatched(served().browser, 1440));
    });
    afterEach(async () => {
      await page.context().close();
      expect(troubles).toEqual([]);
    });

    const open = (search: string): Promise<void> => goTo(page, served().address + search);
    const asked = async <T>(path: string): Promise<T> => (await (await fetch(served().address + path)).json()) as T; // the API's own contract

    test("an allegation names who makes it, in the list and in the article", async () => {
      const { items } = await asked<Items<Event>>("/api/events?limit=200");
      const alleged = items.find(({ allegedBy }) => allegedBy.length > 0);
      expect(alleged).toBeDefined();
      await open(`/?view=events&events=${alleged?.event}`);
      await page.locator(".alleged").first().waitFor();
      expect(await page.locator(".alleged").first().textContent()).toMatch(/^according to \S/);
      await open(`/read/${alleged?.document.hash}`);
      await page.locator(".side-item .alleged").first().waitFor();
    });

    test("the chain of an article runs from its outlet to whoever speaks", async () => {
      await open(`/read/${served().places.document}`);
      const chain = page.locator("ol.chain").first();
      await chain.waitFor();
      await soon(() => chain.locator("li").count()).toBeGreaterThan(1);
      expect(await chain.locator("li.last").count()).toBe(1);
      expect(await chain.locator("li").last().getAttribute("class")).toBe("last");
    });

    test("a side without a readout is said to have none", async () => {
      const { items } = await asked<Items<Contact>>("/api/contacts?limit=200");
      const silent = items.find(({ missingSides }) => missingSides.length > 0);
      expect(silent).toBeDefined();
      await open(`/contact/${silent?.id}`);
      await page
        .getByText(/^No readout from .+ found\.$/)
        .first()
        .waitFor();
    });

    test("fewer than five points have no line through them, five have one", async () => {
      const seen = new Set<boolean>();
      for (const [a, b] of [
        ["KAZ", "UZB"],
        ["KEN", "ETH"],
        ["GUY", "VEN"],
        ["KAZ", "FIN"],
        ["RUS", "TJK"],
      ]) {
        const pair = await asked<Pair>(`/api/pair?a=${a}&b=${b}`);
        const points = (pair.periods ?? []).filter(({ score }) => score !== null).length;
        if (points === 0) continue;
        await open(`/?view=pair&a=${a}&b=${b}`);
        const chart = page.locator(".chart").nth(1);
        await chart.locator("svg circle").first().waitFor();
        expect(await chart.locator("g[stroke-opacity='0.4'] path").count()).toBe(points < 5 ? 0 : 1);
        seen.add(points < 5);
      }
      expect(seen.has(true)).toBe(true);
    });
  });
}
