import { type ReadoutRecord, recordSchema } from "../../engine/record.js";
import type { Tables } from "../tables/index.js";
import { listFrom, restFrom, spanFrom } from "./rest.js";

/** The tables that hold a record's items and parts, in the order in which they are written. */
export const RECORD_TABLES = [
  "repairs", "notices", "actors", "mentions", "dates", "claims", "chain_links", "events", "event_parties", "event_claims",
  "contacts", "contact_parties", "contact_events", "topics", "commitments", "commitment_parties", "evidence",
] as const; // biome-ignore format: a line for each group reads best
export type RecordTable = (typeof RECORD_TABLES)[number];

/** A document's row with the rows of its parts, each table in order. */
export interface StoredRows {
  readonly document: Tables["documents"];
  readonly parts: { readonly [K in RecordTable]: readonly Tables[K][] };
}

/** The record as it was saved: rebuilt from the tables, and checked. */
export function recordFrom({ document, parts }: StoredRows): ReadoutRecord {
  return recordSchema.parse({
    document: documentFrom(document, parts),
    actors: parts.actors.map(({ local, name, kind, code, sector, office, wikidata, why, more }) => ({
      id: local,
      name,
      kind,
      code,
      sector: listFrom(sector),
      office,
      wikidata,
      why,
      mentions: parts.mentions
        .filter(({ actor }) => actor === local)
        .map((row) => ({ span: [row.start_at, row.end_at], text: row.text, kind: row.kind, ...restFrom(row.more) })),
      ...restFrom(more),
    })),
    dates: parts.dates.map(({ start_at, end_at, text, type, value, why, confidence, more }) => ({
      span: [start_at, end_at],
      text,
      type,
      value,
      why,
      confidence,
      ...restFrom(more),
    })),
    claims: parts.claims.map((row) => claimFrom(row, parts)),
    events: parts.events.map((row) => eventFrom(row, parts)),
    contacts: parts.contacts.map((row) => contactFrom(row, parts)),
  });
}

type Parts = StoredRows["parts"];

function documentFrom(row: Tables["documents"], { repairs, notices }: Parts): unknown {
  const dateline = spanFrom(row.dateline_start, row.dateline_end);
  return {
    id: row.id,
    hash: row.hash,
    title: row.title,
    outlet: row.outlet,
    url: row.url,
    agency: row.agency,
    byline: row.byline,
    dateline: dateline === null ? null : { place: row.dateline_place, country: row.dateline_country, span: dateline },
    published:
      row.published === null
        ? null
        : {
            value: row.published,
            earliest: row.published_earliest,
            latest: row.published_latest,
            basis: row.published_basis,
            why: row.published_why,
          },
    language: row.language,
    translation: row.translation_from === null ? null : { from: row.translation_from, why: row.translation_why },
    text: row.text,
    repairs: repairs.map(({ kind, before, after, start_at, end_at, source_start, source_end, more }) => ({
      kind,
      before,
      after,
      span: [start_at, end_at],
      sourceSpan: [source_start, source_end],
      ...restFrom(more),
    })),
    notices: notices.map(({ code, message, start_at, end_at, more }) => ({
      code,
      message,
      span: spanFrom(start_at, end_at),
      ...restFrom(more),
    })),
    ...restFrom(row.more),
  };
}

function claimFrom(row: Tables["claims"], { chain_links }: Parts): unknown {
  const { kind, act, speaker, addressee, stance, why, confidence } = row;
  return {
    id: row.local,
    kind,
    act,
    content: [row.content_start, row.content_end],
    cue: spanFrom(row.cue_start, row.cue_end),
    source: spanFrom(row.source_start, row.source_end),
    speaker,
    addressee,
    stance,
    chain: chain_links
      .filter(({ claim }) => claim === row.local)
      .map(({ actor, role, via, more }) => ({ actor, as: role, via, ...restFrom(more) })),
    why,
    confidence,
    ...restFrom(row.more),
  };
}

function eventFrom(row: Tables["events"], parts: Parts): unknown {
  const { event, mode, quad, score, cameo, status, why, confidence } = row;
  const parties = (role: string): string[] =>
    parts.event_parties.filter((party) => party.event === row.local && party.role === role).map(({ actor }) => actor);
  return {
    id: row.local,
    event,
    mode,
    context: listFrom(row.context),
    quad,
    score,
    cameo,
    actor: parties("actor"),
    recipient: parties("recipient"),
    date: row.day === null ? null : { value: row.day, why: row.day_why },
    status,
    negated: row.negated === 1,
    evidence: evidenceOf(row.local, parts),
    claims: parts.event_claims.filter((one) => one.event === row.local).map(({ claim }) => claim),
    why,
    confidence,
    ...restFrom(row.more),
  };
}

function evidenceOf(local: string, { evidence }: Parts): [number, number][] {
  return evidence.filter((one) => one.local === local).map(({ start_at, end_at }) => [start_at, end_at]);
}

function contactFrom(row: Tables["contacts"], parts: Parts): unknown {
  const { channel, status, sender, initiator, why, confidence } = row;
  const parties = (list: string) => parts.contact_parties.filter((p) => p.contact === row.local && p.list === list);
  const occasion = spanFrom(row.occasion_start, row.occasion_end);
  return {
    id: row.local,
    channel,
    status,
    participants: parties("participant").map(({ actor }) => actor),
    evidence: evidenceOf(row.local, parts),
    delegation: parties("delegate").map(({ actor, side, role, level, office, more }) => ({
      actor,
      side,
      role,
      level,
      office,
      ...restFrom(more),
    })),
    sender,
    initiator,
    date:
      row.day === null
        ? null
        : { value: row.day, earliest: row.day_earliest, latest: row.day_latest, why: row.day_why },
    location: row.location_name === null ? null : { name: row.location_name, country: row.location_country },
    partOf: row.part_of,
    multilateral: row.multilateral === 1,
    occasion: occasion === null ? null : { text: row.occasion, span: occasion, inferred: row.occasion_inferred === 1 },
    topics: parts.topics
      .filter(({ contact }) => contact === row.local)
      .map(({ local, label, context, start_at, end_at, more }) => ({
        id: local,
        label,
        context: listFrom(context),
        span: [start_at, end_at],
        ...restFrom(more),
      })),
    commitments: parts.commitments
      .filter(({ contact }) => contact === row.local)
      .map((commitment) => commitmentFrom(commitment, parts)),
    publishedBy: parties("publisher").map(({ actor }) => actor),
    events: parts.contact_events.filter(({ contact }) => contact === row.local).map(({ event }) => event),
    why,
    confidence,
    ...restFrom(row.more),
  };
}

function commitmentFrom(row: Tables["commitments"], parts: Parts): unknown {
  const { text, status, about, due, condition, stated } = row;
  const parties = (role: string): string[] =>
    parts.commitment_parties.filter((p) => p.commitment === row.local && p.role === role).map(({ actor }) => actor);
  return {
    id: row.local,
    text,
    evidence: evidenceOf(row.local, parts),
    by: parties("by"),
    to: parties("to"),
    status,
    about,
    due,
    condition,
    stated,
    ...restFrom(row.more),
  };
}
