import { setImmediate } from "node:timers/promises";

/** Ctrl-C, so that it ends a run between two records. A second one ends the program at once. */
export interface Interrupt {
  readonly asked: boolean;
  /** Aborted once it was asked for. */
  readonly signal: AbortSignal;
  /** Lets a signal that has come in be noticed. */
  check(): Promise<boolean>;
  /** Waits for something, but no longer than until Ctrl-C: then `null`, and it is left to itself. */
  or<T>(work: Promise<T>): Promise<T | null>;
  /** Gives Ctrl-C back to the system. */
  release(): void;
}

export function watchInterrupt(): Interrupt {
  let asked = false;
  const controller = new AbortController();
  let tell: (nothing: null) => void = () => undefined;
  const told = new Promise<null>((resolve) => {
    tell = resolve;
  });
  const note = (): void => {
    if (asked) {
      release();
      process.kill(process.pid, "SIGINT");
    }
    asked = true;
    controller.abort();
    tell(null);
  };
  const release = (): void => void process.off("SIGINT", note);
  process.on("SIGINT", note);
  return {
    get asked() {
      return asked;
    },
    signal: controller.signal,
    async check() {
      await setImmediate();
      return asked;
    },
    or: (work) => Promise.race([work, told]),
    release,
  };
}
