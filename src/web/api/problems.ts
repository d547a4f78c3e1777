/** Why the API did not answer as hoped, in words for the reader. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";

  /**
   * @param kind `offline`: no answer at all; `missing`: there is no such thing; `refused`: what was asked is not allowed
   * or not understood; `broken`: the server failed.
   */
  constructor(
    readonly kind: "offline" | "missing" | "refused" | "broken",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The problem behind an answer that is no success (RFC 9457 bodies, or none). Never throws. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const kind = status === 404 || status === 410 ? "missing" : status < 500 ? "refused" : "broken";
  return new ApiProblem(
    kind,
    textOf(body, "detail") ?? textOf(body, "title") ?? `The server answered with status ${status}.`,
  );
}

function textOf(body: unknown, field: string): string | null {
  if (typeof body !== "object" || body === null || !(field in body)) return null;
  const value: unknown = Reflect.get(body, field);
  return typeof value === "string" && value !== "" ? value : null;
}

/** Whatever was thrown, as a problem. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem("broken", error instanceof Error ? error.message : "Something went wrong.", { cause: error });
}
