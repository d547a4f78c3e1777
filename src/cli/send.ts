import { jetstreamManager } from "@nats-io/jetstream";
import { readSources, sizeOf } from "../intake/sources.js";
import { type VisitMemory, Visits } from "../intake/visits.js";
import { readKnowledgeFiles } from "../knowledge.js";
import { DEFAULT_LEDGER, isPostgres, type Ledger, openLedger } from "../store/index.js";
import {
  asBrokerError,
  type Broker,
  GivenUp,
  makeStreams,
  namesOf,
  persist,
  type SendOutcome,
  send,
} from "../work/nats/index.js";
import { type BrokerFlags, withBroker } from "./broker.js";
import { engineVersion } from "./engine-version.js";
import { type IngestArguments, memoryOf } from "./ingest.js";
import { type Interrupt, watchInterrupt } from "./interrupt.js";
import { type Messages, openMessages } from "./messages.js";
import { UsageError } from "./parties.js";
import { openProgress, ReadAhead } from "./progress.js";
import { STATUS } from "./status.js";

/** Arguments of `readout ingest … --nats`. */
export interface SendArguments extends IngestArguments, BrokerFlags {
  readonly replicas?: number;
  readonly backlog?: number;
}

/** Runs `readout ingest --nats`: every article of the sources into the stream, for workers to read. */
export async function sendSources(flags: SendArguments): Promise<number> {
  refuseReadersOptions(flags);
  const messages = openMessages(process.stderr, false);
  const interrupt = watchInterrupt();
  try {
    return await withBroker(flags, async (broker) => {
      // A ledger, where one is named, spares sending what it knows, and remembers what feeds answered.
      const ledger = flags.ledger === DEFAULT_LEDGER ? null : await openLedger(flags.ledger, "create");
      try {
        const counts = await sendAll(flags, { broker, ledger, messages, interrupt });
        process.stdout.write(`${interrupt.asked ? "stopped; " : ""}${broker.name}: ${countsText(counts)}\n`);
        return interrupt.asked ? STATUS.stopped : counts.failed > 0 ? STATUS.failed : STATUS.read;
      } finally {
        await ledger?.close();
      }
    });
  } finally {
    interrupt.release();
    if (process.stdin.readableFlowing !== null) process.stdin.destroy(); // a pipe left open must not keep the program alive
  }
}

/** What reads is decided at the workers. */
function refuseReadersOptions({ ledger, actors, dictionary, threads }: SendArguments): void {
  if (ledger !== DEFAULT_LEDGER && !isPostgres(ledger))
    throw new UsageError(
      `${ledger}: with --nats the ledger is the workers': postgres://user@host/database, or left out`,
    );
  for (const [name, value] of Object.entries({ actors, dictionary, threads }))
    if (value !== undefined) throw new UsageError(`--${name} is for whoever reads: give it to readout work`);
}

interface Means {
  readonly broker: Broker;
  readonly ledger: Ledger | null;
  readonly messages: Messages;
  readonly interrupt: Interrupt;
}

type Counts = Record<SendOutcome["kind"], number>;

async function sendAll(flags: SendArguments, { broker, ledger, messages, interrupt }: Means): Promise<Counts> {
  const { sources, outlet, replicas, backlog, allowPrivate } = flags;
  const names = namesOf(flags.stream);
  const manager = await jetstreamManager(broker.connection).catch((error: unknown) =>
    Promise.reject(asBrokerError(broker.name, error)),
  );
  await makeStreams(manager, names, { replicas, backlog });
  const progress = openProgress(process.stderr, await sizeOf(sources));
  const ahead = new ReadAhead();
  const ask = patientWith(messages, interrupt);
  const visits = new Visits(ledger === null ? forgetful() : patientMemory(memoryOf(ledger), ask), { allowPrivate });
  const engine = ledger === null ? "" : engineVersion({ ...readKnowledgeFiles(), ownActors: [] });
  const none: ReadonlySet<string> = new Set();
  const settled = async (hashes: readonly string[]) =>
    ledger === null ? none : ask(() => ledger.settled(hashes, engine), none);
  const counts: Counts = { sent: 0, waiting: 0, known: 0, failed: 0 };
  let told = false;
  const onFull = (): void => {
    if (!told) messages.say(`${broker.name}: the stream is full; waiting for workers …`);
    told = true;
  };
  try {
    const read = readSources(sources, { stdin: process.stdin, visits, onBytes: ahead.onBytes });
    const inputs = withOutlet(ahead.watch(read), outlet);
    for await (const outcome of send(inputs, { broker, names, settled, stopped: () => interrupt.check(), onFull })) {
      counts[outcome.kind]++;
      progress.bytes(ahead.done());
      progress.article();
      if (outcome.kind !== "failed") continue;
      progress.clear();
      messages.say(outcome.why);
    }
    return counts;
  } finally {
    progress.finish();
  }
}

/** Asks the ledger, and waits while it cannot be asked; when the wait is broken off there is no answer. */
type Ask = <T>(question: () => Promise<T>, noAnswer: T) => Promise<T>;

function patientWith(messages: Messages, { signal }: Interrupt): Ask {
  let told = false;
  const tell = (error: unknown): void => {
    if (!told) messages.say(`${error instanceof Error ? error.message : String(error)}; waiting …`);
    told = true;
  };
  return async (question, noAnswer) => {
    try {
      const answer = await persist(question, signal, tell);
      told = false;
      return answer;
    } catch (error) {
      if (error instanceof GivenUp) return noAnswer;
      throw error;
    }
  };
}

function patientMemory({ state, keep }: VisitMemory, ask: Ask): VisitMemory {
  return {
    state: (url) => ask(() => state(url), null),
    keep: (url, kind, said) => ask(() => keep(url, kind, said), undefined),
  };
}

/** The publisher the user names goes with the article: workers read for many sources. */
async function* withOutlet(
  inputs: ReturnType<typeof readSources>,
  outlet: string | undefined,
): ReturnType<typeof readSources> {
  for await (const input of inputs)
    yield outlet === undefined || "failure" in input ? input : { ...input, article: { ...input.article, outlet } };
}

/** What addresses answered is known for this run alone. */
function forgetful(): VisitMemory {
  return { state: async () => null, keep: async () => undefined };
}

function countsText({ sent, waiting, known, failed }: Counts): string {
  const parts = [`${sent} sent`, ...(waiting > 0 ? [`${waiting} waiting there already`] : []), ...(known > 0 ? [`${known} known to the ledger`] : []), `${failed} failed`]; // biome-ignore format: one line reads best
  return parts.join(", ");
}
