import type { JetStreamClient, JsMsg } from "@nats-io/jetstream";
import type { Logger } from "pino";
import { hashOf, lengthOf, receivedText } from "../../engine/document/document.js";
import { type Ledger, type NewArticle, StoreError } from "../../store/index.js";
import { readSafely, saveSafely } from "../ingest.js";
import type { Pool } from "../pool.js";
import { putAside } from "./aside.js";
import type { Failures } from "./failures.js";
import { type Sent, unpackArticle } from "./message.js";
import { GivenUp, persist, unlessGivenUp } from "./patience.js";
import type { Names } from "./streams.js";
import { asBrokerError } from "./trouble.js";
import type { Settled, WorkerMetrics } from "./worker-metrics.js";

/** What settling needs. */
export interface Desk {
  readonly client: JetStreamClient;
  readonly names: Names;
  readonly ledger: Ledger;
  readonly pool: Pool;
  /** Version of the engine, see `NewArticle`. */
  readonly engine: string;
  /** Attempts of this worker to read or save an article before it is set aside. */
  readonly tries: number;
  readonly failures: Failures;
  /** Seconds the broker waits for a sign of life before it gives a message to another. */
  readonly ackWait: number;
  readonly metrics: WorkerMetrics;
  readonly log: Logger;
  readonly now: () => string;
  /** Told whether the ledger answers, with what it said. */
  readonly ledgerAnswers: (trouble: string | null) => void;
  /** Ends all waiting for what is not there. */
  readonly giveUp: AbortSignal;
}

interface Held extends Sent {
  readonly message: JsMsg;
  readonly hash: string;
}

/** A message that killed its worker is delivered again without ever being answered for; so many times for every try. */
const SILENT_DELIVERIES = 4; // of a thousand kills none hits one innocent article so often
/** One that was delivered so often may be what kills its workers: it is taken alone, after the others. */
const SUSPECT = 3;
/** Text read and saved in one piece, in UTF-16 code units: records take some ten times the memory of their texts. */
const PIECE_TEXT = 200_000;

/**
 * Reads and saves the articles of some messages. A message is acknowledged once its article is committed; until then the
 * broker is told that somebody works on it. What cannot be read or saved is given back, and set aside after some tries.
 */
export class Batch {
  readonly #held: Set<JsMsg>;
  readonly #counts = new Map<Settled, number>();

  constructor(
    private readonly desk: Desk,
    private readonly messages: readonly JsMsg[],
  ) {
    this.#held = new Set(messages);
  }

  /** Settles every message. @throws Error when the ledger is beyond waiting for; what is held is given back before. */
  async settle(): Promise<ReadonlyMap<Settled, number>> {
    const signs = setInterval(() => this.#showLife(), (this.desk.ackWait * 1000) / 3);
    try {
      await this.#settleAll();
    } catch (error) {
      this.#giveBackRest();
      if (!(error instanceof GivenUp)) throw error;
    } finally {
      clearInterval(signs);
    }
    return this.#counts;
  }

  get held(): number {
    return this.#held.size;
  }

  async #settleAll(): Promise<void> {
    for await (const piece of this.#pieces()) await this.#settlePiece(piece);
  }

  /** What is in the messages, opened when its turn comes: no more at a time than a piece, and one article however long. */
  async *#pieces(): AsyncGenerator<readonly Held[]> {
    let [piece, size]: [Held[], number] = [[], 0];
    for (const message of this.messages.filter(({ info }) => info.deliveryCount < SUSPECT)) {
      const held = await this.#open(message);
      if (held === null) continue;
      piece.push(held);
      size += lengthOf(held.article);
      if (size < PIECE_TEXT) continue;
      yield piece;
      [piece, size] = [[], 0];
    }
    if (piece.length > 0) yield piece;
    for (const message of suspectsOf(this.messages)) {
      const held = await this.#open(message);
      if (held !== null) yield [held];
    }
  }

  async #settlePiece(opened: readonly Held[]): Promise<void> {
    const settled = await this.#ask((ledger) => ledger.settled(opened.map(({ hash }) => hash), this.desk.engine)); // biome-ignore format: one line reads best
    for (const { message } of opened.filter(({ hash }) => settled.has(hash))) this.#done(message, "known");
    const wanted = opened.filter(({ hash }) => !settled.has(hash));
    if (wanted.length === 0) return;
    const read = await this.#read(wanted);
    if (read.length === 0) return;
    const began = performance.now();
    await this.#save(read);
    this.desk.metrics.saved((performance.now() - began) / 1000);
  }

  /** The article in a message; `null` for one that holds none and is set aside at once: it will not get better. */
  async #open(message: JsMsg): Promise<Held | null> {
    const { deliveryCount } = message.info;
    if (deliveryCount > 1) this.desk.metrics.redelivered();
    if (deliveryCount > this.desk.tries * SILENT_DELIVERIES) {
      await this.#setAside(
        message,
        `delivered ${deliveryCount} times, and every time its worker died, fell silent or was ended`,
      );
      return null;
    }
    try {
      const sent = await unpackArticle(message.data);
      return { ...sent, message, hash: hashOf(receivedText(sent.article)) };
    } catch (error) {
      await this.#setAside(message, wordsOf(error));
      return null;
    }
  }

  async #read(wanted: readonly Held[]): Promise<(readonly [Held, NewArticle])[]> {
    const { pool, engine, metrics, now, giveUp } = this.desk;
    const began = performance.now();
    const reading = readSafely(pool, wanted.map(({ article }) => article)); // biome-ignore format: one line reads best
    const readings = await unlessGivenUp(reading, giveUp);
    metrics.read((performance.now() - began) / 1000);
    const added = now();
    const read: [Held, NewArticle][] = [];
    for (const [i, held] of wanted.entries()) {
      const reading = readings[i] ?? { failure: "not read" };
      if ("failure" in reading) await this.#failed(held, `could not be read: ${reading.failure}`);
      else read.push([held, { ...reading, engine, source: held.name, added }]);
    }
    return read;
  }

  /** Answers for each article as soon as it is saved: what comes between undoes nothing that was. */
  async #save(read: readonly (readonly [Held, NewArticle])[]): Promise<void> {
    await saveSafely(
      read,
      ([, article]) => article,
      (articles) => this.#ask((ledger) => ledger.save(articles)),
      async ([held], saved) => {
        if (saved instanceof StoreError) await this.#failed(held, `could not be saved: ${saved.message}`);
        else this.#done(held.message, saved.outcome);
      },
    );
  }

  /** Deliveries alone say nothing of an article: its worker may have been asked to end, or another article killed it. */
  async #failed({ message }: Held, reason: string): Promise<void> {
    const { tries, failures, log } = this.desk;
    const { deliveryCount } = message.info;
    const failed = failures.add(message.subject);
    if (failed >= tries || deliveryCount >= tries * SILENT_DELIVERIES) return this.#setAside(message, reason, failed);
    log.warn({ subject: message.subject, deliveries: deliveryCount, failures: failed, reason }, "given back");
    this.#answer(() => message.nak(Math.min(60_000, 500 * 2 ** failed)));
    this.#settledAs(message, "given-back");
  }

  /** @param tries What it was given before, in attempts where some failed, else in deliveries. */
  async #setAside(message: JsMsg, reason: string, tries = message.info.deliveryCount): Promise<void> {
    const { client, names, giveUp, metrics, log } = this.desk;
    const hash = message.subject.slice(names.article("").length);
    await persist(
      () => putAside(client, names, { hash, bytes: message.data, reason, tries }),
      giveUp,
      () => metrics.retried("broker"),
    );
    log.error({ hash, tries, reason }, "set aside");
    this.#done(message, "set-aside");
  }

  #done(message: JsMsg, outcome: Settled): void {
    this.#answer(() => message.ack());
    this.#settledAs(message, outcome);
  }

  /** @throws BrokerError `closed` when no answer can be given any more: the broker gives the article to another. */
  #answer(say: () => void): void {
    try {
      say();
    } catch (error) {
      throw asBrokerError(`stream ${this.desk.names.stream}`, error);
    }
  }

  #settledAs(message: JsMsg, outcome: Settled): void {
    this.#held.delete(message);
    if (outcome !== "given-back") this.desk.failures.forget(message.subject);
    this.desk.metrics.settled(outcome);
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
  }

  async #ask<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
    const { ledger, giveUp, metrics, log, ledgerAnswers } = this.desk;
    const result = await persist(
      () => work(ledger),
      giveUp,
      (error) => {
        metrics.retried("ledger");
        const busy = error instanceof StoreError && error.code === "busy";
        if (!busy) ledgerAnswers(wordsOf(error));
        log[busy ? "debug" : "warn"]({ reason: wordsOf(error) }, "waiting for the ledger");
      },
    );
    ledgerAnswers(null);
    return result;
  }

  #showLife(): void {
    for (const message of this.#held) unlessClosed(() => message.working());
  }

  #giveBackRest(): void {
    for (const message of this.#held) {
      unlessClosed(() => message.nak());
      this.#settledAs(message, "given-back");
    }
  }
}

/** Tells the broker what need not arrive: over a connection that was closed for good nothing can be told. */
function unlessClosed(say: () => void): void {
  try {
    say();
  } catch {
    // whoever works on it learns of that when it answers
  }
}

/**
 * Messages that may have killed their workers. They come back together, and one of them kills the next worker: each time
 * another is the first, so that those that are innocent have their turn before it.
 */
function suspectsOf(messages: readonly JsMsg[]): readonly JsMsg[] {
  const suspects = messages.filter(({ info }) => info.deliveryCount >= SUSPECT);
  const first = Math.max(0, ...suspects.map(({ info }) => info.deliveryCount)) % Math.max(1, suspects.length);
  return [...suspects.slice(first), ...suspects.slice(0, first)];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
