import { setTimeout as wait } from "node:timers/promises";
import { type JetStreamClient, jetstream } from "@nats-io/jetstream";
import { hashOf, receivedText } from "../../engine/document/document.js";
import type { Article } from "../../engine/document/types.js";
import type { Input } from "../../intake/files.js";
import type { Broker } from "./connect.js";
import { packArticle } from "./message.js";
import type { Names } from "./streams.js";
import { asBrokerError, BrokerError, mayPass } from "./trouble.js";

/** What became of an input at the source. `waiting`: the stream holds it already; `known`: the ledger does. */
export type SendOutcome =
  | { readonly name: string; readonly kind: "sent" | "waiting" | "known" }
  | { readonly name: string; readonly kind: "failed"; readonly why: string };

export interface SendOptions {
  readonly broker: Broker;
  readonly names: Names;
  /** Hashes, among those given, of articles that need not be sent. */
  readonly settled: (hashes: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Whether to stop. */
  readonly stopped: () => Promise<boolean>;
  /** Told once when the stream is full, and so the workers are waited for. */
  readonly onFull?: () => void;
  /** Longest time without any progress before the source gives up, in milliseconds. */
  readonly patience?: number;
}

/** Articles on their way at one time: enough to hide the way to the broker and back. */
const WINDOW = 256;
/** Their size packed, in bytes. */
const WINDOW_BYTES = 16 * 1024 * 1024;
/** Kept free of a message for its subject and headers, in bytes. */
const HEAD_ROOM = 1024;
const PATIENCE = 120_000;
/** Time the broker has to say that it stored a message, in milliseconds. */
const ANSWER = 5000;
/** Longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE = 2000;
/** Codes of the ledger's answers are asked for so many articles at a time. */
const ASKED_AT_ONCE = 100;

interface Flight {
  readonly hash: string;
  readonly bytes: number;
  readonly landed: Promise<SendOutcome>;
}

/**
 * Sends articles to the stream, in order, and tells of each once the broker has it on its disk. What was answered for is
 * safe; a run that breaks off can be started again: what waits in the stream is not stored a second time.
 *
 * @throws BrokerError when nothing goes on for the time given.
 */
export async function* send(inputs: AsyncIterable<Input>, options: SendOptions): AsyncGenerator<SendOutcome> {
  const client = jetstream(options.broker.connection, { timeout: ANSWER });
  const flights: Flight[] = [];
  let bytes = 0;
  const landFirst = async (): Promise<SendOutcome[]> => {
    const flight = flights.shift();
    if (flight === undefined) return [];
    bytes -= flight.bytes;
    return [await flight.landed];
  };
  for await (const piece of pieces(inputs)) {
    const settled = await options.settled(piece.flatMap((one) => ("hash" in one ? [one.hash] : [])));
    for (const input of piece) {
      if ("outcome" in input || settled.has(input.hash)) {
        while (flights.length > 0) yield* await landFirst(); // outcomes come in the order of the inputs
        yield "outcome" in input ? input.outcome : { name: input.name, kind: "known" };
        continue;
      }
      const packed = await packArticle(input);
      const isFull = (): boolean =>
        flights.length >= WINDOW || (flights.length > 0 && bytes + packed.length > WINDOW_BYTES);
      // Of two copies under way at once, one could overtake the other.
      while (isFull() || flights.some(({ hash }) => hash === input.hash)) yield* await landFirst();
      const landed = sendOne(client, input, packed, options);
      landed.catch(() => undefined); // it is awaited in its turn
      flights.push({ hash: input.hash, bytes: packed.length, landed });
      bytes += packed.length;
    }
    if (await options.stopped()) break;
  }
  while (flights.length > 0) yield* await landFirst();
}

interface Outgoing {
  readonly name: string;
  readonly article: Article;
  readonly hash: string;
}

async function* pieces(inputs: AsyncIterable<Input>): AsyncGenerator<(Outgoing | { readonly outcome: SendOutcome })[]> {
  let piece: (Outgoing | { readonly outcome: SendOutcome })[] = [];
  for await (const input of inputs) {
    if ("failure" in input) piece.push({ outcome: { name: input.name, kind: "failed", why: input.failure.message } });
    else piece.push({ ...input, hash: hashOf(receivedText(input.article)) });
    if (piece.length < ASKED_AT_ONCE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

/** Sends one article, again and again while the trouble may pass. */
async function sendOne(
  client: JetStreamClient,
  { name, hash }: Outgoing,
  packed: Uint8Array,
  options: SendOptions,
): Promise<SendOutcome> {
  const { broker, names, stopped, onFull, patience = PATIENCE } = options;
  const most = broker.connection.info?.max_payload ?? Number.POSITIVE_INFINITY;
  if (packed.length + HEAD_ROOM > most) return { name, kind: "failed", why: tooLarge(name, packed.length, most) };
  let since = performance.now();
  for (let pause = 50; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    try {
      // Without an id of its own: one the broker remembers would be told as waiting for two minutes after it was read.
      await client.publish(names.article(hash), packed, { timeout: ANSWER });
      return { name, kind: "sent" };
    } catch (cause) {
      const error = asBrokerError(broker.name, cause);
      if (error.code === "full" && /per subject/.test(error.message)) return { name, kind: "waiting" };
      if (error.code === "full") {
        onFull?.();
        since = performance.now(); // the workers will make room, however long it takes
      } else if (!mayPass(error)) throw error;
      if (performance.now() - since > patience)
        throw new BrokerError(error.code, `${error.message}; what was sent is safe: run the same again to go on`, {
          cause,
        });
      if (await stopped()) return { name, kind: "failed", why: `${name}: not sent: ${error.message}` };
      await wait(pause);
    }
  }
}

function tooLarge(name: string, bytes: number, most: number): string {
  const inMb = (size: number): string => (size / 1024 / 1024).toFixed(1);
  return `${name}: ${inMb(bytes)} MB packed, and the broker takes ${inMb(most)} MB a message: raise max_payload in its settings and send it again`;
}
