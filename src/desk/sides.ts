import { overlaps } from "../engine/base/span.js";
import type { ActorRecord, ContactRecord, ReadoutRecord } from "../engine/record.js";

/** Whose readout a text is. */
export interface Publisher {
  /** Code of the side; `null` where the text is no side's own. */
  readonly side: string | null;
  readonly name: string | null;
}

/**
 * The side whose words a text gives of a contact: of the body that publishes it, else of the government body that is
 * quoted for it or puts the text out. An agency's or paper's own report, and one that rests on both sides, is no side's.
 */
export function publisherOf(record: ReadoutRecord, contact: ContactRecord, sides: readonly string[]): Publisher {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const bodies = (ids: readonly string[]): ActorRecord[] =>
    ids.flatMap((id) => {
      const actor = actors.get(id);
      return actor !== undefined && isBody(actor) && sides.includes(actor.code ?? "") ? [actor] : [];
    });
  for (const found of [bodies(contact.publishedBy), bodies(tellersOf(record, contact)), bodies(outletsOf(record))]) {
    const codes = new Set(found.map(({ code }) => code));
    const [first] = found;
    if (first !== undefined) return { side: codes.size === 1 ? first.code : null, name: first.name };
  }
  return { side: null, name: record.document.outlet ?? record.document.agency };
}

function isBody({ kind, sector }: ActorRecord): boolean {
  return kind === "organisation" && sector.includes("GOV");
}

/** Who is given as the source of what a passage of the contact tells: the first one may be a headline. */
function tellersOf({ claims }: ReadoutRecord, { evidence }: ContactRecord): string[] {
  return claims
    .filter(({ content }) => evidence.some((passage) => overlaps(content, passage)))
    .flatMap(({ chain }) => chain.filter(({ as }) => as === "press-service" || as === "speaker").map(({ actor }) => actor));
} // biome-ignore format: the chain reads best on one line

function outletsOf({ claims }: ReadoutRecord): string[] {
  return claims.flatMap(({ chain }) => chain.filter(({ as }) => as === "outlet").map(({ actor }) => actor));
}
