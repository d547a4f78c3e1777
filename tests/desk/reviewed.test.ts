import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goldOf } from "../../src/desk/reviewed/gold.js";
import {
  findingWords,
  goldIn,
  measureReviewed,
  pairWords,
  type Reading,
  tally,
} from "../../src/desk/reviewed/index.js";
import { isSameValue } from "../../src/desk/reviewed/same-value.js";
import { wilson } from "../../src/desk/reviewed/tally.js";
import type { Article } from "../../src/engine/document/types.js";
import { itemIds } from "../../src/engine/item-ids.js";
import { itemValues } from "../../src/engine/item-values.js";
import type { ReadoutRecord } from "../../src/engine/record.js";
import type { Judgement, Ledger } from "../../src/store/index.js";
import { read } from "../store/articles.js";
import { COPY, JAPANESE_READOUT, KAZAKH_READOUT, PLANNED } from "./articles.js";
import { ledgerOf, MAKERS } from "./support.js";

const OF_TODAY = async (articles: readonly Article[]): Promise<Reading[]> => articles.map((one) => read(one));
const [kazakh, japanese, planned] = [KAZAKH_READOUT, JAPANESE_READOUT, PLANNED].map((one) => read(one).record);
const MADE = "2024-01-05T08:00:00Z";

/** What today's reading would be if the engine had changed its mind on one article. */
const otherwise =
  (change: (record: ReadoutRecord) => Partial<ReadoutRecord>) =>
  async (articles: readonly Article[]): Promise<Reading[]> =>
    articles.map((one) => {
      const { record, sketch } = read(one);
      return { record: { ...record, ...change(record) }, sketch };
    });

for (const maker of MAKERS)
  describe(`judgements in ${maker.kind} as gold`, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await ledgerOf(maker, [KAZAKH_READOUT, JAPANESE_READOUT, PLANNED, COPY]);
      const judge = async (record: ReadoutRecord | undefined, local: string, field: string, value: unknown, kind: "correction" | "comment" = "correction"): Promise<void> => {
        const item = record === undefined ? undefined : itemIds(record).find((one) => one.local === local);
        if (record === undefined || item === undefined) throw new Error(`there is no ${local}`);
        await ledger.judge({ kind, document: record.document.hash, source: item.source[0], on: item.id, field: `${item.kind}/${field}`, value, reasons: [], author: "Ana", made: MADE });
      };
      await judge(kazakh, "e1", "verdict", "accepted");
      await judge(kazakh, "k1", "channel", "video");
      await judge(kazakh, "k1", "comment", "a word", "comment");
      await judge(kazakh, "m1", "state", "done");
      await judge(japanese, "k1", "verdict", "rejected");
      await judge(planned, "a1", "verdict", "accepted");
      const two = { document: kazakh?.document.hash ?? "", other: planned?.document.hash ?? "" };
      await ledger.judge({ kind: "merge", ...two, field: "story", value: "same", reasons: [], author: "Ana", made: MADE });
    }); // biome-ignore format: one line reads best
    afterAll(async () => {
      await ledger.close();
      await maker.drop();
    });

    test("what is read as it was judged agrees, what is not contradicts; comments and rules are no gold", async () => {
      const gold = await goldIn(ledger);
      expect([gold.items.length, gold.pairs.length]).toEqual([4, 1]);
      expect([...gold.unmeasured]).toEqual([["commitment/state", 1]]);
      const measured = await measureReviewed(ledger, gold, { read: OF_TODAY });
      expect(measured).toMatchObject({ articles: 3, failures: [] });
      const { kinds, fields, stories } = tally(measured.items, measured.pairs);
      expect(kinds["events"]).toMatchObject({ judged: 1, agrees: 1, precision: 1, kept: 1 });
      expect(kinds["contacts"]).toMatchObject({ judged: 2, agrees: 0, contradicts: 2, precision: 0, kept: 0 });
      expect(kinds["actors"]).toMatchObject({ judged: 1, agrees: 1, gone: 0 });
      expect(fields["contact/channel"]).toEqual({ judged: 1, agrees: 0 });
      expect(fields["event/actor"]).toEqual({ judged: 1, agrees: 1 });
      expect(stories).toEqual({ judged: 1, agrees: 0, contradicts: 1 });
      const words = measured.items.filter(({ standing }) => standing !== "agrees").map(findingWords).join("\n");
      expect(words).toContain("channel: video; read: phone");
      expect(words).toContain("was rejected, and is read again");
      expect(measured.pairs.map(pairWords).join()).toContain("of one story, and the rule does not find it");
    }); // biome-ignore format: one line reads best

    test("an engine that mends what was wrong agrees; one that loses what was right is seen to", async () => {
      const gold = await goldIn(ledger);
      const mended = otherwise(({ contacts, document }) => ({
        contacts:
          document.hash === japanese?.document.hash ? [] : contacts.map((one) => ({ ...one, channel: "video" })),
      }));
      const better = await measureReviewed(ledger, gold, { read: mended });
      expect(tally(better.items, []).kinds["contacts"]).toMatchObject({ agrees: 2, precision: 1, kept: 1 });
      const worse = await measureReviewed(ledger, gold, { read: otherwise(() => ({ events: [], contacts: [] })) });
      const { kinds } = tally(worse.items, []);
      expect(kinds["events"]).toMatchObject({ agrees: 0, gone: 1, precision: null, between: null, kept: 0 });
      expect(worse.items.map(findingWords).join("\n")).toContain("was accepted, and is not read any more");
      const dated = otherwise(({ events }) => ({ events: events.map((one) => ({ ...one, date: { value: "2023-02", why: "" } })) })); // biome-ignore format: one line reads best
      const other = await measureReviewed(ledger, gold, { read: dated });
      expect(other.items.map(findingWords).join("\n")).toContain("date: 2023-02-07; read: 2023-02");
    });

    test("what was accepted stays the gold when a newer engine has been over the ledger", async () => {
      const own = await ledgerOf(maker, [KAZAKH_READOUT]);
      const [event] = itemIds(kazakh ?? read(KAZAKH_READOUT).record).filter(({ kind }) => kind === "event");
      await own.judge({ kind: "correction", document: kazakh?.document.hash ?? "", source: event?.source[0], on: event?.id, field: "event/verdict", value: "accepted", reasons: [], author: "Ana", made: MADE }); // biome-ignore format: one line reads best
      const changed = otherwise(({ events }) => ({
        events: events.map((one) => ({ ...one, event: "REQUEST" as const })),
      }));
      const [again] = await changed([KAZAKH_READOUT]);
      if (again === undefined || "failure" in again) throw new Error("it was read");
      await own.save([{ ...read(KAZAKH_READOUT), ...again, engine: "2" }]);
      const { items } = await measureReviewed(own, await goldIn(own), { read: changed });
      expect(items.map(({ standing }) => standing)).toEqual(["contradicts"]);
      expect(items.map(findingWords).join()).toContain("event: CONSULT; read: REQUEST");
      await own.close();
    });

    test("an article that cannot be read is told, and does not stop the others", async () => {
      const gold = await goldIn(ledger);
      const reading = async (articles: readonly Article[]): Promise<Reading[]> =>
        articles.map((one) => (one.id === "akorda" ? { failure: "too odd" } : read(one)));
      const { failures, articles, items, pairs } = await measureReviewed(ledger, gold, { read: reading });
      expect(failures).toEqual([[kazakh?.document.hash, "too odd"]]);
      expect([articles, items.length, pairs.length]).toEqual([2, 2, 0]);
      const stopped = await measureReviewed(ledger, gold, { read: reading, stopped: async () => true });
      expect(stopped.items).toEqual([]);
    });
  });

describe("gold from judgements", () => {
  const base = { kind: "correction", document: "d", source: [0, 9], reasons: [], author: "Ana", made: MADE, withdrawn: null, item: "i1" } as const; // biome-ignore format: one line reads best
  const seen = (id: string) => ({ id, values: { event: "CONSULT" } });
  const gold = (...judgements: Partial<Judgement>[]) =>
    goldOf(
      judgements.map((one, i) => ({ ...base, id: String(i), field: "event/verdict", value: "accepted", seen: seen("i1"), ...one })), // biome-ignore format: one line reads best
      (author) => author.startsWith("rule:"),
    );

  test("the last word on an item and a field holds; two items of one passage are two", () => {
    const { items } = gold(
      { value: "accepted" },
      { value: "rejected" },
      { seen: seen("i2"), field: "event/date", value: "2023" },
      { seen: seen("i2"), field: "event/date", value: "2024" },
    );
    expect(items.map(({ verdict, corrections }) => [verdict, [...corrections]])).toEqual([["rejected", []], [null, [["date", "2024"]]]]); // biome-ignore format: one line reads best
  });

  test.each<[what: string, judgement: Partial<Judgement>, items: number, unmeasured: number]>([
    ["a comment", { kind: "comment", field: "event/comment" }, 0, 0],
    ["a rule's", { author: "rule:x/1" }, 0, 0],
    ["of the article as a whole", { source: undefined }, 0, 1],
    ["of a field no reading has", { field: "commitment/repeats" }, 0, 1],
    ["of a kind there is not", { field: "weather/verdict" }, 0, 1],
    ["of an older ledger", { seen: null }, 1, 0],
  ])("%s", (_, judgement, items, unmeasured) => {
    const found = gold(judgement);
    expect([found.items.length, found.unmeasured.size]).toEqual([items, unmeasured]);
  });
});

const RAHMON = { name: "Emomali Rahmon", code: "TJK", wikidata: "Q57640" };
describe("a value that was read is the right one", () => {
  test.each<[field: string, right: unknown, read: Parameters<typeof isSameValue>[2], same: boolean]>([
    ["event", "CONSULT", "CONSULT", true],
    ["event", "CONSULT", "AGREE", false],
    ["mode", null, null, true],
    ["mode", null, "phone", false],
    ["negated", true, true, true],
    ["negated", false, true, false],
    ["date", "2023-02-07", "2023-02-07", true],
    ["date", "2023-02-07", "2023-02", false],
    ["date", { value: "2023-02-07", why: "" }, "2023-02-07", true],
    ["actor", [RAHMON], [RAHMON], true],
    ["actor", ["emomali rahmon"], [RAHMON], true],
    ["actor", ["TJK"], [RAHMON], true],
    ["actor", ["Q57640"], [RAHMON], true],
    ["actor", ["UZB"], [RAHMON], false],
    ["actor", ["TJK", "UZB"], [RAHMON], false],
    ["actor", [], [RAHMON], false],
    ["actor", [], [], true],
    ["actor", [{ name: "Rahmon", code: "TJK", wikidata: null }], [RAHMON], true],
    ["actor", [{ name: "Rustam Rahmon", code: "TJK", wikidata: null }], [RAHMON], false],
    ["actor", [{ name: "Rahmon", code: "UZB", wikidata: null }], [RAHMON], false],
    ["actor", [{ ...RAHMON, wikidata: "Q1" }], [RAHMON], false],
    ["recipient", ["A", "B"], [{ name: "B", code: null, wikidata: null }, { name: "A", code: null, wikidata: null }], true],
    ["recipient", ["A", "A"], [{ name: "B", code: null, wikidata: null }, { name: "A", code: null, wikidata: null }], false],
    ["speaker", "Emomali Rahmon", RAHMON, true],
    ["speaker", null, RAHMON, false],
    ["speaker", RAHMON, null, false],
    ["context", ["military", "territory"], ["territory", "military"], true],
    ["content", "“We shall meet in spring.”", "We shall meet in spring", true],
    ["content", "that they would meet in the spring of the year", "they would meet in the spring of the year", true],
    ["content", "that they would meet", "that they would meet, and that nothing else was said", false],
    ["status", "planned", "planned for", false],
  ])("%s: %j as %j: %s", (field, right, read, same) => {
    expect(isSameValue(field, right, read)).toBe(same);
  }); // biome-ignore format: a table
});

test("what an item says is kept whole for every kind", () => {
  const record = kazakh ?? read(KAZAKH_READOUT).record;
  const ids = itemIds(record);
  expect(new Set(ids.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  for (const item of ids) expect(itemValues(record, item)).not.toBeNull();
  for (const kind of ["actor", "event", "contact", "claim", "commitment"] as const)
    expect(itemValues(record, { kind, local: "x9" })).toBeNull();
});

test("a share of few lies in a wide span", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(wilson(3, 3)).toEqual([0.438, 1]);
  expect(wilson(90, 100)).toEqual([0.826, 0.945]);
});
