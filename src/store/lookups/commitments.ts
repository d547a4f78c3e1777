import { sql } from "kysely";
import type { Database } from "../database.js";
import { upTo } from "../read.js";
import type { Tables } from "../tables/index.js";
import { participantsOf, partiesByContact } from "./contacts.js";
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
import type { LookupQuery, StoredCommitment } from "./types.js";

const STATUSES = ["agreed", "reaffirmed", "offered"] as const;
const STATED = ["both", "own", "other"] as const;

const AHEAD: ReadonlySet<string> = new Set(["planned", "proposed"]);

/** Commitments of the contacts that meet the conditions, the latest first. The limit is of contacts. */
export async function lookUpCommitments(database: Database, query: LookupQuery): Promise<StoredCommitment[]> {
  const due = query.due === undefined ? sql`` : sql` and m.due >= ${query.due.since} and m.due <= ${upTo(query.due.until)}`; // biome-ignore format: one line reads best
  const has = sql<boolean>`exists (select 1 from commitments as m where m.document = i.document and m.contact = i.local${due})`;
  const contacts = await findItems(database, "contacts", query, has);
  const parts = await partsOf(database, contacts);
  return contacts.flatMap((contact) => {
    const rows = parts.commitments.get(`${contact.document} ${contact.local}`) ?? [];
    return rows.sort((a, b) => a.n - b.n).flatMap((row) => commitmentFrom(row, parts));
  });
}

async function partsOf({ db }: Database, contacts: readonly FoundItem[]) {
  const numbers = new Set(contacts.map(({ document }) => document));
  const commitments = await inPieces(numbers, (piece) =>
    db.selectFrom("commitments").selectAll().where("document", "in", piece).execute(),
  );
  const parties = await inPieces(numbers, (piece) =>
    db.selectFrom("commitment_parties").selectAll().where("document", "in", piece).execute(),
  );
  const rows = await inPieces(numbers, (piece) =>
    db.selectFrom("contacts").selectAll().where("document", "in", piece).execute(),
  );
  return {
    commitments: groupBy(commitments, (row) => `${row.document} ${row.contact}`),
    contacts: new Map(rows.map((row) => [`${row.document} ${row.local}`, row])),
    parties: groupBy(
      parties.sort((a, b) => a.n - b.n),
      (row) => `${row.document} ${row.commitment}`,
    ),
    documents: await documentsByNumber(db, numbers),
    actors: await actorsByPlace(db, numbers),
    starts: await startsByPlace(db, numbers),
    topics: await topicsByContact(db, numbers),
    participants: await partiesByContact(db, numbers),
  };
}

function commitmentFrom(row: Tables["commitments"], parts: Awaited<ReturnType<typeof partsOf>>): StoredCommitment[] {
  const contact = parts.contacts.get(`${row.document} ${row.contact}`);
  const document = parts.documents.get(row.document);
  if (contact === undefined || document === undefined) return [];
  const key = `${row.document} ${row.contact}`;
  const topics = parts.topics.get(key) ?? [];
  return [
    {
      id: row.item,
      local: row.local,
      document,
      // What is promised in speaking of a contact that lies ahead was promised when that was told.
      day: AHEAD.has(contact.status) ? document.published : contact.day_key,
      dayStated: contact.day !== null && !AHEAD.has(contact.status),
      start: parts.starts.get(`${row.document} ${row.local}`) ?? 0,
      parties: (parts.parties.get(`${row.document} ${row.local}`) ?? []).map(({ actor, role }) =>
        partyFrom(parts.actors.get(`${row.document} ${actor}`), { role }),
      ),
      confidence: contact.confidence,
      text: row.text,
      status: oneOf(STATUSES, row.status),
      about: topics.find(({ local }) => local === row.about)?.label ?? null,
      due: row.due,
      condition: row.condition,
      stated: oneOf(STATED, row.stated),
      contact: { id: contact.item, channel: contact.channel, status: contact.status },
      participants: participantsOf(parts.participants.get(key) ?? [], parts.actors),
      topics: topics.map(({ label, context }) => ({ label, context })),
    },
  ];
}
