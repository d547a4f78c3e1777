import { overlaps } from "../engine/base/span.js";
import { eventIds } from "../engine/item-ids.js";
import type { ActorRecord, EventRecord, ReadoutRecord } from "../engine/record.js";
import { excerpt } from "./excerpt.js";

/** Actor or recipient of a PLOVER event. A field without a value is left out. */
export interface PloverActor {
  readonly code?: string;
  readonly sector?: readonly string[];
  /** The words it was read from, in the passage that reports the event where it is named there. */
  readonly text?: string;
  /** Resolved name. */
  readonly name: string;
  readonly wikidata?: string;
}

/** One event as PLOVER 2.0 writes it, with this program's own fields after PLOVER's. A field without a value is left out. */
export interface PloverRecord {
  readonly id: string;
  /** ISO day or prefix; the day of publication where an event happened on a day the text does not give. */
  readonly date?: string;
  readonly actor: readonly PloverActor[];
  readonly recipient: readonly PloverActor[];
  readonly event: string;
  /** The event's mode, then PLOVER's auxiliary modes: `historical`, `future`, `hypothetical`. */
  readonly mode: readonly string[];
  readonly context: readonly string[];
  readonly text: string;
  readonly headline?: string;
  /** Who published it: the outlet of this copy, else the agency. */
  readonly publication?: string;
  readonly publicationDate?: string;
  readonly citation?: string;
  readonly language: readonly string[];
  readonly coder: "Readout";
  readonly quad: number;
  readonly score: number;
  readonly cameo: string;
  readonly confidence: number;
  readonly dateWhy?: string;
  readonly document: string;
}

const AUXILIARY: Readonly<Record<EventRecord["status"], string | null>> = {
  happened: null,
  planned: "future",
  hypothetical: "hypothetical",
  historical: "historical",
};

/** PLOVER's modes of an event: its own, then the auxiliary one of its status. */
export function modesOf({ mode, status }: Pick<EventRecord, "mode" | "status">): string[] {
  return [mode, AUXILIARY[status]].filter((one) => one !== null);
}

/** The events of a record in PLOVER's form. Negated events are no part of PLOVER's default list and are left out. */
export function ploverEvents(record: ReadoutRecord): PloverRecord[] {
  const ids = eventIds(record);
  return record.events.flatMap((event, i) => (event.negated ? [] : [ploverEvent(record, event, ids[i] ?? "")]));
}

/** PLOVER JSON Lines: one event a line. */
export function ploverLines(record: ReadoutRecord): string {
  return ploverEvents(record)
    .map((event) => `${JSON.stringify(event)}\n`)
    .join("");
}

function ploverEvent(record: ReadoutRecord, event: EventRecord, id: string): PloverRecord {
  const { document } = record;
  const party = (actor: string): PloverActor => ploverActor(record, event, actor);
  const day = eventDay(record, event);
  const publication = document.outlet ?? document.agency;
  return {
    id,
    ...(day === null ? {} : { date: day.value }),
    actor: event.actor.map(party),
    recipient: event.recipient.map(party),
    event: event.event,
    mode: modesOf(event),
    context: event.context,
    text: excerpt(document.text, event.evidence[0] ?? [0, 0]),
    ...(document.title === null ? {} : { headline: document.title }),
    ...(publication === null ? {} : { publication }),
    ...(document.published === null ? {} : { publicationDate: document.published.value }),
    ...(document.url === null ? {} : { citation: document.url }),
    language: [document.language],
    coder: "Readout",
    quad: event.quad,
    score: event.score,
    cameo: event.cameo,
    confidence: event.confidence,
    ...(day === null ? {} : { dateWhy: day.why }),
    document: document.hash,
  };
}

/** The day of an event. News happens about when it is published; background and plans do not. */
export function eventDay(
  { document }: ReadoutRecord,
  event: EventRecord,
): { readonly value: string; readonly why: string } | null {
  if (event.date !== null) return event.date;
  if (event.status !== "happened" || document.published === null) return null;
  return { value: document.published.value, why: "the day of publication; the text gives no other" };
}

function ploverActor(record: ReadoutRecord, event: EventRecord, id: string): PloverActor {
  const actor = record.actors.find((one) => one.id === id);
  if (actor === undefined) return { name: id };
  const text = wordsOf(actor, event);
  return {
    ...(actor.code === null ? {} : { code: actor.code }),
    ...(actor.sector.length === 0 ? {} : { sector: actor.sector }),
    ...(text === null ? {} : { text }),
    name: actor.name,
    ...(actor.wikidata === null ? {} : { wikidata: actor.wikidata }),
  };
}

function wordsOf(actor: ActorRecord, event: EventRecord): string | null {
  const near = actor.mentions.find((mention) => event.evidence.some((span) => overlaps(mention.span, span)));
  return (near ?? actor.mentions[0])?.text ?? null;
}
