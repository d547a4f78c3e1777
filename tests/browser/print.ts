import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { goTo, openWatched, type Scheme, TRIES_MORE } from "./chromium.js";
import type { Served } from "./demo.js";
import { sights } from "./views.js";

/** What stands on paper though it must not: controls that are seen, light letters, boxes that hide what does not fit. */
const FAULTS = `(() => {
  const seen = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const name = (element) => element.tagName + "." + element.className + " " + (element.textContent ?? "").slice(0, 40);
  const all = [...document.querySelectorAll("body *")].filter(seen);
  const luminance = (colour) => {
    const [r, g, b, a = 1] = (/\\(([^)]*)\\)/.exec(colour)?.[1] ?? "").split(/[ ,/]+/).map(Number);
    return a === 0 ? 255 : 0.21 * r + 0.72 * g + 0.07 * b;
  };
  return {
    controls: all.filter((e) => e.matches("button:not(.term, .side-head, .chip), nav, input, select, textarea, [role=tooltip]")).map(name),
    light: all.filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== "") && !e.closest("svg") && luminance(getComputedStyle(e).color) > 120).map(name),
    dark: all.filter((e) => !e.closest("svg") && getComputedStyle(e).backgroundColor.startsWith("rgb(") && luminance(getComputedStyle(e).backgroundColor) < 200).map(name),
    cut: all.filter((e) => !e.matches(".unseen, svg *") && getComputedStyle(e).overflow !== "visible" && e.scrollHeight > e.clientHeight + 1).map(name),
    fixed: all.filter((e) => ["sticky", "fixed"].includes(getComputedStyle(e).position)).map(name),
  };
})()`;
const NOTHING = { controls: [], light: [], dark: [], cut: [], fixed: [] };

/** What is seen of a view on paper, when it has been drawn for it. */
async function onPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
  return (await page.locator("main").innerText()).replace(/\s+/g, " ");
}

/** The views people print. */
export function tryPrinting(served: () => Served): void {
  describe("on paper", { timeout: 180_000, retry: TRIES_MORE }, () => {
    test.each([
      "light",
      "dark",
    ] as const)("from a %s screen: black on white, nothing to press, nothing cut off", async (scheme: Scheme) => {
      const printed = ["desk", "events", "reader", "pair", "contact", "brief", "situation"];
      const views = sights(served().places).filter(({ name }) => printed.includes(name));
      const found = [];
      for (const { name, search, drawn } of views) {
        const { page, troubles } = await openWatched(served().browser, 1440, scheme);
        await goTo(page, served().address + search);
        await drawn(page);
        await onPaper(page);
        const sheets = await page.pdf({ format: "A4" });
        found.push({
          name,
          troubles,
          ...((await page.evaluate(FAULTS)) as typeof NOTHING),
          isPdf: sheets.length > 10_000,
        });
        await page.context().close();
      }
      expect(found).toEqual(views.map(({ name }) => ({ name, troubles: [], ...NOTHING, isPdf: true })));
    });

    const print = async (
      search: string,
      drawn: (page: Page) => Promise<unknown>,
    ): Promise<{ page: Page; text: string }> => {
      const { page } = await openWatched(served().browser, 1440);
      await goTo(page, served().address + search);
      await drawn(page);
      return { page, text: await onPaper(page) };
    };
    const card = (page: Page): Promise<unknown> => page.locator(".card").first().waitFor();

    test("a list has all that was read of it, each with its source, and says how much there is", async () => {
      const { page, text } = await print("/?channels=phone", card);
      await page.locator(".on-paper", { hasText: "printed" }).waitFor();
      const cards = await page.locator(".card").count();
      expect(text).toMatch(
        new RegExp(`All ${cards} items? printed\\.|${cards} items printed; there are more in Readout\\.`),
      );
      expect(await page.locator(".card .on-paper", { hasText: /Reported in “.+”, / }).count()).toBe(cards);
      expect(await page.evaluate("[...document.querySelectorAll('.feed > [aria-hidden]')].map((e) => e.offsetHeight)")).toEqual([0, 0]); // biome-ignore format: one line reads best
      await page.emulateMedia({ media: "screen" });
      await page.locator(".on-paper", { hasText: "printed" }).waitFor({ state: "detached" });
      await page.context().close();
    });

    test("a long list is printed in part, and says so", async () => {
      const { page } = await openWatched(served().browser, 1440);
      await page.route(/\/api\/events(?:\?|$)/, async (route) => {
        const { items } = (await (await route.fetch()).json()) as { items: readonly object[] }; // the API's own contract
        await route.fulfill({ json: { items: Array.from({ length: 1000 }, (_, i) => ({ ...items[0], id: String(i) })), next: null } }); // biome-ignore format: one line reads best
      });
      await goTo(page, `${served().address}/?view=events`);
      await card(page);
      expect(await onPaper(page)).toContain("300 items of 1,000 items printed.");
      await page.context().close();
    });

    test("an article has its marks with what they mean, its items with their words, and its address", async () => {
      const { page, text } = await print(`/?view=reader&document=${served().places.document}&repairs=1`, (page) =>
        page.locator(".side-item").first().waitFor(),
      );
      for (const words of ["Actors", "Dates", "Quotes", "Events", "publisher’s day", "CONTACTS", "WHO SAYS WHAT"])
        expect(text.toUpperCase()).toContain(words.toUpperCase());
      expect(await page.locator(".part > ul").filter({ visible: true }).count()).toBeGreaterThan(3);
      const colour = "getComputedStyle(document.querySelector('.text .tag.contact')).color";
      expect(await page.evaluate(colour)).toBe("rgb(0, 0, 0)");
      await page.context().close();
    });

    test("both sides have their texts unfolded, and say which side’s was not found", async () => {
      const { page, text } = await print(`/contact/${served().places.contact}`, (page) =>
        page.getByRole("heading", { name: "Both sides" }).waitFor(),
      );
      const texts = page.locator(".readout-text");
      for (let i = 0; i < (await texts.count()); i++)
        expect((await texts.nth(i).boundingBox())?.height ?? 0).toBeGreaterThan(20);
      expect(text).toMatch(/https?:\/\//);
      await page.context().close();
    });

    test("a pair has its charts and its table; a brief its contacts with their sources", async () => {
      const pair = await print("/?view=pair&a=KAZ&b=UZB", (page) =>
        page.locator(".chart svg circle").first().waitFor(),
      );
      expect(await pair.page.getByRole("row").count()).toBeGreaterThan(1);
      expect((await pair.page.getByRole("row").first().boundingBox())?.height ?? 0).toBeGreaterThan(5);
      expect(pair.text).toContain("Reported in “");
      await pair.page.context().close();
      const brief = await print("/?view=brief&since=2023-11-01", card);
      expect(brief.text).toContain("Reported in “");
      await brief.page.context().close();
    });
  });
}
