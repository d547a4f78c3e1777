import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { goTo, openWatched, rest, soon, TRIES_MORE } from "./chromium.js";
import type { Served } from "./demo.js";

/** What an analyst does: pairs, review, watchlists, the map, a text of one's own. */
export function tryWork(served: () => Served): void {
  describe("what an analyst does with the page", { timeout: 180_000, retry: TRIES_MORE }, () => {
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
    const search = (): string => new URL(page.url()).search;

    test("a pair is chosen by name, changed round, and drawn", async () => {
      await open("/?view=pair");
      await page.getByText("Choose two sides").waitFor();
      await page.getByLabel("One side").fill("KAZ");
      await page.getByLabel("One side").press("Enter");
      await page.getByLabel("The other side").fill("UZB");
      await page.getByLabel("The other side").press("Enter");
      await page.locator(".chart svg circle").first().waitFor();
      await soon(search).toBe("?view=pair&a=KAZ&b=UZB");
      await page.getByText("As a table").click();
      await soon(() => page.getByRole("row").count()).toBeGreaterThan(2);
      await page.getByRole("button", { name: "Change the sides" }).click();
      await soon(search).toBe("?view=pair&a=UZB&b=KAZ");
    });

    test("a contact shows both sides and takes comments", async () => {
      await open(`/contact/${served().places.contact}`);
      await page.getByRole("heading", { name: "Both sides" }).waitFor();
      await page.getByLabel("Your name").fill("Ayla");
      await page.getByLabel("Leave a comment").fill("Ask the embassy");
      await page.getByRole("button", { name: "Comment" }).click();
      await page.locator(".comment", { hasText: "Ask the embassy" }).waitFor();
    });

    test("review by keyboard: nothing without a name; accept, reject, correct, comment, undo", async () => {
      await open("/?view=review");
      const title = page.locator(".review-item h2");
      await title.waitFor();
      await rest(page);
      await page.locator("body").press("a");
      await page.getByText("Decisions need your name").waitFor();
      await page.getByLabel("Your name").fill("Ayla");
      await page.getByRole("heading", { name: "Review" }).click();
      const left = async (): Promise<number> => {
        const said = await page.locator("p.said").textContent();
        return Number(/([\d,]+) items? left/.exec(said ?? "")?.[1]?.replaceAll(",", ""));
      };
      const before = await left();
      await page.keyboard.press("a");
      await page.getByText(/Last: accepted/).waitFor();
      await soon(left).toBe(before - 1);
      await page.keyboard.press("r");
      await page.getByText(/Last: rejected/).waitFor();
      await page.keyboard.press("u");
      await page.getByText(/Last: accepted/).waitFor();
      await soon(left).toBe(before - 1);
      await page.keyboard.press("c");
      await page.getByRole("textbox", { name: "Comment" }).fill("Which border?");
      await page.getByRole("button", { name: "Comment", exact: true }).click();
      await page.getByText(/Last: commented/).waitFor();
      await page.keyboard.press("s");
      await page.getByRole("button", { name: /Correct/ }).click();
      await page.getByRole("button", { name: "Keep the correction" }).click();
      await page.getByText(/Last: corrected/).waitFor();
      await page.getByText(/On record/).click();
      await soon(() => page.locator(".decisions li").count()).toBeGreaterThanOrEqual(3);
    });

    test("reports are split from a story and joined to it again, found by their words", async () => {
      await open("/?view=review&kind=contact&actors=KEN,ETH");
      await page.getByLabel("Your name").fill("Ayla");
      await page.getByText("Story: split or join reports").click();
      const story = page.locator("details.story");
      const reports = story.locator(".report-line", { hasText: "Not the same story" });
      await reports.first().waitFor();
      const before = await reports.count();
      const title = (await reports.first().getByRole("link").textContent()) ?? "";
      await reports.first().getByRole("button", { name: "Not the same story" }).click();
      await page.getByText(/Last: split/).waitFor();
      await soon(() => reports.count()).toBeLessThan(before);
      await story.getByRole("searchbox").fill(title);
      await story
        .locator(".report-line", { hasText: title })
        .getByRole("button", { name: "Same story" })
        .first()
        .click();
      await page.getByText(/Last: joined/).waitFor();
      await soon(() => reports.count()).toBe(before);
    });

    test("a watchlist is kept by the browser, leads to its list and feed, and can be removed", async () => {
      await open("/?view=brief&since=2023-11-01");
      await page.getByRole("button", { name: "Add watchlist" }).click();
      await page.getByText("Choose somebody, a word or an event to watch.").waitFor();
      await page.getByLabel("Words").fill("water");
      await page.getByRole("button", { name: "Add watchlist" }).click();
      await page.getByRole("link", { name: "Atom feed" }).waitFor();
      await page.reload();
      const feed = await page.getByRole("link", { name: "Atom feed" }).getAttribute("href");
      expect((await fetch(served().address + feed)).status).toBe(200);
      await page.getByRole("button", { name: /Remove the watchlist/ }).click();
      await page.getByText(/None yet/).waitFor();
    });

    test("a place on the map shows its contacts alone", async () => {
      await open("/?view=world");
      const dot = page.locator(".map .dot").first();
      await dot.waitFor();
      await page.locator("[data-item]").first().waitFor();
      const all = await page.locator("[data-item]").count();
      await dot.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: /Show all places/ }).waitFor();
      await soon(() => page.locator("[data-item]").count()).toBeLessThan(all);
      await page.getByRole("button", { name: /Show all places/ }).click();
      await soon(search).toBe("?view=world");
    });

    test("a dropped file is read in the browser: nothing is sent", async () => {
      await open("/?view=try");
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByText("Paste a text, or drop a file.").waitFor();
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.method() !== "GET") sent.push(request.url());
      });
      const text = "OSLO, May 4 (NTB) - Norwegian Prime Minister Jonas Gahr Støre phoned Kenyan President William Ruto on Thursday."; // biome-ignore format: one line reads best
      const html = `<title>x</title><nav><p>Menu</p></nav><article><h1>Norway calls Kenya</h1><p>${text}</p></article>`;
      await page
        .getByLabel(/A file/)
        .setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(html) });
      await page.getByRole("button", { name: "Read it" }).click();
      await page.locator(".outcome .side-item.contact", { hasText: "Jonas Gahr Støre ↔ William Ruto" }).waitFor({ timeout: 60_000 }); // biome-ignore format: one line reads best
      expect(sent).toEqual([]);
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: /Save the record/ }).click();
      expect((await saved).suggestedFilename()).toMatch(/^[0-9a-f]{12}\.json$/);
    });

    test("without an answer from the server the page says so, and asks again when told to", async () => {
      await page.route("**/api/**", (route) => route.abort());
      await open("/");
      await page.getByText("No answer from Readout’s server").waitFor();
      await page.unroute("**/api/**");
      await page.locator("main").getByRole("button", { name: "Try again" }).click();
      await page.locator(".card").first().waitFor();
      troubles.length = 0; // the browser tells of each request that was cut off
    });

    test("while an answer is on its way the page says so", async () => {
      let answer: () => void = () => {};
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route(/\/api\/contacts$/, async (route) => {
        await held;
        await route.continue();
      });
      await open("/");
      await page.getByText("Loading contacts").waitFor();
      answer();
      await page.locator(".card").first().waitFor();
      await page.getByText("Loading contacts").waitFor({ state: "detached" });
    });

    test("marks of markup in an article, its title, its address and a comment stay words", async () => {
      const mark = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
      const text = `LIMA, May 4 (EFE) - Peruvian President Dina Boluarte phoned Chilean President Gabriel Boric on Thursday about ${mark} and copper.`; // biome-ignore format: one line reads best
      await open("/");
      const token = await page.locator('meta[name="readout-token"]').getAttribute("content");
      const headers = { "content-type": "application/json", "x-readout-token": token ?? "" };
      const send = async (path: string, body: object): Promise<{ readonly hash?: string }> => {
        const answer = await fetch(served().address + path, { method: "POST", headers, body: JSON.stringify(body) });
        expect(answer.status).toBeLessThan(300);
        return (await answer.json()) as { readonly hash?: string }; // the API's own contract
      };
      const { hash = "" } = await send("/api/documents", { text, title: `Call ${mark}`, url: "https://example.org/?q=%22><script>alert(1)</script>", outlet: `Paper ${mark}`, published: "2023-05-04" }); // biome-ignore format: one line reads best
      await send("/api/judgements", { kind: "comment", document: hash, text: `See ${mark}`, author: `Ayla ${mark}` });
      for (const [at, word] of [
        ["/?words=copper", "Boluarte"],
        ["/?view=events&words=copper", "Boluarte"],
        [`/read/${hash}`, "See <img"],
      ] as const) {
        await open(at);
        await page.locator("main").getByText(word).first().waitFor();
        expect(await page.locator("main img, main script, main a[href^='javascript']").count()).toBe(0);
        expect(await page.title()).not.toBe("taken");
      }
    });

    test("marks of markup in an address stay words", async () => {
      await open(`/?words=${encodeURIComponent("<img src=x onerror=alert(1)>")}&outlet=${encodeURIComponent("\"><script>alert(1)</script>")}`); // biome-ignore format: one line reads best
      await page.getByRole("button", { name: /Take away the filter “<img/ }).waitFor();
      await soon(() => page.locator("main img, main script").count()).toBe(0);
      troubles.length = 0; // filters the API may refuse
    });
  });
}
