import type { ActorTable } from "../actors/types.js";
import { contains } from "../base/span.js";
import type { SourceDocument } from "../document/types.js";
import type { SourceRegistry } from "./registry.js";
import type { Voice } from "./speakers.js";
import type { ChainLink, Claim } from "./types.js";

/** The agency whose report the document is, as an actor of the table. */
export function agencyOf(document: Pick<SourceDocument, "agency">, actors: ActorTable): number | null {
  const name = document.agency?.name.toLowerCase();
  if (name === undefined) return null;
  return actors.actors.find((a) => a.role === "agency" && a.name.toLowerCase() === name)?.index ?? null;
}

/** One hand of a chain, by the part its actor plays. */
export function linkOf(actor: number, actors: SourceRegistry, via: string | null, last: boolean): ChainLink {
  const role = actors.roleOf(actor);
  // “Ukraine's foreign minister” is known by the office.
  const nameless = actors.actor(actor)?.kind === "unnamed" && actors.actor(actor)?.officeKey == null;
  const as =
    role === "press-service" || role === "agency" || role === "outlet" ? role : nameless ? "anonymous" : "speaker";
  return { actor, as: last && as !== "press-service" && as !== "anonymous" ? "speaker" : as, via };
}

/** Whose hands every claim of an article came through. */
export interface Hands {
  readonly outlet: number | null;
  readonly agency: number | null;
  /** Whoever the report says it is attributable to, or by whom its headline says the statement is. */
  readonly issuer: number | null;
}

/**
 * The chain of a claim, outermost first: outlet, agency, who answers for the text, whoever passed the words on, the speakers of
 * the claims it stands in, its own speaker.
 *
 * @param outer Claims whose content holds this one's cue, the widest first.
 */
export function chainOf(
  { outlet, agency, issuer }: Hands,
  outer: readonly (readonly ChainLink[])[],
  voice: Voice,
  actors: SourceRegistry,
): readonly ChainLink[] {
  const links: ChainLink[] = [];
  const add = (link: ChainLink): void => {
    if (!links.some((l) => l.actor === link.actor)) links.push(link);
  };
  if (outlet !== null && outlet !== agency) add({ actor: outlet, as: "outlet", via: null });
  if (agency !== null) add({ actor: agency, as: "agency", via: null });
  if (issuer !== null && issuer !== voice.speaker) add({ actor: issuer, as: "press-service", via: "statement" });
  for (const chain of outer) for (const link of chain) add(link);
  if (voice.through !== null) add(linkOf(voice.through, actors, null, false));
  if (voice.reporter !== null) add(linkOf(voice.reporter, actors, null, false));
  if (voice.speaker !== null) {
    const own = links.findIndex((l) => l.actor === voice.speaker);
    if (own >= 0) links.splice(own, 1);
    links.push(linkOf(voice.speaker, actors, voice.via, true));
  }
  return links;
}

/** Whether a claim stands inside another one's content. */
export function standsIn(inner: Claim, outer: Claim): boolean {
  if (inner === outer) return false;
  const place = inner.cue ?? inner.content;
  return contains(outer.content, place) && outer.content[1] - outer.content[0] >= inner.content[1] - inner.content[0];
}
