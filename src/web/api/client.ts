import { forgetAhead, takeAhead } from "./ahead.js";
import { askJson } from "./reach.js";

/** Filters as they go into an address; those left out or empty are not sent. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The address of an API route with its filters, names in order. */
export function addressOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    if (value !== undefined && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

/**
 * Asks the API, or takes the answer that was asked for ahead. The browser's own cache asks again with the ETag of the last
 * answer. @throws ApiProblem
 */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  const answer = await (takeAhead(address) ?? askJson(address, signal === undefined ? {} : { signal }));
  signal?.throwIfAborted();
  return answer as T; // page and server are built together from one contract, which the server checks
}

/** Sends a body to a route that writes. @throws ApiProblem */
export async function post<T>(address: string, body: unknown): Promise<T> {
  forgetAhead(); // what was asked before knows nothing of this
  const answer = await askJson(address, {
    method: "POST",
    headers: { "content-type": "application/json", "x-readout-token": writeToken() },
    body: JSON.stringify(body),
  });
  return answer as T; // as above
}

/** The secret of this start of the server, which it writes into the page; empty where it gave none. */
function writeToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="readout-token"]')?.content ?? "";
}
