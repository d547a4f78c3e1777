import { z } from "@hono/zod-openapi";
import { ACTOR_KINDS } from "../../engine/record.js";
import { contactCard } from "./contacts.js";
import { documentCard } from "./documents.js";
import { eventCard } from "./events.js";
import { day, listOf } from "./parts.js";
import * as query from "./queries.js";
import { readRoute } from "./route.js";

export const actorFound = z
  .object({
    key: z.string().openapi({ description: "what filters take: code of a country, else key of the actor" }),
    name: z.string(),
    kind: z.enum(ACTOR_KINDS),
    code: z.string().nullable(),
    office: z.string().nullable(),
    documents: z.int(),
  })
  .openapi("ActorFound");
export const actorsRoute = readRoute("/api/actors", {
  summary: "Actors of the ledger by the beginning of a word of their name, most told of first",
  query: z.object({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(12) }),
  answer: z.object({ items: listOf(actorFound) }).openapi("ActorsFound"),
});

export const searchRoute = readRoute("/api/search", {
  summary: "Contacts, events, articles and actors by words",
  query: z.object({ q: query.words, limit: z.coerce.number().int().min(1).max(50).default(10) }),
  answer: z
    .object({
      contacts: listOf(contactCard),
      events: listOf(eventCard),
      documents: listOf(documentCard),
      actors: listOf(actorFound),
    })
    .openapi("SearchFound"),
});

const coded = z.object({ code: z.string(), words: z.string() });
/** What the page needs to know of the ledger and of the codes. Words first: every code comes with its words. */
export const meta = z
  .object({
    version: z.string(),
    ledger: z.string(),
    writable: z.boolean().openapi({ description: "whether judgements can be made here" }),
    today: day.openapi({ description: "in UTC" }),
    counts: z.object({
      documents: z.int(),
      copies: z.int(),
      stories: z.int(),
      events: z.int(),
      contacts: z.int(),
      commitments: z.int(),
      judgements: z.int(),
      unattached: z.int(),
    }),
    days: z.object({ first: day.nullable(), last: day.nullable() }).openapi({ description: "of its contacts" }),
    outlets: listOf(z.object({ name: z.string(), documents: z.int() })),
    codes: z.object({
      countries: listOf(coded),
      events: listOf(coded),
      modes: listOf(coded),
      contexts: listOf(coded),
      channels: listOf(coded),
      contactStatuses: listOf(coded),
      eventStatuses: listOf(coded),
      levels: listOf(coded),
      sectors: listOf(coded),
    }),
    correctable: z.record(z.string(), listOf(z.string())).openapi({
      description: "by kind of item, the fields that can be corrected",
    }),
  })
  .openapi("Meta");
export const metaRoute = readRoute("/api/meta", { summary: "What the ledger holds, and codes with their words", answer: meta }); // biome-ignore format: one line reads best

export type ActorFound = z.infer<typeof actorFound>;
export type Meta = z.infer<typeof meta>;
