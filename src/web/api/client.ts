import { ApiProblem, problemOf } from "./problems.js";

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

/** @throws ApiProblem. The browser's own cache asks again with the ETag of the last answer. */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(address, signal === undefined ? {} : { signal });
}

/** Sends a body to a route that writes. @throws ApiProblem */
export async function post<T>(address: string, body: unknown): Promise<T> {
  return answer<T>(address, {
    method: "POST",
    headers: { "content-type": "application/json", "x-readout-token": writeToken() },
    body: JSON.stringify(body),
  });
}

async function answer<T>(address: string, init: RequestInit): Promise<T> {
  const response = await reach(address, init);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  return body as T; // page and server are built together from one contract, which the server checks
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: "same-origin" });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiProblem("offline", "Readout’s server does not answer. Is it still running?", { cause });
  }
}

/** The secret of this start of the server, which it writes into the page; empty where it gave none. */
function writeToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="readout-token"]')?.content ?? "";
}
