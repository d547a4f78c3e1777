import { sql } from "kysely";
import { CHANNELS, CONTACT_STATUSES } from "../../engine/record.js";
import type { Queries } from "../database.js";
import type { Tables } from "../tables/index.js";
import { commitmentsOf } from "./commitments.js";
import { listed } from "./conditions.js";
import type { Told } from "./contact-groups.js";
import { actorsAmong, type PartyRow, partiesOf } from "./contact-parties.js";
import { type KeptRows, keyOf } from "./kept.js";
import { type Actor, groupBy, oneOf, partyOf, passagesOf, reviewsOf, stringsFrom } from "./parts.js";
import { publishersOf } from "./publishers.js";
import type { ListedContact, ListedDelegate } from "./types.js";

type TopicRow = Tables["topics"];

/** What the cards of some contacts are made from. */
interface Sources {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly parties: ReadonlyMap<string, readonly PartyRow[]>;
  readonly topics: ReadonlyMap<string, readonly TopicRow[]>;
  readonly commitments: Awaited<ReturnType<typeof commitmentsOf>>;
  readonly passages: ReadonlyMap<string, string>;
  readonly review: Awaited<ReturnType<typeof reviewsOf>>;
  readonly wholes: ReadonlyMap<string, string>;
  readonly publishers: Awaited<ReturnType<typeof publishersOf>>;
}

/**
 * Contacts with all that their cards show, in the order given.
 *
 * @param kept Holds contacts that were read before; those that were not are added.
 * @param read Parties read already, by `document contact`.
 */
export async function contactDetails(
  db: Queries,
  all: readonly { readonly told: readonly Told[] }[],
  kept: KeptRows,
  read: ReadonlyMap<string, readonly PartyRow[]>,
): Promise<ListedContact[]> {
  const found = new Map<string, ListedContact>();
  for (const { told } of all) {
    const known = kept.contacts.get(keyOf(told));
    if (known !== undefined) found.set(keyOf(told), known);
  }
  const missing = all.filter(({ told }) => !found.has(keyOf(told)));
  const sources = missing.length === 0 ? null : await sourcesOf(db, missing, read);
  for (const { told } of sources === null ? [] : missing) {
    const made = sources === null ? null : detailsOf(told, sources);
    if (made === null) continue;
    kept.contacts.put(keyOf(told), made);
    found.set(keyOf(told), made);
  }
  return all.flatMap(({ told }) => found.get(keyOf(told)) ?? []);
}

async function sourcesOf(
  db: Queries,
  standing: readonly { readonly told: readonly Told[] }[],
  read: ReadonlyMap<string, readonly PartyRow[]>,
): Promise<Sources> {
  const numbers = [...new Set(standing.flatMap(({ told }) => told.slice(0, 1).map(({ row }) => row.document)))];
  const every = [...new Set(standing.flatMap(({ told }) => told.map(({ row }) => row.document)))];
  const hashes = [...new Set(standing.flatMap(({ told }) => told.slice(0, 1).map(({ document }) => document.hash)))];
  const parties = await partiesOfTold(db, standing, read);
  const actors = actorsAmong(parties);
  const topics = await topicsOf(db, numbers);
  const passages = await passagesOf(db, numbers, "contacts");
  return {
    actors,
    topics,
    parties,
    publishers: await publishersOf(db, every),
    commitments: await commitmentsOf(db, numbers, actors, passages),
    passages,
    review: await reviewsOf(db, hashes),
    wholes: await wholesOf(db, standing.flatMap(({ told }) => told.slice(0, 1))), // biome-ignore format: one line reads best
  };
}

/** The parties of contacts, with those of the documents that were not read for the page. */
async function partiesOfTold(
  db: Queries,
  standing: readonly { readonly told: readonly Told[] }[],
  read: ReadonlyMap<string, readonly PartyRow[]>,
): Promise<ReadonlyMap<string, readonly PartyRow[]>> {
  const firsts = standing.flatMap(({ told }) => told.slice(0, 1).map(({ row }) => row));
  const unread = firsts.flatMap(({ document, local }) => (read.has(`${document} ${local}`) ? [] : [document]));
  if (unread.length === 0) return read;
  return new Map([...read, ...(await partiesOf(db, [...new Set(unread)]))]);
}

function detailsOf(told: readonly Told[], sources: Sources): ListedContact | null {
  const [first] = told;
  if (first === undefined) return null;
  const { row, document } = first;
  const key = `${row.document} ${row.local}`;
  const actorKey = (local: string | null): string | null =>
    local === null ? null : (sources.actors.get(`${row.document} ${local}`)?.actor_key ?? null);
  return {
    id: row.item,
    local: row.local,
    document,
    day: row.day_key,
    dayWhy: row.day_why,
    why: row.why,
    confidence: row.confidence,
    passage: sources.passages.get(key) ?? "",
    review: sources.review(row.item),
    channel: oneOf(CHANNELS, row.channel),
    status: oneOf(CONTACT_STATUSES, row.status),
    multilateral: row.multilateral === 1,
    location: row.location_name === null ? null : { name: row.location_name, country: row.location_country },
    parties: delegatesOf(row.document, sources.parties.get(key) ?? [], sources.actors),
    sender: actorKey(row.sender),
    initiator: actorKey(row.initiator),
    occasion: row.occasion,
    topics: (sources.topics.get(key) ?? []).map(({ label, context }) => ({ label, context: stringsFrom(context) })),
    commitments: sources.commitments.get(key) ?? [],
    partOf: row.part_of === null ? null : (sources.wholes.get(`${row.document} ${row.part_of}`) ?? null),
    tellings: told.map(({ row: { item } }) => item),
    reports: told.map((telling) => telling.document),
    publishers: sources.publishers(told),
  };
}

/** Those who take part: participants in their order, then the rest of the delegations. */
function delegatesOf(
  document: number,
  rows: readonly PartyRow[],
  actors: ReadonlyMap<string, Actor>,
): readonly ListedDelegate[] {
  const locals = [...new Set(rows.map(({ actor }) => actor))];
  return locals.map((local) => {
    const delegate = rows.find(({ list, actor }) => list === "delegate" && actor === local);
    const actor = actors.get(`${document} ${local}`);
    return {
      ...partyOf(actor, delegate?.office ?? null),
      side: delegate?.side ?? actor?.code ?? null,
      role: delegate?.role ?? null,
      level: delegate?.level ?? null,
    };
  });
}

async function topicsOf(db: Queries, numbers: readonly number[]): Promise<ReadonlyMap<string, readonly TopicRow[]>> {
  const { rows } = await sql<TopicRow>`select * from topics where document in ${listed(numbers)}
    order by document, contact, n`.execute(db);
  return groupBy(rows, ({ document, contact }) => `${document} ${contact}`);
}

/** Lasting ids of the contacts that others are part of. */
async function wholesOf(db: Queries, told: readonly Told[]): Promise<ReadonlyMap<string, string>> {
  const numbers = told.flatMap(({ row }) => (row.part_of === null ? [] : [row.document]));
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{
    document: number;
    local: string;
    item: string;
  }>`select document, local, item from contacts
    where document in ${listed([...new Set(numbers)])}`.execute(db);
  return new Map(rows.map(({ document, local, item }) => [`${document} ${local}`, item]));
}
