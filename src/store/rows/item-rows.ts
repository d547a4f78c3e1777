import type { ActorRecord, ReadoutRecord } from "../../engine/record.js";
import { actorKey, type Names, type RowsOf } from "./document-rows.js";
import { type Known, restOf } from "./rest.js";

const CLAIM: Known = {
  id: true, kind: true, act: true, content: true, cue: true, source: true, speaker: true, addressee: true, stance: true, chain: true, why: true, confidence: true,
}; // biome-ignore format: one line reads best
const LINK: Known = { actor: true, as: true, via: true };
const EVENT: Known = {
  id: true, event: true, mode: true, context: true, quad: true, score: true, cameo: true, actor: true, recipient: true,
  date: ["value", "why"], status: true, negated: true, evidence: true, claims: true, why: true, confidence: true,
}; // biome-ignore format: a line for each group reads best

/** An actor's code and key, copied to where searches look for them. */
export function partyColumns(actors: ReadonlyMap<string, ActorRecord>, id: string) {
  const actor = actors.get(id);
  return { actor: id, code: actor?.code ?? null, actor_key: actor === undefined ? null : actorKey(actor) };
}

/** The claims of a record with their chains. */
export function claimRows(record: ReadoutRecord, document: number, names: Names): RowsOf<"claims" | "chain_links"> {
  return {
    claims: record.claims.map((claim, n) => ({
      document,
      n,
      local: claim.id,
      item: names.get(claim.id)?.id ?? "",
      kind: claim.kind,
      act: claim.act,
      content_start: claim.content[0],
      content_end: claim.content[1],
      cue_start: claim.cue?.[0] ?? null,
      cue_end: claim.cue?.[1] ?? null,
      source_start: claim.source?.[0] ?? null,
      source_end: claim.source?.[1] ?? null,
      speaker: claim.speaker,
      addressee: claim.addressee,
      stance: claim.stance,
      why: claim.why,
      confidence: claim.confidence,
      more: restOf(claim, CLAIM),
    })),
    chain_links: record.claims.flatMap((claim) =>
      claim.chain.map((link, n) => ({
        document,
        claim: claim.id,
        n,
        actor: link.actor,
        role: link.as,
        via: link.via,
        more: restOf(link, LINK),
      })),
    ),
  };
}

/** The events of a record with their parties, claims and passages. */
export function eventRows(
  record: ReadoutRecord,
  document: number,
  names: Names,
): RowsOf<"events" | "event_parties" | "event_claims" | "evidence"> {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const published = record.document.published?.value ?? null;
  return {
    events: record.events.map((event, n) => ({
      document,
      n,
      local: event.id,
      item: names.get(event.id)?.id ?? "",
      event: event.event,
      mode: event.mode,
      context: JSON.stringify(event.context),
      quad: event.quad,
      score: event.score,
      cameo: event.cameo,
      day: event.date?.value ?? null,
      day_why: event.date?.why ?? null,
      day_key: event.date?.value ?? (event.status === "happened" ? published : null),
      status: event.status,
      negated: event.negated ? 1 : 0,
      why: event.why,
      confidence: event.confidence,
      more: restOf(event, EVENT),
    })),
    event_parties: record.events.flatMap((event) =>
      [
        ...event.actor.map((id) => ({ role: "actor" as const, id })),
        ...event.recipient.map((id) => ({ role: "recipient" as const, id })),
      ].map(({ role, id }, n) => ({ document, event: event.id, n, role, ...partyColumns(actors, id) })),
    ),
    event_claims: record.events.flatMap((event) =>
      event.claims.map((claim, n) => ({ document, event: event.id, n, claim })),
    ),
    evidence: record.events.flatMap(({ id, evidence }) => evidenceRows(document, id, evidence)),
  };
}

/** The passages an item rests on. */
export function evidenceRows(document: number, local: string, evidence: readonly (readonly [number, number])[]) {
  return evidence.map(([start_at, end_at], n) => ({ document, local, n, start_at, end_at }));
}
