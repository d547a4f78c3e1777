import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { InputError } from "../engine/base/errors.js";
import { isPrivateAddress } from "./private-address.js";

/** How addresses are fetched. */
export interface FetchOptions {
  /** Whether addresses of private networks may be asked. */
  readonly allowPrivate?: boolean | undefined;
  /** Validators of an earlier answer: `etag`, `lastModified`. */
  readonly state?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds for the whole of one request. */
  readonly timeout?: number | undefined;
  /** Bytes, after unpacking. */
  readonly maxBytes?: number | undefined;
}

/** What an address answered. */
export interface Answer {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Media type in small letters, without parameters. */
  readonly type: string;
  readonly body: Uint8Array;
  /** What to send the next time, to be told that nothing changed. */
  readonly state: Readonly<Record<string, string>>;
}

const [TIMEOUT, MAX_BYTES, MAX_REDIRECTS] = [20_000, 20 * 1024 * 1024, 5];
export const USER_AGENT = "readout/0.1 (+reads news for a ledger; honours robots.txt)";

/**
 * Asks an address, following redirects; every step is held to the same rules.
 *
 * @returns the answer, whatever its status; 304 when nothing changed since `state`.
 * @throws InputError for no address, a private one, no answer in time, an answer too large, or redirects without end.
 */
export async function fetchAddress(address: string, options: FetchOptions = {}): Promise<Answer> {
  const seen = new Set<string>();
  let url = parseAddress(address);
  for (let step = 0; step <= MAX_REDIRECTS; step++) {
    if (seen.has(url.href)) throw new InputError("input-redirects", `${address}: redirects in a circle`);
    seen.add(url.href);
    const answer = await ask(url, options);
    const target = answer.headers.location;
    if (![301, 302, 303, 307, 308].includes(answer.status) || target === undefined) return asAnswer(url, answer);
    url = parseAddress(new URL(target, url).href);
  }
  throw new InputError("input-redirects", `${address}: more than ${MAX_REDIRECTS} redirects`);
}

export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InputError("input-address", `${address}: no web address`);
  return url;
}

interface Raw {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

function asAnswer(url: URL, { status, headers, body }: Raw): Answer {
  const state = {
    ...(headers.etag === undefined ? {} : { etag: headers.etag }),
    ...(headers["last-modified"] === undefined ? {} : { lastModified: headers["last-modified"] }),
  };
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return { url: url.href, status, type, body, state };
}

function ask(url: URL, options: FetchOptions): Promise<Raw> {
  const { allowPrivate = false, state = {}, timeout = TIMEOUT, maxBytes = MAX_BYTES } = options;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) return Promise.reject(privateError(url));
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = send(url, {
      lookup: allowPrivate ? lookup : publicLookup(url),
      signal: AbortSignal.timeout(timeout),
      headers: {
        "user-agent": USER_AGENT,
        accept:
          "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5",
        "accept-encoding": "gzip, deflate, br",
        ...(state["etag"] === undefined ? {} : { "if-none-match": state["etag"] }),
        ...(state["lastModified"] === undefined ? {} : { "if-modified-since": state["lastModified"] }),
      },
    });
    request.on("error", (error) => reject(asFetchError(url, error, timeout)));
    request.on("response", (response) => {
      gather(url, response, maxBytes).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        (error: unknown) => {
          request.destroy();
          reject(asFetchError(url, error, timeout));
        },
      );
    });
    request.end();
  });
}

/** Looks a name up and refuses private addresses: the check and the connection use the same answer. */
function publicLookup(url: URL) {
  return (
    name: string,
    options: LookupOptions,
    done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, []);
      const open = found.filter(({ address }) => !isPrivateAddress(address));
      const [first] = open;
      if (first === undefined) return done(privateError(url), []);
      if (options.all === true) done(null, open);
      else done(null, first.address, first.family);
    });
  };
}

async function gather(url: URL, response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const encoding = response.headers["content-encoding"];
  const unpack = encoding === "gzip" ? createGunzip() : encoding === "br" ? createBrotliDecompress() : encoding === "deflate" ? createInflate() : null; // biome-ignore format: one line reads best
  if (unpack !== null) response.on("error", (error) => unpack.destroy(error));
  const stream = unpack === null ? response : response.pipe(unpack);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new InputError("input-too-large", `${url.href}: over ${maxBytes >> 20} MB`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function privateError(url: URL): InputError {
  return new InputError(
    "input-private",
    `${url.href}: an address of a private network (--allow-private lets it through)`,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "there is no such host, or no network",
  ECONNREFUSED: "nothing answers there",
  ECONNRESET: "the connection broke",
  ABORT_ERR: "no answer in time",
};

function asFetchError(url: URL, error: unknown, timeout: number): InputError {
  if (error instanceof InputError) return error;
  const name = error instanceof Error ? error.name : "";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (name === "TimeoutError" || name === "AbortError" || code === "ABORT_ERR")
    return new InputError("input-timeout", `${url.href}: no answer within ${timeout / 1000} s`);
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : "cannot be fetched");
  return new InputError("input-unreachable", `${url.href}: ${reason}`);
}
