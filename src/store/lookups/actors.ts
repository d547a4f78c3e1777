import type { Queries } from "../database.js";
import { isCode } from "./found.js";
import type { KnownActor } from "./types.js";

/** Actors by key, code or exact name; with `near`, by part of the name. Most named first, then by key and name. */
export async function lookUpActors(
  db: Queries,
  { name, near = false, limit }: { readonly name: string; readonly near?: boolean; readonly limit: number },
): Promise<KnownActor[]> {
  const pattern = `%${name.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const rows = await db
    .selectFrom("actors")
    .select(["actor_key", "name", "kind", "code"])
    .select((eb) => eb.fn.count<number | string>("document").distinct().as("documents"))
    .where((eb) =>
      near
        ? eb(eb.fn<string>("lower", ["name"]), "like", pattern)
        : eb.or([
            eb("actor_key", "in", [name, name.toLowerCase()]),
            eb("name", "=", name),
            ...(isCode(name) ? [eb("code", "=", name)] : []),
          ]),
    )
    .groupBy(["actor_key", "name", "kind", "code"])
    .orderBy("documents", "desc")
    .orderBy("actor_key")
    .orderBy("name")
    .orderBy("kind")
    .limit(limit)
    .execute();
  return rows.map(({ actor_key, documents, ...row }) => ({ ...row, key: actor_key, documents: Number(documents) }));
}
