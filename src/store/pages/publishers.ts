import { sql } from "kysely";
import type { Queries } from "../database.js";
import { listed } from "./conditions.js";
import type { Told } from "./contact-groups.js";
import { groupBy } from "./parts.js";

/** A government body that a document gives as its source, or that put the document out. */
interface Body {
  readonly document: number;
  /** Of a body named for a contact itself, that contact's id in the record. */
  readonly contact: string | null;
  readonly role: string;
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

type Place = { readonly document: number; readonly local: string; readonly start_at: number; readonly end_at: number };

/**
 * The sides whose own words are among the tellings of a contact. A text is a side's when the body that publishes it, else
 * the one it quotes for a passage of the contact, else the one that put it out, is of that side alone.
 */
export async function publishersOf(
  db: Queries,
  numbers: readonly number[],
): Promise<(told: readonly Told[]) => string[]> {
  const bodies = new Map<number, Body[]>();
  for (const body of await bodiesOf(db, numbers)) bodies.set(body.document, [...(bodies.get(body.document) ?? []), body]); // biome-ignore format: one line reads best
  const { rows } = await sql<Place>`select document, local, start_at, end_at from evidence
    where document in ${listed(numbers)} and local >= 'k' and local < 'l'`.execute(db);
  const places = groupBy(rows, ({ document, local }) => `${document} ${local}`);
  return (told) => {
    const sides = new Set(told.flatMap(({ codes }) => [...codes]));
    const found = told.flatMap(({ row: { document, local } }) => {
      const own = (bodies.get(document) ?? []).filter(({ code }) => sides.has(code));
      return sideOf(own, local, places.get(`${document} ${local}`) ?? []) ?? [];
    });
    return [...new Set(found)].sort();
  };
}

function sideOf(bodies: readonly Body[], contact: string, places: readonly Place[]): string | null {
  const told = (body: Body): boolean => places.some(({ start_at, end_at }) => body.from < end_at && body.to > start_at);
  const kinds = [
    bodies.filter((body) => body.role === "publisher" && body.contact === contact),
    bodies.filter((body) => (body.role === "press-service" || body.role === "speaker") && told(body)),
    bodies.filter((body) => body.role === "outlet"),
  ];
  const codes = new Set((kinds.find((kind) => kind.length > 0) ?? []).map(({ code }) => code));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

async function bodiesOf(db: Queries, numbers: readonly number[]): Promise<readonly Body[]> {
  const isBody = sql`a.kind = 'organisation' and a.sector like '%"GOV"%' and a.code is not null`;
  // Bodies are few: the joins begin with them.
  const { rows } = await sql<Body>`select l.document, null as contact, l.role, a.code, c.content_start as "from",
      c.content_end as "to" from actors as a cross join chain_links as l cross join claims as c
      where a.document in ${listed(numbers)} and ${isBody} and l.document = a.document and l.actor = a.local
      and l.role in ('press-service', 'speaker', 'outlet') and c.document = l.document and c.local = l.claim
    union all select p.document, p.contact, 'publisher', a.code, 0, 0 from contact_parties as p
      join actors as a on a.document = p.document and a.local = p.actor and ${isBody}
      where p.document in ${listed(numbers)} and p.list = 'publisher'`.execute(db);
  return rows;
}
