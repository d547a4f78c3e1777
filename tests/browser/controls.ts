import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { goTo, openWatched, rest, soon, TRIES_MORE } from "./chromium.js";
import type { Served } from "./demo.js";

/** Answers the question for events with 100,000 copies of one, made in the page. */
const MANY_EVENTS = `(() => {
  const ask = fetch;
  window.fetch = async (address, init) => {
    if (!String(address).startsWith("/api/events?")) return ask(address, init);
    const { items: [event] } = await (await ask("/api/events?limit=1")).json();
    const items = Array.from({ length: 100_000 }, (_, i) => ({ ...event, id: String(i) }));
    return { ok: true, status: 200, json: async () => ({ items, next: null }) };
  };
})()`;

/** What every reader does: filters, keys, marks, comments. */
export function tryControls(served: () => Served): void {
  describe("every control does what it says", { timeout: 180_000, retry: TRIES_MORE }, () => {
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
    const filters = (): string => new URL(page.url()).search;
    const cards = () => page.locator("[data-item]");
    const chip = (name: string) => page.getByRole("button", { name: `Take away the filter ${name}` });

    test("filters of the desk narrow the list, stand in the address and can be taken away", async () => {
      await open("/");
      await page.getByLabel("Phone call").check();
      await chip("Phone call").waitFor();
      await soon(filters).toBe("?channels=phone");
      await page.getByLabel("Search").fill("water");
      await chip("“water”").waitFor();
      await page.getByLabel("Who takes part").fill("KAZ");
      await page.getByLabel("Who takes part").press("Enter");
      await chip("Kazakhstan").waitFor();
      await soon(filters).toBe("?actors=KAZ&channels=phone&words=water");
      await page.getByRole("button", { name: "Copy link" }).click();
      await soon(() => page.evaluate("navigator.clipboard.readText()")).toBe(page.url());
      await page.reload();
      await cards().first().waitFor();
      expect(await page.locator(".card .kind").allTextContents()).toContain("Phone call");
      await chip("“water”").click();
      await soon(filters).toBe("?actors=KAZ&channels=phone");
      await page.getByRole("button", { name: "Clear all" }).click();
      await soon(filters).toBe("");
    });

    test("an empty list says so, and its watchlist is an Atom feed", async () => {
      await open("/?words=zzzzzz");
      await page.getByText("No contact fits these filters").waitFor();
      const feed = await page.getByRole("link", { name: "Atom feed of this watchlist" }).getAttribute("href");
      const answer = await fetch(served().address + feed);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
    });

    test("keys go from item to item, open one, search, and show their list", async () => {
      await open("/");
      await cards().first().waitFor();
      await rest(page);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("k");
      await soon(() => page.evaluate("document.activeElement.getAttribute('aria-posinset')")).toBe("1");
      await page.keyboard.press("/");
      await soon(() => page.evaluate("document.activeElement.type")).toBe("search");
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await rest(page);
      await cards().first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/view=contact/);
      await page.goBack();
      await page.getByRole("heading", { name: "Desk" }).waitFor();
    });

    test("back leads to where the reader was in a list, with all that was read of it; a new step reads it anew", async () => {
      await open("/?view=events");
      await cards().first().waitFor();
      await page.locator("main").focus();
      await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      await page.getByText(/1\d\d items/).waitFor();
      await page.evaluate("scrollTo(0, 6000)");
      await rest(page);
      const place = (): Promise<unknown> =>
        page.evaluate(
          "[...document.querySelectorAll('[data-item]')].find((e) => e.getBoundingClientRect().bottom > 60).ariaPosInSet",
        );
      await soon(() => page.evaluate("scrollY")).toBe(6000);
      const link = page.locator(`[aria-posinset="${await place()}"] .links a`).first();
      await link.scrollIntoViewIfNeeded(); // a click would do that itself, and move the reader
      await rest(page);
      const [top, before] = [await page.evaluate("scrollY"), await place()];
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await link.click();
      await page.locator(".side-item").first().waitFor();
      await page.goBack();
      await soon(() => page.evaluate("scrollY")).toBe(top);
      await soon(place).toBe(before);
      expect(asked).not.toContain("/api/events");
      await page.getByRole("link", { name: "Desk", exact: true }).click();
      await page.getByRole("heading", { name: "Desk" }).waitFor();
      await page.getByRole("link", { name: "Events", exact: true }).click();
      await soon(() => asked.includes("/api/events")).toBe(true);
      await soon(() => page.evaluate("scrollY")).toBe(0);
    });

    test.each([
      "/",
      "/?view=events",
      "contact",
      "reader",
      "/?view=pair&a=KAZ&b=UZB",
      "/?view=situation&topic=water",
      "/?view=brief&since=2023-11-01",
      "/?view=world",
    ])("j and k go from item to item at %s", async (at) => {
      const { contact, document } = served().places;
      await open(at === "contact" ? `/contact/${contact}` : at === "reader" ? `/read/${document}` : at);
      await cards().nth(1).waitFor();
      await rest(page);
      const focused = (): Promise<unknown> =>
        page.evaluate(
          "[...document.querySelectorAll('[data-item]')].findIndex((e) => e.contains(document.activeElement))",
        );
      const steps = [];
      for (const key of ["j", "j", "k"]) {
        await page.keyboard.press(key);
        steps.push(await focused());
      }
      expect(steps).toEqual([0, 1, 0]);
    });

    test("the skip link leads to the content, and colours can be chosen and are kept", async () => {
      await open("/");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await soon(() => page.evaluate("document.activeElement.id")).toBe("main");
      await page.getByLabel("Colours").selectOption("dark");
      await page.reload();
      await soon(() => page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    });

    test("a citation is copied whole", async () => {
      await open("/");
      await page.getByRole("button", { name: "Copy citation" }).first().click();
      await page.getByText("Copied").first().waitFor();
      await soon(() => page.evaluate("navigator.clipboard.readText()")).toMatch(
        /Reported in “.+”, .+ sure that the text says this, not that it happened\.$/,
      );
    });

    test("a mark in the article shows what it is and why, and leads to its item; an item lights up its words", async () => {
      await open(`/?view=reader&document=${served().places.document}`);
      const text = page.getByRole("group", { name: /The article/ });
      await text.locator("a.actor").first().waitFor();
      await rest(page);
      await text.focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect(await page.getByRole("tooltip").filter({ visible: true }).first().textContent()).not.toBe("");
      await text.locator("a.actor").first().click();
      await soon(filters).toMatch(/item=a\d+/);
      await page.locator(".side-item.contact .side-head").first().click();
      await soon(filters).toContain("item=k1");
      await soon(() => text.locator("[data-active]").count()).toBeGreaterThan(0);
    });

    test("layers, repairs and the text as received are shown on request", async () => {
      await open(`/?view=reader&document=${served().places.document}`);
      const text = page.getByRole("group", { name: /The article/ });
      await text.locator("a.actor").first().waitFor();
      await page.getByLabel("Actors", { exact: true }).uncheck();
      await text.locator("a.actor").first().waitFor({ state: "detached" });
      await soon(() => text.locator("a.repair").count()).toBe(0);
      await page.getByLabel(/\d+ repairs?/).check();
      await page.locator(".part", { hasText: "Repairs" }).locator("del").first().waitFor();
      await page.getByLabel("Text as received").check();
      await page.getByRole("heading", { name: "As received" }).waitFor();
      await soon(filters).toContain("hide=actor&original=1&repairs=1");
    });

    test("an item chosen in the article can be corrected there, and the correction taken back", async () => {
      await open(`/?view=reader&document=${served().places.document}&item=a1`);
      await page.getByText(/^Judge:/).click();
      await page.locator(".judge").getByLabel("Your name").fill("Ayla");
      await page.getByRole("button", { name: "Correct", exact: true }).click();
      await page.locator(".judge select").first().selectOption("code");
      await page.getByLabel("The right value").fill("NOR");
      await page.getByRole("button", { name: "Keep the correction" }).click();
      const decision = page.locator(".decisions li", { hasText: "actor, code: NOR" });
      await decision.waitFor();
      await decision.getByRole("button", { name: "Withdraw" }).click();
      await decision.waitFor({ state: "detached" });
    });

    test("a comment is kept with its author, comes back, and can be withdrawn", async () => {
      await open(`/?view=reader&document=${served().places.document}`);
      await page.getByRole("button", { name: "Comment" }).click();
      await page.getByText("A comment needs your name.").waitFor();
      await page.getByLabel("Your name").fill("Ayla");
      await page.getByLabel("Leave a comment").fill("Check <b>this</b> & that");
      await page.getByRole("button", { name: "Comment" }).click();
      await page.locator(".comment", { hasText: "Check <b>this</b> & that" }).waitFor();
      await page.reload();
      await page.locator(".comment", { hasText: "Ayla" }).waitFor();
      await page.getByRole("button", { name: "Withdraw" }).click();
      await page.getByText("No comment yet.").waitFor();
    });

    test("a list of 100,000 events draws a few of them at a time", async () => {
      await page.addInitScript(MANY_EVENTS);
      await open("/?view=events");
      await page.getByText("100,000 items").waitFor();
      await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      await page.locator('[aria-posinset="100000"]').waitFor();
      await soon(() => cards().count()).toBeLessThan(60);
      await page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)");
      await page.locator('[aria-posinset="100000"]').waitFor({ state: "detached" });
      await soon(() => cards().count()).toBeLessThan(60);
    });
  });
}
