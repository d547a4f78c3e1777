import { sql } from "kysely";
import type { Database } from "../database.js";
import { storedDocument, upTo } from "../read.js";
import { actorsByPlace, inPieces, oneOf, partyFrom } from "./rows.js";
import type { LookupQuery, StoredStatement } from "./types.js";

const KINDS = ["direct", "indirect", "mixed"] as const;

/** Claims of documents that hold the words, the latest document first. The limit is of documents. */
export async function lookUpStatements(
  database: Database,
  query: LookupQuery & { readonly words: string },
): Promise<StoredStatement[]> {
  const documents = await matchingDocuments(database, query);
  const numbers = documents.map(({ no }) => no);
  const claims = await inPieces(numbers, (piece) =>
    database.db.selectFrom("claims").selectAll().where("document", "in", piece).execute(),
  );
  claims.sort((a, b) => a.n - b.n);
  const byDocument = new Map(numbers.map((no) => [no, [] as typeof claims]));
  for (const claim of claims) byDocument.get(claim.document)?.push(claim);
  const actors = await actorsByPlace(database.db, numbers);
  return documents.flatMap((row) =>
    (byDocument.get(row.no) ?? []).map((claim): StoredStatement => {
      const speaker = claim.speaker === null ? undefined : actors.get(`${row.no} ${claim.speaker}`);
      return {
        id: claim.item,
        document: storedDocument(row),
        day: row.published,
        kind: oneOf(KINDS, claim.kind),
        stance: claim.stance,
        text: row.text.slice(claim.content_start, claim.content_end),
        speaker: speaker === undefined ? null : partyFrom(speaker, {}),
        confidence: claim.confidence,
      };
    }),
  );
}

function matchingDocuments({ db, matching }: Database, { words, since, until, addedSince, limit }: LookupQuery & { readonly words: string }) {
  let query = db
    .selectFrom("documents")
    .innerJoin("stories", "stories.document", "documents.no")
    .selectAll("documents")
    .select(["copy_group", "story"])
    .where(matching(words));
  if (since !== undefined) query = query.where("documents.published", ">=", since);
  if (until !== undefined) query = query.where("documents.published", "<=", upTo(until));
  if (addedSince !== undefined) query = query.where("documents.added", ">=", addedSince);
  return query
    .orderBy(sql`documents.published is null`)
    .orderBy("documents.published", "desc")
    .orderBy("documents.hash")
    .limit(limit)
    .execute();
} // biome-ignore format: the arguments read best on one line
