import { setImmediate } from "node:timers/promises";

/** Ctrl-C, so that it ends a run between two records. */
export interface Interrupt {
  readonly asked: boolean;
  /** Lets a signal that has come in be noticed. */
  check(): Promise<boolean>;
  /** Runs a long piece of work that cannot look up: there Ctrl-C ends the program at once, with nothing half written. */
  during<T>(work: () => T): T;
  /** Gives Ctrl-C back to the system. */
  release(): void;
}

export function watchInterrupt(): Interrupt {
  let asked = false;
  const note = (): void => {
    asked = true;
  };
  const watch = (): void => void process.on("SIGINT", note);
  const release = (): void => void process.off("SIGINT", note);
  watch();
  return {
    get asked() {
      return asked;
    },
    async check() {
      await setImmediate();
      return asked;
    },
    during(work) {
      release();
      try {
        return work();
      } finally {
        watch();
      }
    },
    release,
  };
}
