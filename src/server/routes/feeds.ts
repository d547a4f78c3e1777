import { createHash } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { z } from "zod";
import { excerpt } from "../../export/excerpt.js";
import { type ContactCard, contactFilter } from "../api/contacts.js";
import { type EventCard, eventFilter } from "../api/events.js";
import type { Deps } from "../deps.js";
import { RequestError } from "../http/problems.js";
import { contactCard, eventCard } from "../views/items.js";
import { pageQuery } from "./lists.js";

/** Entries of a feed. */
const ENTRIES = 50;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly path: string;
  readonly updated: string;
}

/** Watchlists as Atom feeds: the filters of contacts and events, as an address. */
export function addFeeds(app: OpenAPIHono, deps: Deps): void {
  app.get("/feeds/contacts.atom", async (c) => {
    const query = filterOf(contactFilter, c);
    const { items } = await deps.ledger.pages.contacts({ ...pageQuery(query), limit: ENTRIES });
    return feed(c, deps, "Contacts", items.map(contactCard).map(contactEntry));
  });
  app.get("/feeds/events.atom", async (c) => {
    const query = filterOf(eventFilter, c);
    const { items } = await deps.ledger.pages.events({ ...pageQuery(query), limit: ENTRIES });
    return feed(c, deps, "Events", items.map(eventCard).map(eventEntry));
  });
}

function filterOf<T extends z.ZodType>(schema: T, c: Context): z.infer<T> {
  const result = schema.safeParse(c.req.query());
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({ at: ["query", ...path].join("."), message }));
  throw new RequestError(400, errors.map(({ at, message }) => `${at}: ${message}`).join("; "), errors);
}

function contactEntry(card: ContactCard): Entry {
  const topics = card.topics.map(({ label }) => label).join(", ");
  const { articles, sources } = card.corroboration;
  return {
    id: card.id,
    title: `${card.day ?? "no day"}: ${card.channel}, ${card.status}: ${card.parties.map(({ name }) => name).join(", ")}`,
    summary: `${topics === "" ? "" : `${topics}. `}${articles} articles, ${sources} independent sources. ${excerpt(card.passage, [0, card.passage.length])}`,
    path: `/contact/${card.id}`,
    updated: card.document.added,
  };
}

function eventEntry(card: EventCard): Entry {
  const [actors, recipients] = [card.actors, card.recipients].map((list) => list.map(({ name }) => name).join(", "));
  const alleged = card.allegedBy.map(({ name }) => name).join(", ");
  return {
    id: card.id,
    title: `${card.day ?? "no day"}: ${card.event}: ${actors}${recipients === "" ? "" : ` → ${recipients}`}${alleged === "" ? "" : `, according to ${alleged}`}`,
    summary: excerpt(card.passage, [0, card.passage.length]),
    path: `/read/${card.document.hash}`,
    updated: card.document.added,
  };
}

function feed(c: Context, { now }: Deps, title: string, entries: readonly Entry[]): Response {
  const { origin, pathname, search } = new URL(c.req.url);
  const updated = entries.map((one) => one.updated).reduce((a, b) => (a > b ? a : b), "") || `${now().slice(0, 10)}T00:00:00Z`; // biome-ignore format: one line reads best
  const filters = decoded(search.slice(1)).replaceAll("&", ", ");
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(tagId(`${pathname}${search}`))}</id>`,
    `<title>${xml(`Readout: ${title}${filters === "" ? "" : ` (${filters})`}`)}</title>`,
    `<updated>${xml(updated)}</updated>`,
    "<author><name>Readout</name></author>",
    `<link rel="self" href="${xml(`${origin}${pathname}${search}`)}"/>`,
    `<link rel="alternate" href="${xml(`${origin}/`)}"/>`,
    ...entries.map((entry) =>
      [
        "<entry>",
        `<id>${xml(tagId(entry.id))}</id>`,
        `<title>${xml(entry.title)}</title>`,
        `<updated>${xml(entry.updated)}</updated>`,
        `<link rel="alternate" href="${xml(`${origin}${entry.path}`)}"/>`,
        `<summary>${xml(entry.summary)}</summary>`,
        "</entry>",
      ].join(""),
    ),
    "</feed>",
  ];
  const body = `${lines.join("\n")}\n`;
  const tag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = { "content-type": "application/atom+xml; charset=utf-8", etag: tag, "cache-control": "no-cache" };
  return c.req.header("if-none-match") === tag
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers });
}

/** A query as a person reads it; as it was written, where it holds a per cent sign that stands for no letter. */
function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}

/** An id that stays the same wherever the ledger is served. */
function tagId(name: string): string {
  return `tag:readout,2024:${encodeURIComponent(name)}`;
}

/** Text of an element or attribute. Characters XML does not know are left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
