import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { hostname } from "node:os";
import { join } from "node:path";
import { serve as listen } from "@hono/node-server";
import pino, { type Logger } from "pino";
import { countryNames } from "../desk/index.js";
import { readTables } from "../knowledge.js";
import { ROOT } from "../root.js";
import type { Ledger } from "../store/index.js";
import { createApp } from "./app.js";
import { codeWords } from "./codes.js";
import type { Deps } from "./deps.js";
import { isLoopback, ownHosts } from "./http/hosts.js";
import { KeptAnswers } from "./http/kept-answers.js";
import { openStaticFiles } from "./http/static-files.js";
import { makeMapPlaces } from "./map-places.js";
import { warmUp } from "./warm-up.js";

/** How a server is to be started. */
export interface ServeOptions {
  readonly ledger: Ledger;
  readonly version: string;
  readonly host: string;
  readonly port: number;
  /** Asked for when the address is not the loopback. */
  readonly token: string | null;
  /** Further names of this server, besides the machine's own. */
  readonly names: readonly string[];
  readonly read: Deps["read"];
  /** Whether somebody watches: then the log is quiet. */
  readonly watched: boolean;
}

/** A server that listens. */
export interface Running {
  readonly address: string;
  /** Ends when all answers under way were given, at the latest after some seconds. */
  close(): Promise<void>;
}

/** Why a server does not start, in words for a person. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** An address that asks more than this is no reader. A page asks for some ten things at once. */
const RATES = { read: { burst: 4000, perSecond: 1000 }, write: { burst: 60, perSecond: 5 } };
const SHORTEST_TOKEN = 16; // characters: a shorter one could be tried out
const GRACE = 5000; // milliseconds
const KEPT_OPEN = 30_000; // milliseconds an idle connection is kept

/** Starts a server. @throws StartError when it may not, or cannot, listen there. */
export async function startServer(options: ServeOptions): Promise<Running> {
  const { ledger, version, host, port, token, names, read, watched } = options;
  const local = isLoopback(host);
  if (!local && token === null)
    throw new StartError(`${host} can be reached by others: give a token (--token-file FILE, or READOUT_TOKEN)`);
  if (token !== null && token.length < SHORTEST_TOKEN)
    throw new StartError(`the token is too short: ${SHORTEST_TOKEN} characters or more`);
  const tables = readTables(["actors", "map", "occasions"]);
  const log = pino({ level: watched ? "error" : "info" }, pino.destination({ dest: 2, sync: true }));
  const ending = new AbortController();
  const app = createApp({
    ledger,
    version,
    read,
    log,
    access: {
      readToken: local ? null : token,
      writeToken: token,
      pageToken: randomBytes(24).toString("base64url"),
      isOwnHost: ownHosts(host, local ? names : [...names, host, hostname()]),
    },
    rates: RATES,
    codes: codeWords(tables.get("actors/countries.tsv") ?? "", MODES),
    countries: countryNames(tables),
    places: makeMapPlaces(tables),
    tables,
    kept: new KeptAnswers(),
    files: openStaticFiles(join(ROOT, "dist", "web")),
    now: () => new Date().toISOString(),
    ticks: () => performance.now(),
    ending: ending.signal,
  });
  const server = await listening(app.fetch, host, port);
  const address = addressOf(server, host, port);
  log.info({ address, ledger: ledger.name }, "listening");
  const warm = warmUp(app, address, local ? null : token, ending.signal);
  return { address, close: () => Promise.all([close(server, ending, log), warm]).then(() => {}) };
}

/** Modes of PLOVER 2.0. */
const MODES = "abduct access aerial allege arrest assist beat boycott censor ceasefire change convict crowd-control curfew cyber demo deport destroy disapprove disarm discontinue drone expel explosives firearms heavy-weapons hunger investigate martial-law meet militia misinformation multilateral obstruct phone police primitive relations release resign restrict riot seize sexual strike suicide-attack targeted territory third-party torture troops unconventional vandalize violence visit weapons withdraw withhold yield".split(" "); // biome-ignore format: a list

function listening(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port }, () => {
      server.off("error", fail);
      if ("keepAliveTimeout" in server) server.keepAliveTimeout = KEPT_OPEN;
      resolve(server as Server); // HTTP 1 without TLS, as nothing else was asked for
    });
    const fail = (error: NodeJS.ErrnoException): void => reject(new StartError(wordsFor(error, host, port)));
    server.on("error", fail);
  });
}

function wordsFor({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE") return `port ${port} is in use (another readout serve?); choose another with --port`;
  if (code === "EACCES") return `port ${port} may not be used (permissions); choose one above 1023 with --port`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `${host} is no address of this machine`;
  return `it cannot listen on ${host}:${port}: ${message}`;
}

function addressOf(server: Server, host: string, port: number): string {
  const bound = server.address();
  const actual = typeof bound === "object" && bound !== null ? bound.port : port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${actual}`;
}

/** Stops listening, lets answers under way be given, closes streams. */
function close(server: Server, ending: AbortController, log: Logger): Promise<void> {
  ending.abort();
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(late);
      log.info("ended");
      resolve();
    });
    server.closeIdleConnections();
  });
}
