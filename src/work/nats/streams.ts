import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from "@nats-io/jetstream";
import { nanos } from "@nats-io/transport-node";
import { asBrokerError, BrokerError } from "./trouble.js";

/** Names of what lies at the broker, all made from the stream's. */
export interface Names {
  /** Stream of the articles that wait. */
  readonly stream: string;
  /** Stream of those set aside. */
  readonly aside: string;
  /** The consumer all workers share. */
  readonly consumer: string;
  readonly article: (hash: string) => string;
  readonly asideOf: (hash: string) => string;
  /** Where workers are asked who is there. */
  readonly here: string;
}

export function namesOf(stream: string): Names {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(stream))
    throw new BrokerError("misused", `${stream}: not a name of a stream (letters, digits, _ and -)`);
  return {
    stream,
    aside: `${stream}_ASIDE`,
    consumer: "workers",
    article: (hash) => `${stream}.article.${hash}`,
    asideOf: (hash) => `${stream}.aside.${hash}`,
    here: `${stream}.here`,
  };
}

export interface StreamSettings {
  /** Brokers that keep each message; left out, one in a new stream, and an old one stays as it is. */
  readonly replicas?: number | undefined;
  /** Most articles that wait: then the source waits too. */
  readonly backlog?: number | undefined;
}

const BACKLOG = 200_000; // articles; about 0.5 GB packed

/**
 * The stream of waiting articles. A message lies there until it is acknowledged. Every article has a subject of its own that
 * holds one message: a second copy of a text that still waits is refused, so the first wins, as on one machine.
 */
function waitingStream({ stream, article }: Names, { replicas = 1, backlog = BACKLOG }: StreamSettings) {
  return {
    name: stream,
    subjects: [article("*")],
    retention: RetentionPolicy.Workqueue,
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    discard_new_per_subject: true,
    max_msgs_per_subject: 1,
    max_msgs: backlog,
    num_replicas: replicas,
  } satisfies Partial<StreamConfig>;
}

function asideStream({ aside, asideOf }: Names, { replicas = 1 }: StreamSettings) {
  return {
    name: aside,
    subjects: [asideOf("*")],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.Old,
    max_msgs_per_subject: 1,
    num_replicas: replicas,
  } satisfies Partial<StreamConfig>;
}

/** Makes both streams where they are not there yet, and brings them to the settings asked for. */
export async function makeStreams(manager: JetStreamManager, names: Names, settings: StreamSettings): Promise<void> {
  try {
    await makeStream(manager, waitingStream(names, settings), settings);
    await makeStream(manager, asideStream(names, settings), { replicas: settings.replicas });
  } catch (error) {
    throw asBrokerError(`stream ${names.stream}`, error);
  }
}

type OurStream = ReturnType<typeof waitingStream> | ReturnType<typeof asideStream>;

async function makeStream(manager: JetStreamManager, wanted: OurStream, settings: StreamSettings): Promise<void> {
  const { config } = (await infoOf(manager, wanted.name)) ?? (await manager.streams.add(wanted));
  if (config.retention !== wanted.retention || config.max_msgs_per_subject !== wanted.max_msgs_per_subject)
    throw new BrokerError(
      "foreign",
      `stream ${wanted.name}: is there already, for something else; give another --stream`,
    );
  const { replicas = config.num_replicas, backlog = config.max_msgs } = settings;
  if (replicas !== config.num_replicas || backlog !== config.max_msgs)
    await manager.streams.update(wanted.name, { ...config, num_replicas: replicas, max_msgs: backlog });
}

async function infoOf(manager: JetStreamManager, stream: string) {
  try {
    return await manager.streams.info(stream);
  } catch (error) {
    if (asBrokerError(stream, error).code === "no-stream") return null;
    throw error;
  }
}

/** Messages all workers together hold without an answer. */
const MOST_IN_WORK = 20_000;

/** Makes the consumer the workers share, or brings it to the time given. @param ackWait Seconds a worker may be silent. */
export async function makeConsumer(manager: JetStreamManager, names: Names, ackWait: number): Promise<void> {
  const { stream, consumer } = names;
  const ack_wait = nanos(ackWait * 1000);
  try {
    // From nats-server 2.10 on one that is there already with other settings is not made again.
    const there = await manager.consumers.info(stream, consumer).catch(() => null);
    if (there !== null) {
      if (there.config.ack_wait !== ack_wait) await manager.consumers.update(stream, consumer, { ack_wait });
      return;
    }
    await manager.consumers.add(stream, {
      durable_name: consumer,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait,
      max_deliver: -1, // whether a message is set aside is the worker's to say: here it would only be left lying
      max_ack_pending: MOST_IN_WORK,
    });
  } catch (error) {
    throw asBrokerError(`stream ${stream}`, error);
  }
}
