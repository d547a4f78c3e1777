import type { ActorTable, Mention } from "../actors/types.js";
import type { ClaimLexicon } from "./lexicon.js";
import { mediumAt } from "./media.js";
import { baseStart } from "./phrase-start.js";
import { baseEnd } from "./phrases.js";
import type { Unit } from "./units.js";

/** A letter, telegram or message the text tells of. */
export interface Correspondence {
  readonly via: string;
  readonly sender: number | null;
  readonly addressee: number | null;
  /** Whether a unit stands right after it, so that “it” may mean it. */
  fresh(unit: Unit): boolean;
  /** Whether a unit stands right after it or in the paragraph behind, so that “in it” may mean it. */
  beside(unit: Unit): boolean;
  /** Whether a unit stands near enough for “the message” or “the text” to mean it. */
  recent(unit: Unit): boolean;
}

const SENDING =
  /^(?:sent|send|sends|sending|wrote|writes|write|addressed|received|receives|congratulated|congratulates|congratulating|dispatched|extended|exchanged|delivered|handed|thanked|expressed|conveyed)$/;
/** Paragraphs a letter stays in mind. */
const REACH = 3;

/**
 * The letter or telegram a unit tells of: “Putin sent a telegram to Rahmon”, “in a letter to Y, X …”, “informed Y in a letter”.
 *
 * @param before The one told of before: “the letter” brings it back to mind.
 */
export function correspondenceIn(
  unit: Unit,
  actors: ActorTable,
  lexicon: ClaimLexicon,
  before: Correspondence | null,
): Correspondence | null {
  const { pieces } = unit;
  let via: string | null = null;
  let noun = -1;
  for (let at = 0; at < pieces.length; at++) {
    const name = mediumAt(pieces, at, lexicon);
    const medium = name === null ? undefined : lexicon.media.get(name);
    if (medium?.owner === "sender" && via === null) [via, noun] = [medium.via, at];
  }
  if (via === null) return writtenIn(unit, actors, before);
  const within = linkBefore(pieces, noun);
  if (within !== "in" && !pieces.some((p) => SENDING.test(p.lower))) return null;
  if (/^(?:reads?|says?|said|stresse[sd]|notes?|noted|goes|went)$/.test(pieces[noun + 1]?.lower ?? "")) return null;
  const owns = (m: Mention): boolean => /^['’]s?$/.test(pieces.find((p) => p.start >= m.span[1])?.lower ?? "");
  const parties = partiesIn(unit, actors).filter((m) => !(within === "in" && owns(m)));
  const lowerBefore = (m: Mention): string => pieces.findLast((p) => p.end <= m.span[0])?.lower ?? "";
  const to = parties.find((m) => lowerBefore(m) === "to");
  const from = parties.find((m) => lowerBefore(m) === "from");
  const others = (m: Mention | undefined): readonly Mention[] => parties.filter((p) => p.actors[0] !== m?.actors[0]);
  const sender = from ?? others(to)[0];
  const addressee = to ?? others(sender)[0];
  const again = within === "in" && !/^an?$/.test(pieces[baseStart(pieces, noun)]?.lower ?? "");
  const other = sender !== undefined && sender.actors[0] !== before?.sender;
  const same = before?.recent(unit) === true && again && (before.via === via || !other); // “condolences”, then “in his telegram”
  if (same && (sender === undefined || addressee === undefined))
    return tellAt(unit, via, sender?.actors[0] ?? before.sender, before.addressee);
  if (sender === undefined) return null;
  return tellAt(unit, via, sender.actors[0] ?? null, addressee?.actors[0] ?? null);
}

/**
 * A letter told of by its verb: “Holm wrote to Berg”, “Holm cabled Berg”; “Holm congratulated Berg”, where no other letter is
 * in mind, tells of one that only “the message” brings up.
 */
function writtenIn(unit: Unit, actors: ActorTable, before: Correspondence | null): Correspondence | null {
  const { pieces } = unit;
  const at = pieces.findIndex((p, i) => WRITING.test(p.lower) && viaOf(p.lower, pieces[i + 1]?.lower ?? "") !== null);
  const verb = pieces[at];
  const via = viaOf(verb?.lower ?? "", pieces[at + 1]?.lower ?? "");
  if (verb === undefined || via === null) return null;
  const implied = via === "message";
  if (implied && before?.recent(unit) === true) return null;
  const parties = partiesIn(unit, actors);
  const sender = parties.findLast((m) => m.span[1] <= verb.start);
  const addressee = parties.find((m) => m.span[0] >= verb.end && m.actors[0] !== sender?.actors[0]);
  if (sender === undefined || addressee === undefined) return null;
  const told = tellAt(unit, via, sender.actors[0] ?? null, addressee.actors[0] ?? null);
  return implied ? { ...told, fresh: () => false, beside: () => false } : told;
}

const WRITING = /^(?:wrote|written|writes|cabled|telegraphed|congratulated|congratulates)$/;

function viaOf(verb: string, next: string): string | null {
  if (/^wr/.test(verb)) return next === "to" ? "letter" : null;
  return /^congrat/.test(verb) ? "message" : /^(?:cabled|telegraphed)$/.test(verb) ? "telegram" : null;
}

/**
 * Whether a unit tells what the letter in mind says: “In it, …”, “In his message the president …”, “The president noted in the
 * letter that …”.
 */
export function tellsOf(unit: Unit, mail: Correspondence, lexicon: ClaimLexicon): boolean {
  const { pieces } = unit;
  const [first, second] = pieces;
  if (first?.lower === "in" && second?.lower === "it") return mail.beside(unit);
  if (pieces.some((p, at) => p.lower === "in" && pieces[at + 1]?.lower === "which") && mail.fresh(unit)) return true;
  return pieces.some((p, at) => {
    const noun = p.lower === "in" && /^(?:DT|PRP\$)$/.test(pieces[at + 1]?.tag ?? "") ? baseEnd(pieces, at + 1) : -1;
    const name = noun < 0 ? null : mediumAt(pieces, noun, lexicon);
    if (name === null || lexicon.media.get(name)?.owner !== "sender" || !mail.recent(unit)) return false;
    return !/^an?$/.test(pieces[at + 1]?.lower ?? "") || pieces[noun + 1]?.lower === "to"; // “in a cable to Berg”
  });
}

/** A letter told of at a unit. */
function tellAt({ paragraph }: Unit, via: string, sender: number | null, addressee: number | null): Correspondence {
  const near = (u: Unit, reach: number): boolean => u.paragraph - paragraph <= reach && u.paragraph >= paragraph;
  const within = (reach: number) => (u: Unit) => near(u, reach);
  return { via, sender, addressee, fresh: within(0), beside: within(1), recent: within(REACH) };
}

/** The persons a unit names, each by one mention or more. */
function partiesIn({ pieces }: Unit, actors: ActorTable): readonly Mention[] {
  const sentences = [...new Set(pieces.map((p) => p.sentence))];
  return sentences.flatMap((s) => actors.inSentence(s).filter((m) => isParty(m, actors)));
}

/** The preposition before the noun phrase that ends at `noun`: “in” of “in the cable”; `""` where none stands there. */
function linkBefore(pieces: Unit["pieces"], noun: number): string {
  const first = baseStart(pieces, noun);
  return first > noun ? "" : (pieces[first - 1]?.lower ?? "");
}

function isParty(mention: Mention, actors: ActorTable): boolean {
  if (mention.actors.length !== 1 || mention.kind === "pronoun") return false;
  const actor = actors.actors[mention.actors[0] ?? -1];
  return actor !== undefined && actor.role === "party" && actor.kind === "person";
}
