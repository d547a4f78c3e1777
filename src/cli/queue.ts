import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import {
  asBrokerError,
  askWorkers,
  dropAside,
  listAside,
  namesOf,
  queueState,
  retryAside,
} from "../work/nats/index.js";
import { type BrokerFlags, withBroker } from "./broker.js";
import { STATUS } from "./status.js";

/** Arguments of `readout queue`. */
export interface QueueArguments extends BrokerFlags {
  readonly aside?: boolean;
  readonly retry?: boolean;
  readonly drop?: boolean;
}

/** Runs `readout queue`: what waits at the broker, who works, and what was set aside. */
export async function queue({ aside = false, retry = false, drop = false, ...flags }: QueueArguments): Promise<number> {
  const names = namesOf(flags.stream);
  return withBroker(flags, async ({ connection, name }) => {
    const manager = await jetstreamManager(connection).catch((error: unknown) =>
      Promise.reject(asBrokerError(name, error)),
    );
    const state = await queueState(manager, names);
    if (retry) say(`${await retryAside(jetstream(connection), manager, names)} put back`);
    else if (drop) say(`${await dropAside(manager, names)} thrown away`);
    else if (aside) {
      for await (const { hash, name: source, reason, tries, at } of listAside(manager, names))
        say(JSON.stringify({ hash, source, reason, tries, at }));
    } else {
      const workers = await askWorkers(connection, names);
      const size = `${(state.bytes / 1024 / 1024).toFixed(1)} MB, ${state.replicas} ${state.replicas === 1 ? "replica" : "replicas"}`;
      say(
        `${names.stream}: ${state.waiting} waiting, ${state.inWork} in work, ${state.aside} set aside (${size}); ${workers.length} workers`,
      );
      for (const { host, pid, engine } of workers) say(`  ${host}, process ${pid}, ${engine}`);
    }
    return STATUS.read;
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
