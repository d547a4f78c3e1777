import type { ActorTable, Mention } from "../actors/types.js";
import type { ClaimLexicon } from "./lexicon.js";
import { mediumAt } from "./media.js";
import type { Unit } from "./units.js";

/** A letter, telegram or message the text tells of. */
export interface Correspondence {
  readonly via: string;
  readonly sender: number | null;
  readonly addressee: number | null;
  /** Whether a unit stands right after it, so that “it” may mean it. */
  fresh(unit: Unit): boolean;
  /** Whether a unit stands near enough for “the message” or “the text” to mean it. */
  recent(unit: Unit): boolean;
}

const SENDING =
  /^(?:sent|send|sends|sending|wrote|writes|write|addressed|received|receives|congratulated|congratulates|congratulating|dispatched|extended|exchanged|delivered|handed|thanked|expressed|conveyed)$/;
/** Paragraphs a letter stays in mind. */
const REACH = 3;

/** The letter or telegram a unit tells of: “Putin sent a telegram to Rahmon”, “in a letter to Y, X …”. */
export function correspondenceIn(unit: Unit, actors: ActorTable, lexicon: ClaimLexicon): Correspondence | null {
  const { pieces } = unit;
  let via: string | null = null;
  let noun = -1;
  for (let at = 0; at < pieces.length; at++) {
    const name = mediumAt(pieces, at, lexicon);
    const medium = name === null ? undefined : lexicon.media.get(name);
    if (medium?.owner === "sender" && via === null) [via, noun] = [medium.via, at];
  }
  if (via === null || !pieces.some((p) => SENDING.test(p.lower))) return null;
  if (/^(?:reads?|says?|said|stresse[sd]|notes?|noted|goes|went)$/.test(pieces[noun + 1]?.lower ?? "")) return null;
  const sentences = [...new Set(pieces.map((p) => p.sentence))];
  const parties = sentences.flatMap((s) => [...actors.inSentence(s)]).filter((m) => isParty(m, actors));
  const lowerBefore = (m: Mention): string => pieces.findLast((p) => p.end <= m.span[0])?.lower ?? "";
  const to = parties.find((m) => lowerBefore(m) === "to");
  const from = parties.find((m) => lowerBefore(m) === "from");
  const others = (m: Mention | undefined): readonly Mention[] => parties.filter((p) => p.actors[0] !== m?.actors[0]);
  const sender = from ?? others(to)[0];
  const addressee = to ?? others(sender)[0];
  if (sender === undefined) return null;
  const near = (u: Unit, reach: number): boolean =>
    u.paragraph - unit.paragraph <= reach && u.paragraph >= unit.paragraph;
  return {
    via,
    sender: sender.actors[0] ?? null,
    addressee: addressee?.actors[0] ?? null,
    fresh: (u) => near(u, 0),
    recent: (u) => near(u, REACH),
  };
}

function isParty(mention: Mention, actors: ActorTable): boolean {
  if (mention.actors.length !== 1 || mention.kind === "pronoun") return false;
  const actor = actors.actors[mention.actors[0] ?? -1];
  return actor !== undefined && actor.role === "party" && actor.kind === "person";
}
