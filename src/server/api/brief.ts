import { z } from "@hono/zod-openapi";
import { contactCard, disagreement } from "./contacts.js";
import { eventCard } from "./events.js";
import { commitmentThread } from "./pair.js";
import { channel, confidence, contactStatus, day, documentSummary, itemId, itemKind, listOf, party } from "./parts.js";
import * as query from "./queries.js";
import { pageOf, readRoute } from "./route.js";

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/)
  .openapi({ description: "a day, or a time in UTC", example: "2023-03-01" });

export const briefView = z
  .object({
    since: z.string(),
    until: day.openapi({ description: "today, in UTC" }),
    contacts: listOf(contactCard).openapi({ description: "new since then" }),
    changes: listOf(z.object({ contact: contactCard, was: z.string(), now: z.string() })).openapi({
      description: "planned contacts that were held, postponed or denied",
    }),
    contradictions: listOf(z.object({ contact: contactCard, disagreements: listOf(disagreement) })),
    due: listOf(commitmentThread).openapi({ description: "what was promised and is due" }),
    firsts: listOf(z.object({ contact: contactCard, note: z.string() })).openapi({
      description: "“first call since 2021-03”",
    }),
    notable: listOf(eventCard).openapi({ description: "events of conflict, strongest first" }),
    truncated: z.boolean(),
  })
  .openapi("BriefView");
export const briefRoute = readRoute("/api/brief", {
  summary: "What is new since a day: contacts, changes, contradictions, follow-ups due",
  query: z.object({ since: moment, actors: query.actorList.optional(), topic: query.words.optional() }),
  answer: briefView,
});

export const occasion = z
  .object({
    id: z.string(),
    day,
    kind: z.enum(["birthday", "national-day", "relations"]),
    title: z.string(),
    who: listOf(party),
    greetedLastYear: listOf(z.object({ by: party, contact: itemId, day: day.nullable() })),
  })
  .openapi("Occasion");
export const occasionsRoute = readRoute("/api/occasions", {
  summary: "Birthdays of office-holders, national days and anniversaries to come",
  query: z.object({
    from: day.optional().openapi({ description: "first day; today when left out" }),
    days: z.coerce.number().int().min(1).max(366).default(30),
    actors: query.actorList.optional(),
  }),
  answer: z.object({ from: day, until: day, items: listOf(occasion) }).openapi("Occasions"),
});

/** A visit or meeting on the map. */
export const placed = z
  .object({
    contact: itemId,
    channel,
    status: contactStatus,
    day: day.nullable(),
    place: z.string().nullable(),
    country: z.string().openapi({ description: "code of the country it was in" }),
    /** In degrees, where the place is known. */
    at: z.tuple([z.number(), z.number()]).readonly().nullable().openapi({ description: "longitude and latitude" }),
    parties: listOf(party),
    topics: listOf(z.string()),
  })
  .openapi("Placed");
export const worldRoute = readRoute("/api/world", {
  summary: "Visits and meetings of a period with their countries and places",
  query: z.object({ ...query.days, actors: query.actorList.optional() }),
  answer: z
    .object({
      items: listOf(placed),
      countries: listOf(z.object({ code: z.string(), contacts: z.int() })),
      truncated: z.boolean(),
    })
    .openapi("WorldView"),
});

/** An item to be looked at by a person. */
export const reviewItem = z
  .object({
    id: itemId,
    kind: itemKind,
    what: z.string().openapi({ description: "in words: “CONSULT phone: Wang Yi, Retno Marsudi”" }),
    why: z.string().openapi({ description: "rule or model that found it" }),
    day: day.nullable(),
    passage: z.string(),
    before: z.string().openapi({ description: "some words before the passage" }),
    after: z.string(),
    fields: z
      .record(z.string(), z.string().nullable())
      .openapi({ description: "what can be corrected, as it stands now" }),
    confidence,
    document: documentSummary,
  })
  .openapi("ReviewItem");
export const reviewRoute = readRoute("/api/review", {
  summary: "Items nobody judged yet, least certain first",
  query: z.object({
    kind: z.enum(["event", "contact", "claim"]).optional(),
    below: z.coerce.number().min(0).max(1).optional().openapi({ description: "only those less certain than this" }),
    actors: query.actorList.optional(),
    ...query.paging,
  }),
  answer: pageOf(reviewItem).extend({ left: z.int() }).openapi("ReviewPage"),
});

export type BriefView = z.infer<typeof briefView>;
export type OccasionView = z.infer<typeof occasion>;
export type Placed = z.infer<typeof placed>;
export type ReviewItem = z.infer<typeof reviewItem>;
