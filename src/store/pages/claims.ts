import { type RawBuilder, sql } from "kysely";
import { claimSchema } from "../../engine/record.js";
import type { Database, Queries } from "../database.js";
import { upTo } from "../read.js";
import type { Tables } from "../tables/index.js";
import { all, type Condition, columnOf, listed, NOT_REJECTED } from "./conditions.js";
import { actorsOf, cutPassages, documentsByNumber, groupBy, oneOf, partyOf, reviewsOf } from "./parts.js";
import type { ClaimQuery, ListedClaim, PageOf, Position } from "./types.js";

/** Longest content of a claim that is listed, in UTF-16 code units. */
const CONTENT = 1000;

/** A page of claims by day of publication, the latest first, those of documents without a day last. */
export async function pageOfClaims(database: Database, query: ClaimQuery): Promise<PageOf<ListedClaim>> {
  const { db } = database;
  const { rows } = await sql<Position>`select d.published as day, i.document, i.n from documents as d
    join claims as i on i.document = d.no where ${all(conditionsOf(database, query))}
    order by coalesce(d.published, '') desc, d.no desc, i.n desc limit ${query.limit + 1}`.execute(db);
  const places = rows.slice(0, query.limit);
  return { items: await claimDetails(db, places), next: rows.length > query.limit ? (places.at(-1) ?? null) : null };
}

function conditionsOf(database: Database, query: ClaimQuery): Condition[] {
  const { since, until, confidence, outlet, words, document, ids, story, speakers, stance, kind, after } = query;
  const given = <T>(value: T | undefined, condition: (value: T) => RawBuilder<unknown>): Condition[] =>
    value === undefined ? [] : [condition(value)];
  return [
    NOT_REJECTED,
    ...given(since, (day) => sql`d.published >= ${day}`),
    ...given(until, (day) => sql`d.published <= ${upTo(day)}`),
    ...given(confidence, (least) => sql`i.confidence >= ${least}`),
    ...given(outlet, (name) => sql`d.outlet = ${name}`),
    ...given(words, (text) => sql`d.no in (select documents.no from documents where ${database.matching(text)})`),
    ...given(document, (hash) => sql`d.hash = ${hash}`),
    ...given(story, (name) => sql`d.no in (select document from stories where story = ${name})`),
    ...given(ids, (items) => (items.length === 0 ? sql`1 = 0` : sql`i.item in ${listed(items)}`)),
    ...given(stance, (one) => sql`i.stance = ${one}`),
    ...given(kind, (one) => sql`i.kind = ${one}`),
    ...given(speakers, (keys) => {
      const one = keys.map((key) => sql`${columnOf(key)} = ${key}`);
      return sql`exists (select 1 from actors as p where p.document = i.document and p.local = i.speaker
        and (${sql.join(one, sql` or `)}))`;
    }),
    ...given(after, ({ day, document: no, n }) => {
      const key = day ?? "";
      return sql`(coalesce(d.published, '') < ${key} or (coalesce(d.published, '') = ${key}
        and (d.no < ${no} or (d.no = ${no} and i.n < ${n}))))`;
    }),
  ];
}

async function claimDetails(db: Queries, places: readonly Position[]): Promise<ListedClaim[]> {
  if (places.length === 0) return [];
  const numbers = [...new Set(places.map(({ document }) => document))];
  const { rows } = await sql<Tables["claims"]>`select * from claims where document in ${listed(numbers)}`.execute(db);
  const claims = new Map(rows.map((row) => [`${row.document} ${row.n}`, row]));
  const shown = places.flatMap(({ document, n }) => claims.get(`${document} ${n}`) ?? []);
  const documents = await documentsByNumber(db, numbers);
  const actors = await actorsOf(db, numbers);
  const chains = await chainsOf(db, numbers);
  const review = await reviewsOf(db, [...documents.values()].map(({ hash }) => hash)); // biome-ignore format: one line reads best
  const contents = await cutPassages(
    db,
    shown.map((row) => ({ ...row, start_at: row.content_start, end_at: row.content_end })),
    CONTENT,
  );
  const { kind, act, stance } = claimSchema.shape;
  return shown.flatMap((row): ListedClaim[] => {
    const document = documents.get(row.document);
    if (document === undefined) return [];
    const actor = (local: string | null) => (local === null ? null : partyOf(actors.get(`${row.document} ${local}`)));
    return [
      {
        id: row.item,
        local: row.local,
        document,
        day: document.published,
        why: row.why,
        confidence: row.confidence,
        passage: contents.get(`${row.document} ${row.local}`) ?? "",
        review: review(row.item),
        kind: oneOf(kind.options, row.kind),
        act: oneOf(act.options, row.act),
        stance: oneOf(stance.options, row.stance),
        speaker: actor(row.speaker),
        addressee: actor(row.addressee),
        chain: (chains.get(`${row.document} ${row.local}`) ?? []).map((link) => ({
          name: actors.get(`${row.document} ${link.actor}`)?.name ?? "",
          as: link.role,
          via: link.via,
        })),
      },
    ];
  });
}

async function chainsOf(db: Queries, numbers: readonly number[]) {
  const { rows } = await sql<Tables["chain_links"]>`select * from chain_links where document in ${listed(numbers)}
    order by document, claim, n`.execute(db);
  return groupBy(rows, ({ document, claim }) => `${document} ${claim}`);
}
