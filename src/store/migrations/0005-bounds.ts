import { type Kysely, sql } from "kysely";
import type { DialectName } from "./columns.js";

/** What a person parted is looked up for every article that is saved: it has an index of its own, which holds nothing else. */
const PARTED = `create index judgements_parted on judgements (document, other) where value = '"different"' and withdrawn is null`;

/** A search column holds a megabyte at most, of letters that take up to four bytes each, with hyphens kept twice. */
const SEARCH: readonly string[] = [
  "alter table documents drop column search",
  `alter table documents add column search tsvector
     generated always as (to_tsvector('english', left(coalesce(title, ''), 10000) || ' ' || left(text, 110000))) stored`,
  "create index documents_search on documents using gin (search)",
];

/** Nothing that an article holds is too large for an index. */
export async function up(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  for (const statement of [PARTED, ...(dialect === "postgres" ? SEARCH : [])]) await sql.raw(statement).execute(db);
}
