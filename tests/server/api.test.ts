import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { itemIds } from "../../src/engine/item-ids.js";
import type { ContactCard, EventCard, JudgementView } from "../../src/server/api/index.js";
import { ROUTES } from "../../src/server/api/index.js";
import type { Ledger } from "../../src/store/index.js";
import { type LedgerMaker, postgresMaker, sqliteMaker } from "../store/databases.js";
import { bodyOf, client, demoArticles, depsFor, NOW } from "./support.js";

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const articles = demoArticles();
const hashOf = (id: string): string => articles.get(id)?.record.document.hash ?? "";

function describeApi(make: LedgerMaker): void {
  describe(`the API on ${make.kind}`, () => {
    let ledger: Ledger;
    let api: ReturnType<typeof client>;
    beforeAll(async () => {
      ledger = await make.open(await make.fresh());
      await ledger.save([...articles.values()]);
      api = client(depsFor(ledger));
    });
    afterAll(async () => {
      await ledger.close();
      await make.drop();
    });

    const contacts = async (query: string): Promise<readonly ContactCard[]> =>
      (await bodyOf<Page<ContactCard>>(api.get(`/api/contacts?${query}`))).items;
    const told = (cards: readonly ContactCard[]): string[] => cards.map(({ channel, day }) => `${channel} ${day}`);
    const call = async (): Promise<ContactCard> => {
      const [card] = await contacts("actors=KEN,ETH&channels=phone&until=2023-03");
      if (card === undefined) throw new Error("the call of March is not in the list");
      return card;
    };

    test("gives what its contract says", async () => {
      const { id } = await call();
      const asked: readonly (readonly [keyof typeof ROUTES, string])[] = [
        ["contacts", "/api/contacts"],
        ["contact", `/api/contacts/${id}`],
        ["events", "/api/events?limit=200"],
        ["documents", "/api/documents"],
        ["document", `/api/documents/${hashOf("horn-02")}`],
        ["document", `/api/documents/${hashOf("horn-02")}?head=1000`],
        ["claims", "/api/claims?limit=200"],
        ["story", `/api/stories/${(await call()).document.story}`],
        ["pair", "/api/pair?a=KEN&b=ETH"],
        ["situation", "/api/situation?topic=rice"],
        ["brief", "/api/brief?since=2024-01-01"],
        ["occasions", "/api/occasions?from=2024-05-10&days=30"],
        ["world", "/api/world?since=2023&until=2024"],
        ["review", "/api/review?limit=30"],
        ["search", "/api/search?q=rice"],
        ["actors", "/api/actors?q=tok"],
        ["meta", "/api/meta"],
        ["judgements", "/api/judgements?rules=true"],
      ];
      for (const [name, path] of asked) {
        const response = await api.get(path);
        const body = await bodyOf<unknown>(response);
        expect([path, response.status], JSON.stringify(body).slice(0, 300)).toEqual([path, 200]);
        const checked = ROUTES[name].answer.safeParse(body);
        expect([path, checked.error?.message]).toEqual([path, undefined]);
      }
    });

    test("shows one card for all reports of a contact", async () => {
      expect(told(await contacts("actors=KEN,ETH&since=2023-03&until=2023-06"))).toEqual([
        "visit 2023-06-16",
        "visit 2023-06-16",
        "meeting 2023-04-20",
        "phone 2023-03-14",
      ]);
      const card = await call();
      expect(card.corroboration).toMatchObject({ articles: 3, sources: 2 });
      expect(card.missingSides).toEqual([]);
      expect(card.commitments.map(({ text }) => text).join()).toContain("second crossing");
    });

    test.each([
      ["channels=telegram", ["telegram 2023-09-12", "telegram 2023-05-17"]],
      ["statuses=denied", ["meeting 2023-05-20"]],
      ["statuses=postponed,denied", ["meeting 2023-11-20", "meeting 2023-05-20"]],
      ["actors=NOR", ["video 2023-10-09"]],
      ["actors=Q57553", []],
      ["words=uranium", ["meeting 2023-11-01"]],
      ["words=nowhere", []],
      ["outlet=Capital%20Wire&actors=PHL", ["meeting 2024-01-30"]],
      ["events=SANCTION", []],
      ["confidence=1", []],
      ["since=2024-02&until=2024-02", ["meeting 2024-02-15", "letter 2024-02-07"]],
      ["actors=KAZ,UZB&oneSided=false", ["phone 2023-03-23"]],
    ])("contacts?%s", async (query, expected) => {
      expect(told(await contacts(query))).toEqual(expected);
    });

    test.each([
      "contacts",
      "events",
      "documents",
      "claims",
      "review",
    ])("%s: pages hold each item once, in order", async (list) => {
      const all = await bodyOf<Page<{ id: string; hash: string }>>(api.get(`/api/${list}?limit=200`));
      const seen: string[] = [];
      let cursor = "";
      for (let page = 0; page < 100; page++) {
        const part = await bodyOf<Page<{ id: string; hash: string }>>(api.get(`/api/${list}?limit=7${cursor}`));
        seen.push(...part.items.map(({ id, hash }) => hash ?? id));
        if (part.next === null) break;
        cursor = `&cursor=${part.next}`;
      }
      expect(seen.length).toBeGreaterThan(20);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.slice(0, 200)).toEqual(all.items.map(({ id, hash }) => hash ?? id).slice(0, seen.length));
    });

    test("a cursor holds when articles come in meanwhile", async () => {
      const other = await make.open(await make.fresh());
      const [late, ...early] = [...articles.values()].reverse();
      await other.save(early);
      const { get } = client(depsFor(other));
      const first = await bodyOf<Page<EventCard>>(get("/api/events?limit=40"));
      if (late !== undefined) await other.save([late]);
      const second = await bodyOf<Page<EventCard>>(get(`/api/events?limit=40&cursor=${first.next}`));
      const ids = new Set(first.items.map(({ id }) => id));
      expect(second.items.filter(({ id }) => ids.has(id))).toEqual([]);
      await other.close();
    });

    test.each([
      "/api/contacts?cursor=abc", "/api/contacts?limit=0", "/api/contacts?limit=9999", "/api/contacts?since=yesterday",
      "/api/contacts?channels=pigeon", "/api/contacts?actors=", "/api/contacts?colour=red", "/api/contacts?confidence=2",
      "/api/events?events=LOVE", "/api/brief", "/api/pair?a=KEN", "/api/search", "/api/documents/zz", "/api/documents/0123456789?head=10", "/api/contacts/zz",
    ])("%s is refused with words", async (path) => {
      const response = await api.get(path);
      expect(response.status).toBe(400);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect((await bodyOf<{ detail: string }>(response)).detail.length).toBeGreaterThan(5);
    }); // biome-ignore format: the table reads best so

    test.each([`/api/contacts/${"0".repeat(16)}`, `/api/documents/${"0".repeat(64)}`, `/api/stories/${"0".repeat(64)}`, "/api/pair?a=KEN&b=Nobody%20At%20All", "/api/none", "/feeds/none"])(
      "%s is not there",
      async (path) => {
        expect((await api.get(path)).status).toBe(404);
      },
    ); // biome-ignore format: one line reads best

    test("an unchanged answer is not sent again; a judgement changes it", async () => {
      const before = await api.get("/api/contacts?limit=3");
      const tag = before.headers.get("etag") ?? "";
      expect(tag).toMatch(/^W\/"/);
      const again = await api.get("/api/contacts?limit=3", { "if-none-match": tag });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect((await api.get("/api/contacts?limit=4", { "if-none-match": tag })).status).toBe(200);
      await api.post("/api/judgements", { kind: "comment", document: hashOf("horn-01"), text: "seen", author: "desk" });
      expect((await api.get("/api/contacts?limit=3", { "if-none-match": tag })).status).toBe(200);
    });

    test("the text as received comes back whole", async () => {
      for (const id of ["horn-01", "horn-02", "steppe-08"]) {
        const { received, record } = await bodyOf<{
          received: string;
          record: { document: { text: string; title: string } };
        }>(api.get(`/api/documents/${hashOf(id)}`));
        expect(received).toContain(id === "horn-01" ? "by telephone" : "-");
        expect(received.length).toBeGreaterThanOrEqual(record.document.text.length);
      }
    });

    const judge = async (body: object): Promise<JudgementView> => bodyOf(api.post("/api/judgements", { author: "desk", ...body })); // biome-ignore format: one line reads best

    test("what a reviewer rejects stays out until it is taken back", async () => {
      const [card] = await contacts("channels=video");
      const rejected = await judge({ kind: "reject", item: card?.id });
      expect(rejected).toMatchObject({ field: "contact/verdict", value: "rejected", made: NOW, withdrawn: null });
      expect(await contacts("channels=video")).toEqual([]);
      const accepted = await judge({ kind: "accept", item: card?.id });
      expect((await contacts("channels=video"))[0]?.verdict).toBe("accepted");
      const taken = await bodyOf<JudgementView>(
        api.post(`/api/judgements/${accepted.id}/withdraw`, { author: "desk" }),
      );
      expect(taken.withdrawn).toEqual({ at: NOW, by: "desk" });
      expect((await contacts("channels=video"))[0]?.verdict).toBeNull();
      expect((await api.post(`/api/judgements/${accepted.id}/withdraw`, { author: "desk" })).status).toBe(409);
      expect((await api.post(`/api/judgements/${"0".repeat(16)}/withdraw`, { author: "desk" })).status).toBe(404);
    });

    test("a verdict is of one item, though another rests on the same words", async () => {
      const article = articles.get("horn-02");
      const [event] = article?.record.events ?? [];
      if (article === undefined || event === undefined) throw new Error("the article tells of an event");
      const record = { ...article.record, events: [event, { ...event, id: "e90", event: "AGREE" as const, mode: null, cameo: "057" }] }; // biome-ignore format: one line reads best
      const own = await make.open(await make.fresh());
      await own.save([{ ...article, record }]);
      const desk = client(depsFor(own));
      const [first, second] = itemIds(record).flatMap(({ kind, id }) => (kind === "event" ? [id] : []));
      const decide = async (kind: string, item: string | undefined): Promise<JudgementView> =>
        bodyOf<JudgementView>(desk.post("/api/judgements", { kind, item, author: "desk" }));
      expect((await decide("accept", second)).item).toBe(second);
      const left = await bodyOf<Page<{ id: string }>>(desk.get("/api/review?kind=event"));
      expect(left.items.map(({ id }) => id)).toEqual([first]);
      expect((await decide("reject", first)).item).toBe(first);
      const { items } = await bodyOf<Page<JudgementView>>(desk.get("/api/judgements?kind=correction"));
      expect(items.map(({ value }) => value).sort()).toEqual(["accepted", "rejected"]);
      await own.close();
    });

    test("a correction stands in the item, and the item is no more to be reviewed", async () => {
      const [card] = await contacts("channels=letter");
      const before = await bodyOf<{ left: number }>(api.get("/api/review?kind=contact"));
      const { id } = await judge({ kind: "correction", item: card?.id, field: "date", value: "2024-02-06", note: "the letter says so" }); // biome-ignore format: one line reads best
      const [after] = await contacts("channels=letter");
      expect([after?.day, after?.corrections]).toEqual(["2024-02-06", { date: "2024-02-06" }]);
      expect((await bodyOf<{ left: number }>(api.get("/api/review?kind=contact"))).left).toBe(before.left - 1);
      await api.post(`/api/judgements/${id}/withdraw`, { author: "desk" });
    });

    test.each([
      ["status", "lost"],
      ["channel", "pigeon"],
      ["date", "tomorrow"],
      ["colour", "red"],
    ])("a correction of %s to %s is refused", async (field, value) => {
      const [card] = await contacts("channels=letter");
      const response = await api.post("/api/judgements", { kind: "correction", item: card?.id, field, value, author: "desk" }); // biome-ignore format: one line reads best
      expect(response.status).toBe(400);
    });

    test("articles are split and joined by hand", async () => {
      const documents: readonly [string, string] = [hashOf("andes-01"), hashOf("andes-03")];
      const storyOf = async (hash: string): Promise<string> =>
        (await bodyOf<{ document: { story: string } }>(api.get(`/api/documents/${hash}`))).document.story;
      const apart = async (): Promise<boolean> => (await storyOf(documents[0])) !== (await storyOf(documents[1]));
      const joined = await judge({ kind: "join", documents });
      expect(await apart()).toBe(false);
      await api.post(`/api/judgements/${joined.id}/withdraw`, { author: "desk" });
      expect((await api.post("/api/judgements", { kind: "join", documents: [documents[0], documents[0]], author: "desk" })).status).toBe(400); // biome-ignore format: one line reads best
    });

    test("an article is added once", async () => {
      const article = { text: "PARIS, Jan 3 (AFP) - French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Wednesday.", published: "2024-01-03" }; // biome-ignore format: one line reads best
      const outcomes = [];
      for (let i = 0; i < 2; i++) outcomes.push((await bodyOf<{ outcome: string }>(api.post("/api/documents", article))).outcome); // biome-ignore format: one line reads best
      expect(outcomes).toEqual(["new", "known"]);
    });

    test("feeds are Atom with the filters of a watchlist", async () => {
      const feed = await (await api.get("/feeds/contacts.atom?actors=KEN,ETH&channels=telegram")).text();
      expect(feed).toMatch(
        /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/,
      );
      expect(feed.match(/<entry>/g)).toHaveLength(1);
      expect(feed).toContain("2023-09-12: telegram, held: William Ruto, Abiy Ahmed");
      expect((await api.get("/feeds/events.atom?events=LOVE")).status).toBe(400);
    });

    test.each([
      "words=100%25",
      "words=100%",
      "words=%ff",
      "%words=a",
      "words=%E0%A4%A",
    ])("a feed's address may hold any per cent sign: %s", async (query) => {
      const answer = await api.get(`/feeds/contacts.atom?${query}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("<title>Readout: Contacts (");
    });
  });
}

describeApi(sqliteMaker());
const postgres = postgresMaker();
if (postgres !== null) describeApi(postgres);

test("the OpenAPI document and the page about it name every route, and the page asks for nothing elsewhere", async () => {
  const maker = sqliteMaker();
  const ledger = await maker.open(await maker.fresh());
  const { get } = client(depsFor(ledger));
  const document = await bodyOf<{ openapi: string; paths: Record<string, object> }>(get("/openapi.json"));
  expect(document.openapi).toBe("3.1.0");
  const docs = await (await get("/docs")).text();
  expect(docs).not.toMatch(/<script|src=|https?:\/\//);
  for (const path of Object.keys(document.paths)) expect(docs).toContain(path);
  expect(Object.keys(document.paths)).toContain("/api/contacts/{id}");
  await ledger.close();
  await maker.drop();
});
