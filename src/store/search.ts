import { groupBy } from "../engine/base/group-by.js";
import type { Database, Queries } from "./database.js";
import type { EventHit, EventQuery } from "./port.js";
import { storedDocument } from "./read.js";
import { type FoundEvent, findEvents } from "./search-plan.js";

/** Longest passage of a hit, in characters. */
const PASSAGE = 400;

/** Events by what they are and who takes part, newest first; then by document and place. */
export async function searchEvents(database: Database, query: EventQuery): Promise<EventHit[]> {
  const found = await findEvents(database, query);
  if (found.length === 0) return [];
  const { events, documents, parties, evidence } = await loadHits(database.db, found);
  return found.flatMap(({ document, n }) => {
    const [event, stored] = [events.get(`${document} ${n}`), documents.get(document)];
    if (event === undefined || stored === undefined) return [];
    const key = `${document} ${event.local}`;
    const passage = evidence.get(key);
    const names = (role: string): string[] =>
      (parties.get(key) ?? [])
        .filter((party) => party.role === role)
        .map(({ name, code }) => (code === null ? name : `${name} (${code})`));
    return {
      id: event.item,
      event: event.event,
      mode: event.mode,
      status: event.status,
      negated: event.negated === 1,
      day: event.day_key,
      actors: names("actor"),
      recipients: names("recipient"),
      passage: passage === undefined ? "" : clip(stored.text.slice(passage.start_at, passage.end_at)),
      document: storedDocument(stored),
    };
  });
}

function clip(passage: string): string {
  return passage.length <= PASSAGE ? passage : `${passage.slice(0, PASSAGE)} …`;
}

type Found = readonly FoundEvent[];

function numbersOf(found: Found): number[] {
  return [...new Set(found.map(({ document }) => document))];
}

/** What the hits of a search show, by document and id in the record. */
async function loadHits(db: Queries, found: Found) {
  const numbers = numbersOf(found);
  const events = await db.selectFrom("events").selectAll().where("document", "in", numbers).execute();
  const documents = await db
    .selectFrom("documents")
    .innerJoin("stories", "stories.document", "documents.no")
    .selectAll("documents")
    .select(["copy_group", "story"])
    .where("documents.no", "in", numbers)
    .execute();
  const parties = await db
    .selectFrom("event_parties as p")
    .innerJoin("actors as a", (join) => join.onRef("a.document", "=", "p.document").onRef("a.local", "=", "p.actor"))
    .select(["p.document", "p.event", "p.role", "a.name", "a.code"])
    .where("p.document", "in", numbers)
    .orderBy("p.n")
    .execute();
  const evidence = await db
    .selectFrom("evidence")
    .selectAll()
    .where("document", "in", numbers)
    .where("n", "=", 0)
    .execute();
  return {
    events: new Map(events.map((row) => [`${row.document} ${row.n}`, row])),
    documents: new Map(documents.map((row) => [row.no, row])),
    parties: groupBy(parties, (row) => `${row.document} ${row.event}`),
    evidence: new Map(evidence.map((row) => [`${row.document} ${row.local}`, row])),
  };
}
