import { z } from "@hono/zod-openapi";
import { claimSchema } from "../../engine/record.js";
import { confidence, corrections, day, documentSummary, itemId, listOf, party } from "./parts.js";
import * as query from "./queries.js";
import { pageOf, readRoute } from "./route.js";

const { kind, act, stance } = claimSchema.shape;

export const claimItem = z
  .object({
    id: itemId,
    kind,
    act,
    stance,
    content: z.string().openapi({ description: "the words, at most 1,000 characters" }),
    speaker: party.nullable(),
    addressee: party.nullable(),
    chain: listOf(z.object({ name: z.string(), as: z.string(), via: z.string().nullable() })).openapi({
      description: "the hands it came through, outermost first, the speaker last",
    }),
    confidence,
    verdict: z.enum(["accepted", "rejected"]).nullable(),
    corrections,
  })
  .openapi("ClaimItem");
export const claimCard = claimItem
  .extend({ day: day.nullable().openapi({ description: "day of publication" }), document: documentSummary })
  .openapi("ClaimCard");

export const claimFilter = z.object({
  ...query.days,
  speaker: query.actorList.optional().openapi({ description: "code or key of who speaks; one of them is enough" }),
  stance: stance.optional(),
  kind: kind.optional(),
  confidence: query.leastConfidence.optional(),
  outlet: query.outlet.optional(),
  words: query.words.optional(),
  ...query.paging,
});

export const claimsRoute = readRoute("/api/claims", {
  summary: "Who says what, newest first",
  query: claimFilter,
  answer: pageOf(claimCard).openapi("ClaimPage"),
});

export type ClaimItem = z.infer<typeof claimItem>;
export type ClaimCard = z.infer<typeof claimCard>;
export type ClaimFilter = z.infer<typeof claimFilter>;
