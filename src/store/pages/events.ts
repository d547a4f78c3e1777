import { sql } from "kysely";
import { EVENT_STATUSES, PLOVER_EVENTS } from "../../engine/record.js";
import type { Database, Queries } from "../database.js";
import type { Tables } from "../tables/index.js";
import { listed } from "./conditions.js";
import { actorsOf, documentsOfStories, groupBy, oneOf, partyOf, passagesOf, reviewsOf, stringsFrom } from "./parts.js";
import { type Place, scanner } from "./scan.js";
import type { ListedEvent, PageOf, PageQuery } from "./types.js";

/** A page of events, as each article tells them. */
export async function pageOfEvents(database: Database, query: PageQuery): Promise<PageOf<ListedEvent>> {
  const { limit, after = null, ...filter } = query;
  const places = await scanner(database, "events", filter)(after, limit + 1);
  const shown = places.slice(0, limit);
  return {
    items: await eventDetails(database.db, shown),
    next: places.length > limit ? (shown.at(-1) ?? null) : null,
  };
}

async function eventDetails(db: Queries, places: readonly Place[]): Promise<ListedEvent[]> {
  if (places.length === 0) return [];
  const numbers = [...new Set(places.map(({ document }) => document))];
  const { rows } = await sql<Tables["events"]>`select * from events where document in ${listed(numbers)}`.execute(db);
  const events = new Map(rows.map((row) => [`${row.document} ${row.local}`, row]));
  const { byNumber, stories } = await documentsOfStories(db, numbers);
  const actors = await actorsOf(db, numbers);
  const parties = await partiesOf(db, numbers);
  const claimants = await claimantsOf(db, numbers);
  const passages = await passagesOf(db, numbers, "events");
  const review = await reviewsOf(
    db,
    numbers.flatMap((no) => byNumber.get(no)?.hash ?? []),
  );
  return places.flatMap((place): ListedEvent[] => {
    const key = `${place.document} ${place.local}`;
    const [row, document] = [events.get(key), byNumber.get(place.document)];
    if (row === undefined || document === undefined) return [];
    const of = (role: string) => (parties.get(key) ?? []).filter((party) => party.role === role).map(({ actor }) => partyOf(actors.get(`${row.document} ${actor}`))); // biome-ignore format: one line reads best
    return [
      {
        ...scalarsOf(row),
        document,
        passage: passages.get(key) ?? "",
        review: review(row.item),
        actors: of("actor"),
        recipients: of("recipient"),
        claimants: [...new Set((claimants.get(key) ?? []).map(({ speaker }) => speaker))].map((speaker) =>
          partyOf(actors.get(`${row.document} ${speaker}`)),
        ),
        reports: (stories.get(document.story) ?? []).flatMap((no) => byNumber.get(no) ?? []),
      },
    ];
  });
}

function scalarsOf(row: Tables["events"]) {
  return {
    id: row.item,
    local: row.local,
    day: row.day_key,
    dayWhy: row.day_why,
    why: row.why,
    confidence: row.confidence,
    event: oneOf(PLOVER_EVENTS, row.event),
    mode: row.mode,
    context: stringsFrom(row.context),
    quad: row.quad,
    score: row.score,
    cameo: row.cameo,
    status: oneOf(EVENT_STATUSES, row.status),
    negated: row.negated === 1,
  };
}

async function partiesOf(db: Queries, numbers: readonly number[]) {
  const { rows } = await sql<Tables["event_parties"]>`select * from event_parties
    where document in ${listed(numbers)} order by document, event, n`.execute(db);
  return groupBy(rows, ({ document, event }) => `${document} ${event}`);
}

/** Speakers of the claims that events rest on. */
async function claimantsOf(db: Queries, numbers: readonly number[]) {
  const { rows } = await sql<{ document: number; event: string; speaker: string }>`select x.document, x.event, c.speaker
    from event_claims as x join claims as c on c.document = x.document and c.local = x.claim
    where x.document in ${listed(numbers)} and c.speaker is not null order by x.document, x.event, x.n`.execute(db);
  return groupBy(rows, ({ document, event }) => `${document} ${event}`);
}
