import type { JetStreamClient, JsMsg } from "@nats-io/jetstream";
import pino from "pino";
import type { Article } from "../../../src/engine/document/types.js";
import type { Ledger, NewArticle, Saved } from "../../../src/store/index.js";
import { Batch, type Desk } from "../../../src/work/nats/batch.js";
import { Failures } from "../../../src/work/nats/failures.js";
import { packArticle } from "../../../src/work/nats/message.js";
import { namesOf } from "../../../src/work/nats/streams.js";
import { openWorkerMetrics, type WorkerMetrics } from "../../../src/work/nats/worker-metrics.js";
import { ownPool } from "./support.js";

/** A message without a broker, which keeps what it was answered. */
export interface FakeMessage {
  readonly message: JsMsg;
  readonly said: ("ack" | "nak" | "working")[];
}

interface Given {
  readonly deliveries?: number;
  /** What answering does beside. @throws as answering would. */
  readonly answer?: () => void;
}

export async function fakeMessage(article: Article, { deliveries = 1, answer }: Given = {}): Promise<FakeMessage> {
  const said: FakeMessage["said"] = [];
  const say = (what: FakeMessage["said"][number]) => (): void => {
    said.push(what);
    answer?.();
  };
  const message = {
    data: await packArticle({ name: `test/${article.id}`, article }),
    subject: `TEST.article.${article.id}`,
    info: { deliveryCount: deliveries },
    ack: say("ack"),
    nak: say("nak"),
    working: say("working"),
  };
  return { message: message as unknown as JsMsg, said }; // all of it that a batch uses
}

/** A ledger that takes everything, but for what is given. */
export function fakeLedger(given: Partial<Pick<Ledger, "save" | "settled">> = {}): Ledger {
  const ledger = {
    settled: async () => new Set<string>(),
    save: async (articles: readonly NewArticle[]): Promise<readonly Saved[]> =>
      articles.map(({ record }) => ({ document: record.document.hash, outcome: "new", copy: false })),
    ...given,
  };
  return ledger as unknown as Ledger; // all of it that a batch uses
}

/** Settles messages in one batch. @returns What came of them, and what was set aside, by subject. */
export async function settle(messages: readonly FakeMessage[], given: Partial<Desk> = {}) {
  const aside: string[] = [];
  const publish = async (subject: string): Promise<void> => void aside.push(subject);
  const metrics: WorkerMetrics = openWorkerMetrics({ engine: "tests", inWork: () => 0, ledgerUp: () => true, brokerUp: () => true, waiting: () => 0 }); // biome-ignore format: one line reads best
  const desk: Desk = {
    client: { publish } as unknown as JetStreamClient, // all of it that a batch uses
    names: namesOf("TEST"),
    ledger: fakeLedger(),
    pool: ownPool(),
    engine: "tests",
    tries: 3,
    failures: new Failures(),
    ackWait: 60,
    metrics,
    log: pino({ level: "silent" }),
    now: () => "2024-01-01T00:00:00.000Z",
    ledgerAnswers: () => undefined,
    giveUp: new AbortController().signal,
    ...given,
  };
  const counts = await new Batch(desk, messages.map(({ message }) => message)).settle(); // biome-ignore format: one line reads best
  return { counts: Object.fromEntries(counts), aside };
}
