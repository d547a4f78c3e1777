import { z } from "@hono/zod-openapi";
import { confidence, corrections, corroboration, day, documentSummary, eventStatus, itemId, listOf, party, ploverEvent } from "./parts.js"; // biome-ignore format: one line reads best
import * as query from "./queries.js";
import { pageOf, readRoute } from "./route.js";

export const eventItem = z
  .object({
    id: itemId,
    event: ploverEvent,
    mode: z.string().nullable(),
    context: listOf(z.string()),
    quad: z.int(),
    score: z.number().openapi({ description: "PLOVER's score: from -10, conflict, to 10, cooperation" }),
    cameo: z.string(),
    day: day.nullable(),
    dayWhy: z.string().nullable(),
    status: eventStatus,
    negated: z.boolean(),
    actors: listOf(party),
    recipients: listOf(party),
    allegedBy: listOf(party).openapi({ description: "who says so, where it is a claim and no fact of the reporter's" }),
    passage: z.string(),
    confidence,
    verdict: z.enum(["accepted", "rejected"]).nullable(),
    corrections,
  })
  .openapi("EventItem");

export const eventCard = eventItem.extend({ corroboration, document: documentSummary }).openapi("EventCard");

export const eventFilter = z.object({
  ...query.days,
  actors: query.actorList.optional(),
  events: query.eventList.optional(),
  contexts: query.contextList.optional(),
  statuses: query.eventStatusList.optional(),
  confidence: query.leastConfidence.optional(),
  outlet: query.outlet.optional(),
  words: query.words.optional(),
  ...query.paging,
});

export const eventsRoute = readRoute("/api/events", {
  summary: "Events, newest first",
  query: eventFilter,
  answer: pageOf(eventCard).openapi("EventPage"),
});

export type EventItem = z.infer<typeof eventItem>;
export type EventCard = z.infer<typeof eventCard>;
export type EventFilter = z.infer<typeof eventFilter>;
