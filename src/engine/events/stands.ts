import type { Clause } from "./clause.js";
import { FIGHTING, isKnown, PUBLIC, sides } from "./known.js";
import type { ContentCode } from "./lexicon.js";
import type { Parties } from "./parties.js";
import { OWN_WORD } from "./words.js";

const NEEDS_RECIPIENT: ReadonlySet<string> = new Set(["COOPERATE", "AID", "SANCTION"]);

/** Whether the parties are enough for the event: PLOVER asks some events for a recipient, and any for a party of public life. */
export function stands(
  { event, cameo }: Pick<ContentCode, "event" | "cameo">,
  { actor, recipient }: Parties,
  clause: Clause,
): boolean {
  const reciprocal = recipient.length === 0 && actor.length > 1;
  if (event === "COOPERATE" && reciprocal && sides(clause, actor) < 2) return false; // police of one state and its army
  if (NEEDS_RECIPIENT.has(event) && recipient.length === 0 && !reciprocal) return false;
  if (event === "CONSULT")
    return cameo.startsWith(MEDIATED) ? mediates(clause, recipient) : consults(clause, [...actor, ...recipient]);
  const known = (index: number): boolean => isKnown(clause, index);
  // Words need somebody to say them; deeds are told of nameless doers too.
  const speaks = (index: number): boolean => {
    const party = clause.actors.actors[index];
    return (
      party !== undefined && (NAMED.has(party.kind) || isTitled(party.name) || !CROWD.has(party.sector[0] ?? "UNK"))
    );
  };
  // A crowd that strikes or marches is news by itself.
  if (event === "PROTEST" && actor.some((a) => (clause.actors.actors[a]?.sector[0] ?? "UNK") !== "UNK")) return true;
  if (OWN_WORD.has(event)) return actor.some((a) => known(a) || (speaks(a) && recipient.some(known)));
  return actor.some(known) || recipient.some(known);
}

const MEDIATED = "045";

/** “A bishop brokered talks between the government and the opposition”: whoever mediates, of those between whom he does one is known. */
function mediates(clause: Clause, between: readonly number[]): boolean {
  return between.every((one) => isOfficial(clause, one)) && between.some((one) => isKnown(clause, one));
}

/** Talks are events between those who speak for somebody: two at least, each of public life, and of one it is known of which. */
function consults(clause: Clause, parties: readonly number[]): boolean {
  return (
    parties.length > 1 &&
    parties.every((index) => isOfficial(clause, index)) &&
    parties.some((index) => clause.actors.actors[index]?.code != null)
  );
}

/** Whether somebody speaks for others: an office-holder, a state, a body, those of a part of public life. */
function isOfficial({ actors }: Clause, index: number): boolean {
  const party = actors.actors[index];
  if (party === undefined) return false;
  const nameless = party.kind === "unnamed" && party.code === null; // “a suicide bomber who went to Syria”
  if (nameless && FIGHTING.has(party.sector[0] ?? "")) return false;
  const collective = party.kind === "country" || party.kind === "organisation";
  return party.office !== null || PUBLIC.has(party.sector[0] ?? "") || (collective && party.code !== null);
}

/** “Free Press movement”, “Global Campaign for Equal Rights”: what is called by a name of its own, on no list. */
function isTitled(name: string): boolean {
  return /^\p{Lu}.+\p{Lu}/u.test(name);
}

const CROWD: ReadonlySet<string> = new Set(["UNK", "CVL"]);
const NAMED: ReadonlySet<string> = new Set(["person", "organisation"]);
