import { sql } from "kysely";
import { ACTOR_KINDS } from "../../engine/record.js";
import type { Database } from "../database.js";
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

/** Actors with a word of their name that begins so, by the number of documents that name them, then by key. */
export async function actorsBeginning({ db }: Database, beginning: string, limit: number): Promise<FoundActor[]> {
  const like = beginning.toLowerCase().replace(/[%_\\]/g, "");
  if (like === "") return [];
  const { rows } = await sql<{
    key: string;
    name: string;
    kind: string;
    code: string | null;
    office: string | null;
    documents: number;
  }>`select actor_key as key, max(name) as name, max(kind) as kind, max(code) as code, max(office) as office,
      count(distinct document) as documents from actors
    where lower(name) like ${`${like}%`} or lower(name) like ${`% ${like}%`} or actor_key = ${beginning}
    group by actor_key order by count(distinct document) desc, actor_key limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, kind: oneOf(ACTOR_KINDS, row.kind), documents: Number(row.documents) }));
}
