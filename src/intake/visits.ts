import { setTimeout as wait } from "node:timers/promises";
import { InputError } from "../engine/base/errors.js";
import type { Article } from "../engine/document/types.js";
import { decodeText } from "./decode.js";
import { type FeedEntry, isFeed, parseFeed } from "./feed.js";
import { type Answer, type FetchOptions, fetchAddress, isAddress } from "./fetch-address.js";
import { asInputError, type Input, readBytes } from "./files.js";
import { extractPage } from "./html.js";
import { ALLOW_ALL, ALLOW_NONE, parseRobots, type Robots } from "./robots.js";

/** What earlier visits left: validators of feeds and pages. Kept by whoever has a ledger. */
export interface VisitMemory {
  state(url: string): Promise<Readonly<Record<string, string>> | null>;
  keep(url: string, kind: "feed" | "page", state: Readonly<Record<string, string>>): Promise<void>;
}

/** Text of a feed's entry from which on it is the article, in UTF-16 code units; shorter ones are teasers. */
const WHOLE_TEXT = 600;

/** Visits to addresses: robots.txt is respected, what has not changed is not sent again. */
export class Visits {
  readonly #robots = new Map<string, Promise<Robots>>();
  readonly #lastVisit = new Map<string, number>();

  constructor(
    private readonly memory: VisitMemory,
    private readonly options: FetchOptions = {},
  ) {}

  /** The articles at an address: those of a feed with their pages, or the one of a page. */
  async *read(address: string): AsyncGenerator<Input> {
    const state = (await this.memory.state(address)) ?? {};
    const answer = await this.ask(address, state);
    if (answer.status === 304) return;
    const text = decodeText(answer.body)?.text;
    if (text === undefined)
      throw new InputError("input-binary", `${address}: not text (${answer.type || "binary data"})`);
    const kind = isFeed(text) ? "feed" : "page";
    if (kind === "feed") yield* readFeedText(address, text, this);
    else yield* pageOf(address, answer);
    // Kept only when all of it was taken: a run that broke off asks again.
    await this.memory.keep(address, kind, answer.state);
  }

  /** The page at an address, if it has changed; nothing when it has not. */
  async *readPage(address: string): AsyncGenerator<Input> {
    const answer = await this.ask(address, (await this.memory.state(address)) ?? {});
    if (answer.status === 304) return;
    yield* pageOf(address, answer);
    await this.memory.keep(address, "page", answer.state);
  }

  private async ask(address: string, state: Readonly<Record<string, string>>): Promise<Answer> {
    const url = new URL(address);
    const robots = await this.robotsOf(url);
    if (!robots.allows(url.pathname + url.search))
      throw new InputError("input-robots", `${address}: the site's robots.txt asks not to read it`);
    await this.keepDistance(url.origin, robots.delay);
    const answer = await fetchAddress(address, { ...this.options, state });
    if (answer.status === 304 || (answer.status >= 200 && answer.status < 300)) return answer;
    throw new InputError("input-status", `${address}: answered ${answer.status}`);
  }

  private robotsOf({ origin }: URL): Promise<Robots> {
    const known = this.#robots.get(origin) ?? this.fetchRobots(origin);
    this.#robots.set(origin, known);
    return known;
  }

  /** A site without the file allows all; one that cannot answer for it allows nothing for now (RFC 9309, 2.3.1). */
  private async fetchRobots(origin: string): Promise<Robots> {
    const { status, body } = await fetchAddress(`${origin}/robots.txt`, { ...this.options, state: {} });
    if (status >= 500) return ALLOW_NONE;
    return status >= 200 && status < 300 ? parseRobots(new TextDecoder().decode(body)) : ALLOW_ALL;
  }

  private async keepDistance(origin: string, seconds: number): Promise<void> {
    const due = (this.#lastVisit.get(origin) ?? -Infinity) + seconds * 1000;
    const now = performance.now();
    if (due > now) await wait(due - now);
    this.#lastVisit.set(origin, performance.now());
  }
}

async function* pageOf(address: string, answer: Answer): AsyncGenerator<Input> {
  const html = /html|xml/.test(answer.type);
  for await (const input of readBytes(html ? `${address}#.html` : address, answer.body))
    yield "failure" in input ? input : { name: address, article: foundAt(input.article, answer.url) };
}

/** An article with the address it was found at; the site's name is the outlet where nothing else names it. */
export function foundAt(article: Article, url: string): Article {
  const site = new URL(url).hostname.replace(/^www\./, "");
  return { ...article, url: article.url ?? url, outlet: article.outlet ?? site };
}

/** The articles of a feed: as the feed gives them where it gives the whole text, else from their pages. */
export async function* readFeedText(name: string, text: string, visits: Visits): AsyncGenerator<Input> {
  const feed = await parseFeed(name, text);
  for (const [i, entry] of feed.entries.entries()) {
    const where = `${name}#${i + 1}`;
    try {
      yield* readEntry(where, name, entry, feed.title, visits);
    } catch (error) {
      yield { name: where, failure: asInputError(where, error) };
    }
  }
}

async function* readEntry(
  where: string,
  feed: string,
  entry: FeedEntry,
  outlet: string | null,
  visits: Visits,
): AsyncGenerator<Input> {
  const content = entry.content === null ? "" : (await extractPage(entry.content, where)).text;
  const base = isAddress(feed) ? feed : undefined;
  const link = entry.url !== null && URL.canParse(entry.url, base) ? new URL(entry.url, base).href : null;
  const title = entry.title ?? undefined;
  const published = entry.published ?? undefined;
  if (content.length >= WHOLE_TEXT || link === null || !isAddress(link)) {
    if (content.trim() === "") throw new InputError("input-empty", `${where}: neither text nor address`);
    yield {
      name: where,
      article: { text: content, title, published, url: link ?? undefined, outlet: outlet ?? undefined },
    };
    return;
  }
  for await (const input of visits.readPage(link)) {
    if ("failure" in input) yield input;
    else {
      const { article } = input;
      yield {
        name: link,
        article: { ...article, title: article.title ?? title, published: article.published ?? published },
      };
    }
  }
}
