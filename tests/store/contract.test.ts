import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { itemIds } from "../../src/engine/item-ids.js";
import { exportEvents } from "../../src/export/events/index.js";
import type { Ledger, NewArticle, NewJudgement } from "../../src/store/index.js";
import { ROOT } from "../cli/run.js";
import { FIRES, NEXT_CALL, OTHER_SIDE, REPORT, REPRINTS } from "../engine/stories/support.js";
import { read } from "./articles.js";
import { type LedgerMaker, postgresMaker, sqliteMaker } from "./databases.js";

const examples = readdirSync(join(ROOT, "examples"))
  .filter((name) => name.endsWith(".txt"))
  .map((name) => read({ id: name, text: readFileSync(join(ROOT, "examples", name), "utf8") }));
const [report, otherSide, nextCall] = [read(REPORT), read(OTHER_SIDE), read(NEXT_CALL)];
const [reprints, fires] = [REPRINTS.map((one) => read(one)), FIRES.map((one) => read(one))];
const everything = [report, ...reprints, otherSide, nextCall, ...fires, ...examples];
const hashOf = ({ record }: NewArticle): string => record.document.hash;

/** A correction of the place of the first event's first evidence. */
function correctionOf(article: NewArticle, source?: readonly [number, number]): NewJudgement {
  const [start, end] = source ?? article.record.events[0]?.evidence[0] ?? [0, 0];
  return {
    kind: "correction",
    document: hashOf(article),
    source: [start, end],
    field: "event/event",
    value: "AGREE",
    reasons: ["read again"],
    author: "desk",
    made: "2023-03-21T09:00:00Z",
  };
}

/** The sketch of an article by which none is found. */
function sketchWithout({ sketch }: NewArticle): NewArticle["sketch"] {
  const none = { hashes: new Uint32Array(0), rarity: new Uint8Array(0), total: new Uint8Array(0), asName: new Uint8Array(0), inLead: new Uint8Array(0) }; // biome-ignore format: one line reads best
  const shingles = { hashes: new Uint32Array(0), sampling: 1 };
  return { ...sketch, shingles, head: shingles, terms: none, contact: null, event: null };
}

function describeLedger(make: LedgerMaker): void {
  describe(`a ledger in ${make.kind}`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await make.open(await make.fresh());
      return () => ledger.close();
    });
    afterAll(() => make.drop());

    const groups = async (): Promise<string[][]> => {
      const stories = new Map<string, string[]>();
      for (const { id, story } of await ledger.documents()) stories.set(story, [...(stories.get(story) ?? []), id]);
      return [...stories.values()].map((ids) => ids.sort()).sort();
    };

    test("gives every record back as it was", async () => {
      await ledger.save(everything);
      for (const article of everything) expect(await ledger.record(hashOf(article))).toEqual(article.record);
      expect(JSON.stringify(await ledger.record(hashOf(report)))).toBe(JSON.stringify(report.record));
      expect(await ledger.check()).toEqual([]);
    });

    test("gives back an article with zeros and halves of characters in it", async () => {
      const odd = read({
        id: "n\0ul",
        title: "Ruto \0 calls \ud83d Abiy",
        text: "NAIROBI, March 14 (Reuters) - Kenyan President William\0 Ruto spoke by telephone with Ethiopian Prime Minister Abiy Ahmed \udc00 on Tuesday about maize \u{10ffff}.",
        published: "2023-03-14",
        outlet: "Da\0ily",
        url: "https://example.org/\0",
      });
      expect(odd.record.contacts).toHaveLength(1);
      await ledger.save([{ ...odd, source: "test/odd" }]);
      const kept = [];
      for await (const { record } of ledger.records({})) kept.push(record);
      expect(kept).toEqual([odd.record]);
    });

    test("takes an article whose names, fields and words are longer than an index holds", async () => {
      const letters = (n: number, of = "abcdefghij"): string => Array.from({ length: n }, (_, i) => of[(i * 7 + (i >> 3)) % of.length]).join(""); // biome-ignore format: one line reads best
      const words = Array.from({ length: 12_000 }, (_, i) => (i + 40_000).toString(2).replaceAll("0", "\u0434").replaceAll("1", "\u{10348}")).join(" "); // biome-ignore format: one line reads best
      const [long, outlet] = [letters(6000), letters(2500, "\u0434\u0436\u0437")];
      const odd = read({
        id: letters(4000),
        title: `Foreign Minister Ivan P${long} arrives`,
        text: `Foreign Minister Ivan P${long} of Russia met Belarusian Foreign Minister Sergei Aleinik in Minsk on Tuesday, March 14, 2023.`,
        url: `https://example.org/${letters(4000)}`,
        outlet,
      });
      expect(odd.record.document).toMatchObject({ id: odd.record.document.hash, url: null, outlet: null });
      expect(odd.record.document.notices.map(({ code }) => code)).toEqual(Array(3).fill("field-too-long"));
      const wide = read({ title: letters(30_000, "\u0434 \u0436"), text: words });
      await ledger.save([{ ...odd, source: letters(5000) }, wide]);
      for (const article of [odd, wide]) expect(await ledger.record(hashOf(article))).toEqual(article.record);
    });

    test("links each of a hundred copies to some, and all are one group in any order", async () => {
      const page = (n: number): string => `Access to the requested page was denied by the administrator of the site. Reference number ${n * 7919} was written to the log of the server, and the owner of the site can be asked about it.`; // biome-ignore format: one line reads best
      const copies = Array.from({ length: 100 }, (_, n) => read({ id: `${n}`, text: page(n) }));
      await ledger.save(copies);
      expect(await groups()).toHaveLength(1);
      const merges = await ledger.judgements({ kind: "merge" });
      expect(merges.length).toBeLessThan(64 * 100);
      const linked = new Map<string, number>();
      for (const { document, other = "" } of merges)
        for (const hash of [document, other]) linked.set(hash, (linked.get(hash) ?? 0) + 1);
      expect(linked.size).toBe(100);
      expect(Math.min(...linked.values())).toBeGreaterThanOrEqual(64);
      const hub = [...linked].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
      await ledger.forget("document", hub, "asked for", "2024-01-01T00:00:00Z");
      expect(await groups()).toHaveLength(1);
      const other = await make.open(await make.fresh());
      for (const article of [...copies].reverse()) await other.save([article]);
      expect(new Set((await other.documents()).map(({ copy, story }) => copy + story)).size).toBe(1);
      await other.save(copies.map((article) => ({ ...article, engine: "2" })));
      expect(new Set((await other.documents()).map(({ copy, story }) => copy + story)).size).toBe(1);
      await other.close();
    });

    test("keeps an article once", async () => {
      const first = await ledger.save([report, report, ...reprints]);
      expect(first.map(({ outcome }) => outcome)).toEqual(["new", "known", "new", "new", "new", "new"]);
      expect(first.map(({ copy }) => copy)).toEqual([false, false, true, true, true, true]);
      const before = await ledger.counts();
      expect((await ledger.save([report])).map(({ outcome }) => outcome)).toEqual(["known"]);
      expect(await ledger.counts()).toEqual(before);
      expect(before).toMatchObject({ documents: 5, copies: 4, stories: 1 });
      const settled = await ledger.settled([hashOf(report), hashOf(nextCall)], "1");
      expect([...settled]).toEqual([hashOf(report)]);
      expect((await ledger.settled([hashOf(report)], "2")).size).toBe(0);
    });

    test("groups articles alike in any order of arrival", async () => {
      await ledger.save(everything);
      const expected = await groups();
      expect(expected).toContainEqual(["cut", "headline", "other side", "report", "site", "typos"]);
      expect(expected).toContainEqual(["fire 1", "fire 2"]);
      const other = await make.open(await make.fresh());
      for (const article of [...everything].reverse()) await other.save([article]);
      const again = new Map((await other.documents()).map(({ id, story, copy }) => [id, [story, copy]]));
      for (const { id, story, copy } of await ledger.documents()) expect(again.get(id)).toEqual([story, copy]);
      await other.close();
    });

    test("takes a merge back and keeps it on record", async () => {
      await ledger.save([report, otherSide]);
      const [merge] = await ledger.judgements({ kind: "merge" });
      expect(merge).toMatchObject({ field: "story", value: "same", author: "rule:stories/1", withdrawn: null });
      expect(merge?.reasons.length).toBeGreaterThan(0);
      expect(await ledger.withdraw(merge?.id ?? "", "desk", "2023-03-22T10:00:00Z")).toBe(true);
      expect(await ledger.withdraw(merge?.id ?? "", "desk", "2023-03-22T10:00:00Z")).toBe(false);
      expect((await groups()).length).toBe(2);
      expect(await ledger.judgements({ kind: "merge" })).toEqual([]);
      expect(await ledger.judgements({ kind: "merge", withdrawn: true })).toHaveLength(1);
    });

    test("lets a person part and join what a rule did not", async () => {
      await ledger.save([report, otherSide, nextCall]);
      const merge = (a: NewArticle, b: NewArticle, value: string): NewJudgement => ({
        kind: "merge",
        document: hashOf(a),
        other: hashOf(b),
        field: "story",
        value,
        reasons: [],
        author: "desk",
        made: "2023-03-22T10:00:00Z",
      });
      await ledger.judge(merge(report, otherSide, "different"));
      const id = await ledger.judge(merge(report, nextCall, "same"));
      expect(await groups()).toEqual([["next call", "report"], ["other side"]]);
      await ledger.withdraw(id, "desk", "2023-03-23T10:00:00Z");
      expect((await groups()).length).toBe(3);
    });

    test("keeps parted what a person parted, though a third is like both, and though it comes in later", async () => {
      const part = async (a: NewArticle, b: NewArticle): Promise<string> =>
        ledger.judge({ kind: "merge", document: hashOf(a), other: hashOf(b), field: "story", value: "different", reasons: [], author: "desk", made: "2023-03-22T10:00:00Z" }); // biome-ignore format: one line reads best
      const [one, two, three] = reprints;
      if (one === undefined || two === undefined || three === undefined) throw new Error("there are three reprints");
      await ledger.save([one, two, three]);
      expect((await groups()).length).toBe(1);
      const id = await part(one, two);
      const storyOf = async (article: NewArticle) => (await ledger.document(hashOf(article)))?.story;
      expect(await storyOf(one)).not.toBe(await storyOf(two));
      expect([await storyOf(one), await storyOf(two)]).toContain(await storyOf(three));
      await ledger.save([report]);
      expect(await storyOf(one)).not.toBe(await storyOf(two));
      expect(await ledger.check()).toEqual([]);
      await ledger.withdraw(id, "desk", "2023-03-23T10:00:00Z");
      expect((await groups()).length).toBe(1);
    });

    test("attaches judgements again when a document is read anew", async () => {
      await ledger.save([report]);
      await ledger.judge(correctionOf(report));
      await ledger.judge(correctionOf(report, [2, 5]));
      const [attached, loose] = await ledger.judgements({ kind: "correction" });
      expect([attached?.item, loose?.item].filter((item) => item === null)).toHaveLength(1);
      expect(await ledger.judgements({ unattached: true })).toHaveLength(1);
      const without: NewArticle = { ...report, engine: "2", record: { ...report.record, events: [] } };
      const [saved] = await ledger.save([{ ...without, record: { ...without.record, contacts: [] } }]);
      expect(saved?.outcome).toBe("read-again");
      expect(await ledger.judgements({ unattached: true })).toHaveLength(2);
      await ledger.save([{ ...report, engine: "3" }]);
      expect(await ledger.judgements({ unattached: true })).toHaveLength(1);
      expect(await ledger.record(hashOf(report))).toEqual(report.record);
    });

    test("tells two events of one passage apart, and keeps what was judged as it was read", async () => {
      const [event] = report.record.events;
      if (event === undefined) throw new Error("the report tells of an event");
      const agreed = { ...event, id: "e90", event: "AGREE" as const, mode: null, cameo: "057" };
      const record = { ...report.record, events: [event, agreed] };
      await ledger.save([{ ...report, record }]);
      const item = itemIds(record).find(({ local }) => local === "e90");
      await ledger.judge({ ...correctionOf(report), field: "event/verdict", value: "accepted", on: item?.id });
      const [judgement] = await ledger.judgements({ kind: "correction" });
      expect(judgement).toMatchObject({ item: item?.id, seen: { id: item?.id, values: { event: "AGREE" } } });
      const newer = { ...record, events: record.events.map((one) => ({ ...one, cameo: "000" })) };
      await ledger.save([{ ...report, record: newer, engine: "2" }]);
      const [again] = await ledger.judgements({ kind: "correction" });
      expect(again?.item).toBe(itemIds(newer).find(({ local }) => local === "e90")?.id);
      expect(again?.seen).toEqual(judgement?.seen);
    });

    test("places a document anew when it is read anew, but for what a person decided", async () => {
      const alone: NewArticle = { ...otherSide, sketch: sketchWithout(otherSide) };
      await ledger.save([report, nextCall, alone]);
      expect((await groups()).length).toBe(3);
      await ledger.save([{ ...otherSide, engine: "2", added: "2023-04-01T00:00:00Z" }]);
      expect(await groups()).toEqual([["next call"], ["other side", "report"]]);
      await ledger.save([{ ...alone, engine: "3", added: "2023-04-02T00:00:00Z" }]);
      expect((await groups()).length).toBe(3);
      const [withdrawn] = await ledger.judgements({ kind: "merge", withdrawn: true });
      expect(withdrawn?.withdrawn).toEqual({ at: "2023-04-02T00:00:00Z", by: "rule:stories/1" });
      await ledger.save([{ ...otherSide, engine: "4", added: "2023-04-03T00:00:00Z" }]);
      const [merge] = await ledger.judgements({ kind: "merge" });
      await ledger.withdraw(merge?.id ?? "", "desk", "2023-04-04T00:00:00Z");
      await ledger.save([{ ...alone, engine: "5" }]);
      await ledger.save([{ ...otherSide, engine: "6", added: "2023-04-05T00:00:00Z" }]);
      expect((await groups()).length).toBe(3);
      expect(await ledger.check()).toEqual([]);
    });

    test("keeps the same judgement once", async () => {
      await ledger.save([report]);
      expect(await ledger.judge(correctionOf(report))).toBe(await ledger.judge(correctionOf(report)));
      expect(await ledger.judgements({ document: hashOf(report) })).toHaveLength(1);
      await expect(ledger.judge(correctionOf(nextCall))).rejects.toMatchObject({ code: "missing" });
    });

    test("finds events by words, parties, kind and day", async () => {
      await ledger.save(everything);
      const find = async (query: Partial<Parameters<Ledger["search"]>[0]>) =>
        (await ledger.search({ limit: 50, ...query })).map(({ event, document }) => `${document.id} ${event}`);
      const calls = await find({ actors: ["KEN", "ETH"], event: "CONSULT", since: "2023-03-20" });
      expect(new Set(calls)).toEqual(new Set(["next call CONSULT"]));
      expect(await find({ words: "reservoirs", actors: ["KEN"] })).toContain("report CONSULT");
      expect(await find({ words: "reservoirs", actors: ["CHN"] })).toEqual([]);
      expect(await find({ actors: ["KEN"], until: "2023-02" })).toEqual([]);
      expect(await find({ actors: ["KEN"], until: "2023" })).not.toEqual([]);
      const [hit] = await ledger.search({ actors: ["KEN", "ETH"], event: "CONSULT", limit: 1 });
      expect(hit?.actors.join()).toContain("(KEN)");
      const item = await ledger.item(hit?.id ?? "");
      expect(item?.item).toMatchObject({ kind: "event", id: hit?.id });
      expect(item?.document.hash).toBe(hit?.document.hash);
    });

    test("gives documents and records by filter, in order", async () => {
      await ledger.save(everything);
      const ids = async (filter: Parameters<Ledger["documents"]>[0]) =>
        (await ledger.documents(filter)).map(({ id }) => id);
      expect(await ids({ words: "cannery" })).toEqual(expect.arrayContaining(["fire 1", "fire 2"]));
      expect(await ids({ actors: ["KEN"], since: "2023-03-28", until: "2023-03" })).toEqual(["next call"]);
      const days = (await ledger.documents()).map(({ published }) => published ?? "9999");
      expect(days).toEqual([...days].sort());
      const records: string[] = [];
      for await (const { hash, record } of ledger.records({ actors: ["ETH"] })) {
        expect(record.document.hash).toBe(hash);
        records.push(record.document.id);
      }
      expect(records.sort()).toEqual(["cut", "headline", "next call", "other side", "report", "site", "typos"]);
      expect((await ledger.document(hashOf(report).slice(0, 12)))?.id).toBe("report");
      expect((await ledger.document("report"))?.hash).toBe(hashOf(report));
      expect(await ledger.document("0123456789")).toBeNull();
    });

    test("gives records story by story, and exports the same events whatever the order of arrival", async () => {
      await ledger.save(everything);
      const other = await make.open(await make.fresh());
      for (const article of [...everything].reverse()) await other.save([article]);
      const [stories, events] = [[] as string[], [] as unknown[]];
      for await (const { story } of ledger.storyRecords()) if (stories.at(-1) !== story) stories.push(story);
      expect(new Set(stories).size).toBe(stories.length);
      expect(stories.length).toBe((await ledger.counts()).stories);
      for await (const event of exportEvents(ledger, { excerpt: 25 })) events.push(event);
      const again: unknown[] = [];
      for await (const event of exportEvents(other, { excerpt: 25 })) again.push(event);
      expect(again).toEqual(events);
      expect(events.length).toBeLessThan((await ledger.counts()).events);
      await other.close();
    });

    test("forgets a document for good", async () => {
      await ledger.save([report, ...reprints, otherSide]);
      const gone = hashOf(report);
      expect(await ledger.forget("document", gone, "asked to", "2023-04-01T00:00:00Z")).toEqual([gone]);
      expect(await ledger.record(gone)).toBeNull();
      expect((await ledger.judgements({ document: gone, withdrawn: true })).length).toBe(0);
      expect((await ledger.save([report]))[0]?.outcome).toBe("forgotten");
      expect((await ledger.settled([gone], "1")).has(gone)).toBe(true);
      expect((await ledger.documents()).every(({ story, copy }) => story !== gone && copy !== gone)).toBe(true);
      expect(await ledger.check()).toEqual([]);
    });

    test("forgets an actor and everything that names him", async () => {
      await ledger.save([...fires, report]);
      const ruto = report.record.actors.find(({ name }) => name.includes("Ruto"));
      const key = ruto?.wikidata ?? ruto?.name.toLowerCase() ?? "";
      expect(await ledger.forget("actor", key, "asked to", "2023-04-01T00:00:00Z")).toEqual([hashOf(report)]);
      expect((await ledger.save([otherSide]))[0]?.outcome).toBe("forgotten");
      expect((await ledger.counts()).documents).toBe(fires.length);
    });

    test("keeps sources and entries", async () => {
      expect(await ledger.source("feed")).toBeNull();
      const source = { name: "feed", kind: "feed", state: { etag: "a" }, seen: "2023-01-01T00:00:00Z" } as const;
      await ledger.putSource(source);
      await ledger.putSource({ ...source, state: { etag: "b" } });
      expect(await ledger.source("feed")).toMatchObject({ state: { etag: "b" } });
      const entry = { contact: { channel: "phone" }, note: "private", author: "desk", made: "2023-01-02T00:00:00Z", day: "2023-01-01" }; // biome-ignore format: one line reads best
      expect(await ledger.enter(entry)).toBe(await ledger.enter(entry));
      expect(await ledger.entries()).toMatchObject([entry]);
    });

    test("saves all of a batch or nothing", async () => {
      const broken = { ...nextCall, added: null as unknown as string }; // what a fault in the program might bring
      await expect(ledger.save([report, broken])).rejects.toMatchObject({ name: "StoreError" });
      expect((await ledger.counts()).documents).toBe(0);
      expect((await ledger.save([report]))[0]?.outcome).toBe("new");
    });

    test("reads again what came earlier in the same batch, when another engine read it", async () => {
      const again = { ...report, engine: "2" };
      expect((await ledger.save([report, again, nextCall, report])).map(({ outcome }) => outcome)).toEqual(["new", "read-again", "new", "read-again"]); // biome-ignore format: one line reads best
      expect(await ledger.record(hashOf(report))).toEqual(report.record);
      expect(await ledger.check()).toEqual([]);
    });

    test("sees what another process read again", async () => {
      const name = await make.fresh();
      const [one, other] = [await make.open(name), await make.open(name)];
      await one.save([{ ...otherSide, sketch: sketchWithout(otherSide) }]);
      await other.save([{ ...otherSide, engine: "2" }]);
      await one.save([report]);
      expect((await one.counts()).stories).toBe(1);
      await one.close();
      await other.close();
    });

    test("is the same when opened again", async () => {
      const name = await make.fresh();
      const first = await make.open(name);
      await first.save([report, otherSide]);
      await first.close();
      const second = await make.open(name);
      expect((await second.save([report, nextCall])).map(({ outcome }) => outcome)).toEqual(["known", "new"]);
      expect(await second.record(hashOf(otherSide))).toEqual(otherSide.record);
      await second.close();
    });
  });
}

describeLedger(sqliteMaker());
const postgres = postgresMaker();
if (postgres !== null) describeLedger(postgres);
