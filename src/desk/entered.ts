import { z } from "zod";
import { CHANNELS, CONTACT_STATUSES } from "../engine/record.js";
import type { Entry } from "../store/index.js";
import { NOTHING } from "./entries.js";
import { isMeant } from "./reports.js";
import type { TimelineEntry } from "./types.js";

/** A contact entered by hand, as the ledger keeps it. */
export const enteredSchema = z.object({
  basis: z.literal("entered"),
  channel: z.enum(CHANNELS),
  status: z.enum(CONTACT_STATUSES),
  participants: z.array(z.object({ name: z.string(), code: z.string().nullable(), key: z.string() })).min(2),
  topics: z.array(z.string()),
  place: z.string().nullable(),
});
export type EnteredContact = z.infer<typeof enteredSchema>;

/** An entry by hand as a timeline shows it; `null` for what was not entered as a contact. */
export function enteredEntry({ id, contact, note, author, day }: Entry, withNotes: boolean): TimelineEntry | null {
  const parsed = enteredSchema.safeParse(contact);
  if (!parsed.success) return null;
  const { channel, status, participants, topics, place } = parsed.data;
  return {
    ...NOTHING,
    id,
    kind: "contact",
    day,
    told: null,
    dayBasis: day === null ? null : "entered",
    channel,
    status,
    who: participants.map((one) => ({ ...one, side: one.code, office: null, level: null, role: null })),
    topics,
    place,
    score: null,
    basis: "entered",
    note: withNotes ? note : null,
    author,
    corroboration: { articles: 0, origins: [] },
    reports: [],
  };
}

/** Whether all the actors meant take part in an entry, and it lies between the days. */
export function concerns(
  { who, day }: TimelineEntry,
  { actors, since, until }: { readonly actors: readonly string[]; readonly since?: string | undefined; readonly until?: string | undefined },
): boolean {
  if (!actors.every((actor) => who.some((one) => isMeant(one, actor)))) return false;
  if (since !== undefined && (day === null || day < since)) return false;
  return until === undefined || (day !== null && day <= `${until}~`);
} // biome-ignore format: the signature reads best so
