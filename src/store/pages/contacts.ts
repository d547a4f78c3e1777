import { sql } from "kysely";
import type { Database } from "../database.js";
import type { StoredDocument } from "../port.js";
import type { Tables } from "../tables/index.js";
import { all, conditionsOf, listed } from "./conditions.js";
import { contactDetails } from "./contact-details.js";
import { contactGroups, type Told } from "./contact-groups.js";
import { type PartyRow, partiesOf } from "./contact-parties.js";
import { documentsOfStories, groupBy } from "./parts.js";
import { type Place, scanner } from "./scan.js";
import type { ListedContact, PageOf, PageQuery } from "./types.js";

/** Rounds of a page: where nearly all tellings are of contacts shown before, a page may end up short. */
const ROUNDS = 8;

/** A contact with all its tellings, at the place of the one that stands for it. */
export interface Standing {
  readonly place: Place;
  readonly told: readonly Told[];
}

/** A page of contacts, one for all reports of it, at the place of the telling that stands for it. */
export async function pageOfContacts(database: Database, query: PageQuery): Promise<PageOf<ListedContact>> {
  const { limit, after = null, ...filter } = query;
  const scan = scanner(database, "contacts", filter);
  const standing: Standing[] = [];
  const documents = new Map<number, StoredDocument>();
  const parties = new Map<string, readonly PartyRow[]>();
  const page = async (next: Place | null | undefined) => ({
    items: await contactDetails(database.db, standing, documents, parties),
    next: next ?? null,
  });
  let at: Place | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = Math.ceil((limit - standing.length) * 1.25) + 2;
    const places: Place[] = await scan(at ?? after, wanted);
    const found = await standingAmong(database, query, places);
    for (const [no, document] of found.documents.byNumber) documents.set(no, document);
    for (const [key, rows] of found.parties) parties.set(key, rows);
    const taken = found.standing.slice(0, limit - standing.length);
    standing.push(...taken);
    const isLast = places.length < wanted;
    if (standing.length === limit)
      return page(isLast && taken.length === found.standing.length ? null : taken.at(-1)?.place);
    if (isLast) return page(null);
    at = places.at(-1) ?? null;
  }
  return page(at);
}

/** Those of the places whose contact stands for all its tellings that the filter means, with these. */
async function standingAmong(
  database: Database,
  { after: _, limit: __, ...filter }: PageQuery,
  places: readonly Place[],
) {
  const { db } = database;
  const documents = await documentsOfStories(db, [...new Set(places.map(({ document }) => document))]);
  const numbers = [...documents.byNumber.keys()];
  if (numbers.length === 0) return { documents, parties: new Map<string, PartyRow[]>(), standing: [] };
  const conditions = [sql`i.document in ${listed(numbers)}`, ...conditionsOf(database, "contacts", filter, false)];
  const { rows } = await sql<Tables["contacts"]>`select i.* from contacts as i where ${all(conditions)}`.execute(db);
  const parties = await partiesOf(db, numbers);
  const told = rows.map((row): Told & { readonly story: string } => {
    const document = documents.byNumber.get(row.document);
    const key = `${row.document} ${row.local}`;
    return { row, hash: document?.hash ?? "", story: document?.story ?? "", codes: codesOf(parties.get(key) ?? []) };
  });
  const groups = new Map<string, readonly Told[]>();
  for (const ofStory of groupBy(told, ({ story }) => story).values())
    for (const group of contactGroups(ofStory)) groups.set(`${group[0]?.row.document} ${group[0]?.row.local}`, group);
  const standing = places.flatMap((place): Standing[] => {
    const group = groups.get(`${place.document} ${place.local}`);
    return group === undefined ? [] : [{ place, told: group }];
  });
  return { documents, parties, standing };
}

function codesOf(parties: readonly PartyRow[]): ReadonlySet<string> {
  return new Set(parties.flatMap(({ code }) => code ?? []));
}
