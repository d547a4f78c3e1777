import type { OpenAPIHono } from "@hono/zod-openapi";

/** So many articles are read beforehand: by then an answer takes a third of the first one's time. */
const ARTICLES = 12;
/** Nearly what the page asks of an article first: an address of its own, so that no answer is kept that somebody asks for. */
const HEAD = 5001;

/**
 * Asks the server what its first reader will: the first answers of a start take five times as long as later ones, since
 * no statement is prepared and no code compiled. Never throws.
 *
 * @param address of the server itself, which is a name it answers to.
 */
export async function warmUp(
  app: OpenAPIHono,
  address: string,
  token: string | null,
  ending: AbortSignal,
): Promise<void> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const ask = async (path: string): Promise<unknown> => {
    if (ending.aborted) return null;
    const response = await app.request(`${address}${path}`, { headers });
    await new Promise(setImmediate); // what a reader asks meanwhile comes first
    return response.ok ? response.json() : null;
  };
  await ask("/api/meta");
  for (const hash of hashesIn(await ask("/api/contacts"))) await ask(`/api/documents/${hash}?head=${HEAD}`);
}

/** Hashes of the first articles of a list of contacts. */
function hashesIn(page: unknown): readonly string[] {
  const items: unknown = Object(page).items;
  const hashes = (Array.isArray(items) ? items : []).map((item) => String(Object(Object(item).document).hash));
  return [...new Set(hashes)].slice(0, ARTICLES);
}
