import { attributedAt, isSpokesperson, SIGNED_WITHIN } from "../actors/spokespersons.js";
import type { ActorTable } from "../actors/types.js";
import { OverlapIndex } from "../base/overlap-index.js";
import type { Span } from "../base/span.js";
import type { Claim } from "../claims/types.js";
import type { Clause } from "./clause.js";

/** Who made a contact known, by the clauses that tell it, all that is told of it, and its participants. */
export type Publishers = (
  evidence: readonly Span[],
  passages: readonly Clause[],
  participants: readonly number[],
) => readonly number[];

const RELEASED: ReadonlySet<string> = new Set(["release", "publish", "issue", "circulate", "post", "disclose"]);
const STATEMENT = /^(?:statement|communiqu[ée]|release|readout)$/;

/**
 * Who made contacts known: whoever the line above or under the report names, and the press services, offices and spokesmen of a
 * participant's side in whose words a passage is told, or by whom it says that it was released; else the press services
 * the article names at all.
 */
export function openPublishers(claims: readonly Claim[], actors: ActorTable, clauses: readonly Clause[]): Publishers {
  const speeches = claims.filter((claim) => claim.act === "speech");
  const index = new OverlapIndex(speeches.map((claim) => claim.content));
  const services = actors.actors.filter((a) => a.role === "press-service").map((a) => a.index);
  const signed = [
    ...clauses.slice(0, SIGNED_WITHIN).flatMap((clause) => answerers(clause)),
    ...clauses.slice(-SIGNED_WITHIN).flatMap((clause) => signers(clause)),
  ];
  return (evidence, passages, participants) => {
    const tellers = (spans: readonly Span[]): readonly number[] =>
      index.overlapping(spans).flatMap((at) => speeches[at]?.chain.map((link) => link.actor) ?? []);
    const told = (named: readonly number[]): readonly number[] =>
      [...new Set(named)].filter((each) => tells(each, participants, actors)).sort((a, b) => a - b);
    const near = told([...signed, ...tellers(evidence), ...passages.flatMap((clause) => releasers(clause))]);
    if (near.length > 0) return near;
    const beside = told(tellers(passages.map((clause) => clause.sentence.span)));
    return beside.length > 0 ? beside : services.filter((service) => tells(service, participants, actors));
  };
}

/** “Office of the Prime Minister of X”, a line by itself: who signs the report. */
function signers({ tokens, mentions, actors }: Clause): readonly number[] {
  const [first] = mentions;
  if (first === undefined || first.first > 1 || tokens.some((t) => /^(?:VERB|AUX)$/.test(t.upos))) return [];
  return first.actors.filter((a) => actors.actors[a]?.kind === "organisation");
}

/** “The following is attributable to Spokesperson X:”, above a report. */
function answerers({ tokens, mentions }: Clause): readonly number[] {
  const at = attributedAt(tokens);
  if (at < 0 || tokens[at + 1]?.upos === "PUNCT") return [];
  return mentions.find((m) => m.first === at + 1 || m.first === at + 2)?.actors ?? [];
}

/** “released by the Royal Household”, “a statement from the palace”. */
function releasers({ tokens, mentions }: Clause): readonly number[] {
  return mentions.flatMap((mention) => {
    const at = tokens[mention.first - 1]?.upos === "DET" ? mention.first - 2 : mention.first - 1;
    const [link, before] = [tokens[at]?.lower ?? "", tokens[at - 1]];
    const released = link === "by" && before?.xpos === "VBN" && RELEASED.has(before.lemma);
    const stated = /^(?:from|by|of)$/.test(link) && STATEMENT.test(before?.lower ?? "");
    return released || stated ? mention.actors : [];
  });
}

/** Whether an actor makes known what a side does: a press service, an office or a spokesman of one of the sides. */
function tells(index: number, participants: readonly number[], actors: ActorTable): boolean {
  const actor = actors.actors[index];
  if (actor === undefined || participants.includes(index)) return false;
  const ofSide = participants.some((p) => actor.code !== null && actors.actors[p]?.code === actor.code);
  if (actor.role === "press-service") return ofSide || actor.code === null;
  if (actor.kind === "organisation") return actor.sector[0] === "GOV" && ofSide;
  return isSpokesperson(actor) && /^(?:person|unnamed)$/.test(actor.kind) && (ofSide || actor.code === null);
}
