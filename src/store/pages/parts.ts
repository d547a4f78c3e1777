import { sql } from "kysely";
import type { Database, Queries } from "../database.js";
import type { StoredDocument } from "../port.js";
import { storedDocument } from "../read.js";
import type { Tables } from "../tables/index.js";
import { listed } from "./conditions.js";
import type { ListedParty, Review } from "./types.js";

/** What the items of some documents are shown with. Keys are `document local`. */

export type Actor = Pick<Tables["actors"], "name" | "code" | "actor_key" | "office" | "kind">;
type Head = Parameters<typeof storedDocument>[0] & { readonly no: number };
const HEAD = sql`d.no, d.hash, d.id, d.title, d.outlet, d.url, d.agency, d.published, d.source, d.added, d.engine,
  d.origin_kind, d.origin_name, s.copy_group, s.story`;

export interface Documents {
  readonly byNumber: ReadonlyMap<number, StoredDocument>;
  /** Numbers of the documents of each story, ascending. */
  readonly stories: ReadonlyMap<string, readonly number[]>;
}

/** Documents of the stories that some documents are in, themselves included, without their texts. */
export async function documentsOfStories(db: Queries, numbers: readonly number[]): Promise<Documents> {
  if (numbers.length === 0) return { byNumber: new Map(), stories: new Map() };
  const { rows } = await sql<Head>`select ${HEAD} from stories as s join documents as d on d.no = s.document
    where s.story in (select o.story from stories as o where o.document in ${listed(numbers)}) order by d.no`.execute(
    db,
  );
  const stories = new Map<string, number[]>();
  for (const { no, story } of rows) {
    const members = stories.get(story);
    if (members === undefined) stories.set(story, [no]);
    else members.push(no);
  }
  return { byNumber: new Map(rows.map((row) => [row.no, storedDocument(row)])), stories };
}

/** Documents by number, without their texts. */
export async function documentsByNumber(
  db: Queries,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, StoredDocument>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<Head>`select ${HEAD} from documents as d join stories as s on s.document = d.no
    where d.no in ${listed(numbers)}`.execute(db);
  return new Map(rows.map((row) => [row.no, storedDocument(row)]));
}

/** The actors of documents. */
export async function actorsOf(db: Queries, numbers: readonly number[]): Promise<ReadonlyMap<string, Actor>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<Actor & { document: number; local: string }>`select document, local, name, code, actor_key,
    office, kind from actors where document in ${listed(numbers)}`.execute(db);
  return new Map(rows.map((row) => [`${row.document} ${row.local}`, row]));
}

export function partyOf(actor: Actor | undefined, office: string | null = null): ListedParty {
  return {
    key: actor?.actor_key ?? "",
    name: actor?.name ?? "",
    code: actor?.code ?? null,
    office: office ?? actor?.office ?? null,
  };
}

/** Longest passage, in UTF-16 code units. */
const PASSAGE = 400;

interface Cut {
  readonly document: number;
  readonly local: string;
  readonly start_at: number;
  readonly end_at: number;
}

/** Ids in a record of events, and of contacts and commitments, in the order of the evidence: `e1`, `k1`, `m1`. */
const IDS = { events: ["e", "f"], contacts: ["k", "n"] } as const;

/** First passages of the events of documents, or of their contacts and commitments. */
export async function passagesOf(
  db: Queries,
  numbers: readonly number[],
  kind: keyof typeof IDS,
): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map();
  const [from, to] = IDS[kind];
  const { rows } = await sql<Cut>`select document, local, start_at, end_at from evidence
    where document in ${listed(numbers)} and local >= ${from} and local < ${to} and n = 0`.execute(db);
  return cutPassages(db, rows, PASSAGE);
}

/** Pieces of texts. The database counts characters, offsets count code units: as many characters hold at least these. */
export async function cutPassages(
  db: Queries,
  cuts: readonly Cut[],
  most: number,
): Promise<ReadonlyMap<string, string>> {
  const ends = new Map<number, number>();
  for (const { document, end_at } of cuts) ends.set(document, Math.max(ends.get(document) ?? 0, end_at));
  if (ends.size === 0) return new Map();
  const longest = Math.max(...ends.values());
  const { rows } = await sql<{ no: number; text: string }>`select no, substr(text, 1, ${longest}) as text from documents
    where no in ${listed([...ends.keys()])}`.execute(db);
  const texts = new Map(rows.map(({ no, text }) => [no, text]));
  return new Map(
    cuts.map(({ document, local, start_at, end_at }) => {
      const text = (texts.get(document) ?? "").slice(start_at, end_at);
      return [`${document} ${local}`, text.length <= most ? text : `${text.slice(0, most)} …`];
    }),
  );
}

/** What was judged of the items of documents, by the items' lasting ids. */
export async function reviewsOf(db: Queries, hashes: readonly string[]): Promise<(id: string) => Review> {
  const none: Review = { comments: 0, verdict: null, corrections: {} };
  if (hashes.length === 0) return () => none;
  const { rows } = await sql<Pick<Tables["judgements"], "item" | "kind" | "field" | "value">>`select item, kind, field,
    value from judgements where document in ${listed(hashes)} and item is not null and withdrawn is null
    and kind <> 'merge' order by made, id`.execute(db);
  const found = new Map<
    string,
    { comments: number; verdict: Review["verdict"]; corrections: Record<string, unknown> }
  >();
  for (const { item, kind, field, value } of rows) {
    const review = found.get(item ?? "") ?? { comments: 0, verdict: null, corrections: {} };
    found.set(item ?? "", review);
    const name = field.slice(field.indexOf("/") + 1);
    if (kind === "comment") review.comments++;
    else if (name === "verdict") review.verdict = value === '"rejected"' ? "rejected" : "accepted";
    else review.corrections[name] = JSON.parse(value) as unknown;
  }
  return (id) => found.get(id) ?? none;
}

export function stringsFrom(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.map(String) : [];
}

/** Things in lists by key, in their order. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list === undefined) groups.set(key(row), [row]);
    else list.push(row);
  }
  return groups;
}

/** A value of a closed list. @throws TypeError for another, which only a damaged ledger holds. */
export function oneOf<T extends string>(list: readonly T[], value: string): T {
  const found = list.find((one) => one === value);
  if (found === undefined) throw new TypeError(`“${value}” is none of ${list.join(", ")}`);
  return found;
}

export type { Database };
