import type { JetStreamManager } from "@nats-io/jetstream";
import { type Ledger, StoreError } from "../../store/index.js";
import type { Broker } from "./connect.js";
import { type Presence, refuseOtherEngines } from "./presence.js";
import type { Names } from "./streams.js";
import { BrokerError } from "./trouble.js";

export interface LookoutMeans {
  readonly broker: Broker;
  readonly names: Names;
  readonly ledger: Ledger;
  readonly engine: string;
  readonly self: () => Presence;
  /** Whether no article is in hand: then nothing else tells whether the ledger answers. */
  readonly isIdle: () => boolean;
  readonly ledgerAnswers: (trouble: string | null) => void;
  /** Told when a worker of another engine is at work, and this one has to end. */
  readonly onForeign: (error: BrokerError) => void;
}

/** Where there is no article: only whether the ledger answers is asked. */
const NO_ARTICLE = "-";

/** What a worker looks for now and then, whatever it has in hand. */
export class Lookout {
  /** Articles in the stream as of the last look; `null` when the broker did not say. */
  waiting: number | null = null;
  #isAsking = false;

  constructor(private readonly means: LookoutMeans) {}

  async look(manager: JetStreamManager): Promise<void> {
    await Promise.all([this.count(manager), this.#askLedger(), this.#askOthers()]);
  }

  /** How much waits or is in work; `null` when the broker does not say. */
  async count(manager: JetStreamManager): Promise<number | null> {
    try {
      this.waiting = (await manager.streams.info(this.means.names.stream)).state.messages;
    } catch {
      this.waiting = null;
    }
    return this.waiting;
  }

  async #askLedger(): Promise<void> {
    const { ledger, engine, isIdle, ledgerAnswers } = this.means;
    if (this.#isAsking || !isIdle()) return;
    this.#isAsking = true;
    try {
      await ledger.settled([NO_ARTICLE], engine);
      ledgerAnswers(null);
    } catch (error) {
      const isBusy = error instanceof StoreError && error.code === "busy";
      if (!isBusy && isIdle()) ledgerAnswers(error instanceof Error ? error.message : String(error));
    } finally {
      this.#isAsking = false;
    }
  }

  async #askOthers(): Promise<void> {
    const { broker, names, self, onForeign } = this.means;
    try {
      await refuseOtherEngines(broker.connection, names, self());
    } catch (error) {
      if (error instanceof BrokerError && error.code === "foreign") onForeign(error); // else they are asked again
    }
  }
}
