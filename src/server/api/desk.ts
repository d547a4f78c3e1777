import { z } from "@hono/zod-openapi";
import { CHANNELS, CONTACT_STATUSES, EVENT_STATUSES, PLOVER_EVENTS } from "../../engine/record.js";
import { day, listOf, origin } from "./parts.js";

/** What the desk works out of a ledger, as its types (`src/desk/types.ts`) have it. */

/** How much of what was found is given. */
export const shown = z
  .object({
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
    cut: z
      .boolean()
      .openapi({ description: "the ledger holds more reports than were looked at: the oldest are missing" }),
  })
  .openapi("Shown");

/** Who stands behind an entry. */
const behind = z.object({ articles: z.int(), origins: listOf(origin) });

export const report = z
  .object({
    document: z.string().openapi({ description: "hash" }),
    item: z.string().openapi({ description: "lasting id of the item in it" }),
    title: z.string().nullable(),
    source: z.string().openapi({ description: "outlet, agency, or where it came from" }),
    url: z.string().nullable(),
    published: day.nullable(),
  })
  .openapi("Report");

export const participant = z
  .object({
    name: z.string(),
    code: z.string().nullable(),
    key: z.string(),
    side: z.string().nullable(),
    office: z.string().nullable(),
    level: z.string().nullable(),
    role: z.string().nullable(),
  })
  .openapi("Participant");

/** A contact or event as all its reports together tell it. */
export const timelineEntry = z
  .object({
    id: z.string().openapi({ description: "lasting id of the item in the report that stands for all" }),
    kind: z.enum(["contact", "event"]),
    day: day.nullable(),
    dayBasis: z.enum(["stated", "published", "entered"]).nullable().openapi({
      description: "stated in a report, that of the first report, or entered by hand",
    }),
    channel: z.enum(CHANNELS).nullable(),
    events: listOf(z.enum(PLOVER_EVENTS)),
    mode: z.string().nullable(),
    status: z.enum([...CONTACT_STATUSES, ...EVENT_STATUSES]),
    negated: z.boolean(),
    who: listOf(participant),
    from: listOf(z.string()).openapi({ description: "of events in one direction: keys of who did it" }),
    to: listOf(z.string()).openapi({ description: "… and to whom" }),
    topics: listOf(z.string()),
    place: z.string().nullable(),
    occasion: z.string().nullable(),
    commitments: z.int(),
    score: z.number().nullable().openapi({ description: "PLOVER's score, −10 conflict to 10 cooperation" }),
    basis: z.enum(["reported", "entered"]),
    note: z.string().nullable(),
    author: z.string().nullable(),
    corroboration: behind,
    reports: listOf(report),
  })
  .openapi("TimelineEntry");

/** One telling of a promise: that of one contact, by all its reports. */
export const telling = z
  .object({
    id: z.string(),
    day: day.nullable(),
    text: z.string(),
    status: z.enum(["agreed", "reaffirmed", "offered"]),
    by: listOf(participant),
    to: listOf(participant),
    about: z.string().nullable(),
    due: day.nullable(),
    condition: z.string().nullable(),
    contact: z.object({ id: z.string(), channel: z.string() }),
    corroboration: behind,
    reports: listOf(report),
    repeats: z
      .object({ id: z.string(), score: z.number(), reasons: listOf(z.string()), by: z.string() })
      .nullable()
      .openapi({ description: "the earlier telling it repeats; a judgement on `commitment/repeats` withdraws it" }),
  })
  .openapi("Telling");

/** A promise with all its repetitions. */
export const commitmentThread = z
  .object({
    id: z.string(),
    text: z.string(),
    about: z.string().nullable(),
    parties: listOf(participant),
    since: day.nullable(),
    lastRepeated: day.nullable(),
    due: day.nullable(),
    state: z.enum(["open", "overdue", "offered", "done", "dropped"]),
    daysSinceContact: z.int().nullable(),
    tellings: listOf(telling),
    mentionedIn: listOf(
      z.object({ id: z.string(), day: day.nullable(), channel: z.string(), topic: z.string() }),
    ).openapi({ description: "later contacts of the parties that speak of its topic" }),
  })
  .openapi("CommitmentThread");

/** What reports tell differently of a contact. */
export const disagreement = z
  .object({
    field: z.string().openapi({ description: "`day`, `channel`, `place`, `persons/RUS`, `commitment`" }),
    told: listOf(z.object({ value: z.string(), copies: listOf(z.string()) })).openapi({
      description: "what is told, with the groups of copies that tell it",
    }),
  })
  .openapi("Disagreement");

/** What one side, or a third, published of a contact. */
export const readout = z
  .object({
    document: z.string().openapi({ description: "hash" }),
    copy: z.string().openapi({ description: "name of the group of its copies: disagreements name texts so" }),
    title: z.string().nullable(),
    url: z.string().nullable(),
    published: day.nullable(),
    side: z.string().nullable().openapi({ description: "code of the side that publishes it; null for others" }),
    publisher: z.string().nullable(),
    topics: listOf(z.string()),
    commitments: listOf(z.string()),
    onlyHere: z.object({ topics: listOf(z.string()), commitments: listOf(z.string()) }),
    copies: z.int(),
  })
  .openapi("Readout");

/** All that is known of one contact. */
export const dossier = z
  .object({
    entry: timelineEntry,
    sides: listOf(z.string()),
    readouts: listOf(readout),
    missingSides: listOf(z.string()).openapi({ description: "sides of which the ledger holds no readout" }),
    disagreements: listOf(disagreement),
    commitments: listOf(telling),
  })
  .openapi("Dossier");

/** What somebody said on a topic. */
export const statement = z
  .object({
    id: z.string(),
    day: day.nullable(),
    speaker: participant.nullable(),
    excerpt: z.string(),
    kind: z.enum(["direct", "indirect", "mixed"]),
    stance: z.string(),
    corroboration: behind,
    report,
  })
  .openapi("Statement");

export type TimelineEntryView = z.infer<typeof timelineEntry>;
export type CommitmentThreadView = z.infer<typeof commitmentThread>;
export type TellingView = z.infer<typeof telling>;
export type ReadoutView = z.infer<typeof readout>;
export type DossierView = z.infer<typeof dossier>;
export type StatementView = z.infer<typeof statement>;
export type DisagreementView = z.infer<typeof disagreement>;
export type ParticipantView = z.infer<typeof participant>;
export type ReportView = z.infer<typeof report>;
