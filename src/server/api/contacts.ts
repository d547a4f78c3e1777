import { z } from "@hono/zod-openapi";
import { claimItem } from "./claims.js";
import { disagreement, readout, telling } from "./desk.js";
import { eventItem } from "./events.js";
import { channel, confidence, contactStatus, corrections, corroboration, day, documentSummary, itemId, judgement, level, listOf, party } from "./parts.js"; // biome-ignore format: one line reads best
import * as query from "./queries.js";
import { pageOf, readRoute } from "./route.js";

const contactParty = party.extend({
  side: z.string().nullable().openapi({ description: "country the person speaks for, by code" }),
  role: z.enum(["principal", "member", "mediator", "sender", "addressee"]).nullable(),
  level: level.nullable(),
});

export const commitment = z
  .object({
    id: itemId,
    text: z.string(),
    status: z.enum(["agreed", "reaffirmed", "offered"]),
    by: listOf(party),
    to: listOf(party),
    about: z.string().nullable().openapi({ description: "label of its topic" }),
    due: day.nullable(),
    condition: z.string().nullable(),
    stated: z.enum(["both", "own", "other"]).openapi({ description: "whether both sides' words tell of it" }),
    passage: z.string(),
  })
  .openapi("Commitment");

/** A contact as a card shows it: one for all reports of it. */
export const contactCard = z
  .object({
    id: itemId,
    channel,
    status: contactStatus,
    day: day.nullable(),
    dayWhy: z.string().nullable(),
    multilateral: z.boolean(),
    location: z.object({ name: z.string(), country: z.string().nullable() }).nullable(),
    parties: listOf(contactParty),
    sender: z.string().nullable().openapi({ description: "key of the party who sent it" }),
    initiator: z.string().nullable().openapi({ description: "key of the party who asked for it" }),
    occasion: z.string().nullable(),
    topics: listOf(z.object({ label: z.string(), context: listOf(z.string()) })),
    commitments: listOf(commitment),
    passage: z.string().openapi({ description: "first passage that reports it, at most 400 characters" }),
    confidence,
    corroboration,
    missingSides: listOf(z.string()).openapi({ description: "codes of sides none of whose own readouts is there" }),
    oneSided: z.boolean().openapi({ description: "only one side's own readout is there, or none" }),
    comments: z.int(),
    verdict: z.enum(["accepted", "rejected"]).nullable().openapi({ description: "what a reviewer said last" }),
    corrections,
    entered: z.boolean().openapi({ description: "entered by hand, not read from an article" }),
    document: documentSummary,
  })
  .openapi("ContactCard");

export const contactDossier = contactCard
  .extend({
    reports: listOf(documentSummary).openapi({ description: "all articles of its story" }),
    sides: listOf(z.string()),
    readouts: listOf(
      readout.extend({ text: z.string().openapi({ description: "for reading beside the other side's" }) }),
    ),
    disagreements: listOf(disagreement),
    tellings: listOf(telling).openapi({ description: "what was agreed, with the earlier promise it repeats" }),
    events: listOf(eventItem),
    claims: listOf(claimItem).openapi({ description: "who says what in the article it is shown from" }),
    partOf: itemId.nullable(),
    judgements: listOf(judgement),
  })
  .openapi("ContactDossier");

export const contactFilter = z.object({
  ...query.days,
  actors: query.actorList.optional(),
  events: query.eventList.optional(),
  contexts: query.contextList.optional(),
  channels: query.channelList.optional(),
  statuses: query.contactStatusList.optional(),
  confidence: query.leastConfidence.optional(),
  outlet: query.outlet.optional(),
  words: query.words.optional(),
  oneSided: query.flag.optional().openapi({ description: "only those with at most one side's own readout" }),
  ...query.paging,
});

export const contactsRoute = readRoute("/api/contacts", {
  summary: "Contacts, one for all reports of it, newest first",
  query: contactFilter,
  answer: pageOf(contactCard).openapi("ContactPage"),
});
export const contactRoute = readRoute("/api/contacts/{id}", {
  summary: "A contact with the readouts of each side and what the reports tell differently",
  params: z.object({ id: itemId.openapi({ param: { name: "id", in: "path" } }) }),
  answer: contactDossier,
});

export type ContactParty = z.infer<typeof contactParty>;
export type CommitmentView = z.infer<typeof commitment>;
export type ContactCard = z.infer<typeof contactCard>;
export type ContactDossier = z.infer<typeof contactDossier>;
export type ContactFilter = z.infer<typeof contactFilter>;
