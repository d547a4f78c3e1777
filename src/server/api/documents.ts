import { z } from "@hono/zod-openapi";
import { recordSchema } from "../../engine/record.js";
import { contactCard } from "./contacts.js";
import { disagreement } from "./desk.js";
import { corroboration, documentSummary, itemId, itemKind, judgement, listOf, span } from "./parts.js";
import * as query from "./queries.js";
import { pageOf, readRoute, writeRoute } from "./route.js";

/** A document as lists show it, with how much it holds. */
export const documentCard = documentSummary
  .extend({ events: z.int(), contacts: z.int(), claims: z.int(), words: z.int() })
  .openapi("DocumentCard");

/** A document to be read: its record, the text as received, and what was judged of it. */
export const documentView = z
  .object({
    document: documentSummary,
    record: recordSchema, // as `readout code --format json` prints it
    received: z.string().openapi({ description: "the text as received, before repair" }),
    items: listOf(
      z.object({
        id: itemId,
        local: z.string().openapi({ description: "its id within the record" }),
        kind: itemKind,
        source: listOf(span).openapi({ description: "its evidence in the text as received" }),
      }),
    ),
    judgements: listOf(judgement),
    corroboration,
    cut: z
      .object({ at: z.int(), contacts: z.int(), events: z.int(), quotes: z.int(), actors: z.int() })
      .nullable()
      .openapi({
        description:
          "asked for with `head`, of a longer text: up to where items are given, and how many there are in all; else null",
      }),
  })
  .openapi("DocumentView");

export const storyView = z
  .object({
    id: z.string(),
    corroboration,
    documents: listOf(documentSummary),
    copies: listOf(z.object({ copy: z.string(), documents: listOf(z.string()) })).openapi({
      description: "groups of copies of one text, with hashes of their documents",
    }),
    contacts: listOf(contactCard),
    disagreements: listOf(disagreement),
    merges: listOf(judgement).openapi({ description: "why the documents are one story; each can be withdrawn" }),
  })
  .openapi("StoryView");

export const documentFilter = z.object({
  ...query.days,
  actors: query.actorList.optional(),
  events: query.eventList.optional(),
  outlet: query.outlet.optional(),
  words: query.words.optional(),
  story: z.string().max(64).optional(),
  ...query.paging,
});
export const documentsRoute = readRoute("/api/documents", {
  summary: "Articles, newest first",
  query: documentFilter,
  answer: pageOf(documentCard).openapi("DocumentPage"),
});
export const documentRoute = readRoute("/api/documents/{hash}", {
  summary: "An article with its record, its text as received and what was judged of it",
  params: query.hashParameter,
  query: z.object({
    head: z.coerce.number().int().min(1000).max(1_000_000).optional().openapi({
      description:
        "of a text longer than this give only the items whose words begin in so many of its first characters, and the first ten of each list; the text is whole, `received` empty",
    }),
  }),
  answer: documentView,
});
export const storyRoute = readRoute("/api/stories/{id}", {
  summary: "A story: its articles, which of them are copies, and what they tell differently",
  params: query.storyParameter,
  answer: storyView,
});

export const newDocument = z
  .object({
    text: z.string().min(1).max(1_000_000),
    title: z.string().max(1000).optional(),
    published: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .optional(),
    outlet: z.string().max(200).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  })
  .openapi("NewDocument");
export const addDocumentRoute = writeRoute("/api/documents", {
  summary: "Reads an article into the ledger",
  body: newDocument,
  answer: z.object({
    hash: z.string(),
    outcome: z.enum(["new", "known", "read-again", "forgotten"]),
    copy: z.boolean(),
  }),
});

export type DocumentCard = z.infer<typeof documentCard>;
export type DocumentView = z.infer<typeof documentView>;
export type DocumentFilterQuery = z.infer<typeof documentFilter>;
export type NewDocument = z.infer<typeof newDocument>;
export type StoryView = z.infer<typeof storyView>;
