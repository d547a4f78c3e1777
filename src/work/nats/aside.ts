import type { JetStreamClient, JetStreamManager } from "@nats-io/jetstream";
import { headers } from "@nats-io/transport-node";
import { unpackArticle } from "./message.js";
import type { Names } from "./streams.js";
import { asBrokerError } from "./trouble.js";

/** An article no worker could read or save, kept with the reason. */
export interface SetAside {
  /** Its place in the stream of those set aside. */
  readonly seq: number;
  readonly hash: string;
  /** Where it came from; `null` where the message cannot be read. */
  readonly name: string | null;
  readonly reason: string;
  readonly tries: number;
  /** ISO time in UTC. */
  readonly at: string;
}

const [REASON, TRIES] = ["Readout-Reason", "Readout-Tries"];
/** Longest reason kept, in characters. */
const MAX_REASON = 500;

/** Puts a message into the stream of those set aside; settled once the broker has it on its disk. */
export async function putAside(
  client: JetStreamClient,
  names: Names,
  {
    hash,
    bytes,
    reason,
    tries,
  }: { readonly hash: string; readonly bytes: Uint8Array; readonly reason: string; readonly tries: number },
): Promise<void> {
  const head = headers();
  head.set(REASON, reason.replace(/[^\x20-\x7e]+/g, " ").slice(0, MAX_REASON)); // a header holds ASCII
  head.set(TRIES, String(tries));
  await client.publish(names.asideOf(hash), bytes, { headers: head });
}

/** All that were set aside, oldest first. */
export async function* listAside(manager: JetStreamManager, names: Names): AsyncGenerator<SetAside> {
  for await (const { message, ...entry } of messagesAside(manager, names)) {
    const name = await unpackArticle(message.data).then((sent) => sent.name, () => null); // biome-ignore format: one line reads best
    yield { ...entry, name };
  }
}

/**
 * Puts all that were set aside back into the stream of those that wait, to be tried again; gives how many. What workers set
 * aside meanwhile, anew or again, stays there.
 */
export async function retryAside(client: JetStreamClient, manager: JetStreamManager, names: Names): Promise<number> {
  let count = 0;
  const last = await lastAside(manager, names);
  for await (const { seq, hash, message } of messagesAside(manager, names)) {
    if (seq > last) break;
    try {
      await client.publish(names.article(hash), message.data);
    } catch (error) {
      if (!/per subject/.test(asBrokerError("", error).message)) throw asBrokerError(`stream ${names.stream}`, error);
      // it was sent anew meanwhile, and waits
    }
    await forget(manager, names, seq);
    count++;
  }
  return count;
}

/** Place of the newest of those set aside. */
async function lastAside(manager: JetStreamManager, names: Names): Promise<number> {
  try {
    return (await manager.streams.info(names.aside)).state.last_seq;
  } catch (error) {
    throw asBrokerError(`stream ${names.aside}`, error);
  }
}

/** Takes one away; one that was set aside again meanwhile has taken its place already. */
async function forget(manager: JetStreamManager, names: Names, seq: number): Promise<void> {
  try {
    await manager.streams.deleteMessage(names.aside, seq);
  } catch (error) {
    const trouble = asBrokerError(`stream ${names.aside}`, error);
    if (!/no message found/.test(trouble.message)) throw trouble;
  }
}

/** Throws away all that were set aside; gives how many. */
export async function dropAside(manager: JetStreamManager, names: Names): Promise<number> {
  return (await manager.streams.purge(names.aside)).purged;
}

async function* messagesAside(manager: JetStreamManager, names: Names) {
  for (let seq = 1; ; ) {
    const message = await messageFrom(manager, names, seq);
    if (message === null) return;
    const { header, time, subject } = message;
    const hash = subject.slice(names.asideOf("").length);
    const tries = Number(header.get(TRIES)) || 0;
    yield { seq: message.seq, hash, reason: header.get(REASON), tries, at: time.toISOString(), message };
    seq = message.seq + 1;
  }
}

/** The first message at a place or after it; `null` when there is none. */
async function messageFrom(manager: JetStreamManager, names: Names, seq: number) {
  try {
    const next = { seq, next_by_subj: names.asideOf("*") }; // the library's types know the place alone
    return await manager.streams.getMessage(names.aside, next);
  } catch (error) {
    throw asBrokerError(`stream ${names.aside}`, error);
  }
}
