import { ApiProblem, problemOf } from "./problems.js";

/** Asks the API as told; gives the body of its answer. @throws ApiProblem */
export async function askJson(address: string, init: RequestInit): Promise<unknown> {
  const response = await reach(address, init);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  return body;
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: "same-origin" });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiProblem("offline", "Readout’s server does not answer. Is it still running?", { cause });
  }
}
