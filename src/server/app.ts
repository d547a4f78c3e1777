import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { Deps } from "./deps.js";
import { failed } from "./http/answer.js";
import { RequestError } from "./http/problems.js";
import { limited, ownHostOnly, readersOnly, securityHeaders, writersOnly } from "./http/security.js";
import { addDesk, addDossiers } from "./routes/desk.js";
import { addFeeds } from "./routes/feeds.js";
import { addLists } from "./routes/lists.js";
import { addLive } from "./routes/live.js";
import { addLookup } from "./routes/lookup.js";
import { addOpenApi } from "./routes/openapi.js";
import { addReading } from "./routes/reading.js";
import { addReview } from "./routes/review.js";
import { addWriting } from "./routes/writing.js";

/** Most bytes of a body: of an article, and of anything else. */
const [ARTICLE_BYTES, BODY_BYTES] = [4_000_000, 64_000];
/** Longest address, in characters. */
const ADDRESS = 4000;

/** The application: HTTP in, HTTP out, without a socket. What comes first in it is asked first. */
export function createApp(deps: Deps): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(securityHeaders());
  app.use(ownHostOnly(deps));
  app.use(limited(deps, deps.rates.read));
  app.use(async (c, next) => {
    if (c.req.url.length > ADDRESS) throw new RequestError(400, "The address is too long.");
    if (!["GET", "HEAD", "POST"].includes(c.req.method))
      throw new RequestError(405, "Only GET and POST are known here.");
    await next();
  });
  app.use(readersOnly(deps));
  app.post("*", writersOnly(deps), limited(deps, deps.rates.write));
  const tooLarge = (): never => {
    throw new RequestError(413, "The body is too large.");
  };
  app.post("/api/documents", bodyLimit({ maxSize: ARTICLE_BYTES, onError: tooLarge }));
  app.post("/api/judgements/*", bodyLimit({ maxSize: BODY_BYTES, onError: tooLarge }));
  app.post("/api/judgements", bodyLimit({ maxSize: BODY_BYTES, onError: tooLarge }));
  addLists(app, deps);
  addDesk(app, deps);
  addDossiers(app, deps);
  addReading(app, deps);
  addLookup(app, deps);
  addReview(app, deps);
  addWriting(app, deps);
  addLive(app, deps);
  addFeeds(app, deps);
  addOpenApi(app, deps);
  addPage(app, deps);
  app.notFound((c) => failed(deps, new RequestError(404, `There is nothing at ${c.req.path.slice(0, 200)}.`), c));
  app.onError((error, c) => failed(deps, error, c));
  return app;
}

/** The page: its files, and itself for every address it gives its views. */
function addPage(app: OpenAPIHono, { files, access }: Deps): void {
  app.get("*", async (c, next) => {
    const { pathname } = new URL(c.req.url);
    if (/^\/(?:api|feeds)\//.test(pathname)) return next();
    const file = files?.respond(pathname, c.req.raw.headers) ?? null;
    if (file !== null) return file;
    if (/\.\w+$/.test(pathname) && pathname !== "/index.html") return next();
    return files?.index(access.pageToken) ?? unbuilt();
  });
}

function unbuilt(): Response {
  const html =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Readout</title></head><body><h1>Readout</h1><p>The page is not built here; the API is: see <a href="/docs">/docs</a>.</p></body></html>';
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } });
}
