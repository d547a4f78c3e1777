import { sql } from "kysely";
import type { Database, Queries } from "./database.js";
import { type Condition, listed } from "./pages/conditions.js";
import type { Begun, RecordHead } from "./port.js";
import { documentNumber, loadRecords, rowOf, storedDocument } from "./read.js";
import { type RecordTable, recordFrom, type StoredRows } from "./rows/index.js";
import type { Tables } from "./tables/index.js";

/**
 * The beginning of a document's record: a long article has thousands of rows, of which its first screens show a tenth.
 * Only these are read, put together and checked.
 */
export async function findHead(database: Database, id: string, begun: Begun): Promise<RecordHead | null> {
  const { db } = database;
  const no = await documentNumber(db, id);
  if (no === null) return null;
  const row = await rowOf(db, no);
  if (row === undefined) return null;
  if (row.text.length <= begun.at) {
    const whole = (await loadRecords(db, [no])).get(no);
    return whole === undefined ? null : { ...whole, whole: null };
  }
  const parts = await partsOf(db, no, begun);
  return { ...storedDocument(row), record: recordFrom({ document: row, parts }), whole: await countsOf(db, no) };
}

/** The rows of the beginning: first those that stand there, then those these speak of. */
async function partsOf(db: Queries, no: number, { at, first }: Begun): Promise<StoredRows["parts"]> {
  const rowsOf = async <K extends RecordTable>(table: K, which: Condition): Promise<readonly Tables[K][]> => {
    const { rows } = await sql<Tables[K]>`select * from ${sql.table(table)}
      where document = ${no} and ${which} order by n`.execute(db);
    return rows;
  };
  const of = (column: string, items: readonly string[]): Condition => sql`${sql.ref(column)} in ${listed(items)}`;
  const begins = sql`(n < ${first} or local in (select e.local from evidence as e
    where e.document = ${no} and e.n = 0 and e.start_at < ${at}))`;
  const [events, contacts] = [await rowsOf("events", begins), await rowsOf("contacts", begins)];
  const [told, met] = [events.map(localOf), contacts.map(localOf)];
  const event_claims = await rowsOf("event_claims", of("event", told));
  const rests = event_claims.map(({ claim }) => claim);
  const claims = await rowsOf("claims", sql`(n < ${first} or content_start < ${at} or ${of("local", rests)})`);
  const commitments = await rowsOf("commitments", of("contact", met));
  const promises = commitments.map(localOf);
  const event_parties = await rowsOf("event_parties", of("event", told));
  const contact_parties = await rowsOf("contact_parties", of("contact", met));
  const commitment_parties = await rowsOf("commitment_parties", of("commitment", promises));
  const chain_links = await rowsOf("chain_links", of("claim", claims.map(localOf)));
  const here = await rowsOf("mentions", sql`start_at < ${at}`);
  const parties = [...here, ...event_parties, ...contact_parties, ...commitment_parties, ...chain_links];
  const speakers = claims.flatMap(({ speaker, addressee }) => [speaker ?? [], addressee ?? []].flat());
  const named = [...new Set([...parties.map(({ actor }) => actor), ...speakers])];
  // The first mention of each makes its lasting id.
  const firsts = await rowsOf("mentions", sql`n = 0 and start_at >= ${at} and ${of("actor", named)}`);
  return {
    events, contacts, event_claims, claims, commitments, event_parties, contact_parties, commitment_parties, chain_links,
    repairs: await rowsOf("repairs", EVERY),
    notices: await rowsOf("notices", EVERY),
    actors: await rowsOf("actors", of("local", named)),
    mentions: [...firsts, ...here],
    dates: await rowsOf("dates", sql`start_at < ${at}`),
    contact_events: await rowsOf("contact_events", of("contact", met)),
    topics: await rowsOf("topics", of("contact", met)),
    evidence: await rowsOf("evidence", of("local", [...told, ...met, ...promises])),
  }; // biome-ignore format: a line for each group reads best
}

const EVERY: Condition = sql`1 = 1`;

function localOf({ local }: { readonly local: string }): string {
  return local;
}

async function countsOf(db: Queries, no: number): Promise<NonNullable<RecordHead["whole"]>> {
  const { rows } = await sql<{ table: string; count: number | string }>`
    select 'contacts' as "table", count(*) as count from contacts where document = ${no}
    union all select 'events', count(*) from events where document = ${no}
    union all select 'quotes', count(*) from claims where document = ${no} and act = 'speech'
    union all select 'actors', count(*) from actors where document = ${no}`.execute(db);
  const count = (table: string): number => Number(rows.find((row) => row.table === table)?.count ?? 0);
  return { contacts: count("contacts"), events: count("events"), quotes: count("quotes"), actors: count("actors") };
}
