import { z } from "@hono/zod-openapi";
import { commitmentThread, dossier, shown, timelineEntry } from "./desk.js";
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
    today: day.openapi({ description: "in UTC" }),
    contacts: listOf(
      z.object({
        entry: timelineEntry,
        firstSince: z
          .object({ day, days: z.int(), channel: z.string() })
          .nullable()
          .openapi({ description: "“first call since 2021-10-05 (412 days)”" }),
        missingSides: listOf(z.string()),
      }),
    ).openapi({ description: "new since then" }),
    changes: listOf(z.object({ before: timelineEntry, after: timelineEntry, what: z.string() })).openapi({
      description: "planned contacts that were held, put off or called off, or of which the day changed",
    }),
    contradictions: listOf(dossier).openapi({ description: "contacts that the sides tell differently" }),
    followUps: listOf(commitmentThread).openapi({ description: "what was promised and is due" }),
    page: shown,
  })
  .openapi("BriefView");
export const briefRoute = readRoute("/api/brief", {
  summary: "What is new since a day: contacts, changes, contradictions, follow-ups due",
  query: z.object({
    since: moment,
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  answer: briefView,
});

export const occasion = z
  .object({
    day,
    kind: z.enum(["birthday", "national-day", "relations"]),
    title: z.string(),
    countries: listOf(z.string()),
    person: z.object({ name: z.string(), office: z.string(), born: day }).nullable(),
    number: z.int().nullable().openapi({ description: "which birthday or anniversary it is" }),
    uid: z.string(),
    lastYear: listOf(
      z.object({ from: z.string(), to: z.string(), day: day.nullable(), channel: z.string(), contact: z.string() }),
    ).openapi({ description: "greetings of the year before" }),
  })
  .openapi("Occasion");
export const occasionsRoute = readRoute("/api/occasions", {
  summary: "Birthdays of office-holders, national days and anniversaries to come",
  query: z.object({
    from: day.optional().openapi({ description: "first day; today when left out" }),
    days: z.coerce.number().int().min(1).max(366).default(30),
    country: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .openapi({ description: "only those of this country" }),
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
