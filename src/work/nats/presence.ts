import { hostname } from "node:os";
import type { NatsConnection, Subscription } from "@nats-io/transport-node";
import { z } from "zod";
import type { Names } from "./streams.js";
import { BrokerError } from "./trouble.js";

/** A worker, as it says itself. */
export interface Presence {
  readonly host: string;
  readonly pid: number;
  /** Version of its engine. */
  readonly engine: string;
}

const schema = z.object({ host: z.string().max(300), pid: z.number(), engine: z.string().max(300) });
/** Time workers have to answer, in milliseconds. */
const ANSWER = 400;

/** Answers whoever asks which workers are there. */
export function answerPresence(connection: NatsConnection, { here }: Names, engine: string): Subscription {
  const answer = JSON.stringify({ host: hostname(), pid: process.pid, engine });
  return connection.subscribe(here, { callback: (_, message) => void message?.respond(answer) });
}

/** The workers that take from a stream. */
export async function askWorkers(connection: NatsConnection, { here }: Names): Promise<Presence[]> {
  const found: Presence[] = [];
  try {
    for await (const message of await connection.requestMany(here, "", { strategy: "timer", maxWait: ANSWER })) {
      const result = schema.safeParse(jsonOf(message.string()));
      if (result.success) found.push(result.data);
    }
  } catch {
    // nobody listens there
  }
  return found;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @throws BrokerError `foreign` when workers of another engine are at work: an article could be read by now one, now the other. */
export async function refuseOtherEngines(connection: NatsConnection, names: Names, engine: string): Promise<void> {
  const other = (await askWorkers(connection, names)).find((worker) => worker.engine !== engine);
  if (other !== undefined)
    throw new BrokerError(
      "foreign",
      `stream ${names.stream}: a worker with another version or other actors is at work (${other.host}, process ${other.pid}: ${other.engine}; here: ${engine}); stop those first`,
    );
}
