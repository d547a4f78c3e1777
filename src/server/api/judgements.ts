import { z } from "@hono/zod-openapi";
import { documentHash, itemId, judgement, listOf } from "./parts.js";
import * as query from "./queries.js";
import { pageOf, readRoute, writeRoute } from "./route.js";

/** By kind of item, the fields that can be corrected. */
export const CORRECTABLE = {
  actor: ["name", "code", "sector", "office", "wikidata"],
  claim: ["speaker", "addressee", "stance", "content"],
  event: ["event", "mode", "cameo", "actor", "recipient", "date", "status", "negated", "context"],
  contact: ["channel", "status", "participants", "date", "location", "occasion", "topics"],
  commitment: ["text", "by", "to", "status", "due"],
} as const;

const author = z.string().trim().min(1).max(100).openapi({ description: "who decides" });
const note = z.string().trim().max(2000).optional().openapi({ description: "why" });

/** What a person decides. An item is named by its lasting id, or by document, kind and place. */
export const newJudgement = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("accept"), item: itemId, author, note }),
    z.object({ kind: z.literal("reject"), item: itemId, author, note }),
    z.object({
      kind: z.literal("correction"),
      item: itemId,
      field: z.string().max(40).openapi({ description: "one of the fields `/api/meta` lists as correctable" }),
      value: z.union([z.string().max(2000), z.number(), z.boolean(), z.null(), z.array(z.string().max(300)).max(50)]),
      author,
      note,
    }),
    z.object({
      kind: z.literal("comment"),
      document: documentHash,
      item: itemId.optional().openapi({ description: "left out, it is about the article" }),
      text: z.string().trim().min(1).max(10_000),
      author,
    }),
    z.object({
      kind: z.enum(["join", "split"]).openapi({ description: "two articles are of one story, or are not" }),
      documents: z.tuple([documentHash, documentHash]).readonly(),
      author,
      note,
    }),
  ])
  .openapi("NewJudgement");

export const judgementsRoute = readRoute("/api/judgements", {
  summary: "Decisions on record, newest first",
  query: z.object({
    document: documentHash.optional(),
    kind: z.enum(["correction", "merge", "comment"]).optional(),
    author: z.string().max(100).optional(),
    unattached: query.flag
      .optional()
      .openapi({ description: "those that fit no item of the article as it is now read" }),
    withdrawn: query.flag.optional().openapi({ description: "withdrawn ones too" }),
    rules: query.flag.optional().openapi({ description: "merges made by rules too" }),
    ...query.paging,
  }),
  answer: pageOf(judgement).openapi("JudgementPage"),
});
export const judgeRoute = writeRoute("/api/judgements", {
  summary: "Keeps a decision: accept, reject, correct or comment an item, join or split a story",
  body: newJudgement,
  answer: judgement,
});
export const withdrawRoute = writeRoute("/api/judgements/{id}/withdraw", {
  summary: "Takes a decision back; it stays on record as withdrawn",
  params: z.object({
    id: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .openapi({ param: { name: "id", in: "path" } }),
  }),
  body: z.object({ author }).openapi("Withdrawal"),
  answer: judgement,
});

/** What `/api/live` sends as the data of an event named `items`. */
export const liveItems = z
  .object({
    documents: listOf(
      z.object({ hash: documentHash, title: z.string().nullable(), contacts: z.int(), events: z.int() }),
    ),
    added: z.string(),
  })
  .openapi("LiveItems");

export type NewJudgement = z.infer<typeof newJudgement>;
export type LiveItems = z.infer<typeof liveItems>;
