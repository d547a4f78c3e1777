import { setTimeout as wait } from "node:timers/promises";
import { StoreError, type StoreFault } from "../../store/index.js";
import { mayPass } from "./trouble.js";

/** Work was given up because the program is to end. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
}

/** Troubles of the ledger that others cause and others mend: no article is to blame. */
const PASSING: ReadonlySet<StoreFault> = new Set(["busy", "unreachable", "full", "read-only", "troubled"]);

/** Whether trouble is worth waiting for. */
export function isPassing(error: unknown): boolean {
  return error instanceof StoreError ? PASSING.has(error.code) : mayPass(error);
}

/** Pauses between attempts, in milliseconds: doubled from the first to the last. */
const [FIRST_PAUSE, LAST_PAUSE] = [100, 5000];

/**
 * Does work again and again while its trouble may pass.
 *
 * @param giveUp Ends the waiting, for an answer too that never comes. @param onTrouble Told of every failed attempt.
 * @throws GivenUp, or the first error that does not pass.
 */
export async function persist<T>(
  work: () => Promise<T>,
  giveUp: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LAST_PAUSE, pause * 2)) {
    try {
      return await unlessGivenUp(work(), giveUp);
    } catch (error) {
      if (!isPassing(error)) throw error;
      onTrouble(error);
    }
    if (giveUp.aborted) throw new GivenUp("the program ends");
    await wait(pause, undefined, { signal: giveUp }).catch(() => undefined);
  }
}

/** Waits for work, but not once it is given up: then it is left to itself. @throws GivenUp */
export function unlessGivenUp<T>(work: Promise<T>, giveUp: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new GivenUp("the program ends"));
    if (giveUp.aborted) end();
    giveUp.addEventListener("abort", end, { once: true });
    work.then(resolve, reject).finally(() => giveUp.removeEventListener("abort", end));
  });
}
