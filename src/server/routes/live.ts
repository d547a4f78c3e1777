import type { OpenAPIHono } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import type { Ledger } from "../../store/index.js";
import type { LiveItems } from "../api/judgements.js";
import type { Deps } from "../deps.js";
import { RequestError } from "../http/problems.js";

/** Streams open at one time. */
const MOST_STREAMS = 100;
/** Milliseconds between two looks at the ledger, and between two signs of life. */
const [LOOK, ALIVE] = [2000, 25_000];
/** Articles told of at once; a large run is told of in numbers by `/api/meta`. */
const MOST_TOLD = 50;

/** `/api/live`: tells of articles as they come in. */
export function addLive(app: OpenAPIHono, deps: Deps): void {
  let open = 0;
  app.get("/api/live", (c) => {
    if (open >= MOST_STREAMS) throw new RequestError(429, "Too many listeners; close another page.");
    open++;
    return streamSSE(
      c,
      async (stream) => {
        const look = await watcher(deps.ledger, deps.now());
        let quiet = 0;
        await stream.write(": listening\n\n");
        while (!stream.aborted && !stream.closed && !deps.ending.aborted) {
          await pause(LOOK, deps.ending);
          quiet += LOOK;
          const items = await look();
          if (items !== null) await stream.writeSSE({ event: "items", data: JSON.stringify(items) });
          else if (quiet >= ALIVE) await stream.write(": \n\n");
          if (items !== null || quiet >= ALIVE) quiet = 0;
        }
        open--;
      },
      async (error) => {
        open--;
        deps.log.error({ error }, "a live stream broke");
      },
    );
  });
}

/** Gives what came in since it was last asked; `null` when nothing did. */
export async function watcher({ pages }: Ledger, since: string): Promise<() => Promise<LiveItems | null>> {
  let [stamp, last] = [await pages.stamp(), since];
  return async () => {
    const now = await pages.stamp();
    if (now === stamp) return null;
    stamp = now;
    const { items } = await pages.documents({ addedAfter: last, limit: MOST_TOLD });
    if (items.length === 0) return null;
    last = items.map(({ document: { added } }) => added).reduce((a, b) => (a > b ? a : b));
    const documents = items.map(({ document: { hash, title }, contacts, events }) => ({
      hash,
      title,
      contacts,
      events,
    }));
    return { documents, added: last };
  };
}

function pause(milliseconds: number, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      ending.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    ending.addEventListener("abort", done);
  });
}
