import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Timeline, timeline, timelineSheet } from "../../src/desk/index.js";
import { sheetText } from "../../src/desk/sheet/index.js";
import type { Ledger } from "../../src/store/index.js";
import { ALL, COPY, PLANNED, REPORT } from "./articles.js";
import { JPN, KAZ, ledgerOf, MAKERS } from "./support.js";

const line = ({ day, kind, channel, events, status }: Timeline["entries"][number]): string =>
  `${day} ${kind === "contact" ? channel : events.join()} ${status}`;

for (const maker of MAKERS)
  describe(`a timeline in ${maker.kind}`, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await ledgerOf(maker);
    });
    afterAll(async () => {
      await ledger.close();
      await maker.drop();
    });

    test("tells each contact and event once, in order of day", async () => {
      const { entries, page } = await timeline(ledger, { parties: [KAZ, JPN] });
      expect(entries.map(line)).toEqual([
        "null visit proposed",
        "2023-02-07 phone held",
        "2023-03-20 meeting planned",
        "2023-03-20 meeting postponed",
        "2023-05-10 ACCUSE happened",
        "2023-07-29 telegram held",
        "2023-09-20 meeting held",
      ]);
      expect(page).toEqual({ total: 7, offset: 0, limit: 100, cut: false });
    });

    test("counts articles and independent sources, copies once", async () => {
      const { entries } = await timeline(ledger, { parties: [KAZ, JPN], since: "2023-02", until: "2023-02-07" });
      const call = entries.find(({ channel }) => channel === "phone");
      expect(call?.corroboration.articles).toBe(4);
      expect(call?.corroboration.origins.map(({ name }) => name).sort()).toEqual(["Akorda", "Kantei", "Reuters"]);
      expect(call?.who.map(({ name, code }) => `${name} ${code}`)).toEqual([
        "Kassym-Jomart Tokayev KAZ",
        "Fumio Kishida JPN",
      ]);
      expect(call?.reports).toHaveLength(4);
    });

    test("gives the latest entries, and says of how many", async () => {
      const all = await timeline(ledger, { parties: [KAZ, JPN] });
      const last = await timeline(ledger, { parties: [KAZ, JPN], limit: 2 });
      const before = await timeline(ledger, { parties: [KAZ, JPN], limit: 2, offset: 2 });
      expect([...before.entries, ...last.entries]).toEqual(all.entries.slice(-4));
      expect(sheetText(timelineSheet(last), 80)).toContain("2 of 7 contacts and events shown");
      expect((await timeline(ledger, { parties: [KAZ, JPN], limit: 5, offset: 20 })).entries).toEqual([]);
    });

    test("scores events by PLOVER, each kind once", async () => {
      const { entries, score, periods } = await timeline(ledger, { parties: [KAZ, JPN], since: "2023-05-01", until: "2023-05-31" }); // biome-ignore format: one line reads best
      expect(entries.map((one) => one.score)).toEqual([-3.5]);
      expect(score).toBe(-3.5);
      expect(periods).toEqual([{ period: "2023-05", entries: 1, score: -3.5 }]);
    });

    test.each([
      ["countries that have nothing to do with each other", ["KAZ", "CHL"]],
      ["a country that is not there", ["KAZ", "TUV"]],
    ])("is empty for %s", async (_, [a = "", b = ""]) => {
      const found = await timeline(ledger, {
        parties: [
          { key: a, name: a },
          { key: b, name: b },
        ],
      });
      expect(found.entries).toEqual([]);
      expect(sheetText(timelineSheet(found), 80)).toContain("Nothing in the ledger.");
    });

    test("takes a person for a party, who is not his own counterpart", async () => {
      const [tokayev] = await ledger.actors({ name: "Kassym-Jomart Tokayev", limit: 1 });
      const party = { key: tokayev?.key ?? "", name: tokayev?.name ?? "" };
      const withJapan = await timeline(ledger, { parties: [party, JPN] });
      expect(withJapan.entries.map(line)).not.toContain("2023-05-10 ACCUSE happened");
      expect(withJapan.entries.length).toBe(6);
      expect((await timeline(ledger, { parties: [party, KAZ] })).entries).toEqual([]);
    });

    test("is the same whatever the order of arrival", async () => {
      const other = await ledgerOf(maker, [...ALL].reverse());
      const [a, b] = [ledger, other].map((one) => timeline(one, { parties: [KAZ, JPN] }));
      expect(await b).toEqual(await a);
      await other.close();
    });

    test("of few articles", async () => {
      const few = await ledgerOf(maker, [REPORT, COPY, PLANNED]);
      const { entries } = await timeline(few, { parties: [JPN, KAZ] });
      expect(entries.map(({ corroboration }) => [corroboration.articles, corroboration.origins.length])).toEqual([
        [2, 1],
        [1, 1],
      ]);
      await few.close();
    });
  });
