import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.js";
import type { EventQuery } from "./port.js";
import { upTo } from "./read.js";

/** Document and place of an event. */
export interface FoundEvent {
  readonly document: number;
  readonly n: number;
}

type Condition = RawBuilder<unknown>;

/**
 * Rows that are looked through one by one within some hundredths of a second. A condition that more rows fit is no place to
 * begin at, unless the newest events hold too few of what is looked for.
 */
const FEW = 3000;
/**
 * Counting is cheap and tells the least of several that are many. A document costs about as much to look through as three
 * events, and more to count: several words must be found in it.
 */
const [MOST_COUNTED, DOCUMENT_COSTS] = [20_000, 3];
/** What nearly every event holds is found among a small part of those that are looked through. */
const LATEST = 20;

/**
 * Document and place of the events a query means, newest first, then by document and place. The database is told where to
 * begin, since it cannot know how rare a pair or a word is: at the condition that the least rows fit, or at the newest days.
 *
 * @param few How many rows are looked through one by one; makes no difference to what is found.
 */
export async function findEvents(
  database: Database,
  query: EventQuery,
  few: number = FEW,
): Promise<readonly FoundEvent[]> {
  const { actors = [], words } = query;
  const kind = kindOf(query);
  if (actors.length === 0 && words === undefined) return inDays(database, query, kind);
  const days = await counted(database, sql`select 1 as one from events as e where ${all(kind)}`, MOST_COUNTED);
  const starts = [...actors.map(startAtActor), ...(words === undefined ? [] : [startAtWords(database, words)])];
  const sized: Sized[] = [];
  for (const start of starts) {
    const size = start.costs * (await counted(database, start.rows, MOST_COUNTED / start.costs ** 2));
    if (size === 0) return [];
    sized.push({ ...start, size });
  }
  const [least, ...others] = sized.sort((a, b) => a.size - b.size);
  if (least === undefined || days === 0) return [];
  const every = [...kind, ...sized.map(({ holds }) => holds)];
  if (days <= few && days <= least.size) return inDays(database, query, every);
  if (least.size > few) {
    const one = [...kind, ...sized.map(({ holdsOne }) => holdsOne)];
    const latest = await amongNewest(database, query, kind, one, Math.ceil(few / LATEST));
    if (latest.length >= query.limit) return latest;
    const newest = await amongNewest(database, query, kind, every, few);
    if (newest.length >= query.limit) return newest;
  }
  return ordered(database, query, least.from, [least.joined, ...kind, ...others.map(({ holds }) => holds)]);
}

/** A condition a search may begin at. */
interface Start {
  /** The rows that fit it, to be counted. */
  readonly rows: Condition;
  /** Tables that give the events of these rows, as `e`, and what joins them. */
  readonly from: Condition;
  readonly joined: Condition;
  /** The same as a condition on `e`. */
  readonly holds: Condition;
  /** The same where it is asked of few events. */
  readonly holdsOne: Condition;
  /** What a row costs to look through, in events. */
  readonly costs: number;
}
type Sized = Start & { readonly size: number };

/** Codes of countries are three capitals; keys of actors never are. */
function startAtActor(actor: string): Start {
  const isParty = /^[A-Z]{3}$/.test(actor) ? sql`p.code = ${actor}` : sql`p.actor_key = ${actor}`;
  const holds = sql`exists (select 1 from event_parties as p where ${isParty} and p.document = e.document and p.event = e.local)`; // biome-ignore format: one line reads best
  return {
    rows: sql`select 1 as one from event_parties as p where ${isParty}`,
    from: sql`(select distinct p.document, p.event from event_parties as p where ${isParty}) as s cross join events as e`,
    joined: sql`e.document = s.document and e.local = s.event`,
    holds,
    holdsOne: holds,
    costs: 1,
  };
}

function startAtWords(database: Database, words: string): Start {
  const rows = database.holders(words);
  return {
    rows,
    from: sql`(${rows}) as w cross join events as e`,
    joined: sql`e.document = w.no`,
    holds: database.matching(words),
    holdsOne: database.holding(words),
    costs: DOCUMENT_COSTS,
  };
}

/** Conditions on kind and day. */
function kindOf({ event, since, until }: EventQuery): Condition[] {
  return [
    ...(event === undefined ? [] : [sql`e.event = ${event}`]),
    ...(since === undefined ? [] : [sql`e.day_key >= ${since}`]),
    ...(until === undefined ? [] : [sql`e.day_key <= ${upTo(until)}`]),
  ];
}

/** How many rows there are, as far as they are counted. */
async function counted({ db }: Database, rows: Condition, most: number): Promise<number> {
  const { rows: found } = await sql<{ n: number | string }>`select count(*) as n from (${rows} limit ${sql.lit(Math.ceil(most))}) as few`.execute(db); // biome-ignore format: one line reads best
  return Number(found[0]?.n ?? 0);
}

/** Through the days, the newest first. */
function inDays(database: Database, query: EventQuery, kind: readonly Condition[]): Promise<readonly FoundEvent[]> {
  return ordered(database, query, sql`events as e`, kind);
}

/** What is found on the newest days that hold few events in all. */
async function amongNewest(
  database: Database,
  query: EventQuery,
  kind: readonly Condition[],
  every: readonly Condition[],
  few: number,
): Promise<readonly FoundEvent[]> {
  const { rows } = await sql<{ day: string | null }>`select e.day_key as day from events as e
    where ${all([...kind, sql`e.day_key is not null`])} order by e.day_key desc limit 1 offset ${sql.lit(few)}`.execute(database.db); // biome-ignore format: one line reads best
  const floor = rows[0]?.day ?? null;
  return floor === null ? [] : inDays(database, query, [...every, sql`e.day_key > ${floor}`]);
}

async function ordered(
  { db }: Database,
  { limit }: EventQuery,
  from: Condition,
  conditions: readonly Condition[],
): Promise<readonly FoundEvent[]> {
  const { rows } = await sql<FoundEvent>`select e.document, e.n from ${from}
    cross join documents where documents.no = e.document and ${all(conditions)}
    order by e.day_key desc nulls last, documents.hash, e.n limit ${limit}`.execute(db);
  return rows;
}

function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}
