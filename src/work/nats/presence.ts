import { randomUUID } from "node:crypto";
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
  /** Tells it from all others. */
  readonly id: string;
  /** When it began, ISO in UTC. */
  readonly began: string;
  /** Whether it takes articles; one that has just begun asks first who does. */
  readonly working: boolean;
}

const short = z.string().max(300);
// Older workers do not say of themselves what has a default.
const schema = z.object({ host: short, pid: z.number(), engine: short, id: short.default(""), began: short.default(""), working: z.boolean().default(true) }); // biome-ignore format: one line reads best
/** Time workers have to answer, in milliseconds. */
const ANSWER = 400;

/** Answers whoever asks which workers are there. @param self Asked each time. @param onTrouble Told when it may not listen. */
export function answerPresence(
  connection: NatsConnection,
  { here }: Names,
  self: () => Presence,
  onTrouble: (error: Error) => void = () => undefined,
): Subscription {
  return connection.subscribe(here, {
    callback: (error, message) => {
      if (error !== null) onTrouble(error);
      else message.respond(JSON.stringify(self()));
    },
  });
}

export function presenceOf(engine: string, began: string): Presence {
  return { host: hostname(), pid: process.pid, engine, id: randomUUID(), began, working: false };
}

/** The workers that take from a stream, as far as they answer in time. @throws Error when they cannot be asked. */
async function ask(connection: NatsConnection, { here }: Names): Promise<Presence[]> {
  const found: Presence[] = [];
  for await (const message of await connection.requestMany(here, "", { strategy: "timer", maxWait: ANSWER })) {
    const result = schema.safeParse(jsonOf(message.string()));
    if (result.success) found.push(result.data);
  }
  return found;
}

/** The same; none where they cannot be asked. */
export function askWorkers(connection: NatsConnection, names: Names): Promise<Presence[]> {
  return ask(connection, names).catch(() => []); // nobody listens there
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Sees to it that no worker of another engine is at work: an article could be read by now one, now the other. Of two that
 * meet, the one that began later ends. It answers those who ask already: so of two that begin together one hears the other.
 *
 * @throws BrokerError `foreign` when it has to end; `passing` when it does not even hear itself, and so cannot say.
 * @throws Error when workers cannot be asked.
 */
export async function refuseOtherEngines(connection: NatsConnection, names: Names, self: Presence): Promise<void> {
  const found = await ask(connection, names);
  if (!found.some(({ id }) => id === self.id))
    throw new BrokerError(
      "passing",
      `stream ${names.stream}: workers do not answer who is there (subject ${names.here})`,
    );
  const other = found.find((one) => one.engine !== self.engine && goesBefore(one, self));
  if (other !== undefined)
    throw new BrokerError(
      "foreign",
      `stream ${names.stream}: a worker with another version or other actors is at work (${other.host}, process ${other.pid}: ${other.engine}; here: ${self.engine}); stop those first`,
    );
}

/** Whether a worker stays and another goes. The clocks of two machines differ: whoever is at work stays whenever it began. */
function goesBefore(one: Presence, other: Presence): boolean {
  if (one.working !== other.working) return one.working;
  return one.began === other.began ? one.id < other.id : one.began < other.began;
}
