import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import {
  type Consumer,
  type ConsumerMessages,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
} from "@nats-io/jetstream";
import type { Logger } from "pino";
import type { ConnectionSettings, Ledger } from "../../store/index.js";
import type { Pool } from "../pool.js";
import { Batch, type Desk } from "./batch.js";
import type { Broker } from "./connect.js";
import { Failures } from "./failures.js";
import { Lookout } from "./lookout.js";
import { GivenUp, persist, unlessGivenUp } from "./patience.js";
import { answerPresence, type Presence, presenceOf, refuseOtherEngines } from "./presence.js";
import { makeConsumer, makeStreams, type Names, type StreamSettings } from "./streams.js";
import { asBrokerError, type BrokerError, mayPass } from "./trouble.js";
import { openWorkerMetrics } from "./worker-metrics.js";

export interface WorkOptions {
  readonly broker: Broker;
  readonly names: Names;
  readonly streams: StreamSettings;
  readonly ledger: Ledger;
  readonly pool: Pool;
  readonly engine: string;
  readonly tries: number;
  /** Seconds. */
  readonly ackWait: number;
  readonly log: Logger;
  readonly now: () => string;
  /** Asks for an end: what is in hand is finished first. */
  readonly drain: AbortSignal;
  /** Asks for an end at once: what is in hand is given back. */
  readonly giveUp: AbortSignal;
  /** Whether to end when no article waits any more. */
  readonly untilEmpty: boolean;
  /** Time between two looks at what waits, whether the ledger answers and who else is at work, in milliseconds. */
  readonly lookEvery?: number;
}

/** Articles taken at a time: as many as a transaction takes on one machine. */
const TAKEN = 24;
/**
 * A worker that has just begun takes fewer, so that something is saved soon. Measured in a run of 1,000 kills: a worker that
 * dies every few seconds saved nothing with 24 a hand, with 3 it does.
 */
const TAKEN_FIRST = 3;
/** Time a worker waits for so many, in milliseconds: then it goes on with those there are. */
const GATHER = 2000;
/** Time between two looks around, in milliseconds. */
const LOOK = 10_000;
/** Time an answer of JetStream's management may take, in milliseconds. */
const ANSWER = 5000;
/** Time the last answers may take to reach the broker, in milliseconds. */
const LAST_ANSWERS = 2000;

/**
 * Longest silence of the database, in milliseconds. A statement of a worker takes some seconds at the worst, and five for the
 * other writers: they are waited for statement by statement.
 */
const SILENCE = 120_000;

/** How a worker's ledger is held: every hand has a connection, and one is left for a look at whether the ledger answers. */
export function workerConnections(threads: number): ConnectionSettings {
  return { connections: handsOf(threads) + 1, silence: SILENCE };
}

/** One batch more than threads: while one is saved, the threads have others to read. */
function handsOf(threads: number): number {
  return threads + 1;
}

/** A worker: takes articles from the stream, reads them in its threads, saves them, and answers for them. */
export class ClusterWorker {
  readonly metrics: () => string;
  readonly #desk: Desk;
  readonly #batches = new Set<Batch>();
  #taken = TAKEN_FIRST;
  readonly #lookout: Lookout;
  #ledgerTrouble: string | null = null;
  #self: Presence;
  #foreign: BrokerError | null = null;
  #failed = false;

  constructor(private readonly options: WorkOptions) {
    const { broker, engine, names, ledger, now } = options;
    setMaxListeners(0, options.drain, options.giveUp); // every hand listens
    const metrics = openWorkerMetrics({
      engine,
      inWork: () => [...this.#batches].reduce((sum, { held }) => sum + held, 0),
      ledgerUp: () => this.#ledgerTrouble === null,
      brokerUp: broker.up,
      waiting: () => this.#lookout.waiting,
    });
    this.metrics = metrics.text;
    const ledgerAnswers = (trouble: string | null): void => {
      this.#ledgerTrouble = trouble;
    };
    this.#desk = {
      ...options,
      metrics,
      failures: new Failures(),
      ledgerAnswers,
      client: jetstream(broker.connection, { timeout: ANSWER }),
    };
    this.#self = presenceOf(engine, now());
    const onForeign = (error: BrokerError): void => {
      this.#foreign = error;
      this.#failed = true; // what is in hand is finished
    };
    this.#lookout = new Lookout({ broker, names, ledger, engine, self: () => this.#self, isIdle: () => this.#batches.size === 0, ledgerAnswers, onForeign }); // biome-ignore format: one line reads best
  }

  /** What is wrong at the moment. */
  troubles(): readonly string[] {
    const { broker, drain } = this.options;
    return [
      ...(broker.up() ? [] : [`${broker.name}: not connected`]),
      ...(this.#ledgerTrouble === null ? [] : [this.#ledgerTrouble]),
      ...(drain.aborted ? ["ending"] : []),
    ];
  }

  /** Works until asked to end, or until nothing waits. @throws BrokerError, StoreError when it cannot go on. */
  async run(): Promise<void> {
    try {
      await this.#run();
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error; // asked to end before it had begun
    }
  }

  async #run(): Promise<void> {
    const { broker, names, lookEvery = LOOK } = this.options;
    const { connection } = broker;
    const manager = await this.#persist(() => jetstreamManager(connection, { timeout: ANSWER }));
    let unheard: Error | null = null;
    const presence = answerPresence(
      connection,
      names,
      () => this.#self,
      (error) => {
        unheard = error;
      },
    );
    let looking: NodeJS.Timeout | undefined;
    try {
      await this.#persist(() =>
        unheard === null ? refuseOtherEngines(connection, names, this.#self) : Promise.reject(unheard),
      );
      this.#self = { ...this.#self, working: true };
      await this.#persist(() => this.#makeAll(manager));
      const look = (): void => void this.#lookout.look(manager);
      look();
      looking = setInterval(look, lookEvery);
      await this.#workTogether(manager);
    } finally {
      await this.#sendLastAnswers();
      clearInterval(looking);
      presence.unsubscribe();
    }
  }

  /** All hands at work until the last has ended. @throws what ended the first of them. */
  async #workTogether(manager: JetStreamManager): Promise<void> {
    const hands = Array.from({ length: handsOf(this.options.pool.threads) }, () =>
      this.#take(manager).catch((error: unknown) => {
        this.#failed = true; // the others finish what they have
        throw error;
      }),
    );
    const ended = await Promise.allSettled(hands);
    for (const result of ended) if (result.status === "rejected") throw result.reason;
    if (this.#foreign !== null) throw this.#foreign;
  }

  /** Where they do not arrive, their articles are delivered to another, and change nothing. */
  async #sendLastAnswers(): Promise<void> {
    const { connection } = this.options.broker;
    try {
      await unlessGivenUp(connection.flush(), AbortSignal.timeout(LAST_ANSWERS));
    } catch {
      this.options.log.warn("the broker is away: what was answered last may be delivered again");
    }
  }

  async #makeAll(manager: JetStreamManager): Promise<void> {
    const { names, streams, ackWait } = this.options;
    await makeStreams(manager, names, streams);
    await makeConsumer(manager, names, ackWait);
  }

  async #take(manager: JetStreamManager): Promise<void> {
    const { names, drain, untilEmpty, log } = this.options;
    const consumer = await this.#persist(() => this.#desk.client.consumers.get(names.stream, names.consumer));
    while (!drain.aborted && !this.#failed) {
      const messages = await this.#fetch(consumer, manager);
      if (messages.length === 0) {
        if (untilEmpty && (await this.#lookout.count(manager)) === 0) return;
        continue;
      }
      const batch = new Batch(this.#desk, messages);
      this.#batches.add(batch);
      const began = performance.now();
      try {
        const counts = await batch.settle();
        this.#taken = Math.min(TAKEN, this.#taken * 2);
        log.info({ ...Object.fromEntries(counts), ms: Math.round(performance.now() - began) }, "settled");
      } finally {
        this.#batches.delete(batch);
      }
    }
  }

  /** The next messages, none when none came for a while or the broker was away. */
  async #fetch(consumer: Consumer, manager: JetStreamManager): Promise<JsMsg[]> {
    const { broker, ackWait, log } = this.options;
    const messages: JsMsg[] = [];
    const expires = Math.max(1000, Math.min(GATHER, ackWait * 500));
    try {
      const coming = await consumer.fetch({ max_messages: this.#taken, expires });
      const release = this.#stopAtEnd(coming, expires);
      try {
        for await (const message of coming) messages.push(message);
      } finally {
        release();
      }
    } catch (cause) {
      if (messages.length > 0) return messages;
      const error = asBrokerError(broker.name, cause);
      if (!mayPass(error)) throw error;
      this.#desk.metrics.retried("broker");
      log.debug({ reason: error.message }, "waiting for the broker");
      await wait(LONG_ENOUGH, undefined, { signal: this.options.drain }).catch(() => undefined);
      // The consumer may be gone with the broker that kept it.
      await unlessGivenUp(this.#makeAll(manager), this.options.drain).catch(() => undefined);
    }
    return messages;
  }

  /**
   * Asked to end, stops a fetch that does not end by itself: one that was under way when the broker went away waits for it to
   * come back.
   *
   * @param expires Time the broker takes for a fetch at most, in milliseconds: what it has handed out by then has come.
   */
  #stopAtEnd(coming: ConsumerMessages, expires: number): () => void {
    const { drain, giveUp } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const stop = (): void => coming.stop();
    const stopSoon = (): void => {
      timer ??= setTimeout(stop, expires);
    };
    drain.addEventListener("abort", stopSoon, { once: true });
    giveUp.addEventListener("abort", stop, { once: true });
    if (drain.aborted) stopSoon();
    if (giveUp.aborted) stop();
    return () => {
      clearTimeout(timer);
      drain.removeEventListener("abort", stopSoon);
      giveUp.removeEventListener("abort", stop);
    };
  }

  #persist<T>(work: () => Promise<T>): Promise<T> {
    const { broker, drain, log } = this.options;
    const named = (): Promise<T> => work().catch((cause: unknown) => Promise.reject(asBrokerError(broker.name, cause)));
    return persist(named, drain, (error) => log.warn({ reason: String(error) }, "waiting for the broker"));
  }
}

/** Pause after the broker was away, in milliseconds: choosing a leader takes seconds. */
const LONG_ENOUGH = 500;
