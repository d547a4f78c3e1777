import { sql } from "kysely";
import type { Database } from "../database.js";
import { all, type Condition, columnOf, conditionsOf, type ItemTable, PARTIES } from "./conditions.js";
import type { PageFilter, Position } from "./types.js";

/** An item's place in its list. */
export interface Place extends Position {
  readonly local: string;
}

/** Up to so many items, those of an actor or with a word are looked up first and sorted after; above, days are gone through. */
const FEW = 3000;

/** Gives the items of a filter after a place, so many at a time: by day, the latest first, then those without a day. */
export function scanner(database: Database, table: ItemTable, filter: PageFilter) {
  let plan: { readonly few: boolean; readonly conditions: readonly Condition[] } | null = null;
  return async (after: Position | null, limit: number): Promise<Place[]> => {
    if (plan === null) {
      const few = await isSelective(database, table, filter);
      plan = { few, conditions: conditionsOf(database, table, filter, few) };
    }
    const { few, conditions } = plan;
    const found =
      after !== null && after.day === null ? [] : await dated(database, table, conditions, after, limit, few);
    if (found.length === limit || filter.since !== undefined || filter.until !== undefined) return found;
    const rest = limit - found.length;
    return [...found, ...(await undated(database, table, conditions, after?.day === null ? after : null, rest))];
  };
}

async function dated(
  { db }: Database,
  table: ItemTable,
  conditions: readonly Condition[],
  after: Position | null,
  limit: number,
  sorted: boolean,
): Promise<Place[]> {
  const start =
    after === null
      ? sql`i.day_key is not null`
      : sql`i.day_key <= ${after.day} and (i.day_key < ${after.day} or ${afterPlace(after)})`;
  // Nothing is gained by the order of an index where few items are meant: an expression has none.
  const day = sorted ? sql`coalesce(i.day_key, '')` : sql`i.day_key`;
  const { rows } = await sql<Place>`select i.day_key as day, i.document, i.n, i.local from ${sql.table(table)} as i
    where ${all([start, ...conditions])} order by ${day} desc, i.document desc, i.n desc limit ${limit}`.execute(db);
  return rows;
}

async function undated(
  { db }: Database,
  table: ItemTable,
  conditions: readonly Condition[],
  after: Position | null,
  limit: number,
): Promise<Place[]> {
  const start = after === null ? sql`i.day_key is null` : sql`i.day_key is null and ${afterPlace(after)}`;
  const { rows } = await sql<Place>`select i.day_key as day, i.document, i.n, i.local from ${sql.table(table)} as i
    where ${all([start, ...conditions])} order by i.document desc, i.n desc limit ${limit}`.execute(db);
  return rows;
}

function afterPlace({ document, n }: Position): Condition {
  return sql`(i.document < ${document} or (i.document = ${document} and i.n < ${n}))`;
}

/** Whether the filter asks for something few items have, so that it is better to begin with these. */
async function isSelective(database: Database, table: ItemTable, filter: PageFilter): Promise<boolean> {
  const { actors = [], words, outlet, document, story, ids } = filter;
  if (document !== undefined || story !== undefined || ids !== undefined || actors.length > 1) return true;
  const few = async (rows: Condition): Promise<boolean> => {
    const { rows: counted } = await sql<{
      count: number;
    }>`select count(*) as count from (${rows} limit ${FEW + 1}) as few`.execute(database.db);
    return Number(counted[0]?.count ?? 0) <= FEW;
  };
  for (const actor of actors) {
    const parties = sql.table(PARTIES[table].table);
    if (await few(sql`select 1 from ${parties} as p where ${columnOf(actor)} = ${actor}`)) return true;
  }
  if (words !== undefined) return few(sql`select documents.no from documents where ${database.matching(words)}`);
  return outlet !== undefined && few(sql`select 1 from documents where outlet = ${outlet}`);
}
