import { StoreError, type StoreFault } from "../../store/index.js";
import type { Problem } from "../api/route.js";

/** Trouble with a request, to be answered with a status and words. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  constructor(
    readonly status: number,
    message: string,
    readonly errors?: Problem["errors"],
  ) {
    super(message);
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: "The request was not understood",
  401: "The token is missing or wrong",
  403: "Not allowed",
  404: "Not found",
  405: "Not this way",
  409: "Not now",
  413: "Too large",
  415: "Not JSON",
  429: "Too many requests",
  500: "The server failed",
  503: "Not now",
};

const STORE_STATUS: Readonly<Partial<Record<StoreFault, number>>> = { busy: 409, "read-only": 409, full: 409, unreachable: 503, troubled: 503 }; // biome-ignore format: one line reads best

/** The body that tells of a trouble. What only the machine's owner should see is left to the log. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestError)
    return bodyOf(error.status, error.message, error.errors === undefined ? {} : { errors: error.errors });
  if (error instanceof StoreError) return bodyOf(STORE_STATUS[error.code] ?? 500, wordsOf(error));
  return bodyOf(500, "Something went wrong that is not the request's fault; the server's log says what.");
}

function bodyOf(status: number, detail: string, more: Pick<Problem, "errors"> = {}): Problem {
  return { type: "about:blank", title: TITLES[status] ?? "Trouble", status, detail, ...more };
}

/** The ledger's own words without its name, which may be a path. */
function wordsOf({ message }: StoreError): string {
  const at = message.indexOf(": ");
  const words = at < 0 ? message : message.slice(at + 2);
  return `The ledger: ${words}`;
}

/** A problem as a response. */
export function problemResponse(error: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const problem = problemOf(error);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
