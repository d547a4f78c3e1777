import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commitmentThreads, contactDossier, REPEATS_FIELD, STATE_FIELD, timeline } from "../../src/desk/index.js";
import type { Ledger } from "../../src/store/index.js";
import { ALL } from "./articles.js";
import { JPN, KAZ, ledgerOf, MAKERS } from "./support.js";

const TODAY = "2023-10-01";
const pair = { parties: [KAZ, JPN], today: TODAY } as const;

for (const maker of MAKERS)
  describe(`commitments in ${maker.kind}`, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await ledgerOf(maker);
    });
    afterAll(async () => {
      await ledger.close();
      await maker.drop();
    });
    const school = async (of: Ledger = ledger) =>
      (await commitmentThreads(of, pair)).threads.find(({ text }) => text.includes("school"));

    test("a promise made again points to the earlier one, with reasons", async () => {
      const thread = await school();
      expect(thread).toMatchObject({ since: "2023-02-07", lastRepeated: "2023-09-20", due: "2023-09-01" });
      expect(thread?.tellings.map(({ day }) => day)).toEqual(["2023-02-07", "2023-09-20"]);
      const [first, again] = thread?.tellings ?? [];
      expect(first?.repeats).toBeNull();
      expect(again?.repeats).toMatchObject({ id: first?.id, by: "rule:commitments/1" });
      expect(again?.repeats?.score).toBeGreaterThan(0.6);
      expect(again?.repeats?.reasons.join()).toContain("same parties: JPN, KAZ");
      expect(first?.corroboration.articles).toBe(2);
      expect(first?.wordings).toEqual([
        "open a joint school for railway engineers in Almaty by 1 September 2023",
        "open a joint school for railway engineers in Almaty",
      ]);
    });

    test("says how it stands, and how long ago the parties last met", async () => {
      const { threads, lastContact } = await commitmentThreads(ledger, pair);
      expect(lastContact).toBe("2023-09-20");
      expect(threads.map(({ text, state, daysSinceContact }) => [text.split(" ")[0], state, daysSinceContact])).toEqual(
        expect.arrayContaining([
          ["open", "overdue", 11],
          ["exchange", "open", 11],
        ]),
      );
      const before = await commitmentThreads(ledger, { ...pair, today: "2023-08-31" });
      expect(before.threads.find(({ text }) => text.includes("school"))?.state).toBe("open");
    });

    test("a later contact on its topic is linked", async () => {
      const { threads } = await commitmentThreads(ledger, pair);
      expect(threads.flatMap(({ mentionedIn }) => mentionedIn).every(({ day }) => (day ?? "") > "2023-02-07")).toBe(
        true,
      );
    });

    test.each([
      ["countries that agreed on nothing", ["CHL", "FIN"], 0],
      ["one party alone", ["JPN"], 2],
      ["nobody named", [], 2],
    ])("%s", async (_, keys, count) => {
      const parties = keys.map((key) => ({ key, name: key }));
      expect((await commitmentThreads(ledger, { parties, today: TODAY })).page.total).toBe(count);
    });

    test("a judgement withdraws the link, and its withdrawal brings it back", async () => {
      const own = await ledgerOf(maker, ALL);
      const again = (await school(own))?.tellings[1];
      const item = await own.item(again?.id ?? "");
      const judgement = { kind: "correction", document: item?.document.hash ?? "", source: item?.item.source[0] ?? [0, 0], reasons: [], author: "desk" } as const; // biome-ignore format: one line reads best
      const id = await own.judge({ ...judgement, field: REPEATS_FIELD, value: null, made: "2023-10-02T08:00:00Z" });
      expect((await commitmentThreads(own, pair)).page.total).toBe(3);
      await own.withdraw(id, "desk", "2023-10-03T08:00:00Z");
      expect((await commitmentThreads(own, pair)).page.total).toBe(2);
      await own.judge({ ...judgement, field: STATE_FIELD, value: "done", made: "2023-10-04T08:00:00Z" });
      expect((await school(own))?.state).toBe("done");
      expect((await commitmentThreads(own, { ...pair, open: true })).threads.map(({ text }) => text.split(" ")[0])).toEqual(["exchange"]); // biome-ignore format: one line reads best
      await own.close();
    });

    test("a contact gathers the readouts of its sides", async () => {
      const { entries } = await timeline(ledger, { parties: [KAZ, JPN] });
      const dossier = await contactDossier(ledger, entries.find(({ channel }) => channel === "phone")?.id ?? "");
      expect(dossier?.sides).toEqual(["JPN", "KAZ"]);
      expect(dossier?.readouts.map(({ side, copies }) => [side, copies])).toEqual(
        expect.arrayContaining([
          ["KAZ", 1],
          ["JPN", 1],
          ["KAZ", 2], // a paper and its copy, on the word of the president's office
        ]),
      );
      expect(dossier?.missingSides).toEqual([]);
      const japanese = dossier?.readouts.find(({ side }) => side === "JPN");
      expect(japanese?.onlyHere.topics.join()).toContain("Ukraine");
      expect(japanese?.onlyHere.commitments).toEqual([]);
      expect(dossier?.disagreements.map(({ field }) => field)).toContain("commitment");
    });

    test("a contact that one side alone tells of misses the other", async () => {
      const { entries } = await timeline(ledger, { parties: [KAZ, JPN] });
      const dossier = await contactDossier(ledger, entries.find(({ channel }) => channel === "telegram")?.id ?? "");
      expect(dossier?.missingSides).toEqual(["JPN"]);
      expect(await contactDossier(ledger, "0123456789abcdef")).toBeNull();
    });
  });
