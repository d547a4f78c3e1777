import { createHash } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { z } from "zod";
import type { Deps } from "../deps.js";
import { problemResponse, RequestError } from "./problems.js";

/** What a route of the contract says of itself; see `readRoute` and `writeRoute`. */
interface Contract {
  readonly method: "get" | "post";
  readonly path: string;
  readonly answer: z.ZodType;
  readonly query?: z.ZodObject | undefined;
  readonly params?: z.ZodObject | undefined;
  readonly body?: z.ZodType | undefined;
}
type Parsed<S> = z.infer<Extract<S, z.ZodType>>;

/** What a handler is given: everything checked. */
export interface Asked<R extends Contract> {
  readonly query: Parsed<R["query"]>;
  readonly params: Parsed<R["params"]>;
  readonly body: Parsed<R["body"]>;
}
export type Answer<R extends Contract> = z.infer<R["answer"]>;

/** Adds a route: checks what is asked by the contract, and answers in JSON with an ETag, or with a problem. */
export function serveJson<R extends Contract>(
  app: OpenAPIHono,
  deps: Deps,
  route: R,
  handle: (asked: Asked<R>) => Promise<Answer<R>>,
): void {
  // The contract's routes were made by `createRoute`: the registry takes them as they are.
  const { answer: _, query: __, params: ___, body: ____, ...operation } = route;
  app.openAPIRegistry.registerPath(operation as unknown as Parameters<typeof app.openAPIRegistry.registerPath>[0]);
  const path = route.path.replace(/\{(\w+)\}/g, ":$1");
  app.on(route.method.toUpperCase(), path, async (c) => {
    const asked = {
      query: checked(route.query, c.req.query(), "query"),
      params: checked(route.params, c.req.param(), "path"),
      body: route.body === undefined ? {} : checked(route.body, await jsonOf(c), "body"),
    } as Asked<R>; // each part was checked by the schema its type is taken from
    if (route.method === "post") return json(await handle(asked), { "cache-control": "no-store" });
    const tag = await tagOf(deps, c.req.url);
    const headers = { etag: tag, "cache-control": "private, no-cache" };
    if (matches(c.req.header("if-none-match"), tag)) return new Response(null, { status: 304, headers });
    const address = tagged(c.req.url);
    const known = deps.kept.find(address, tag);
    const body = known ?? written(await handle(asked));
    if (known === null) deps.kept.keep(address, tag, body);
    return new Response(body, { headers: { "content-type": "application/json", ...headers } });
  });
}

/** An answer in JSON, in UTF-8. What stands in its list of items is written once for as long as it is kept somewhere. */
function written(answer: unknown): Buffer<ArrayBuffer> {
  if (typeof answer !== "object" || answer === null || !("items" in answer) || !Array.isArray(answer.items))
    return Buffer.from(JSON.stringify(answer));
  const items: readonly unknown[] = answer.items;
  const { items: _, ...rest } = answer;
  const tail = JSON.stringify(rest).slice(1);
  const parts = items.flatMap((item, i) => (i === 0 ? [writtenItem(item)] : [COMMA, writtenItem(item)]));
  return Buffer.concat([Buffer.from('{"items":['), ...parts, Buffer.from(`]${tail === "}" ? "" : ","}${tail}`)]);
}

const COMMA = Buffer.from(",");

function writtenItem(item: unknown): Buffer {
  if (typeof item !== "object" || item === null) return Buffer.from(JSON.stringify(item));
  const known = WRITTEN.get(item);
  if (known !== undefined) return known;
  const made = Buffer.from(JSON.stringify(item));
  WRITTEN.set(item, made);
  return made;
}

const WRITTEN = new WeakMap<object, Buffer>();

function json(body: unknown, headers: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), { headers: { "content-type": "application/json", ...headers } });
}

/** Differs when the ledger may have changed, on another day, and at every start of the server. */
async function tagOf({ ledger, access, now, version }: Deps, url: string): Promise<string> {
  const parts = [version, access.pageToken, await ledger.pages.stamp(), now().slice(0, 10), tagged(url)];
  return `W/"${createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 22)}"`;
}

/** What an answer depends on of an address: path and query. */
function tagged(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

function matches(header: string | undefined, tag: string): boolean {
  return (header ?? "").split(",").some((one) => one.trim() === tag || one.trim() === "*");
}

/** Parses a part of a request. A query that names something unknown is refused: a filter that is not understood must not be left out. */
function checked(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (schema === undefined) {
    if (where === "query") refuseUnknown(value, []);
    return {};
  }
  if (where === "query" && "shape" in schema) refuseUnknown(value, Object.keys(Object(schema.shape)));
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({ at: [where, ...path].join("."), message }));
  throw new RequestError(400, errors.map(({ at, message }) => `${at}: ${message}`).join("; "), errors);
}

function refuseUnknown(value: unknown, known: readonly string[]): void {
  const unknown = Object.keys(Object(value)).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const errors = unknown.map((name) => ({ at: `query.${name.slice(0, 60)}`, message: "is not known here" }));
  throw new RequestError(400, `${unknown.map((name) => name.slice(0, 60)).join(", ")}: not known here (known: ${known.join(", ") || "none"})`, errors); // biome-ignore format: one line reads best
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new RequestError(400, "The body is no JSON.");
  }
}

/** What any failure of a handler is answered with. */
export function failed(deps: Deps, error: unknown, c: Context): Response {
  const response = problemResponse(error, error instanceof RequestError && error.status === 429 ? { "retry-after": "1" } : {}); // biome-ignore format: one line reads best
  if (response.status >= 500) deps.log.error({ error, path: c.req.path }, "request failed");
  return response;
}
