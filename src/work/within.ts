import { createContext, Script } from "node:vm";

/** What a piece of work gave, or `null` where it was broken off. */
export type Within<T> = { readonly value: T } | null;

const script = new Script("work()");
let box: { work: (() => void) | null } | null = null;

/**
 * Runs a piece of work that only computes, and breaks it off when it takes too long: whatever it loops in ends there,
 * without its `finally`. What it had altered is half altered and must not be used again.
 *
 * @param milliseconds By the clock.
 */
export function within<T>(milliseconds: number, work: () => T): Within<T> {
  box ??= createContext({ work: null }) as { work: (() => void) | null }; // the object it was given
  let result: Within<T> = null;
  box.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(box, { timeout: Math.ceil(milliseconds) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return null;
  } finally {
    box.work = null;
  }
  return result;
}

/** Whether the time was up. Such an error comes from the context, not from here: it is no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
