import { z } from "zod";
import { CHANNELS, PLOVER_EVENTS } from "./base/codes.js";

export { CHANNELS, type Channel, PLOVER_EVENTS, type PloverEvent } from "./base/codes.js";

/** The record of one article: this definition gives the types, the run-time check and the JSON Schema. */

const offset = z.int().nonnegative();
export const spanSchema = z
  .tuple([offset, offset])
  .meta({ description: "[start, end) in UTF-16 code units of document.text" });
const actorId = z.string().regex(/^a\d+$/);
const claimId = z.string().regex(/^c\d+$/);
const eventId = z.string().regex(/^e\d+$/);
const contactId = z.string().regex(/^k\d+$/);
const isoPrefix = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ description: "an ISO day, or its prefix where less is known" });
const confidence = z.number().min(0).max(1);

export const REPAIR_KINDS = ["broken-word", "line-break", "spacing", "invisible", "encoding", "furniture"] as const;
export const repairSchema = z.object({
  kind: z.enum(REPAIR_KINDS),
  before: z.string(),
  after: z.string(),
  span: spanSchema,
  sourceSpan: spanSchema.meta({ description: "[start, end) in the text as received" }),
});

export const noticeSchema = z.object({
  code: z.string(),
  message: z.string(),
  span: spanSchema.nullable(),
});

export const PUBLISHED_BASES = ["metadata", "dateline", "content", "option"] as const;
export const documentSchema = z.object({
  id: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  agency: z.string().nullable(),
  byline: z.string().nullable(),
  dateline: z.object({ place: z.string(), country: z.string().nullable(), span: spanSchema }).nullable(),
  published: z
    .object({
      value: isoPrefix,
      earliest: isoPrefix,
      latest: isoPrefix,
      basis: z.enum(PUBLISHED_BASES),
      why: z.string(),
    })
    .nullable(),
  language: z.string(),
  translation: z.object({ from: z.string(), why: z.string() }).nullable(),
  text: z.string(),
  repairs: z.array(repairSchema),
  notices: z.array(noticeSchema),
});

export const ACTOR_KINDS = ["person", "organisation", "country", "group", "unnamed"] as const;
export const MENTION_KINDS = ["name", "title", "description", "pronoun"] as const;
export const actorSchema = z.object({
  id: actorId,
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  code: z.string().nullable(),
  sector: z.array(z.string()),
  office: z.string().nullable(),
  wikidata: z.string().nullable(),
  why: z.string(),
  mentions: z.array(z.object({ span: spanSchema, text: z.string(), kind: z.enum(MENTION_KINDS) })),
});

export const TIMEX_TYPES = ["DATE", "TIME", "DURATION", "SET"] as const;
export const dateSchema = z.object({
  span: spanSchema,
  text: z.string(),
  type: z.enum(TIMEX_TYPES),
  value: z.string(),
  why: z.string(),
  confidence,
});

export const CHAIN_ROLES = ["outlet", "agency", "press-service", "speaker", "anonymous"] as const;
export const claimSchema = z.object({
  id: claimId,
  kind: z.enum(["direct", "indirect", "mixed"]),
  act: z.enum(["speech", "belief", "intention", "perception"]),
  content: spanSchema,
  cue: spanSchema.nullable(),
  source: spanSchema.nullable(),
  speaker: actorId.nullable(),
  addressee: actorId.nullable(),
  stance: z.enum(["asserts", "denies", "doubts", "asks", "promises"]),
  chain: z.array(z.object({ actor: actorId, as: z.enum(CHAIN_ROLES), via: z.string().nullable() })),
  why: z.string(),
  confidence,
});

export const EVENT_STATUSES = ["happened", "planned", "hypothetical", "historical"] as const;
export const eventSchema = z.object({
  id: eventId,
  event: z.enum(PLOVER_EVENTS),
  mode: z.string().nullable(),
  context: z.array(z.string()),
  quad: z.int().min(1).max(4),
  score: z.number(),
  cameo: z.string(),
  actor: z.array(actorId),
  recipient: z.array(actorId),
  date: z.object({ value: isoPrefix, why: z.string() }).nullable(),
  status: z.enum(EVENT_STATUSES),
  negated: z.boolean(),
  evidence: z.array(spanSchema).min(1),
  claims: z.array(claimId),
  why: z.string(),
  confidence,
});

export const CONTACT_STATUSES = ["held", "planned", "proposed", "postponed", "cancelled", "denied"] as const;
export const LEVELS = ["head-of-state", "head-of-government", "minister", "envoy", "official"] as const;
const topicId = z.string().regex(/^t\d+$/);
export const contactSchema = z.object({
  id: contactId,
  channel: z.enum(CHANNELS),
  status: z.enum(CONTACT_STATUSES),
  participants: z.array(actorId),
  evidence: z.array(spanSchema).min(1),
  delegation: z.array(
    z.object({
      actor: actorId,
      side: z.string().nullable(),
      role: z.enum(["principal", "member", "mediator", "sender", "addressee"]),
      level: z.enum(LEVELS).nullable(),
      office: z.string().nullable(),
    }),
  ),
  sender: actorId.nullable(),
  initiator: actorId.nullable(),
  date: z.object({ value: isoPrefix, earliest: isoPrefix, latest: isoPrefix, why: z.string() }).nullable(),
  location: z.object({ name: z.string(), country: z.string().nullable() }).nullable(),
  partOf: contactId.nullable(),
  multilateral: z.boolean(),
  occasion: z.object({ text: z.string(), span: spanSchema, inferred: z.boolean() }).nullable(),
  topics: z.array(z.object({ id: topicId, label: z.string(), context: z.array(z.string()), span: spanSchema })),
  commitments: z.array(
    z.object({
      id: z.string().regex(/^m\d+$/),
      text: z.string(),
      evidence: z.array(spanSchema).min(1),
      by: z.array(actorId),
      to: z.array(actorId),
      status: z.enum(["agreed", "reaffirmed", "offered"]),
      about: topicId.nullable(),
      due: isoPrefix.nullable(),
      condition: z.string().nullable(),
      stated: z.enum(["both", "own", "other"]),
    }),
  ),
  publishedBy: z.array(actorId),
  events: z.array(eventId),
  why: z.string(),
  confidence,
});

export const recordSchema = z.object({
  document: documentSchema,
  actors: z.array(actorSchema),
  dates: z.array(dateSchema),
  claims: z.array(claimSchema),
  events: z.array(eventSchema),
  contacts: z.array(contactSchema),
});

export type Repair = z.infer<typeof repairSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type DocumentRecord = z.infer<typeof documentSchema>;
export type ActorRecord = z.infer<typeof actorSchema>;
export type DateRecord = z.infer<typeof dateSchema>;
export type ClaimRecord = z.infer<typeof claimSchema>;
export type EventRecord = z.infer<typeof eventSchema>;
export type ContactRecord = z.infer<typeof contactSchema>;
export type ReadoutRecord = z.infer<typeof recordSchema>;
