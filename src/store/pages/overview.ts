import { sql } from "kysely";
import { ACTOR_KINDS } from "../../engine/record.js";
import type { Database, Queries } from "../database.js";
import { oneOf } from "./parts.js";
import type { FoundActor, Overview } from "./types.js";

/** Outlets offered as a choice. */
const MOST_OUTLETS = 200;

export async function overviewOf({ db }: Database): Promise<Overview> {
  const { rows: outlets } = await sql<{ name: string; documents: number }>`select outlet as name, count(*) as documents
    from documents where outlet is not null group by outlet order by count(*) desc, outlet limit ${MOST_OUTLETS}`.execute(
    db,
  );
  const { rows: days } = await sql<{ first: string | null; last: string | null }>`select min(day_key) as first,
    max(day_key) as last from contacts`.execute(db);
  return {
    outlets: outlets.map(({ name, documents }) => ({ name, documents: Number(documents) })),
    firstDay: days[0]?.first ?? null,
    lastDay: days[0]?.last ?? null,
  };
}

/**
 * Actors with a word of their name that begins so, by the number of documents that name them, then by key. Names are gone
 * through in the order of their index, which holds all that is asked for.
 */
export async function actorsBeginning({ db }: Database, beginning: string, limit: number): Promise<FoundActor[]> {
  const like = beginning.toLowerCase().replace(/[%_\\]/g, "");
  if (like === "") return [];
  const { rows } = await sql<Omit<FoundActor, "kind" | "office"> & { kind: string }>`select actor_key as key,
      max(name) as name, max(kind) as kind, max(code) as code, sum(documents) as documents from (
        select name, actor_key, kind, code, count(*) as documents from actors
        where lower(name) like ${`${like}%`} or lower(name) like ${`% ${like}%`} or actor_key = ${beginning}
        group by name, actor_key, kind, code) as named
    group by actor_key order by sum(documents) desc, actor_key limit ${limit}`.execute(db);
  const offices = await officesOf(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({
    ...row,
    kind: oneOf(ACTOR_KINDS, row.kind),
    office: offices.get(row.key) ?? null,
    documents: Number(row.documents),
  }));
}

/** An office of each actor, as the latest documents that were read give it. */
async function officesOf(db: Queries, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const offices = new Map<string, string>();
  for (const key of keys) {
    const { rows } = await sql<{ office: string }>`select office from actors where actor_key = ${key}
      and office is not null order by document desc limit 1`.execute(db);
    if (rows[0] !== undefined) offices.set(key, rows[0].office);
  }
  return offices;
}
