import { parseDay } from "../engine/base/day.js";
import { findPrintedDay } from "../engine/document/printed-day.js";
import type { PageElement } from "./dom.js";

/** What a page says of itself in its head. */
export interface PageMetadata {
  readonly title: string | null;
  /** ISO day or date-time. */
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
}

const PUBLISHED = [
  "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
  "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "citation_date",
]; // biome-ignore format: one line reads best
const MAX_JSON = 200_000;
const NEWS_TYPES = /Article|BlogPosting|Report|WebPage/;

/** Reads title, day of publication, outlet and address from meta elements, JSON-LD and `<time>`. */
export function readMetadata(document: PageElement): PageMetadata {
  const metas = readMetas(document);
  const linked = readLinked(document);
  const first = (...names: string[]): string | null =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;
  const outlet = first("og:site_name", "application-name") ?? linked.outlet;
  const heading = document.querySelector("h1")?.textContent ?? null;
  const title =
    first("og:title", "twitter:title") ?? linked.title ?? document.querySelector("title")?.textContent ?? heading;
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? null;
  const url = [canonical, first("og:url")].find((address) => address !== null && /^https?:\/\//.test(address));
  return {
    title: cleanTitle(title, outlet),
    published: readPublished(
      PUBLISHED.map((name) => metas.get(name) ?? null),
      linked.published,
      document,
    ),
    outlet: clean(outlet),
    url: url ?? null,
  };
}

/** Meta elements by name in small letters; the first of a name counts. */
function readMetas(document: PageElement): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of Array.from(document.querySelectorAll("meta"))) {
    const name = (
      meta.getAttribute("property") ??
      meta.getAttribute("name") ??
      meta.getAttribute("itemprop") ??
      ""
    ).toLowerCase();
    const content = meta.getAttribute("content")?.trim() ?? "";
    if (name !== "" && content !== "" && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

interface Linked {
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
}

/** The first article of the page's JSON-LD. Source: https://schema.org/Article */
function readLinked(document: PageElement): Linked {
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]'))) {
    const text = script.textContent ?? "";
    if (text.length > MAX_JSON) continue;
    for (const item of flatten(parse(text))) {
      const published = stringOf(item, "datePublished");
      if (published === null && !NEWS_TYPES.test(String(Reflect.get(item, "@type")))) continue;
      const publisher: unknown = Reflect.get(item, "publisher");
      const outlet = typeof publisher === "object" && publisher !== null ? stringOf(publisher, "name") : null;
      if (published !== null || stringOf(item, "headline") !== null)
        return { title: stringOf(item, "headline"), published, outlet };
    }
  }
  return { title: null, published: null, outlet: null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a broken script says nothing
  }
}

/** The objects of a JSON-LD value: itself, those of its list, those of its graph. */
function flatten(value: unknown): readonly object[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    if (typeof item !== "object" || item === null) return [];
    const graph: unknown = Reflect.get(item, "@graph");
    const inner = Array.isArray(graph)
      ? graph.filter((node): node is object => typeof node === "object" && node !== null)
      : [];
    return [item, ...inner];
  });
}

function stringOf(item: object, key: string): string | null {
  const value: unknown = Reflect.get(item, key);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function readPublished(metas: readonly (string | null)[], linked: string | null, document: PageElement): string | null {
  const times = ["time[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]"].map(
    (selector) => document.querySelector(selector)?.getAttribute("datetime") ?? null,
  );
  const [article, ...others] = metas;
  for (const value of [article ?? null, linked, ...others, ...times]) {
    const day = value === null ? null : toIso(value);
    if (day !== null) return day;
  }
  return null;
}

/** An ISO day or date-time as it stands; another way to print a day as the ISO day. */
function toIso(value: string): string | null {
  const trimmed = value.trim();
  if (parseDay(trimmed.slice(0, 10)) !== null) return trimmed;
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(trimmed);
  if (compact !== null) return parseDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  return parseDay(findPrintedDay(trimmed.slice(0, 60))?.value ?? "");
}

function clean(value: string | null): string | null {
  const text = value?.replace(/\s+/g, " ").trim() ?? "";
  return text === "" ? null : text;
}

/** The title without the outlet's name before or after it (“… | The Paper”). */
function cleanTitle(title: string | null, outlet: string | null): string | null {
  const text = clean(title);
  const name = clean(outlet)?.toLowerCase() ?? "";
  if (text === null || name === "") return text;
  const parts = text.split(/ (?:[|»·—–-]|::) /);
  if (parts.length < 2) return text;
  if (parts.at(-1)?.toLowerCase() === name)
    return text.slice(0, text.length - name.length).replace(/ (?:[|»·—–-]|::) $/, "");
  return parts[0]?.toLowerCase() === name ? text.slice(name.length).replace(/^ (?:[|»·—–-]|::) /, "") : text;
}
