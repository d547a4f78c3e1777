import { z } from "@hono/zod-openapi";
import { claimCard } from "./claims.js";
import { commitment, contactCard } from "./contacts.js";
import { eventCard } from "./events.js";
import { channel, day, itemId, listOf } from "./parts.js";
import * as query from "./queries.js";
import { readRoute } from "./route.js";

const actor = z.string().min(1).max(200);

/** A promise through time: first given, repeated, and what came after. */
export const commitmentThread = z
  .object({
    first: commitment,
    contact: itemId,
    since: day.nullable(),
    lastRepeated: day.nullable(),
    repeats: listOf(
      z.object({
        commitment: itemId,
        contact: itemId,
        day: day.nullable(),
        text: z.string(),
        score: z.number(),
        reasons: listOf(z.string()),
      }),
    ),
    mentionedIn: listOf(itemId).openapi({ description: "later contacts on its topic" }),
    due: day.nullable(),
    open: z.boolean(),
    daysSinceLastContact: z.int().nullable(),
  })
  .openapi("CommitmentThread");

/** The mean score of a month's events, with their number. */
const scorePoint = z.object({ month: z.string(), mean: z.number(), events: z.int(), lowest: z.number(), highest: z.number() }); // biome-ignore format: one line reads best

export const pairView = z
  .object({
    a: z.object({ key: z.string(), name: z.string() }),
    b: z.object({ key: z.string(), name: z.string() }),
    contacts: listOf(contactCard).openapi({ description: "newest first, at most 500" }),
    events: listOf(eventCard).openapi({ description: "newest first, at most 500" }),
    commitments: listOf(commitmentThread),
    scores: listOf(scorePoint),
    channels: listOf(z.object({ channel, contacts: z.int() })),
    truncated: z.boolean().openapi({ description: "there are more contacts or events than are given" }),
  })
  .openapi("PairView");

export const pairRoute = readRoute("/api/pair", {
  summary: "Two countries or people over time",
  query: z.object({
    a: actor.openapi({ description: "code of a country, or key of an actor", example: "RUS" }),
    b: actor.openapi({ description: "the other one", example: "TJK" }),
    ...query.days,
  }),
  answer: pairView,
});

export const situationView = z
  .object({
    topic: z.string(),
    contacts: listOf(contactCard),
    statements: listOf(claimCard),
    commitments: listOf(commitmentThread),
    actors: listOf(z.object({ key: z.string(), name: z.string(), contacts: z.int() })),
    truncated: z.boolean(),
  })
  .openapi("SituationView");

export const situationRoute = readRoute("/api/situation", {
  summary: "Dossier on a topic: contacts, statements, commitments",
  query: z.object({ topic: query.words, ...query.days }),
  answer: situationView,
});

export type CommitmentThread = z.infer<typeof commitmentThread>;
export type PairView = z.infer<typeof pairView>;
export type ScorePoint = z.infer<typeof scorePoint>;
export type SituationView = z.infer<typeof situationView>;
