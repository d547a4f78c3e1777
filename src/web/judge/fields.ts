import type { ClaimRecord, ContactRecord, EventRecord } from "../../engine/record.js";
import { channelWords, eventWords } from "../words/codes.js";
import { joined } from "../words/numbers.js";

/** What the correction of an item begins with: what it is in words, and its fields as the record has them. */
export interface Present {
  readonly what: string;
  readonly fields: Readonly<Record<string, string | null>>;
}

/** What is needed of a record to put its items in words. */
interface Named {
  readonly record: { readonly events: readonly EventRecord[]; readonly contacts: readonly ContactRecord[]; readonly claims: readonly ClaimRecord[] }; // biome-ignore format: one line reads best
  name(id: string): string;
  text(span: readonly [number, number]): string;
  actor(id: string): { readonly name: string; readonly code: string | null; readonly sector: readonly string[]; readonly office: string | null; readonly wikidata: string | null } | null; // biome-ignore format: one line reads best
}

/** An item of a record by its id there; `null` where nothing of it can be corrected. */
export function presentOf(local: string, labels: Named): Present | null {
  const { events, contacts, claims } = labels.record;
  const names = (ids: readonly string[]): string => ids.map(labels.name).join(", ");
  const event = events.find(({ id }) => id === local);
  if (event !== undefined)
    return {
      what: `${eventWords(event.event, event.mode)}: ${joined(event.actor.map(labels.name))}`,
      fields: {
        event: event.event,
        mode: event.mode,
        cameo: event.cameo,
        actor: names(event.actor),
        recipient: names(event.recipient),
        date: event.date?.value ?? null,
        status: event.status,
        negated: String(event.negated),
        context: event.context.join(", "),
      },
    };
  const contact = contacts.find(({ id }) => id === local);
  if (contact !== undefined)
    return {
      what: `${channelWords(contact.channel)}: ${joined(contact.participants.map(labels.name))}`,
      fields: {
        channel: contact.channel,
        status: contact.status,
        participants: names(contact.participants),
        date: contact.date?.value ?? null,
        location: contact.location?.name ?? null,
        occasion: contact.occasion?.text ?? null,
        topics: contact.topics.map(({ label }) => label).join(", "),
      },
    };
  const claim = claims.find(({ id }) => id === local);
  if (claim !== undefined)
    return {
      what: `${claim.speaker === null ? "somebody" : labels.name(claim.speaker)} ${claim.stance}`,
      fields: {
        speaker: claim.speaker === null ? null : labels.name(claim.speaker),
        addressee: claim.addressee === null ? null : labels.name(claim.addressee),
        stance: claim.stance,
        content: labels.text(claim.content),
      },
    };
  const actor = labels.actor(local);
  if (actor === null) return null;
  const { name, code, sector, office, wikidata } = actor;
  return { what: name, fields: { name, code, sector: sector.join(", "), office, wikidata } };
}
