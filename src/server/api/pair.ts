import { z } from "@hono/zod-openapi";
import { commitmentThread, shown, statement, timelineEntry } from "./desk.js";
import { channel, day, listOf } from "./parts.js";
import * as query from "./queries.js";
import { readRoute } from "./route.js";

const actor = z.string().min(1).max(200);
const named = z.object({ key: z.string(), name: z.string() });
const offset = z.coerce.number().int().min(0).max(100_000).default(0).openapi({ description: "entries to leave out" });

export const pairView = z
  .object({
    parties: listOf(named).openapi({ description: "the two, in the order asked for" }),
    entries: listOf(timelineEntry).openapi({
      description: "contacts and events in order of day, those without one last",
    }),
    periods: listOf(z.object({ period: z.string(), entries: z.int(), score: z.number().nullable() })).openapi({
      description: "by month (by year over more than three years): the mean score, with the number of entries",
    }),
    score: z.number().nullable(),
    channels: listOf(z.object({ channel, contacts: z.int() })).openapi({ description: "of the entries given" }),
    commitments: listOf(commitmentThread),
    lastContact: day.nullable(),
    page: shown,
  })
  .openapi("PairView");

export const pairRoute = readRoute("/api/pair", {
  summary: "Two countries or people over time: contacts, events, commitments, scores",
  query: z.object({
    a: actor.openapi({ description: "code of a country, or key or name of an actor", example: "RUS" }),
    b: actor.openapi({ description: "the other one", example: "TJK" }),
    ...query.days,
    limit: z.coerce.number().int().min(1).max(1000).default(500),
    offset,
  }),
  answer: pairView,
});

export const situationView = z
  .object({
    topic: z.string(),
    since: day.nullable(),
    until: day.nullable(),
    contacts: listOf(timelineEntry),
    statements: listOf(statement),
    commitments: listOf(commitmentThread),
    parties: listOf(z.object({ code: z.string(), contacts: z.int() })),
    pages: z.object({ contacts: shown, statements: shown, commitments: shown }),
  })
  .openapi("SituationView");

export const situationRoute = readRoute("/api/situation", {
  summary: "Dossier on a topic: contacts, statements, commitments",
  query: z.object({
    topic: query.words,
    ...query.days,
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset,
  }),
  answer: situationView,
});

export type PairView = z.infer<typeof pairView>;
export type SituationView = z.infer<typeof situationView>;
