import type { ActorTable } from "../actors/types.js";
import { overlaps, type Span } from "../base/span.js";
import type { Claim } from "../claims/types.js";

/**
 * Who made a contact known: the press services and offices of a participant's side in whose words a passage of it is told;
 * else the press services the article names at all.
 */
export function publishersOf(
  evidence: readonly Span[],
  participants: readonly number[],
  claims: readonly Claim[],
  actors: ActorTable,
): readonly number[] {
  const sides = new Set(participants.flatMap((p) => actors.actors[p]?.code ?? []));
  const tells = (index: number): boolean => {
    const actor = actors.actors[index];
    if (actor === undefined || participants.includes(index)) return false;
    if (actor.role === "press-service") return true;
    return actor.kind === "organisation" && actor.sector[0] === "GOV" && sides.has(actor.code ?? "");
  };
  const told = claims
    .filter((claim) => claim.act === "speech" && evidence.some((e) => overlaps(claim.content, e)))
    .flatMap((claim) => claim.chain.map((link) => link.actor).filter(tells));
  if (told.length > 0) return [...new Set(told)].sort((a, b) => a - b);
  return actors.actors.filter((a) => a.role === "press-service").map((a) => a.index);
}
