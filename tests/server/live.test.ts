import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KeptAnswers } from "../../src/server/http/kept-answers.js";
import { watcher } from "../../src/server/routes/live.js";
import type { Ledger } from "../../src/store/index.js";
import { sqliteMaker } from "../store/databases.js";
import { client, demoArticles, depsFor } from "./support.js";

const [first, second] = [...demoArticles().values()];

describe("what comes in while a page is open", () => {
  const maker = sqliteMaker();
  let [name, ledger]: [string, Ledger | null] = ["", null];
  const open = (): Ledger => {
    if (ledger === null) throw new Error("no ledger");
    return ledger;
  };
  beforeAll(async () => {
    name = await maker.fresh();
    ledger = await maker.open(name);
  });
  afterAll(async () => {
    await ledger?.close();
    await maker.drop();
  });

  test("is told once, whichever process wrote it", async () => {
    const look = await watcher(open(), "2020-01-01T00:00:00Z");
    expect(await look()).toBeNull();
    if (first !== undefined) await open().save([{ ...first, added: "2024-01-01T00:00:00Z" }]);
    const told = await look();
    expect(told?.documents.map(({ hash }) => hash)).toEqual([first?.record.document.hash]);
    expect(await look()).toBeNull();
    const other = await maker.open(name);
    if (second !== undefined) await other.save([{ ...second, added: "2024-01-02T00:00:00Z" }]);
    await other.close();
    expect((await look())?.documents.map(({ hash }) => hash)).toEqual([second?.record.document.hash]);
  });

  test("a judgement is no new article", async () => {
    const look = await watcher(open(), "2024-06-01T00:00:00Z");
    const { post } = client(depsFor(open()));
    const document = first?.record.document.hash;
    expect((await post("/api/judgements", { kind: "comment", document, text: "seen", author: "desk" })).status).toBe(
      200,
    );
    expect(await look()).toBeNull();
  });

  test("a stream begins at once and ends with the server", async () => {
    const ending = new AbortController();
    const { get } = client(depsFor(open(), { ending: ending.signal }));
    const response = await get("/api/live");
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    ending.abort();
    expect(await response.text()).toBe(": listening\n\n");
  });
});

describe("answers that are kept", () => {
  test("hold for one state of the ledger alone", () => {
    const kept = new KeptAnswers();
    const one = Buffer.from("one");
    kept.keep("/a", "1", one);
    expect(kept.find("/a", "1")).toBe(one);
    expect(kept.find("/b", "1")).toBeNull();
    expect(kept.find("/a", "2")).toBeNull();
    expect(kept.find("/a", "1")).toBeNull();
  });

  test("are bounded: the least used goes first", () => {
    const kept = new KeptAnswers();
    const body = Buffer.alloc(1_000_000);
    for (let i = 0; i < 24; i++) kept.keep(`/${i}`, "1", body);
    expect(kept.find("/0", "1")).toBe(body);
    kept.keep("/24", "1", body);
    expect(kept.find("/1", "1")).toBeNull();
    expect(kept.find("/0", "1")).toBe(body);
    kept.keep("/long", "1", Buffer.alloc(1_000_001));
    expect(kept.find("/long", "1")).toBeNull();
  });
});
