import { availableParallelism, hostname } from "node:os";
import pino, { type Logger } from "pino";
import { readKnowledgeFiles } from "../knowledge.js";
import { isPostgres, type Ledger, openLedger } from "../store/index.js";
import { type Broker, ClusterWorker, namesOf, serveHealth, workerConnections } from "../work/nats/index.js";
import { openPool } from "../work/pool.js";
import { type BrokerFlags, withBroker } from "./broker.js";
import { engineVersion } from "./engine-version.js";
import { now } from "./ingest.js";
import { openMessages } from "./messages.js";
import { tryOwnActors } from "./own-actors.js";
import { UsageError } from "./parties.js";
import { STATUS } from "./status.js";

/** Arguments of `readout work`. */
export interface WorkArguments extends BrokerFlags {
  readonly ledger: string;
  readonly threads?: number;
  readonly tries: number;
  readonly ackWait: number;
  readonly replicas?: number;
  readonly backlog?: number;
  readonly host: string;
  readonly port: number;
  readonly log: string;
  readonly untilEmpty?: boolean;
  readonly actors?: readonly string[];
  readonly dictionary?: readonly string[];
}

/** Time what is in hand may take after a request to end, in milliseconds: longer than a batch takes with a busy ledger. */
const GRACE = 25_000;

/** Runs `readout work`: takes articles from the broker and saves them into the ledger, until asked to end. */
export async function work(flags: WorkArguments): Promise<number> {
  if (!isPostgres(flags.ledger))
    throw new UsageError(
      `${flags.ledger}: workers share a ledger in PostgreSQL: --ledger postgres://user@host/database`,
    );
  const names = namesOf(flags.stream);
  const ownActors = tryOwnActors(flags, openMessages(process.stderr, false));
  if (ownActors === null) return STATUS.misused;
  const log = openLog(flags.log);
  const ending = watchEnd(log);
  try {
    return await withBroker(flags, async (broker) => {
      const threads = flags.threads ?? availableParallelism();
      const ledger = await openLedger(flags.ledger, "create", workerConnections(threads));
      try {
        await runWorker({ ...flags, threads, names, ownActors }, { broker, ledger, log, ending });
        return STATUS.read;
      } finally {
        await ledger.close();
      }
    });
  } finally {
    ending.release();
  }
}

interface Means {
  readonly broker: Broker;
  readonly ledger: Ledger;
  readonly log: Logger;
  readonly ending: ReturnType<typeof watchEnd>;
}

type Settings = Parameters<typeof makeWorker>[0];

async function runWorker(settings: Settings, { broker, ledger, log, ending }: Means): Promise<void> {
  const { worker, pool, engine } = makeWorker(settings, { broker, ledger, log, ending });
  try {
    const { host, port } = settings;
    const health = await serveHealth({ host, port, troubles: () => worker.troubles(), metrics: worker.metrics });
    try {
      log.info(
        { broker: broker.name, ledger: ledger.name, threads: pool.threads, engine, health: health.address },
        "working",
      );
      await worker.run();
      log.info("ended");
    } finally {
      health.close();
    }
  } finally {
    await pool.close();
  }
}

function makeWorker(
  settings: WorkArguments & {
    readonly threads: number;
    readonly names: ReturnType<typeof namesOf>;
    readonly ownActors: Parameters<typeof engineVersion>[0]["ownActors"] & object;
  },
  { broker, ledger, log, ending }: Means,
) {
  const { names, ownActors, tries, ackWait, replicas, backlog, untilEmpty = false } = settings;
  const files = { ...readKnowledgeFiles(), ownActors };
  const engine = engineVersion(files);
  const pool = openPool(files, settings.threads, {});
  const { drain, giveUp } = ending;
  const worker = new ClusterWorker({ broker, names, streams: { replicas, backlog }, ledger, pool, engine, tries, ackWait, log, now, drain, giveUp, untilEmpty }); // biome-ignore format: one line reads best
  return { worker, pool, engine };
}

/** A line of JSON on standard error for everything that happens. */
function openLog(level: string): Logger {
  return pino({ level, base: { host: hostname(), pid: process.pid } }, pino.destination({ dest: 2, sync: true }));
}

/** SIGTERM and SIGINT: the first lets what is in hand be finished, for a while; the second ends that while. */
function watchEnd(log: Logger) {
  const [drain, giveUp] = [new AbortController(), new AbortController()];
  let timer: NodeJS.Timeout | undefined;
  const ask = (signal: string): void => {
    log.info({ signal }, drain.signal.aborted ? "ending at once" : "ending: what is in hand is finished first");
    if (drain.signal.aborted) giveUp.abort();
    drain.abort();
    timer ??= setTimeout(() => giveUp.abort(), GRACE);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, ask);
  return {
    drain: drain.signal,
    giveUp: giveUp.signal,
    release: (): void => {
      clearTimeout(timer);
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.off(signal, ask);
    },
  };
}
