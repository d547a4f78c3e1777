import { z } from "@hono/zod-openapi";
import { CHANNELS, CONTACT_STATUSES, EVENT_STATUSES, LEVELS, PLOVER_EVENTS } from "../../engine/record.js";

/** Pieces that several answers of the API are made of. Days are ISO days, or prefixes where less is known. */

/** A list as answers hold it. */
export const listOf = <T extends z.ZodType>(one: T) => z.array(one).readonly();

export const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .openapi({ description: "an ISO day, or its prefix where less is known", example: "2021-10-05" });
export const itemId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .openapi({ description: "lasting id of an item", example: "9f86d081884c7d65" });
export const documentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: "sha256 of the text as received" });
export const confidence = z
  .number()
  .min(0)
  .max(1)
  .openapi({ description: "how sure Readout is that the text says this, not that it happened" });
export const span = z.tuple([z.int(), z.int()]).readonly();

export const channel = z.enum(CHANNELS);
export const contactStatus = z.enum(CONTACT_STATUSES);
export const eventStatus = z.enum(EVENT_STATUSES);
export const ploverEvent = z.enum(PLOVER_EVENTS);
export const level = z.enum(LEVELS);
export const ITEM_KINDS = ["actor", "claim", "event", "contact", "commitment"] as const;
export const itemKind = z.enum(ITEM_KINDS);

/** Someone who takes part. `key` names the actor in all documents: Wikidata id, else the name in small letters. */
export const party = z
  .object({ key: z.string(), name: z.string(), code: z.string().nullable(), office: z.string().nullable() })
  .openapi("Party");

/** Whose report a document is. */
export const origin = z
  .object({ kind: z.string(), name: z.string() })
  .openapi({ description: "whose report it is; independent sources are counted by it" });

/** A document without its text. */
export const documentSummary = z
  .object({
    hash: documentHash,
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    agency: z.string().nullable(),
    published: day.nullable(),
    added: z.string().openapi({ description: "ISO time in UTC" }),
    source: z.string().openapi({ description: "file, feed or address it came from" }),
    origin,
    copy: documentHash.openapi({ description: "name of the group of its copies" }),
    story: documentHash.openapi({ description: "name of its story" }),
  })
  .openapi("DocumentSummary");

/** “7 articles, 2 independent sources”. */
export const corroboration = z
  .object({
    articles: z.int(),
    sources: z.int().openapi({ description: "independent sources: copies count once, under the agency they credit" }),
    origins: listOf(z.string()).openapi({ description: "the sources that have a name" }),
  })
  .openapi("Corroboration");

/** What reviewers put right, by field; where a value can stand in the item itself, it does. */
export const corrections = z.record(z.string(), z.unknown()).openapi({
  description: "what reviewers put right, by field; single values already stand in the item",
});

/** A decision on record. */
export const judgement = z
  .object({
    id: z.string(),
    kind: z.enum(["correction", "merge", "comment"]),
    document: documentHash,
    other: documentHash.nullable().openapi({ description: "of a merge: the other document" }),
    item: itemId
      .nullable()
      .openapi({ description: "item it is attached to; null for the document or when unattached" }),
    source: span.nullable().openapi({ description: "place in the text as received" }),
    field: z.string().openapi({
      description: "kind of item and field: `event/actor`, `contact/verdict`; of a merge `copy` or `story`",
    }),
    value: z.unknown(),
    score: z.number().nullable(),
    reasons: listOf(z.string()),
    author: z.string(),
    made: z.string(),
    withdrawn: z.object({ at: z.string(), by: z.string() }).nullable(),
  })
  .openapi("Judgement");

export type Party = z.infer<typeof party>;
export type DocumentSummary = z.infer<typeof documentSummary>;
export type Corroboration = z.infer<typeof corroboration>;
export type JudgementView = z.infer<typeof judgement>;
