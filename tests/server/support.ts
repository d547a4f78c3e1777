import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { countryNames } from "../../src/desk/index.js";
import { readTables } from "../../src/knowledge.js";
import { createApp } from "../../src/server/app.js";
import { codeWords } from "../../src/server/codes.js";
import type { Deps } from "../../src/server/deps.js";
import { ownHosts } from "../../src/server/http/hosts.js";
import { KeptAnswers } from "../../src/server/http/kept-answers.js";
import { makeMapPlaces } from "../../src/server/map-places.js";
import type { Ledger, NewArticle } from "../../src/store/index.js";
import { ROOT } from "../cli/run.js";
import { files } from "../data/knowledge.js";
import { read } from "../store/articles.js";

/** This start's token in the tests. */
export const TOKEN = "a-token-for-these-tests-alone";
export const NOW = "2024-03-01T12:00:00.000Z";

/** What the application works with, with a ledger of the test's own; parts can be put in place of others. */
export function depsFor(ledger: Ledger, changes: Partial<Deps> = {}): Deps {
  return {
    ledger,
    version: "0.0.0",
    access: { readToken: null, writeToken: null, pageToken: TOKEN, isOwnHost: ownHosts("127.0.0.1", []) },
    rates: { read: { burst: 1e6, perSecond: 1e6 }, write: { burst: 1e6, perSecond: 1e6 } },
    codes: codeWords(files.tables.get("actors/countries.tsv") ?? "", ["phone"]),
    countries: countryNames(files.tables),
    places: makeMapPlaces(readTables(["map"])),
    tables: files.tables,
    kept: new KeptAnswers(),
    files: null,
    read: async (article, now) => ({ ...read(article), added: now }),
    now: () => NOW,
    ticks: () => 0,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ending: new AbortController().signal,
    ...changes,
  };
}

/** An application that is asked as a browser on this machine asks. */
export function client(deps: Deps) {
  const app = createApp(deps);
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    app.request(`http://127.0.0.1:8321${path}`, { headers: { host: "127.0.0.1:8321", ...headers } });
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    app.request(`http://127.0.0.1:8321${path}`, {
      method: "POST",
      headers: { host: "127.0.0.1:8321", "content-type": "application/json", "x-readout-token": TOKEN, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return { app, get, post };
}

/** The body of an answer, of a shape the test goes on to look at. */
export async function bodyOf<T>(response: Response | Promise<Response>): Promise<T> {
  return JSON.parse(await (await response).text());
}

/** An article of examples/demo, as it lies there. */
export interface DemoLine {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly outlet: string;
  readonly url: string;
}

export function demoLines(): DemoLine[] {
  const folder = join(ROOT, "examples", "demo");
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), "utf8").trim().split("\n"))
    .map((line): DemoLine => JSON.parse(line));
}

/** The articles of examples/demo as they are read, by id. */
export function demoArticles(): ReadonlyMap<string, NewArticle> {
  return new Map(demoLines().map((line) => [line.id, read(line)]));
}
