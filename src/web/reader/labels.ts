import type { ActorRecord, ClaimRecord, EventRecord, ReadoutRecord } from "../../engine/record.js";
import { linkWords } from "../words/codes.js";
import { joined } from "../words/numbers.js";

/** Words for the items of one record. */
export interface Labels {
  readonly record: ReadoutRecord;
  actor(id: string): ActorRecord | null;
  name(id: string): string;
  names(ids: readonly string[]): string;
  text(span: readonly [number, number]): string;
  /** Who makes the claims an event rests on, in words; empty where the article itself tells it. */
  allegedBy(event: EventRecord): string;
}

export function makeLabels(record: ReadoutRecord): Labels {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  const name = (id: string): string => actors.get(id)?.name ?? id;
  const text = ([start, end]: readonly [number, number]): string => record.document.text.slice(start, end);
  const sourceOf = (claim: ClaimRecord): string => {
    if (claim.speaker !== null) return name(claim.speaker);
    return claim.source === null ? "a source that is not named" : text(claim.source);
  };
  return {
    record,
    actor: (id) => actors.get(id) ?? null,
    name,
    names: (ids) => joined(ids.map(name)),
    text,
    allegedBy: (event) => joined([...new Set(event.claims.flatMap((id) => claims.get(id) ?? []).map(sourceOf))]),
  };
}

/** Code and sectors: “RUS GOV”; empty where neither is known. */
export function codesOf(actor: ActorRecord): string {
  return [actor.code ?? "", ...actor.sector.filter((sector) => sector !== "UNK")]
    .filter((part) => part !== "")
    .join(" ");
}

/** “A and B → C”; equals are joined by “↔”. */
export function partiesLine(event: EventRecord, labels: Labels): string {
  if (event.recipient.length === 0) return event.actor.map(labels.name).join(" ↔ ");
  return `${labels.names(event.actor)} → ${labels.names(event.recipient)}`;
}

/** One hand a claim came through. */
export interface Link {
  readonly name: string;
  readonly as: string;
  readonly via: string | null;
}

export function chainOf(claim: ClaimRecord, labels: Labels): readonly Link[] {
  return claim.chain.map(({ actor, as, via }) => ({ name: labels.name(actor), as: linkWords(as), via }));
}

/** The different ways by which words came to an article, with the claims of each; the most frequent first. */
export function chainsOf(
  labels: Labels,
): readonly { readonly key: string; readonly chain: readonly Link[]; readonly claims: readonly ClaimRecord[] }[] {
  const found = new Map<string, { key: string; chain: readonly Link[]; claims: ClaimRecord[] }>();
  for (const claim of labels.record.claims) {
    if (claim.chain.length === 0) continue;
    const key = claim.chain.map(({ actor, as, via }) => `${actor}/${as}/${via ?? ""}`).join(" ");
    const group = found.get(key) ?? { key, chain: chainOf(claim, labels), claims: [] };
    group.claims.push(claim);
    found.set(key, group);
  }
  return [...found.values()].sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
}
