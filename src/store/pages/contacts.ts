import { sql } from "kysely";
import type { Database } from "../database.js";
import type { Tables } from "../tables/index.js";
import { all, conditionsOf, listed } from "./conditions.js";
import { contactDetails } from "./contact-details.js";
import { contactGroups, type Told } from "./contact-groups.js";
import { type PartyRow, partiesOf } from "./contact-parties.js";
import type { KeptPages, KeptRows } from "./kept.js";
import { documentsByNumber, groupBy } from "./parts.js";
import { type Place, scanner } from "./scan.js";
import type { ListedContact, PageOf, PageQuery } from "./types.js";

/** Rounds of a page: where nearly all tellings are of contacts shown before, a page may end up short. */
const ROUNDS = 8;

/** A contact with all its tellings, at the place of the one that stands for it. */
interface Standing {
  readonly place: Place;
  readonly told: readonly Told[];
}

/** What a page is made with. */
interface Making {
  readonly database: Database;
  readonly filter: Omit<PageQuery, "after" | "limit">;
  readonly kept: KeptRows;
  /** Parties of the documents that were read for this page, by `document contact`. */
  readonly parties: Map<string, readonly PartyRow[]>;
}

/** A page of contacts, one for all reports of it, at the place of the telling that stands for it. */
export async function pageOfContacts(
  database: Database,
  keptPages: KeptPages,
  query: PageQuery,
): Promise<PageOf<ListedContact>> {
  const { limit, after = null, ...filter } = query;
  const making = { database, filter, kept: keptPages.of(await database.stamp()), parties: new Map() };
  const scan = scanner(database, "contacts", filter);
  const standing: Standing[] = [];
  const page = async (next: Place | null | undefined) => ({
    items: await contactDetails(database.db, standing, making.kept, making.parties),
    next: next ?? null,
  });
  let at: Place | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = Math.ceil((limit - standing.length) * 1.25) + 2;
    const places: Place[] = await scan(at ?? after, wanted);
    const found = await standingAmong(making, places);
    const taken = found.slice(0, limit - standing.length);
    standing.push(...taken);
    const isLast = places.length < wanted;
    if (standing.length === limit) return page(isLast && taken.length === found.length ? null : taken.at(-1)?.place);
    if (isLast) return page(null);
    at = places.at(-1) ?? null;
  }
  return page(at);
}

/** Those of the places whose contact stands for all its tellings that the filter means, with these. */
async function standingAmong(making: Making, places: readonly Place[]): Promise<Standing[]> {
  if (places.length === 0) return [];
  const { database, filter } = making;
  const { rows: members } = await sql<{ document: number; story: string }>`select document, story from stories
    where story in (select o.story from stories as o
    where o.document in ${listed([...new Set(places.map(({ document }) => document))])})`.execute(database.db);
  const numbers = members.map(({ document }) => document);
  const conditions = [sql`i.document in ${listed(numbers)}`, ...conditionsOf(database, "contacts", filter, false)];
  const { rows: meant } = await sql<{ document: number; local: string }>`select i.document, i.local from contacts as i
    where ${all(conditions)}`.execute(database.db);
  const told = await toldBy(making, numbers);
  const ids = new Set(meant.map(({ document, local }) => `${document} ${local}`));
  const groups = new Map<string, readonly Told[]>();
  for (const story of groupBy(members, (member) => member.story).values()) {
    const ofStory = story.flatMap(({ document }) => told.get(document) ?? []);
    for (const group of contactGroups(ofStory.filter(({ row }) => ids.has(`${row.document} ${row.local}`))))
      groups.set(`${group[0]?.row.document} ${group[0]?.row.local}`, group);
  }
  return places.flatMap((place): Standing[] => {
    const group = groups.get(`${place.document} ${place.local}`);
    return group === undefined ? [] : [{ place, told: group }];
  });
}

/** All contacts of documents, from what is kept or from the ledger. */
async function toldBy({ database, kept, parties }: Making, numbers: readonly number[]) {
  const told = new Map<number, readonly Told[]>();
  for (const number of numbers) {
    const known = kept.told.get(number);
    if (known !== undefined) told.set(number, known);
  }
  const missing = numbers.filter((number) => !told.has(number));
  if (missing.length === 0) return told;
  const documents = await documentsByNumber(database.db, missing);
  const { rows } = await sql<Tables["contacts"]>`select * from contacts where document in ${listed(missing)}`.execute(database.db); // biome-ignore format: one line reads best
  const own = await partiesOf(database.db, missing);
  for (const [key, list] of own) parties.set(key, list);
  const byDocument = groupBy(rows, ({ document }) => `${document}`);
  for (const [number, document] of documents) {
    const list = (byDocument.get(`${number}`) ?? []).map(
      (row): Told => ({ row, document, codes: codesOf(own.get(`${number} ${row.local}`) ?? []) }),
    );
    kept.told.put(number, list);
    told.set(number, list);
  }
  return told;
}

function codesOf(parties: readonly PartyRow[]): ReadonlySet<string> {
  return new Set(parties.flatMap(({ code }) => code ?? []));
}
