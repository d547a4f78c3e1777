import { InputError } from "../engine/base/errors.js";

/** An entry of a feed. Empty fields are `null`. */
export interface FeedEntry {
  readonly title: string | null;
  readonly url: string | null;
  /** ISO day or time of publication. */
  readonly published: string | null;
  /** What the feed gives of the text, as HTML. */
  readonly content: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly entries: readonly FeedEntry[];
}

const XML_FEED =
  /^\s{0,200}(?:<\?xml[^>]{0,300}\?>\s{0,200})?(?:<!--[\s\S]{0,2000}?-->\s{0,200})?(?:<\?xml-stylesheet[^>]{0,300}\?>\s{0,200})?<(?:rss|feed|rdf:RDF)\b/i;
const JSON_FEED = /^\s{0,200}\{[\s\S]{0,2000}?"version"\s{0,9}:\s{0,9}"https:\\?\/\\?\/jsonfeed\.org\/version\//;

/** Whether a text is a feed: RSS, Atom, RDF or JSON Feed. */
export function isFeed(text: string): boolean {
  const head = text.slice(0, 8000);
  return XML_FEED.test(head) || JSON_FEED.test(head);
}

/**
 * Reads a feed.
 * @throws InputError for a text that is none, or a broken one.
 */
export async function parseFeed(name: string, text: string): Promise<Feed> {
  if (JSON_FEED.test(text.slice(0, 8000))) return parseJsonFeed(name, text);
  const { parseFeed: parse } = await import("@rowanmanning/feed-parser");
  try {
    const feed = parse(text);
    return {
      title: feed.title,
      entries: feed.items.map((item) => ({
        title: item.title,
        url: item.url,
        published: (item.published ?? item.updated)?.toISOString() ?? null,
        content: item.content ?? item.description,
      })),
    };
  } catch {
    throw new InputError("input-feed", `${name}: not a feed that can be read`);
  }
}

function parseJsonFeed(name: string, text: string): Feed {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    throw new InputError("input-feed", `${name}: not a feed that can be read`);
  }
  const items: unknown = field(feed, "items");
  return {
    title: stringOf(feed, "title"),
    entries: (Array.isArray(items) ? items : []).map((item: unknown) => ({
      title: stringOf(item, "title"),
      url: stringOf(item, "url") ?? stringOf(item, "external_url"),
      published: stringOf(item, "date_published") ?? stringOf(item, "date_modified"),
      content: stringOf(item, "content_html") ?? stringOf(item, "content_text") ?? stringOf(item, "summary"),
    })),
  };
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function stringOf(value: unknown, key: string): string | null {
  const found = field(value, key);
  return typeof found === "string" && found.trim() !== "" ? found.trim() : null;
}
