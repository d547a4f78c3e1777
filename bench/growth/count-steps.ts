import { Session } from "node:inspector/promises";

/** Counts what a program does instead of timing it: how often the busiest block of each of its functions is run. */
export interface StepCounter {
  /** Steps of some work, by the key of their file. */
  count(work: () => unknown): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

/**
 * Starts counting. Only functions that are first called afterwards are counted block by block, so what is to be counted is
 * imported after this. Built-in functions, patterns and WebAssembly are one step, however long they take.
 *
 * @param keyOf Key of a file by its address; `null` where it does not count.
 */
export async function openStepCounter(keyOf: (url: string) => string | null): Promise<StepCounter> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const take = async (): Promise<ReadonlyMap<string, number>> => {
    const { result } = await session.post("Profiler.takePreciseCoverage"); // and begins anew
    const steps = new Map<string, number>();
    for (const { url, functions } of result) {
      const key = keyOf(url);
      if (key === null) continue;
      // Of a function the block that was run most often: blocks run as often as what they stand in are not listed.
      for (const { ranges } of functions) {
        const most = ranges.reduce((max, { count }) => Math.max(max, count), 0);
        steps.set(key, (steps.get(key) ?? 0) + most);
      }
    }
    return steps;
  };
  return {
    async count(work) {
      await take();
      await work();
      return take();
    },
    async close() {
      await session.post("Profiler.stopPreciseCoverage");
      session.disconnect();
    },
  };
}

/** Folder of the program a file is in, below `src`; `null` for what is not the program. */
export function folderOf(url: string): string | null {
  return (
    /\/src\/((?:engine\/)?[a-z-]+)\//.exec(url)?.[1] ?? (/\/src\/engine\/[a-z-]+\.[jt]s/.test(url) ? "engine" : null)
  );
}
