import type { Database, Queries } from "./database.js";
import { regroup } from "./regroup.js";

/** Removes a document, or every document that names an actor, with all that hangs on it; a tombstone keeps it out. */
export async function forget(
  { write, scrub }: Database,
  kind: "document" | "actor",
  key: string,
  why: string,
  made: string,
): Promise<string[]> {
  const removed = await write(async (db) => {
    await db
      .insertInto("tombstones")
      .values({ kind, key, why, made })
      .onConflict((conflict) => conflict.columns(["kind", "key"]).doNothing())
      .execute();
    const hashes = kind === "document" ? [key] : await documentsNaming(db, key);
    const removed: string[] = [];
    for (const hash of hashes) if (await remove(db, hash)) removed.push(hash);
    return [...removed, ...(await removeEntries(db, kind, key))];
  });
  await scrub();
  return removed;
}

/** Removes the contact entered by hand with an id, or all in which an actor takes part; gives their ids. */
async function removeEntries(db: Queries, kind: "document" | "actor", key: string): Promise<string[]> {
  const entries = await db.selectFrom("entries").select(["id", "contact"]).orderBy("id").execute();
  const ids = entries
    .filter(({ id, contact }) => (kind === "document" ? id === key : keysOf(JSON.parse(contact)).includes(key)))
    .map(({ id }) => id);
  if (ids.length > 0) await db.deleteFrom("entries").where("id", "in", ids).execute();
  return ids;
}

/** Keys of those who take part in a contact entered by hand. */
function keysOf(contact: unknown): unknown[] {
  if (typeof contact !== "object" || contact === null || !("participants" in contact)) return [];
  const { participants } = contact;
  if (!Array.isArray(participants)) return [];
  return participants.map((one: unknown) => (typeof one === "object" && one !== null && "key" in one ? one.key : null));
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
  await removePage(db, hash);
  const result = await db.deleteFrom("documents").where("hash", "=", hash).executeTakeFirst();
  const left = new Set([
    ...others.flatMap(({ document, other }) => [document, other ?? hash]),
    ...group.map((g) => g.hash),
  ]);
  left.delete(hash);
  if (left.size > 0) await regroup(db, [...left]);
  return Number(result.numDeletedRows) > 0;
}

/** What is kept of the visits to a page goes with the page: its address tells what it was. */
async function removePage(db: Queries, hash: string): Promise<void> {
  const document = await db
    .selectFrom("documents")
    .select(["source", "url"])
    .where("hash", "=", hash)
    .executeTakeFirst();
  const names = [document?.source, document?.url].filter((name) => typeof name === "string");
  if (names.length === 0) return;
  await db.deleteFrom("sources").where("kind", "=", "page").where("name", "in", names).execute();
}
