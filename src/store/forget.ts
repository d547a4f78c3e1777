import type { Database, Queries } from "./database.js";
import { regroup } from "./regroup.js";

/** Removes a document, or every document that names an actor, with all that hangs on it; a tombstone keeps it out. */
export async function forget(
  { write }: Database,
  kind: "document" | "actor",
  key: string,
  why: string,
  made: string,
): Promise<string[]> {
  return write(async (db) => {
    await db
      .insertInto("tombstones")
      .values({ kind, key, why, made })
      .onConflict((conflict) => conflict.columns(["kind", "key"]).doNothing())
      .execute();
    const hashes = kind === "document" ? [key] : await documentsNaming(db, key);
    const removed: string[] = [];
    for (const hash of hashes) if (await remove(db, hash)) removed.push(hash);
    return removed;
  });
}

async function documentsNaming(db: Queries, actor: string): Promise<string[]> {
  const rows = await db
    .selectFrom("actors")
    .innerJoin("documents", "documents.no", "actors.document")
    .select("documents.hash")
    .distinct()
    .where("actors.actor_key", "=", actor)
    .orderBy("documents.hash")
    .execute();
  return rows.map(({ hash }) => hash);
}

/** The document's rows go with it; its judgements have no rows of their own to hang on, and its groups are made anew. */
async function remove(db: Queries, hash: string): Promise<boolean> {
  const others = await db
    .selectFrom("judgements")
    .select(["document", "other"])
    .where("kind", "=", "merge")
    .where((eb) => eb.or([eb("document", "=", hash), eb("other", "=", hash)]))
    .execute();
  const group = await db
    .selectFrom("stories")
    .innerJoin("documents", "documents.no", "stories.document")
    .select("documents.hash")
    .where("stories.story", "in", (eb) =>
      eb
        .selectFrom("stories as s")
        .innerJoin("documents as d", "d.no", "s.document")
        .select("s.story")
        .where("d.hash", "=", hash),
    )
    .execute();
  await db
    .deleteFrom("judgements")
    .where((eb) => eb.or([eb("document", "=", hash), eb("other", "=", hash)]))
    .execute();
  const result = await db.deleteFrom("documents").where("hash", "=", hash).executeTakeFirst();
  const left = new Set([
    ...others.flatMap(({ document, other }) => [document, other ?? hash]),
    ...group.map((g) => g.hash),
  ]);
  left.delete(hash);
  if (left.size > 0) await regroup(db, [...left]);
  return Number(result.numDeletedRows) > 0;
}
