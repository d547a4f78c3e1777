/** Where the processor's time goes, by folder of the engine. */
import { type Profiler, Session } from "node:inspector/promises";

const MICROSECONDS = 500; // between two samples

/**
 * Runs `work` under the sampling profiler. A sample belongs to the engine's folder in whose function it was taken, or
 * which called the built-in function or the WebAssembly it was taken in; so a tree counts for the language core, whoever
 * asked for it.
 *
 * @returns Shares of all samples in per cent, largest first.
 */
export async function profileByFolder(work: () => void): Promise<Readonly<Record<string, number>>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: MICROSECONDS });
  await session.post("Profiler.start");
  work();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return sharesOf(profile);
}

function sharesOf({ nodes, samples = [] }: Profiler.Profile): Readonly<Record<string, number>> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const counts = new Map<string, number>();
  for (const sample of samples) {
    let folder: string | null = null;
    for (let id: number | undefined = sample; id !== undefined && folder === null; id = parents.get(id)) {
      const frame = byId.get(id)?.callFrame;
      folder = frame === undefined ? null : folderOf(frame);
    }
    if (folder !== null) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([name, n]) => [name, Math.round((n / all) * 1000) / 10]),
  );
}

function folderOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string | null {
  if (functionName === "(garbage collector)") return "garbage collection";
  if (functionName === "(idle)" || functionName === "(root)") return null;
  if (functionName === "(program)") return "other";
  const path = /\/engine\/(.+)\.js$/.exec(url)?.[1];
  if (path === undefined) return null;
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "record";
  return folder;
}
