import { dayNumber, daysOf } from "../base/day.js";
import { byCodeUnit } from "../base/span.js";
import type { ActorRecord, ContactRecord, EventRecord, ReadoutRecord } from "../record.js";
import type { Days, LeadContact, LeadEvent, Side } from "./types.js";

/** A contact or event first told of after this many UTF-16 code units is background, not what the article is about. */
const LEAD_LENGTH = 900;
/** A day known no better than this many days is not known. */
const VAGUE_DAYS = 4;
/** A readout appears on the day of its contact or the day after. */
const READOUT_DELAY = 1;
/** Codes that tell a kind of body, not which. */
const KINDS: ReadonlySet<string> = new Set(["IGO", "UNO", "NGO", "ISM", "IMG", "MNC", "EUR"]);

/** Days an article may have been published on; `null` where only its content tells, or too vaguely. */
export function publishedDays({ document: { published } }: ReadoutRecord): Days | null {
  if (published === null || published.basis === "content") return null;
  return wholeDays(published.earliest, published.latest);
}

function wholeDays(earliest: string, latest: string): Days | null {
  const [from, to] = [daysOf(earliest), daysOf(latest)];
  if (from === null || to === null) return null;
  const days: Days = [dayNumber(from[0]), dayNumber(to[1])];
  return days[1] < days[0] || days[1] - days[0] > VAGUE_DAYS ? null : days;
}

/** The contact an article is about: the first it tells of with both sides; `null` where that is background. */
export function leadContactRecord(record: ReadoutRecord): ContactRecord | null {
  const actors = actorsOf(record);
  const contact = byEvidence(record.contacts).find(({ participants }) => sidesOf(participants, actors).length >= 2);
  return contact === undefined || startOf(contact) > LEAD_LENGTH ? null : contact;
}

/** The same as it is compared with others. */
export function leadContact(record: ReadoutRecord): LeadContact | null {
  const contact = leadContactRecord(record);
  if (contact === null) return null;
  const actors = actorsOf(record);
  const { channel, status, sender, participants } = contact;
  return {
    channel,
    status,
    sides: sidesOf(participants, actors),
    sender: codeOf(actors.get(sender ?? "")),
    days: contactDays(record, contact),
  };
}

/** The sides of a contact with the persons who stand for them, ascending by code. */
export function contactSides(record: ReadoutRecord, { participants }: ContactRecord): Side[] {
  return sidesOf(participants, actorsOf(record));
}

function contactDays(record: ReadoutRecord, { date, status }: ContactRecord): Days | null {
  const days = date === null ? null : wholeDays(date.earliest, date.latest);
  const published = publishedDays(record);
  if (days !== null || status !== "held" || published === null) return days;
  return [published[0] - READOUT_DELAY, published[1]];
}

/** The event an article is about that is no contact: the first it tells of as news, by somebody with a code. */
export function leadEvent(record: ReadoutRecord): LeadEvent | null {
  const actors = actorsOf(record);
  for (const event of byEvidence(record.events)) {
    if (startOf(event) > LEAD_LENGTH) return null;
    if (event.event === "CONSULT" || event.status !== "happened" || event.negated) continue;
    const codes = (ids: readonly string[]): string[] => sidesOf(ids, actors).map(({ code }) => code);
    const [by, on] = [codes(event.actor), codes(event.recipient)];
    if (by.length === 0) continue;
    const days = event.date === null ? publishedDays(record) : wholeDays(event.date.value, event.date.value);
    return { event: event.event, actors: by, recipients: on, days };
  }
  return null;
}

function actorsOf(record: ReadoutRecord): ReadonlyMap<string, ActorRecord> {
  return new Map(record.actors.map((actor) => [actor.id, actor]));
}

function startOf({ evidence }: ContactRecord | EventRecord): number {
  return evidence.reduce((first, [start]) => Math.min(first, start), Number.POSITIVE_INFINITY);
}

function byEvidence<T extends ContactRecord | EventRecord>(items: readonly T[]): T[] {
  return items
    .map((item, index) => ({ item, index, start: startOf(item) }))
    .sort((a, b) => a.start - b.start || a.index - b.index)
    .map(({ item }) => item);
}

/** Actors gathered by the side they stand for. One without a code is no side. */
function sidesOf(ids: readonly string[], actors: ReadonlyMap<string, ActorRecord>): Side[] {
  const sides = new Map<string, Set<string>>();
  for (const id of ids) {
    const actor = actors.get(id);
    const code = codeOf(actor);
    if (actor === undefined || code === null) continue;
    const persons = sides.get(code) ?? new Set();
    sides.set(code, persons);
    if (actor.kind === "person") persons.add(actor.wikidata ?? actor.name);
  }
  return [...sides]
    .map(([code, persons]) => ({ code, persons: [...persons].sort(byCodeUnit) }))
    .sort((a, b) => byCodeUnit(a.code, b.code));
}

function codeOf(actor: ActorRecord | undefined): string | null {
  if (actor?.code == null) return null;
  return KINDS.has(actor.code) ? `${actor.code}/${actor.name}` : actor.code;
}
