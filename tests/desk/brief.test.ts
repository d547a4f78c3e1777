import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brief, briefSheet, countryNames, sheetHtml, sheetMarkdown, sheetText, situation } from "../../src/desk/index.js"; // biome-ignore format: one line reads best
import { readTables } from "../../src/knowledge.js";
import type { Ledger } from "../../src/store/index.js";
import { ALL, JAPANESE_READOUT, KAZAKH_READOUT } from "./articles.js";
import { ledgerOf, MAKERS } from "./support.js";

const TODAY = "2023-09-25";
const countries = countryNames(readTables(["actors"]));

for (const maker of MAKERS)
  describe(`brief and situation in ${maker.kind}`, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await ledgerOf(maker);
    });
    afterAll(async () => {
      await ledger.close();
      await maker.drop();
    });

    test("new contacts, what became of announced ones, and what is due", async () => {
      const found = await brief(ledger, { since: "2023-03", today: TODAY });
      expect(found.contacts.map(({ entry }) => `${entry.day} ${entry.channel}`)).toEqual([
        "2023-07-29 telegram",
        "2023-09-20 meeting",
      ]);
      expect(found.changes.map(({ what, after }) => `${after.day} ${what}`)).toEqual([
        "2023-03-20 planned, now postponed",
      ]);
      expect(found.followUps.map(({ due, state }) => `${due} ${state}`)).toEqual(["2023-09-01 overdue"]);
      expect(found.contacts[0]?.missingSides).toEqual(["JPN"]);
    });

    test("what the sides tell differently", async () => {
      const found = await brief(ledger, { since: "2023-02-01", today: TODAY });
      expect(found.contradictions.map(({ entry }) => entry.channel)).toEqual(["phone"]);
      const agreed = await ledgerOf(maker, [KAZAKH_READOUT, { ...JAPANESE_READOUT, text: JAPANESE_READOUT.text.replace("7 February 2023", "6 February 2023") }]); // biome-ignore format: one line reads best
      const days = await brief(agreed, { since: "2023-02-01", today: TODAY });
      expect(days.contradictions[0]?.disagreements[0]).toMatchObject({ field: "day" });
      await agreed.close();
    });

    test("the first call for long is told of", async () => {
      const call = (id: string, published: string, day: string) => ({
        ...KAZAKH_READOUT,
        id,
        published,
        title: `Tokayev and Kishida talk, ${day}`,
        text: `ASTANA. Kazakh President Kassym-Jomart Tokayev held a telephone conversation with Japanese Prime Minister Fumio Kishida on ${day}, the Akorda press service said. They discussed ${id}.`,
      });
      const own = await ledgerOf(maker, [
        call("wheat", "2023-01-10", "10 January 2023"),
        call("cattle", "2023-02-10", "10 February 2023"),
        call("copper", "2023-08-01", "1 August 2023"),
      ]);
      const firsts = async (since: string) =>
        (await brief(own, { since, today: TODAY })).contacts.map(({ firstSince }) => firstSince);
      expect(await firsts("2023-08")).toEqual([{ day: "2023-02-10", days: 172, channel: "call" }]);
      expect(await firsts("2023-01")).toEqual([null, null, { day: "2023-02-10", days: 172, channel: "call" }]);
      await own.close();
    });

    test("nothing new is said so", async () => {
      const found = await brief(ledger, { since: "2030-01-01", today: "2030-02-01" });
      expect([found.contacts, found.changes, found.contradictions, found.followUps]).toEqual([[], [], [], []]);
      expect(sheetText(briefSheet(found), 80)).toContain("0 contacts, 0 changes");
    });

    test.each([
      ["uranium", 1],
      ["Kazakh railways", 2],
      ["Japan's railways", 2],
      ["Finnish railways", 0],
      ["copper", 1],
      ["Chilean copper", 1],
      ["Kazakh copper", 0],
    ])("a situation: %s", async (topic, count) => {
      const found = await situation(ledger, { topic, today: TODAY, countries });
      expect(found?.pages.contacts.total).toBe(count);
    });

    test("a situation has statements and commitments, and none of an empty topic", async () => {
      const found = await situation(ledger, { topic: "joint school", today: TODAY, countries });
      expect(found?.commitments.map(({ text }) => text)).toEqual([expect.stringContaining("joint school")]);
      expect(found?.statements.length).toBeGreaterThan(0);
      expect(found?.parties).toEqual([
        { code: "JPN", contacts: 2 },
        { code: "KAZ", contacts: 2 },
      ]);
      expect(await situation(ledger, { topic: "the and", today: TODAY, countries })).toBeNull();
    });

    test("is the same whatever the order of arrival", async () => {
      const other = await ledgerOf(maker, [...ALL].reverse());
      const query = { since: "2023-01-01", today: TODAY };
      expect(await brief(other, query)).toEqual(await brief(ledger, query));
      await other.close();
    });
  });

describe("a sheet", () => {
  const sheet = {
    title: "A <b>title</b> & *more*",
    lead: ["[link](javascript:alert(1)) `code`"],
    sections: [{ title: "# One", items: [{ mark: "2023-02-01", head: '<img src=x onerror="a()">', details: ["- 1. x_y_z", "\u001b[31mred\u202e"], id: "abc" }] }],
    foot: ["https://example.org/a_b"],
  }; // biome-ignore format: one line reads best

  const unfitIn = (text: string): string[] => ["<img", "<b>", "\u001b", "\u202e"].filter((one) => text.includes(one));

  test("lets no text be HTML", () => {
    const html = sheetHtml(sheet);
    expect(unfitIn(html)).toEqual([]);
    expect(html).toContain("&lt;img src=x onerror=&quot;a()&quot;&gt;");
  });

  test("lets no text be Markdown or HTML in Markdown", () => {
    const markdown = sheetMarkdown(sheet);
    expect(unfitIn(markdown)).toEqual([]);
    expect(markdown).toContain("# A &lt;b\\>title&lt;/b\\> &amp; \\*more\\*");
    expect(markdown).toContain("\\[link\\]\\(javascript:alert\\(1\\)\\)");
    expect(markdown).toContain("\\- 1. x\\_y\\_z");
  });

  test("lets no text steer a terminal", () => {
    expect(unfitIn(sheetText(sheet, 60)).filter((one) => one.length === 1)).toEqual([]);
    for (const line of sheetText(sheet, 40).split("\n")) expect(line.length).toBeLessThanOrEqual(40);
  });
});
