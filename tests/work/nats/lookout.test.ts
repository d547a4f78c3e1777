import type { JetStreamManager } from "@nats-io/jetstream";
import { describe, expect, test } from "vitest";
import { type Ledger, StoreError } from "../../../src/store/index.js";
import type { Broker } from "../../../src/work/nats/index.js";
import { Lookout } from "../../../src/work/nats/lookout.js";
import { presenceOf } from "../../../src/work/nats/presence.js";
import { namesOf } from "../../../src/work/nats/streams.js";
import { fakeLedger } from "./desk.js";
import { ENGINE } from "./support.js";

function managerOf(info: () => Promise<unknown>): JetStreamManager {
  return { streams: { info } } as unknown as JetStreamManager; // all of it that is used here
}

const three = managerOf(async () => ({ state: { messages: 3 } }));
const away = managerOf(() => Promise.reject(new Error("timeout")));
const unreachable = () => Promise.reject(new StoreError("unreachable", "ledger: gone"));

/** Looks around once. @returns What was said of the ledger. */
async function lookOnce(settled: Ledger["settled"], isIdle = true) {
  const said: (string | null)[] = [];
  const broker = { connection: { requestMany: async () => [] } } as unknown as Broker; // nobody is there
  const lookout = new Lookout({
    broker,
    names: namesOf("TEST"),
    ledger: fakeLedger({ settled }),
    engine: ENGINE,
    self: () => presenceOf(ENGINE, ""),
    isIdle: () => isIdle,
    ledgerAnswers: (trouble) => said.push(trouble),
    onForeign: () => undefined,
  });
  await lookout.look(three);
  return { lookout, said };
}

describe("a look around", () => {
  test("asks the ledger when nothing is in hand", async () => {
    expect((await lookOnce(unreachable)).said).toEqual(["ledger: gone"]);
    expect((await lookOnce(async () => new Set())).said).toEqual([null]);
    expect((await lookOnce(() => Promise.reject(new StoreError("busy", "busy")))).said).toEqual([]);
    expect((await lookOnce(unreachable, false)).said).toEqual([]);
  });

  test("tells how much waits, as long as the broker says so", async () => {
    const { lookout } = await lookOnce(async () => new Set());
    expect(lookout.waiting).toBe(3);
    await lookout.look(away);
    expect(lookout.waiting).toBeNull();
  });
});
