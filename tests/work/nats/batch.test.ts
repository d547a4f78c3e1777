import { errors } from "@nats-io/transport-node";
import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/engine/document/types.js";
import { asStoreError } from "../../../src/store/errors.js";
import { Failures } from "../../../src/work/nats/failures.js";
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
    const messages = await Promise.all(articles.map((article) => fakeMessage(article, { deliveries: 2 })));
    expect(await settle(messages, { ledger, tries: 1 })).toEqual({ counts: { new: 3 }, aside: [] });
    expect(saves).toBe(2);
  });

  test("sets an article aside that the database refuses, and saves the others", async () => {
    const { save } = fakeLedger();
    const ledger = fakeLedger({
      save: (given) =>
        given.some(({ source }) => source === `test/${articles[1]?.id}`) ? Promise.reject(coded("22021")) : save(given),
    });
    const messages = await Promise.all(articles.map((article) => fakeMessage(article)));
    const { counts, aside } = await settle(messages, { ledger, tries: 1 });
    expect(counts).toEqual({ new: 2, "set-aside": 1 });
    expect(aside).toEqual([`TEST.aside.${articles[1]?.id}`]);
  });

  test("answers for each article saved singly before the next one, whatever becomes of that", async () => {
    const end = new AbortController();
    const { save } = fakeLedger();
    const ledger = fakeLedger({
      save: (given) => {
        const [one, ...others] = given.map(({ source }) => source);
        if (others.length > 0 || one === `test/${articles[1]?.id}`) return Promise.reject(coded("22021"));
        if (one === `test/${articles[0]?.id}`) return save(given);
        end.abort();
        return new Promise(() => undefined);
      },
    });
    const messages = await Promise.all(articles.map((article) => fakeMessage(article)));
    const { counts } = await settle(messages, { ledger, tries: 1, giveUp: end.signal });
    expect(counts).toEqual({ new: 1, "set-aside": 1, "given-back": 1 });
    expect(messages.map(({ said }) => said)).toEqual([["ack"], ["ack"], ["nak"]]);
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

  /** Reads each article as if it were the first of the tests', and tells which were read together, by id. */
  function recorder() {
    const pieces: (string | undefined)[][] = [];
    const read = async (given: readonly Article[]) => {
      pieces.push(given.map(({ id }) => id));
      return given.map(() => readKept(articles[0] ?? { text: "" }));
    };
    return { pieces, pool: { ...ownPool(), read } };
  }

  test("is read and saved in pieces of so much text", async () => {
    const long = (id: string) => ({ id, text: "A long report. ".repeat(14_000) });
    const given = [{ id: "a", text: "One." }, { id: "b", text: "Two." }, long("c"), long("d"), { id: "e", text: "Three." }]; // biome-ignore format: one line reads best
    const { pieces, pool } = recorder();
    const saved: number[] = [];
    const { save } = fakeLedger();
    const ledger = fakeLedger({
      save: (some) => {
        saved.push(some.length);
        return save(some);
      },
    });
    const messages = await Promise.all(given.map((article) => fakeMessage(article)));
    expect((await settle(messages, { pool, ledger })).counts).toEqual({ new: 5 });
    expect(pieces).toEqual([["a", "b", "c"], ["d"], ["e"]]);
    expect(saved).toEqual([3, 1, 1]);
  });

  test.each([
    [3, ["c"], ["d"], ["e"]],
    [4, ["d"], ["e"], ["c"]],
    [5, ["e"], ["c"], ["d"]],
  ])("takes what was delivered %d times alone, after the others, another first each time", async (deliveries, ...alone) => {
    const { pieces, pool } = recorder();
    const message = (id: string, times: number) => fakeMessage({ id, text: `Report ${id}.` }, { deliveries: times });
    const messages = [message("a", 1), message("c", deliveries), message("d", deliveries), message("b", 2), message("e", deliveries)]; // biome-ignore format: one line reads best
    await settle(await Promise.all(messages), { pool });
    expect(pieces).toEqual([["a", "b"], ...alone]);
  });

  test("sets aside by failures, not by deliveries", async () => {
    const article = { id: "a", text: "A report." };
    const pool = ownPool(() => ({ failure: "RangeError: too deep" }));
    const failures = new Failures();
    const attempt = async (deliveries: number) =>
      (await settle([await fakeMessage(article, { deliveries })], { pool, failures })).counts;
    expect(await attempt(6)).toEqual({ "given-back": 1 });
    expect(await attempt(7)).toEqual({ "given-back": 1 });
    expect(await attempt(8)).toEqual({ "set-aside": 1 });
    expect(await attempt(9)).toEqual({ "given-back": 1 }); // put back by hand, it has all its attempts again
    expect(await attempt(12)).toEqual({ "set-aside": 1 }); // whatever other workers may know of it
  });
});
