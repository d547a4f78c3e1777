import type { ActorTable } from "../actors/types.js";
import { OverlapIndex } from "../base/overlap-index.js";
import type { Span } from "../base/span.js";
import type { Claim } from "../claims/types.js";

/** Who made a contact known, by the passages that tell it and its participants. */
export type Publishers = (evidence: readonly Span[], participants: readonly number[]) => readonly number[];

/**
 * Who made contacts known: the press services and offices of a participant's side in whose words a passage is told; else
 * the press services the article names at all.
 */
export function openPublishers(claims: readonly Claim[], actors: ActorTable): Publishers {
  const speeches = claims.filter((claim) => claim.act === "speech");
  const index = new OverlapIndex(speeches.map((claim) => claim.content));
  const services = actors.actors.filter((a) => a.role === "press-service").map((a) => a.index);
  return (evidence, participants) => {
    const tellers = index.overlapping(evidence).flatMap((at) => speeches[at]?.chain.map((link) => link.actor) ?? []);
    const told = tellers.filter((teller) => tells(teller, participants, actors));
    return told.length > 0 ? [...new Set(told)].sort((a, b) => a - b) : services;
  };
}

/** Whether an actor makes known what a side does: a press service, or an office of one of the sides. */
function tells(index: number, participants: readonly number[], actors: ActorTable): boolean {
  const actor = actors.actors[index];
  if (actor === undefined || participants.includes(index)) return false;
  if (actor.role === "press-service") return true;
  const isOffice = actor.kind === "organisation" && actor.sector[0] === "GOV";
  return isOffice && participants.some((p) => actor.code !== null && actors.actors[p]?.code === actor.code);
}
