import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contactDossier, countryNames, draftSheet, findParty, sheetText, timeline } from "../../src/desk/index.js";
import { readTables } from "../../src/knowledge.js";
import type { Ledger } from "../../src/store/index.js";
import { ALL, OTHERS, PLANNED } from "./articles.js";
import { JPN, KAZ, ledgerOf, MAKERS } from "./support.js";

const countries = countryNames(readTables(["actors"]));
const CONTACT = { basis: "entered", channel: "video", status: "held", participants: [{ name: "Kazakhstan", code: "KAZ", key: "KAZ" }, { name: "Jane Roe", code: "JPN", key: "jane roe" }], topics: ["tunnels"], place: null }; // biome-ignore format: one line reads best
const ENTRY = { contact: CONTACT, note: "rather cautious", author: "desk", made: "2023-10-03T08:00:00Z", day: "2023-10-02" }; // biome-ignore format: one line reads best

for (const maker of MAKERS)
  describe(`keeping in ${maker.kind}`, () => {
    let ledger: Ledger;
    let entered = "";
    beforeAll(async () => {
      ledger = await ledgerOf(maker);
      entered = await ledger.enter(ENTRY);
      await ledger.enter({ ...ENTRY, contact: { other: true } });
    });
    afterAll(async () => {
      await ledger.close();
      await maker.drop();
    });

    test("a contact entered by hand stands in the timeline, marked; its note when asked for", async () => {
      const { entries } = await timeline(ledger, { parties: [KAZ, JPN], since: "2023-10" });
      expect(entries).toMatchObject([{ id: entered, basis: "entered", author: "desk", note: null, day: "2023-10-02" }]);
      const notes = await timeline(ledger, { parties: [KAZ, JPN], since: "2023-10", withNotes: true });
      expect(notes.entries[0]?.note).toBe("rather cautious");
      const reported = await timeline(ledger, { parties: [KAZ, JPN], since: "2023-10", reportedOnly: true });
      expect(reported.entries).toEqual([]);
      expect((await timeline(ledger, { parties: [KAZ, JPN], until: "2023-09" })).entries.some(({ id }) => id === entered)).toBe(false); // biome-ignore format: one line reads best
    });

    test.each([
      ["Tokayev", "Kassym-Jomart Tokayev"],
      ["kassym-jomart tokayev", "Kassym-Jomart Tokayev"],
      ["Kazakhstan", "Kazakhstan"],
      ["KAZ", "Kazakhstan"],
      ["kazakh", "Kazakhstan"],
      ["Republic of Chile", "Chile"],
    ])("%s is %s", async (written, name) => {
      expect(await findParty(ledger, written, countries)).toMatchObject({ kind: "found", party: { name } });
    });

    test.each([
      ["Tokaev", "Kassym-Jomart Tokayev"],
      ["Kazakstan", "Kazakhstan"],
      ["KAX", "KAZ"],
    ])("nobody is called %s, but %s is near", async (written, near) => {
      const found = await findParty(ledger, written, countries);
      expect(found.kind === "unknown" ? found.near : []).toContain(near === "KAZ" ? "KAZ" : near);
    });

    test("nobody is near to nothing", async () => {
      expect(await findParty(ledger, "  ", countries)).toEqual({ kind: "unknown", near: [] });
      expect(await findParty(ledger, "Xqzwv%_", countries)).toEqual({ kind: "unknown", near: [] });
    });

    test("a draft has the reported facts alone, and says what is not reported", async () => {
      const { entries } = await timeline(ledger, { parties: [KAZ, JPN] });
      const text = async (find: (one: (typeof entries)[number]) => boolean): Promise<string> => {
        const dossier = await contactDossier(ledger, entries.find(find)?.id ?? "");
        return dossier === null ? "" : sheetText(draftSheet(dossier), 500);
      };
      const call = await text(({ channel }) => channel === "phone");
      expect(call).toContain("On 7 February 2023, President of Kazakhstan Kassym-Jomart Tokayev and Prime Minister of Japan Fumio Kishida spoke by telephone."); // biome-ignore format: one line reads best
      expect(call).toMatch(/^DRAFT/);
      expect(call).not.toMatch(/[“”"«»]/);
      const planned = await text(({ status }) => status === "planned");
      expect(planned).toContain("On 20 March 2023. It is planned that: ");
      expect(planned).toContain("whether anything was agreed");
      expect(await text(({ id }) => id === entered)).toContain("Entered by hand by desk.");
      const telegram = await text(({ channel }) => channel === "telegram");
      expect(telegram).toContain(
        "sent a telegram to Prime Minister of Japan Fumio Kishida on the occasion of: birthday",
      );
    });

    test("what is forgotten is gone everywhere, and stays away", async () => {
      const name = await maker.fresh();
      const own = await maker.open(name);
      const { read } = await import("../store/articles.js");
      await own.save(ALL.map((one) => read(one)));
      const id = await own.enter(ENTRY);
      const kept = await own.enter({ ...ENTRY, day: "2023-11-01", made: "2023-11-02T08:00:00Z" });
      const [boric] = await own.actors({ name: "Gabriel Boric", limit: 1 });
      expect(await own.forget("actor", boric?.key ?? "", "asked for", "2023-12-01T00:00:00Z")).toHaveLength(1);
      expect(await own.actors({ name: "boric", near: true, limit: 5 })).toEqual([]);
      expect(await own.search({ words: "copper", limit: 5 })).toEqual([]);
      expect(await own.statements({ words: "copper", limit: 5 })).toEqual([]);
      expect((await own.save([read(OTHERS)]))[0]?.outcome).toBe("forgotten");
      expect(await own.forget("document", id, "asked for", "2023-12-01T00:00:00Z")).toEqual([id]);
      expect((await own.entries()).map((one) => one.id)).toEqual([kept]);
      expect(await own.forget("actor", "jane roe", "asked for", "2023-12-01T00:00:00Z")).toEqual([kept]);
      expect(await own.check()).toEqual([]);
      await own.close();
      if (maker.kind !== "SQLite") return;
      const bytes = readFileSync(name, "latin1");
      expect(bytes).not.toContain("discussed copper");
      expect(bytes).not.toContain("Niinist");
      expect(bytes).toContain("sturgeon");
    });

    test("a planned contact that nobody told of again stays planned", async () => {
      const own = await ledgerOf(maker, [PLANNED]);
      const { entries } = await timeline(own, { parties: [KAZ, JPN] });
      expect(entries.map(({ status }) => status)).toEqual(["planned"]);
      await own.close();
    });
  });
