import { EVENT_STATUSES, PLOVER_EVENTS } from "../../engine/record.js";
import type { Database, Queries } from "../database.js";
import type { StoredDocument } from "../port.js";
import type { Tables } from "../tables/index.js";
import { type FoundItem, findItems } from "./found.js";
import { actorsByPlace, documentsByNumber, groupBy, inPieces, oneOf, partyFrom, startsByPlace, stringsFrom } from "./rows.js"; // biome-ignore format: one line reads best
import type { LookupQuery, StoredEvent } from "./types.js";

/** Events by the conditions, the latest first. */
export async function lookUpEvents(database: Database, query: LookupQuery): Promise<StoredEvent[]> {
  const found = await findItems(database, "events", query);
  const parts = await partsOf(database.db, found);
  return found.flatMap((item) => {
    const row = parts.events.get(`${item.document} ${item.local}`);
    const document = parts.documents.get(item.document);
    return row === undefined || document === undefined ? [] : eventFrom(row, document, parts);
  });
}

async function partsOf(db: Queries, found: readonly FoundItem[]) {
  const numbers = new Set(found.map(({ document }) => document));
  const events = await inPieces(numbers, (piece) =>
    db.selectFrom("events").selectAll().where("document", "in", piece).execute(),
  );
  const parties = await inPieces(numbers, (piece) =>
    db.selectFrom("event_parties").selectAll().where("document", "in", piece).execute(),
  );
  return {
    events: new Map(events.map((row) => [`${row.document} ${row.local}`, row])),
    documents: await documentsByNumber(db, numbers),
    actors: await actorsByPlace(db, numbers),
    starts: await startsByPlace(db, numbers),
    parties: groupBy(
      parties.sort((a, b) => a.n - b.n),
      (row) => `${row.document} ${row.event}`,
    ),
  };
}

function eventFrom(
  row: Tables["events"],
  document: StoredDocument,
  parts: Awaited<ReturnType<typeof partsOf>>,
): StoredEvent {
  const key = `${row.document} ${row.local}`;
  return {
    kind: "event",
    id: row.item,
    local: row.local,
    document,
    day: row.day_key,
    dayStated: row.day !== null,
    start: parts.starts.get(key) ?? 0,
    parties: (parts.parties.get(key) ?? []).map(({ actor, role }) =>
      partyFrom(parts.actors.get(`${row.document} ${actor}`), { role }),
    ),
    confidence: row.confidence,
    event: oneOf(PLOVER_EVENTS, row.event),
    mode: row.mode,
    context: stringsFrom(row.context),
    status: oneOf(EVENT_STATUSES, row.status),
    negated: row.negated === 1,
    score: row.score,
    cameo: row.cameo,
  };
}
