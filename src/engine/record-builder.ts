import { actorRecords } from "./actor-records.js";
import type { Actor } from "./actors/types.js";
import { OverlapIndex } from "./base/overlap-index.js";
import { byCodeUnit } from "./base/span.js";
import type { Contact } from "./contacts/index.js";
import { dateRecords } from "./date-records.js";
import { countSides } from "./events/consult.js";
import { QUAD, scoreOf } from "./events/scores.js";
import type { CodedEvent } from "./events/types.js";
import type { Reading } from "./read.js";
import type { ClaimRecord, ContactRecord, DocumentRecord, EventRecord, ReadoutRecord } from "./record.js";

const claimId = (index: number): string => `c${index + 1}`;
const eventId = (index: number): string => `e${index + 1}`;
type ActorId = (index: number) => string;

/** Writes what the stages found as the record of `data/record.schema.json`: ids are ordinals in order of the text. */
export function buildRecord(
  reading: Reading,
  events: readonly CodedEvent[],
  contacts: readonly Contact[],
): ReadoutRecord {
  const ordered = [...events].sort(
    (a, b) =>
      (a.evidence[0]?.[0] ?? 0) - (b.evidence[0]?.[0] ?? 0) ||
      byCodeUnit(a.event, b.event) ||
      byCodeUnit(a.cameo, b.cameo) ||
      byCodeUnit(String(a.actor), String(b.actor)) ||
      byCodeUnit(String(a.recipient), String(b.recipient)),
  );
  const written = writtenActors(reading, ordered, contacts);
  const order = new Map(written.map((actor, at) => [actor.index, at]));
  const actorId = (index: number): string => `a${(order.get(index) ?? index) + 1}`;
  const eventRecords = ordered.map((event, index) => eventRecord(event, index, actorId));
  return {
    document: documentRecord(reading),
    actors: actorRecords(written, reading, ordered, actorId),
    dates: dateRecords(reading),
    claims: reading.claims.map((claim, index) => claimRecord(claim, index, actorId)),
    events: eventRecords,
    contacts: contactRecords(contacts, reading, ordered, actorId),
  };
}

function documentRecord({ article, document, published, translation }: Reading): DocumentRecord {
  return {
    id: article.id ?? document.hash,
    hash: document.hash,
    title: document.title === null ? null : document.text.slice(...document.title),
    outlet: article.outlet ?? null,
    url: article.url ?? null,
    agency: document.agency === null ? null : signatureOf(document.agency, document.text),
    byline: document.byline,
    dateline: document.dateline === null ? null : { ...document.dateline, span: [...document.dateline.span] },
    published: published === null ? null : { ...published },
    language: document.language,
    translation: translation === null ? null : { ...translation },
    text: document.text,
    repairs: [...document.repairs],
    notices: [...document.notices],
  };
}

/** An agency as it signs: “GNA” where that is printed, its usual name where a longer one or the usual one is. */
function signatureOf({ name, span }: NonNullable<Reading["document"]["agency"]>, text: string): string {
  const printed = /^[\s(/–—-]*(\p{L}[\p{L}-]+)[\s)/.–—-]*$/u.exec(text.slice(...span))?.[1];
  return printed === undefined || printed.toLowerCase() === name.toLowerCase() ? name : printed;
}

/** The actors of the record: who only stands behind a place or a thing is one when an event or a contact reaches him. */
function writtenActors(
  { actors }: Reading,
  events: readonly CodedEvent[],
  contacts: readonly Contact[],
): readonly Actor[] {
  const reached = new Set(events.flatMap((event) => [...event.actor, ...event.recipient]));
  for (const contact of contacts) for (const party of contact.participants) reached.add(party);
  return actors.actors.filter((actor) => !actor.latent || reached.has(actor.index));
}

function claimRecord(claim: Reading["claims"][number], index: number, actorId: ActorId): ClaimRecord {
  const { kind, act, stance, why, confidence } = claim;
  return {
    id: claimId(index),
    kind,
    act,
    content: [...claim.content],
    cue: claim.cue === null ? null : [...claim.cue],
    source: claim.source === null ? null : [...claim.source],
    speaker: claim.speaker === null ? null : actorId(claim.speaker),
    addressee: claim.addressee === null ? null : actorId(claim.addressee),
    stance,
    chain: claim.chain.map((link) => ({ actor: actorId(link.actor), as: link.as, via: link.via })),
    why,
    confidence,
  };
}

function eventRecord(event: CodedEvent, index: number, actorId: ActorId): EventRecord {
  return {
    id: eventId(index),
    event: event.event,
    mode: event.mode,
    context: [...event.context],
    quad: QUAD[event.event],
    score: scoreOf(event.event, event.mode),
    cameo: event.cameo,
    actor: event.actor.map(actorId),
    recipient: event.recipient.map(actorId),
    date: event.date === null ? null : { ...event.date },
    status: event.status,
    negated: event.negated,
    evidence: event.evidence.map((span) => [...span]),
    claims: event.claims.map(claimId),
    why: event.why,
    confidence: event.confidence,
  };
}

const LEVELS: Readonly<Record<string, "head-of-state" | "head-of-government" | "minister" | "envoy">> = {
  "head-of-state": "head-of-state",
  "de-facto-leader": "head-of-state",
  "head-of-government": "head-of-government",
  "deputy-head-of-government": "minister",
  "foreign-minister": "minister",
  "defence-minister": "minister",
  ambassador: "envoy",
  "special-envoy": "envoy",
  "ambassador-un": "envoy",
};

function contactRecords(
  contacts: readonly Contact[],
  reading: Reading,
  events: readonly CodedEvent[],
  actorId: ActorId,
): ContactRecord[] {
  const counter = { topic: 0, commitment: 0 };
  const told = events.flatMap((event, at) => event.evidence.map((span) => ({ span, at })));
  const index = new OverlapIndex(told.map(({ span }) => span));
  return contacts.map((contact, number) => {
    const record = contactRecord(contact, number, reading, counter, actorId);
    const near = new Set(index.overlapping(contact.passages).flatMap((i) => told[i]?.at ?? []));
    const own = [...near].filter((at) => isAmong(events[at], contact)).sort((a, b) => a - b);
    return { ...record, events: own.map(eventId) };
  });
}

/** Whether all parties of an event take part in a contact: one told in a sentence that speaks of the contact belongs to it. */
function isAmong(event: CodedEvent | undefined, { participants }: Contact): boolean {
  return event !== undefined && [...event.actor, ...event.recipient].every((p) => participants.includes(p));
}

function roleIn(
  { sender, senders, members, mediators }: Contact,
  p: number,
): ContactRecord["delegation"][number]["role"] {
  if (members.includes(p)) return "member";
  if (mediators.includes(p)) return "mediator";
  if (senders.includes(p)) return "sender";
  return sender === null ? "principal" : "addressee";
}

function levelOf(actor: Actor | undefined): ContactRecord["delegation"][number]["level"] {
  return LEVELS[actor?.officeKey ?? ""] ?? (actor?.sector[0] === "GOV" && actor.kind !== "country" ? "official" : null);
}

function contactRecord(
  contact: Contact,
  index: number,
  reading: Reading,
  counter: { topic: number; commitment: number },
  actorId: ActorId,
): ContactRecord {
  const actors = reading.actors.actors;
  const firstTopic = counter.topic + 1;
  const delegation = [...new Set([...contact.participants, ...contact.members, ...contact.mediators])];
  return {
    id: `k${index + 1}`,
    channel: contact.channel,
    status: contact.status,
    participants: contact.participants.map(actorId),
    evidence: contact.evidence.map((span) => [...span]),
    delegation: delegation.map((p) => ({
      actor: actorId(p),
      side: actors[p]?.code ?? null,
      role: roleIn(contact, p),
      level: levelOf(actors[p]),
      office: actors[p]?.office ?? null,
    })),
    sender: contact.sender === null ? null : actorId(contact.sender),
    initiator: contact.initiator === null ? null : actorId(contact.initiator),
    date: contact.date === null ? null : { ...contact.date },
    location: contact.location === null ? null : { ...contact.location },
    partOf: contact.partOf === null ? null : `k${contact.partOf + 1}`,
    multilateral: countSides(contact.participants, reading.actors) > 2,
    occasion: contact.occasion === null ? null : { ...contact.occasion, span: [...contact.occasion.span] },
    topics: contact.topics.map((t) => ({
      id: `t${++counter.topic}`,
      label: t.label,
      context: [...t.context],
      span: [...t.span],
    })),
    commitments: contact.commitments.map((c) => ({
      id: `m${++counter.commitment}`,
      text: c.text,
      evidence: c.evidence.map((span) => [...span] as [number, number]), // a span copied is a span
      by: c.by.map(actorId),
      to: c.to.map(actorId),
      status: c.status,
      about: c.about === null ? null : `t${firstTopic + c.about}`,
      due: c.due,
      condition: c.condition,
      stated: "both",
    })),
    publishedBy: contact.publishedBy.map(actorId),
    events: [],
    why: contact.why,
    confidence: contact.confidence,
  };
}
