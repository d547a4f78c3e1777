import { sql } from "kysely";
import type { Queries } from "../database.js";
import { listed } from "./conditions.js";
import { type Actor, groupBy } from "./parts.js";

/** Somebody a contact names, with what the record says of the actor. */
export interface PartyRow {
  readonly document: number;
  readonly contact: string;
  readonly list: string;
  readonly n: number;
  readonly actor: string;
  readonly code: string | null;
  readonly actor_key: string | null;
  readonly side: string | null;
  readonly role: string | null;
  readonly level: string | null;
  /** The office as of the contact, and the actor's own. */
  readonly office: string | null;
  readonly actor_office: string | null;
  readonly name: string;
  readonly kind: string;
}

/** The parties of the contacts of documents, by `document contact`: participants in their order, then delegates. */
export async function partiesOf(
  db: Queries,
  numbers: readonly number[],
): Promise<ReadonlyMap<string, readonly PartyRow[]>> {
  const { rows } = await sql<PartyRow>`select p.document, p.contact, p.list, p.n, p.actor, p.code, p.actor_key, p.side,
    p.role, p.level, p.office, a.office as actor_office, a.name, a.kind from contact_parties as p
    join actors as a on a.document = p.document and a.local = p.actor
    where p.document in ${listed(numbers)} and p.list <> 'publisher'`.execute(db);
  rows.sort((a, b) => rank(a) - rank(b) || a.n - b.n);
  return groupBy(rows, ({ document, contact }) => `${document} ${contact}`);
}

function rank({ list }: PartyRow): number {
  return list === "participant" ? 0 : 1;
}

/** The actors among parties, by `document local`. */
export function actorsAmong(parties: ReadonlyMap<string, readonly PartyRow[]>): Map<string, Actor> {
  const actors = new Map<string, Actor>();
  for (const rows of parties.values())
    for (const { document, actor, name, code, actor_key, actor_office, kind } of rows)
      actors.set(`${document} ${actor}`, { name, code, actor_key: actor_key ?? "", office: actor_office, kind });
  return actors;
}
