import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler, Next } from "hono";
import type { Deps, Rate } from "../deps.js";
import { RequestError } from "./problems.js";

/** WebAssembly is made by the engine itself when a text is read in the browser; nothing else is compiled there. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** Headers every response has. */
export function securityHeaders(): MiddlewareHandler {
  return async (c: Context, next: Next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}

/** Refuses names that are not this server's: a page elsewhere can make its own name mean this address. */
export function ownHostOnly({ access }: Deps): MiddlewareHandler {
  return async (c: Context, next: Next) => {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    if (!access.isOwnHost(host)) throw new RequestError(403, `This server is not called ${host.slice(0, 100)}.`);
    await next();
  };
}

const COOKIE = "readout";

/** Asks for the token where reading is not free. `?token=` is taken once and kept in a cookie no script can read. */
export function readersOnly({ access: { readToken } }: Deps): MiddlewareHandler {
  return async (c: Context, next: Next) => {
    if (readToken === null) return next();
    const given = c.req.query("token");
    if (
      c.req.method === "GET" &&
      given !== undefined &&
      sameText(given, readToken) &&
      !c.req.path.startsWith("/api/")
    ) {
      const url = new URL(c.req.url);
      url.searchParams.delete("token");
      return new Response(null, {
        status: 303,
        headers: {
          location: `${url.pathname}${url.search}`,
          "set-cookie": `${COOKIE}=${readToken}; HttpOnly; SameSite=Strict; Path=/`,
          "cache-control": "no-store",
        },
      });
    }
    if (!tokensOf(c).some((token) => sameText(token, readToken)))
      throw new RequestError(401, "This server asks for its token: open it with ?token=… once, or send it as `Authorization: Bearer …`."); // biome-ignore format: one line reads best
    await next();
  };
}

/** Every token a request shows for reading. */
function tokensOf(c: Context): string[] {
  const bearer = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(c.req.header("cookie") ?? "")?.[1];
  return [bearer, cookie, c.req.header("x-readout-token")].filter((token) => token !== undefined);
}

/** Lets a request write that comes from the page itself or from no page at all, and shows the token in its own header. */
export function writersOnly({ access }: Deps): MiddlewareHandler {
  return async (c: Context, next: Next) => {
    const [origin, site] = [c.req.header("origin"), c.req.header("sec-fetch-site")];
    if (origin !== undefined && !isOwnOrigin(origin, access.isOwnHost, c.req.header("host")))
      throw new RequestError(403, "Another site's page may not write here.");
    if (site !== undefined && site !== "same-origin" && site !== "none")
      throw new RequestError(403, "Another site's page may not write here.");
    const token = c.req.header("x-readout-token") ?? "";
    const allowed = [access.pageToken, ...(access.writeToken === null ? [] : [access.writeToken])];
    if (!allowed.some((one) => sameText(token, one)))
      throw new RequestError(401, "Writing needs this start's token in the header x-readout-token.");
    const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
    if (type !== "application/json") throw new RequestError(415, "Send the body as application/json.");
    await next();
  };
}

function isOwnOrigin(origin: string, isOwnHost: (host: string) => boolean, host: string | undefined): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  return (
    url !== null && /^https?:$/.test(url.protocol) && isOwnHost(url.host) && (host === undefined || url.host === host)
  );
}

/** Compares without telling by its time how much was right. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Addresses whose requests are counted; beyond, those not seen for longest are forgotten. */
const MOST_ADDRESSES = 10_000;

/** Refuses an address that asks too often. */
export function limited({ ticks }: Deps, rate: Rate): MiddlewareHandler {
  const stores = new Map<string, { left: number; at: number }>();
  return async (c: Context, next: Next) => {
    const address = addressOf(c);
    const now = ticks();
    const store = stores.get(address) ?? { left: rate.burst, at: now };
    stores.delete(address);
    stores.set(address, store);
    if (stores.size > MOST_ADDRESSES) stores.delete(stores.keys().next().value ?? "");
    store.left = Math.min(rate.burst, store.left + ((now - store.at) / 1000) * rate.perSecond);
    store.at = now;
    if (store.left < 1) throw new RequestError(429, "Too many requests; wait a moment.");
    store.left--;
    await next();
  };
}

/** Address of the other end, where there is a socket. */
function addressOf(c: Context): string {
  const incoming: unknown = Reflect.get(Object(c.env), "incoming");
  const socket: unknown = Reflect.get(Object(incoming), "socket");
  const address: unknown = Reflect.get(Object(socket), "remoteAddress");
  return typeof address === "string" ? address : "";
}
