import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.js";
import { upTo } from "../read.js";
import type { PageFilter } from "./types.js";

/** Tables whose items have parties, with the table and column that names them. */
export const PARTIES = {
  contacts: { table: "contact_parties", item: "contact" },
  events: { table: "event_parties", item: "event" },
} as const;
export type ItemTable = keyof typeof PARTIES;

export type Condition = RawBuilder<unknown>;

/** A list of values, filled up with the last one to a few lengths, so that a statement need not be prepared for each. */
export function listed(values: readonly (string | number)[]): Condition {
  const last = values.at(-1);
  if (last === undefined) return sql`(null)`; // equals nothing
  if (values.length > MOST_FILLED) return sql`(${sql.join(values)})`;
  let length = LEAST_FILLED;
  while (length < values.length) length *= 2;
  return sql`(${sql.join(Array.from({ length }, (_, i) => values[i] ?? last))})`;
}

/** Lengths lists are filled up to, by doubling; longer ones are rare and stay as they are. */
const [LEAST_FILLED, MOST_FILLED] = [8, 512];

/** Items of a table, called `i`, that a filter means; `few` when it is best to begin with the items of the actors. */
export function conditionsOf(database: Database, table: ItemTable, filter: PageFilter, few: boolean): Condition[] {
  return [
    ...dayConditions(filter),
    ...(filter.actors ?? []).map((actor) => takingPart(table, actor, few)),
    ...(table === "contacts" ? contactConditions(filter) : eventConditions(filter)),
    ...itemConditions(filter),
    ...documentConditions(database, filter),
  ];
}

/** The column of parties an actor is looked up in: codes are three capitals. */
export function columnOf(actor: string): Condition {
  return /^[A-Z]{3}$/.test(actor) ? sql`p.code` : sql`p.actor_key`;
}

/** Items in which an actor takes part: looked up by the actor, or asked of each item. */
export function takingPart(table: ItemTable, actor: string, few: boolean): Condition {
  const { table: parties, item } = PARTIES[table];
  const one = sql`${columnOf(actor)} = ${actor}${table === "contacts" ? sql` and p.list <> 'publisher'` : sql``}`;
  const own = sql.ref(`p.${item}`);
  return few
    ? sql`(i.document, i.local) in (select p.document, ${own} from ${sql.table(parties)} as p where ${one})`
    : sql`exists (select 1 from ${sql.table(parties)} as p where p.document = i.document and ${own} = i.local and ${one})`;
}

function dayConditions({ since, until }: PageFilter): Condition[] {
  return [
    ...(since === undefined ? [] : [sql`i.day_key >= ${since}`]),
    ...(until === undefined ? [] : [sql`i.day_key <= ${upTo(until)}`]),
  ];
}

function itemConditions({ confidence, ids, statuses, rejected = false }: PageFilter): Condition[] {
  return [
    ...(confidence === undefined ? [] : [sql`i.confidence >= ${confidence}`]),
    ...(ids === undefined ? [] : [ids.length === 0 ? sql`1 = 0` : sql`i.item in ${listed(ids)}`]),
    ...(statuses === undefined ? [] : [sql`i.status in ${listed(statuses)}`]),
    ...(rejected ? [] : [NOT_REJECTED]),
  ];
}

/** Items that no verdict keeps out. */
export const NOT_REJECTED = sql`not exists (select 1 from judgements as j where j.item = i.item and j.value = '"rejected"'
  and j.kind = 'correction' and j.withdrawn is null and j.field like '%/verdict')`;

function contactConditions({ channels, events, contexts, placed }: PageFilter): Condition[] {
  const own = (condition: Condition): Condition => sql`exists (select 1 from contact_events as x
    join events as e on e.document = x.document and e.local = x.event
    where x.document = i.document and x.contact = i.local and ${condition})`;
  return [
    ...(channels === undefined ? [] : [sql`i.channel in ${listed(channels)}`]),
    ...(events === undefined ? [] : [own(sql`e.event in ${listed(events)}`)]),
    ...(contexts === undefined
      ? []
      : [
          sql`(exists (select 1 from topics as t where t.document = i.document and t.contact = i.local
            and ${holdsOne(sql`t.context`, contexts)}) or ${own(holdsOne(sql`e.context`, contexts))})`,
        ]),
    ...(placed === true ? [sql`i.location_country is not null`] : []),
  ];
}

function eventConditions({ events, contexts }: PageFilter): Condition[] {
  return [
    ...(events === undefined ? [] : [sql`i.event in ${listed(events)}`]),
    ...(contexts === undefined ? [] : [holdsOne(sql`i.context`, contexts)]),
  ];
}

/** Whether a list kept as JSON holds one of the words. */
function holdsOne(column: Condition, words: readonly string[]): Condition {
  const one = words.map((word) => sql`${column} like ${`%"${word.replace(/[%_"\\]/g, "")}"%`}`);
  return sql`(${sql.join(one, sql` or `)})`;
}

function documentConditions(database: Database, filter: PageFilter): Condition[] {
  const { outlet, words, story, document, addedAfter } = filter;
  const within = (condition: Condition): Condition =>
    sql`i.document in (select documents.no from documents where ${condition})`;
  return [
    ...(outlet === undefined ? [] : [within(sql`documents.outlet = ${outlet}`)]),
    ...(words === undefined ? [] : [within(database.matching(words))]),
    ...(document === undefined ? [] : [within(sql`documents.hash = ${document}`)]),
    ...(addedAfter === undefined ? [] : [within(sql`documents.added > ${addedAfter}`)]),
    ...(story === undefined ? [] : [sql`i.document in (select document from stories where story = ${story})`]),
  ];
}

export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}
