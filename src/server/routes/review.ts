import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ReadoutRecord } from "../../engine/record.js";
import type { StoredRecord, ToReview } from "../../store/index.js";
import type { ReviewItem } from "../api/brief.js";
import { ROUTES } from "../api/index.js";
import type { Deps } from "../deps.js";
import { serveJson } from "../http/answer.js";
import { cursorOf } from "../http/cursor.js";
import { documentSummary } from "../views/items.js";
import { pageQuery } from "./lists.js";

/** Words shown around a passage, in UTF-16 code units. */
const AROUND = 240;

/** What a person is to look at, least certain first. */
export function addReview(app: OpenAPIHono, deps: Deps): void {
  const { ledger } = deps;
  serveJson(app, deps, ROUTES.review, async ({ query }) => {
    const { items, next, left } = await ledger.pages.review(pageQuery(query));
    const views: ReviewItem[] = [];
    const documents = new Map<string, StoredRecord | null>();
    for (const { document } of items)
      if (!documents.has(document)) documents.set(document, await ledger.document(document));
    for (const one of items) {
      const document = documents.get(one.document) ?? null;
      if (document !== null) views.push(reviewItem(one, document));
    }
    return { items: views, next: cursorOf(next), left };
  });
}

function reviewItem({ kind, id, local, confidence }: ToReview, document: StoredRecord): ReviewItem {
  const { record } = document;
  const { what, why, day, span, fields } = DESCRIBED[kind](record, local);
  const { text } = record.document;
  return {
    id,
    kind,
    what,
    why,
    day,
    passage: text.slice(span[0], span[1]),
    before: wordsBefore(text, span[0]),
    after: wordsAfter(text, span[1]),
    fields,
    confidence,
    document: documentSummary(document),
  };
}

/** Whole words before a place; an ellipsis where more stand before them. */
export function wordsBefore(text: string, at: number): string {
  const start = at - AROUND;
  if (start <= 0) return text.slice(0, at);
  const words = text.slice(start, at);
  return /\s/.test(text.charAt(start - 1)) ? `… ${words}` : `… ${words.replace(/^\S+\s*/, "")}`;
}

/** The same after a place. */
export function wordsAfter(text: string, at: number): string {
  const end = at + AROUND;
  if (end >= text.length) return text.slice(at);
  const words = text.slice(at, end);
  return /\s/.test(text.charAt(end)) ? `${words} …` : `${words.replace(/\S+$/, "").trimEnd()} …`;
}

interface Described {
  readonly what: string;
  readonly why: string;
  readonly day: string | null;
  readonly span: readonly [number, number];
  readonly fields: Record<string, string | null>;
}
const NOTHING: Described = { what: "", why: "", day: null, span: [0, 0], fields: {} };

function namer({ actors }: ReadoutRecord): (local: string) => string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (local) => names.get(local) ?? local;
}

const DESCRIBED: Readonly<Record<ToReview["kind"], (record: ReadoutRecord, local: string) => Described>> = {
  event: (record, local) => {
    const event = record.events.find(({ id }) => id === local);
    if (event === undefined) return NOTHING;
    const name = namer(record);
    const [actors, recipients] = [event.actor.map(name).join(", "), event.recipient.map(name).join(", ")];
    const kind = [event.event, event.mode ?? "", event.negated ? "negated" : ""]
      .filter((part) => part !== "")
      .join(" ");
    return {
      what: `${kind}: ${actors}${recipients === "" ? "" : ` → ${recipients}`}`,
      why: event.why,
      day: event.date?.value ?? null,
      span: event.evidence[0] ?? [0, 0],
      fields: {
        event: event.event, mode: event.mode, cameo: event.cameo, actor: actors, recipient: recipients,
        date: event.date?.value ?? null, status: event.status, negated: String(event.negated), context: event.context.join(", "),
      }, // biome-ignore format: a list
    };
  },
  contact: (record, local) => {
    const contact = record.contacts.find(({ id }) => id === local);
    if (contact === undefined) return NOTHING;
    const participants = contact.participants.map(namer(record)).join(", ");
    return {
      what: `${contact.channel}, ${contact.status}: ${participants}`,
      why: contact.why,
      day: contact.date?.value ?? null,
      span: contact.evidence[0] ?? [0, 0],
      fields: {
        channel: contact.channel, status: contact.status, participants, date: contact.date?.value ?? null,
        location: contact.location?.name ?? null, occasion: contact.occasion?.text ?? null,
        topics: contact.topics.map(({ label }) => label).join(", "),
      }, // biome-ignore format: a list
    };
  },
  claim: (record, local) => {
    const claim = record.claims.find(({ id }) => id === local);
    if (claim === undefined) return NOTHING;
    const name = namer(record);
    const [speaker, addressee] = [claim.speaker, claim.addressee].map((one) => (one === null ? null : name(one)));
    return {
      what: `${speaker ?? "somebody"} ${claim.stance}`,
      why: claim.why,
      day: record.document.published?.value ?? null,
      span: claim.content,
      fields: { speaker: speaker ?? null, addressee: addressee ?? null, stance: claim.stance, content: record.document.text.slice(...claim.content) }, // biome-ignore format: one line reads best
    };
  },
};
