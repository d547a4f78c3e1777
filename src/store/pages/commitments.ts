import { sql } from "kysely";
import type { Queries } from "../database.js";
import type { Tables } from "../tables/index.js";
import { listed } from "./conditions.js";
import { type Actor, actorsOf, groupBy, oneOf, partyOf } from "./parts.js";
import type { ListedCommitment } from "./types.js";

const STATUSES = ["agreed", "reaffirmed", "offered"] as const;
const STATED = ["both", "own", "other"] as const;

/** The commitments of the contacts of documents, by `document contact`. */
export async function commitmentsOf(
  db: Queries,
  numbers: readonly number[],
  known: ReadonlyMap<string, Actor>,
  passages: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly ListedCommitment[]>> {
  const { rows } = await sql<Tables["commitments"] & { label: string | null }>`select c.*, t.label from commitments as c
    left join topics as t on t.document = c.document and t.contact = c.contact and t.local = c.about
    where c.document in ${listed(numbers)} order by c.document, c.n`.execute(db);
  if (rows.length === 0) return new Map();
  const documents = [...new Set(rows.map(({ document }) => document))];
  const { rows: parties } = await sql<Tables["commitment_parties"]>`select * from commitment_parties
    where document in ${listed(documents)} order by document, commitment, role, n`.execute(db);
  // Those who promise nearly always take part in a contact of the text; where one does not, its actors are looked up.
  const missing = parties.filter(({ document, actor }) => !known.has(`${document} ${actor}`));
  const others = await actorsOf(db, [...new Set(missing.map(({ document }) => document))]);
  const actors = missing.length === 0 ? known : new Map([...others, ...known]);
  const byCommitment = groupBy(parties, ({ document, commitment }) => `${document} ${commitment}`);
  const listedOnes = rows.map((row) => {
    const key = `${row.document} ${row.local}`;
    const of = (wanted: string) =>
      (byCommitment.get(key) ?? [])
        .filter(({ role }) => role === wanted)
        .map(({ actor }) => partyOf(actors.get(`${row.document} ${actor}`)));
    return {
      contact: `${row.document} ${row.contact}`,
      commitment: {
        id: row.item,
        text: row.text,
        status: oneOf(STATUSES, row.status),
        stated: oneOf(STATED, row.stated),
        about: row.label,
        due: row.due,
        condition: row.condition,
        by: of("by"),
        to: of("to"),
        passage: passages.get(key) ?? "",
      },
    };
  });
  return new Map(
    [...groupBy(listedOnes, ({ contact }) => contact)].map(([contact, ones]) => [
      contact,
      ones.map(({ commitment }) => commitment),
    ]),
  );
}
