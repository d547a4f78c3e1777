import type { JetStreamManager } from "@nats-io/jetstream";
import type { Names } from "./streams.js";
import { asBrokerError } from "./trouble.js";

/** How much lies at the broker. */
export interface QueueState {
  /** Articles no worker has taken yet. */
  readonly waiting: number;
  /** Articles taken and not yet answered for. */
  readonly inWork: number;
  readonly aside: number;
  /** Size of what is in the stream, in bytes. */
  readonly bytes: number;
  /** Brokers that keep each message. */
  readonly replicas: number;
}

/** @throws BrokerError `no-stream` where nothing was made yet. */
export async function queueState(manager: JetStreamManager, names: Names): Promise<QueueState> {
  try {
    const { state, config } = await manager.streams.info(names.stream);
    const aside = await manager.streams.info(names.aside);
    const inWork = await manager.consumers.info(names.stream, names.consumer).then((info) => info.num_ack_pending, () => 0); // biome-ignore format: one line reads best
    const { messages, bytes } = state;
    return { waiting: messages - inWork, inWork, aside: aside.state.messages, bytes, replicas: config.num_replicas };
  } catch (error) {
    throw asBrokerError(`stream ${names.stream}`, error);
  }
}
