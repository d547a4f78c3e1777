import { CHANNELS, CONTACT_STATUSES } from "../../engine/record.js";
import type { Database, Queries } from "../database.js";
import type { StoredDocument } from "../port.js";
import type { Tables } from "../tables/index.js";
import { type FoundItem, findItems } from "./found.js";
import {
  actorsByPlace,
  documentsByNumber,
  groupBy,
  inPieces,
  oneOf,
  partyFrom,
  startsByPlace,
  topicsByContact,
} from "./rows.js";
import type { LookupQuery, StoredContact, StoredParty } from "./types.js";

/** Contacts by the conditions, the latest first. */
export async function lookUpContacts(database: Database, query: LookupQuery): Promise<StoredContact[]> {
  const found = await findItems(database, "contacts", query);
  const parts = await partsOf(database.db, found);
  return found.flatMap((item) => {
    const row = parts.contacts.get(`${item.document} ${item.local}`);
    const document = parts.documents.get(item.document);
    return row === undefined || document === undefined ? [] : contactFrom(row, document, parts);
  });
}

/** All that is shown of contacts, by document and id in the record. */
async function partsOf(db: Queries, found: readonly FoundItem[]) {
  const numbers = new Set(found.map(({ document }) => document));
  const contacts = await inPieces(numbers, (piece) =>
    db.selectFrom("contacts").selectAll().where("document", "in", piece).execute(),
  );
  const commitments = await inPieces(numbers, (piece) =>
    db.selectFrom("commitments").select(["document", "contact"]).where("document", "in", piece).execute(),
  );
  const events = await inPieces(numbers, (piece) =>
    db.selectFrom("contact_events").selectAll().where("document", "in", piece).execute(),
  );
  return {
    contacts: new Map(contacts.map((row) => [`${row.document} ${row.local}`, row])),
    documents: await documentsByNumber(db, numbers),
    actors: await actorsByPlace(db, numbers),
    parties: await partiesByContact(db, numbers),
    topics: await topicsByContact(db, numbers),
    starts: await startsByPlace(db, numbers),
    commitments: groupBy(commitments, (row) => `${row.document} ${row.contact}`),
    events: groupBy(events, (row) => `${row.document} ${row.contact}`),
  };
}

type Parts = Awaited<ReturnType<typeof partsOf>>;
type PartyRow = Tables["contact_parties"];

/** The parties of contacts in the order of the record, by `document contact`. */
export async function partiesByContact(db: Queries, numbers: Iterable<number>): Promise<Map<string, PartyRow[]>> {
  const rows = await inPieces(numbers, (piece) =>
    db.selectFrom("contact_parties").selectAll().where("document", "in", piece).execute(),
  );
  return groupBy(
    rows.sort((a, b) => a.n - b.n),
    (row) => `${row.document} ${row.contact}`,
  );
}

/** Participants of a contact with their part in its delegation. */
export function participantsOf(rows: readonly PartyRow[], actors: Parts["actors"]): StoredParty[] {
  const delegates = new Map(rows.filter(({ list }) => list === "delegate").map((row) => [row.actor, row]));
  return rows
    .filter(({ list }) => list === "participant")
    .map(({ document, actor }) => partyFrom(actors.get(`${document} ${actor}`), delegates.get(actor) ?? {}));
}

function contactFrom(row: Tables["contacts"], document: StoredDocument, parts: Parts): StoredContact {
  const key = `${row.document} ${row.local}`;
  const parties = parts.parties.get(key) ?? [];
  const actorKey = (local: string | null): string | null =>
    local === null ? null : (parts.actors.get(`${row.document} ${local}`)?.actor_key ?? null);
  return {
    kind: "contact",
    id: row.item,
    local: row.local,
    document,
    day: row.day_key,
    dayStated: row.day !== null,
    start: parts.starts.get(key) ?? 0,
    parties: participantsOf(parties, parts.actors),
    confidence: row.confidence,
    channel: oneOf(CHANNELS, row.channel),
    status: oneOf(CONTACT_STATUSES, row.status),
    sender: actorKey(row.sender),
    initiator: actorKey(row.initiator),
    location: row.location_name === null ? null : { name: row.location_name, country: row.location_country },
    occasion: row.occasion,
    multilateral: row.multilateral === 1,
    topics: (parts.topics.get(key) ?? []).map(({ label, context }) => ({ label, context })),
    publishers: parties
      .filter(({ list }) => list === "publisher")
      .map(({ actor }) => partyFrom(parts.actors.get(`${row.document} ${actor}`), {})),
    events: (parts.events.get(key) ?? []).map(({ event }) => event),
    commitments: parts.commitments.get(key)?.length ?? 0,
  };
}
