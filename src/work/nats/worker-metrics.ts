import { Metrics } from "./metrics.js";

/** What became of an article at a worker: what the ledger says, or set aside, or given back to be tried again. */
export type Settled = "new" | "known" | "read-again" | "forgotten" | "set-aside" | "given-back";

const OUTCOMES: readonly Settled[] = ["new", "known", "read-again", "forgotten", "set-aside", "given-back"];
/** Bounds of the timers, in seconds: a batch is read in some tenths and saved in some hundredths. */
const BOUNDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What a worker counts and measures. */
export interface WorkerMetrics {
  readonly text: () => string;
  readonly settled: (outcome: Settled) => void;
  readonly redelivered: () => void;
  readonly retried: (what: "ledger" | "broker") => void;
  readonly read: (seconds: number) => void;
  readonly saved: (seconds: number) => void;
}

/** What is asked when the metrics are. */
export interface Gauges {
  readonly engine: string;
  readonly inWork: () => number;
  readonly ledgerUp: () => boolean;
  readonly brokerUp: () => boolean;
  /** `null` where it is not known. */
  readonly waiting: () => number | null;
}

export function openWorkerMetrics({ engine, inWork, ledgerUp, brokerUp, waiting }: Gauges): WorkerMetrics {
  const metrics = new Metrics();
  metrics.gauge("readout_worker_info", "Version of the engine that reads.", () => 1, { engine });
  const articles = metrics.counter("readout_articles_total", "Articles by what became of them.");
  for (const outcome of OUTCOMES) articles(0, { outcome });
  const redelivered = metrics.counter("readout_redelivered_total", "Messages that had been delivered before.");
  redelivered(0);
  const retries = metrics.counter(
    "readout_retries_total",
    "Attempts repeated because ledger or broker did not answer.",
  );
  for (const of of ["ledger", "broker"]) retries(0, { of });
  metrics.gauge("readout_in_work", "Articles this worker holds without an answer.", inWork);
  metrics.gauge("readout_waiting", "Articles in the stream, as of the last look.", () => waiting() ?? Number.NaN);
  metrics.gauge("readout_ledger_up", "Whether the ledger answered last.", () => Number(ledgerUp()));
  metrics.gauge("readout_broker_up", "Whether the broker is connected.", () => Number(brokerUp()));
  metrics.gauge("process_resident_memory_bytes", "Memory of the process.", () => process.memoryUsage.rss());
  metrics.total("process_cpu_seconds_total", "Processor time of the process.", () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  return {
    text: () => metrics.text(),
    settled: (outcome) => articles(1, { outcome }),
    redelivered: () => redelivered(),
    retried: (of) => retries(1, { of }),
    read: metrics.timer("readout_read_seconds", "Time to read a batch.", BOUNDS),
    saved: metrics.timer("readout_save_seconds", "Time to save a batch, with waiting for other writers.", BOUNDS),
  };
}
