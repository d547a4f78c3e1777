import type { ReadoutRecord } from "../../engine/record.js";

/** What a record holds in all, where only its beginning is given. */
export interface Cut {
  /** What stands in the text before this place is given, in UTF-16 code units. */
  readonly at: number;
  readonly contacts: number;
  readonly events: number;
  readonly quotes: number;
  readonly actors: number;
}

/** So many of each list are given though their words stand further down: as many as a list shows at first. */
const FIRST_ITEMS = 10;

/**
 * The items of a record whose words begin in its first part, and the first of each list; those they speak of with them.
 * The text stays whole. `null` for a text that ends there.
 */
export function headOf(
  record: ReadoutRecord,
  at: number,
): { readonly record: ReadoutRecord; readonly cut: Cut } | null {
  const { document, contacts, events, claims, actors, dates } = record;
  if (document.text.length <= at) return null;
  const begins = (span: readonly [number, number] | undefined): boolean => span !== undefined && span[0] < at;
  const told = events.filter(({ evidence }, i) => i < FIRST_ITEMS || begins(evidence[0]));
  const rests = new Set(told.flatMap((event) => event.claims));
  const kept = {
    ...record,
    dates: dates.filter(({ span }) => begins(span)),
    claims: claims.filter(({ id, content }, i) => i < FIRST_ITEMS || begins(content) || rests.has(id)),
    events: told,
    contacts: contacts.filter(({ evidence }, i) => i < FIRST_ITEMS || begins(evidence[0])),
  };
  const named = actorsOf(kept);
  const cut = { at, contacts: contacts.length, events: events.length, quotes: claims.filter(({ act }) => act === "speech").length, actors: actors.length }; // biome-ignore format: one line reads best
  const inHead = actors.filter(({ id, mentions }) => named.has(id) || mentions.some(({ span }) => begins(span)));
  return { cut, record: { ...kept, actors: inHead } };
}

/** The record without mentions that stand further down. */
export function withoutLaterMentions(record: ReadoutRecord, at: number): ReadoutRecord {
  const actors = record.actors.map((actor) => ({
    ...actor,
    mentions: actor.mentions.filter(({ span }) => span[0] < at),
  }));
  return { ...record, actors };
}

/** Ids of the actors that items speak of. */
function actorsOf({ events, contacts, claims }: ReadoutRecord): ReadonlySet<string> {
  return new Set([
    ...events.flatMap(({ actor, recipient }) => [...actor, ...recipient]),
    ...contacts.flatMap(({ participants, commitments }) => [...participants, ...commitments.flatMap(({ by, to }) => [...by, ...to])]), // biome-ignore format: one line reads best
    ...claims.flatMap(({ speaker, addressee, chain }) => [speaker ?? [], addressee ?? [], chain.map(({ actor }) => actor)].flat()), // biome-ignore format: one line reads best
  ]);
}
