import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.js";
import { upTo } from "../read.js";
import type { LookupQuery } from "./types.js";

/** The tables that say who takes part: of contacts (participants alone) and of events. */
const PARTIES = {
  contacts: { table: "contact_parties", item: "contact" },
  events: { table: "event_parties", item: "event" },
} as const;

/** Document number and place in it of items that were found. */
export interface FoundItem {
  readonly document: number;
  readonly local: string;
}

/** Whether an actor is given by code: `RUS`, `IGO`, `AZE:Nagorno-Karabakh`; keys are Wikidata ids or in small letters. */
export function isCode(actor: string): boolean {
  return /^[A-Z]{3}(?::|$)/.test(actor);
}

/** Document and id of each contact or event in which an actor takes part: one look into an index. */
function taking(kind: keyof typeof PARTIES, actor: string) {
  const { table, item } = PARTIES[kind];
  const column = isCode(actor) ? "code" : "actor_key";
  const only = kind === "contacts" ? sql` and p.list = 'participant'` : sql``;
  return sql<FoundItem>`select p.document, p.${sql.ref(item)} as local from ${sql.table(table)} as p where p.${sql.ref(column)} = ${actor}${only}`;
}

/** What places an item in time: its day, else that of its report. */
const DAY = sql`coalesce(i.day_key, documents.published)`;

/** Items of a kind by the conditions, the latest first: a narrow query, so that only what is shown is read whole. */
export async function findItems(
  database: Database,
  kind: keyof typeof PARTIES,
  query: LookupQuery,
  condition?: RawBuilder<boolean>,
): Promise<readonly FoundItem[]> {
  const { words, actors = [], since, until, addedSince, story, limit } = query;
  const { db } = database;
  const parts = [sql`i.document = documents.no`];
  for (const actor of actors) parts.push(sql`(i.document, i.local) in (${taking(kind, actor)})`);
  if (since !== undefined) parts.push(sql`${DAY} >= ${since}`);
  if (until !== undefined) parts.push(sql`${DAY} <= ${upTo(until)}`);
  if (addedSince !== undefined) parts.push(sql`documents.added >= ${addedSince}`);
  if (story !== undefined)
    parts.push(sql`i.document in (select s.document from stories as s where s.story = ${story})`);
  if (words !== undefined) parts.push(sql`${database.matching(words)}`);
  if (condition !== undefined) parts.push(condition);
  const { rows } = await sql<FoundItem>`
    select i.document, i.local from ${sql.table(kind)} as i, documents
    where ${sql.join(parts, sql` and `)}
    order by coalesce(${DAY}, '') desc, documents.hash, i.n limit ${limit}`.execute(db);
  return rows;
}
