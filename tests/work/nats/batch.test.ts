import { errors } from "@nats-io/transport-node";
import { describe, expect, test } from "vitest";
import { asStoreError } from "../../../src/store/errors.js";
import { fakeLedger, fakeMessage, settle } from "./desk.js";
import { ownPool, readKept, someArticles, until } from "./support.js";

const articles = someArticles(3).slice(0, 3);

function coded(code: string) {
  return asStoreError("ledger", Object.assign(new Error("as the database says"), { code }));
}

describe("a batch", () => {
  test.each(["57014", "53200", "58030", "XX000", "42P01"])("waits for a database in trouble: %s", async (code) => {
    let saves = 0;
    const { save } = fakeLedger();
    const ledger = fakeLedger({ save: (given) => (++saves === 1 ? Promise.reject(coded(code)) : save(given)) });
    const messages = await Promise.all(articles.map((article) => fakeMessage(article, { deliveries: 3 })));
    expect(await settle(messages, { ledger })).toEqual({ counts: { new: 3 }, aside: [] });
    expect(saves).toBe(2);
  });

  test("sets an article aside that the database refuses, and saves the others", async () => {
    const { save } = fakeLedger();
    const ledger = fakeLedger({
      save: (given) =>
        given.some(({ source }) => source === `test/${articles[1]?.id}`) ? Promise.reject(coded("22021")) : save(given),
    });
    const messages = await Promise.all(articles.map((article) => fakeMessage(article, { deliveries: 3 })));
    const { counts, aside } = await settle(messages, { ledger });
    expect(counts).toEqual({ new: 2, "set-aside": 1 });
    expect(aside).toEqual([`TEST.aside.${articles[1]?.id}`]);
  });

  test("goes on without signs of life over a connection that was closed, and tells of it when it answers", async () => {
    let isClosed = false;
    const answer = (): void => {
      if (isClosed) throw new errors.ClosedConnectionError();
    };
    const messages = await Promise.all(articles.map((article) => fakeMessage(article, { answer })));
    const pool = {
      ...ownPool(),
      read: async () => {
        isClosed = true;
        const signs = messages[0]?.said ?? [];
        await until("signs of life", () => signs.length > 1);
        return articles.map(readKept);
      },
    };
    await expect(settle(messages, { pool, ackWait: 0.03 })).rejects.toMatchObject({ code: "closed" });
    expect(messages.map(({ said }) => said.at(-1))).toEqual(["nak", "nak", "nak"]);
  });

  test("is given back when the program is to end, though the ledger does not answer", async () => {
    const end = new AbortController();
    const ledger = fakeLedger({
      save: () => {
        end.abort();
        return new Promise(() => undefined);
      },
    });
    const messages = await Promise.all(articles.map((article) => fakeMessage(article)));
    expect(await settle(messages, { ledger, giveUp: end.signal })).toEqual({ counts: { "given-back": 3 }, aside: [] });
    expect(messages.map(({ said }) => said)).toEqual([["nak"], ["nak"], ["nak"]]);
  });
});
