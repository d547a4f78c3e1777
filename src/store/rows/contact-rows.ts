import type { ActorRecord, ContactRecord, ReadoutRecord } from "../../engine/record.js";
import type { Tables } from "../tables/index.js";
import type { Names, RowsOf } from "./document-rows.js";
import { evidenceRows, partyColumns } from "./item-rows.js";
import { type Known, restOf } from "./rest.js";

const CONTACT: Known = {
  id: true, channel: true, status: true, participants: true, evidence: true, delegation: true, sender: true, initiator: true,
  date: ["value", "earliest", "latest", "why"], location: ["name", "country"], partOf: true, multilateral: true,
  occasion: ["text", "span", "inferred"], topics: true, commitments: true, publishedBy: true, events: true, why: true, confidence: true,
}; // biome-ignore format: a line for each group reads best
const DELEGATE: Known = { actor: true, side: true, role: true, level: true, office: true };
const TOPIC: Known = { id: true, label: true, context: true, span: true };
const COMMITMENT: Known = {
  id: true, text: true, evidence: true, by: true, to: true, status: true, about: true, due: true, condition: true, stated: true,
}; // biome-ignore format: one line reads best

type Actors = ReadonlyMap<string, ActorRecord>;

/** The contacts of a record with their parties, topics, commitments and passages. */
export function contactRows(
  record: ReadoutRecord,
  document: number,
  names: Names,
): RowsOf<
  "contacts" | "contact_parties" | "contact_events" | "topics" | "commitments" | "commitment_parties" | "evidence"
> {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const commitments = record.contacts.flatMap((contact) =>
    contact.commitments.map((commitment) => ({ contact: contact.id, commitment })),
  );
  return {
    contacts: record.contacts.map((contact, n) => contactRow(record, contact, document, n, names)),
    contact_parties: record.contacts.flatMap((contact) => partyRows(contact, document, actors)),
    contact_events: record.contacts.flatMap((contact) =>
      contact.events.map((event, n) => ({ document, contact: contact.id, n, event })),
    ),
    topics: record.contacts.flatMap((contact) =>
      contact.topics.map((topic, n) => ({
        document,
        contact: contact.id,
        n,
        local: topic.id,
        label: topic.label,
        context: JSON.stringify(topic.context),
        start_at: topic.span[0],
        end_at: topic.span[1],
        more: restOf(topic, TOPIC),
      })),
    ),
    commitments: commitments.map(({ contact, commitment }, n) => ({
      document,
      n,
      local: commitment.id,
      item: names.get(commitment.id)?.id ?? "",
      contact,
      text: commitment.text,
      status: commitment.status,
      about: commitment.about,
      due: commitment.due,
      condition: commitment.condition,
      stated: commitment.stated,
      more: restOf(commitment, COMMITMENT),
    })),
    commitment_parties: commitments.flatMap(({ commitment: { id, by, to } }) => [
      ...by.map((actor, n) => ({ document, commitment: id, n, role: "by" as const, ...partyColumns(actors, actor) })),
      ...to.map((actor, n) => ({ document, commitment: id, n, role: "to" as const, ...partyColumns(actors, actor) })),
    ]),
    evidence: record.contacts.flatMap((contact) => [
      ...evidenceRows(document, contact.id, contact.evidence),
      ...contact.commitments.flatMap(({ id, evidence }) => evidenceRows(document, id, evidence)),
    ]),
  };
}

function contactRow(
  record: ReadoutRecord,
  contact: ContactRecord,
  document: number,
  n: number,
  names: Names,
): Tables["contacts"] {
  const { date, location, occasion } = contact;
  const published = record.document.published?.value ?? null;
  return {
    document,
    n,
    local: contact.id,
    item: names.get(contact.id)?.id ?? "",
    channel: contact.channel,
    status: contact.status,
    sender: contact.sender,
    initiator: contact.initiator,
    day: date?.value ?? null,
    day_earliest: date?.earliest ?? null,
    day_latest: date?.latest ?? null,
    day_why: date?.why ?? null,
    day_key: date?.value ?? (contact.status === "held" ? published : null),
    location_name: location?.name ?? null,
    location_country: location?.country ?? null,
    part_of: contact.partOf,
    multilateral: contact.multilateral ? 1 : 0,
    occasion: occasion?.text ?? null,
    occasion_start: occasion?.span[0] ?? null,
    occasion_end: occasion?.span[1] ?? null,
    occasion_inferred: occasion === null ? null : occasion.inferred ? 1 : 0,
    why: contact.why,
    confidence: contact.confidence,
    more: restOf(contact, CONTACT),
  };
}

function partyRows(contact: ContactRecord, document: number, actors: Actors): Tables["contact_parties"][] {
  const plain = { side: null, role: null, level: null, office: null, more: null };
  const row = (list: Tables["contact_parties"]["list"], id: string, n: number) => ({
    document,
    contact: contact.id,
    list,
    n,
    ...partyColumns(actors, id),
    ...plain,
  });
  return [
    ...contact.participants.map((id, n) => row("participant", id, n)),
    ...contact.delegation.map((delegate, n) => ({
      ...row("delegate", delegate.actor, n),
      side: delegate.side,
      role: delegate.role,
      level: delegate.level,
      office: delegate.office,
      more: restOf(delegate, DELEGATE),
    })),
    ...contact.publishedBy.map((id, n) => row("publisher", id, n)),
  ];
}
