import { type Broker, type BrokerAddress, connectBroker } from "../work/nats/index.js";

/** Options of every command that speaks to a broker. */
export interface BrokerFlags {
  readonly nats: string;
  readonly stream: string;
  readonly creds?: string;
  readonly ca?: string;
}

/** Connects, runs, and closes the connection whatever comes of it. */
export async function withBroker<T>(flags: BrokerFlags, work: (broker: Broker) => Promise<T>): Promise<T> {
  const address: BrokerAddress = { servers: flags.nats, creds: flags.creds, ca: flags.ca };
  const broker = await connectBroker(address);
  try {
    return await work(broker);
  } finally {
    await broker.connection.close();
  }
}
