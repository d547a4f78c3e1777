import { childrenBy } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { isKnown } from "./known.js";
import type { ContentCode, EventLexicon } from "./lexicon.js";
import type { Match } from "./match.js";
import type { Parties } from "./parties.js";

/**
 * What politicians do to each other with the verbs and nouns of fighting: “Trump attacked Rubio” is criticism, “Sanders
 * crushed Clinton” is an election and no event. Whoever bears arms attacks outright, and so does everybody where a word of the
 * sentence speaks of bodily harm.
 *
 * @returns The code of words, the code itself where it tells a deed, `null` where nothing is told.
 */
export function codeInWords(
  { clause, key, args, trigger }: Match,
  code: ContentCode,
  parties: Parties,
  { classes, governors }: EventLexicon,
): ContentCode | null {
  if (code.event !== "ASSAULT" || (code.mode !== null && code.mode !== "beat")) return code;
  const kinds = classes.get(key);
  const words = kinds?.has("word-attack") === true;
  if (!words && kinds?.has("contest") !== true) return code;
  if (!areRivals(clause, parties)) return code;
  if (clause.tokens.some((t) => classes.get(t.lemma.toLowerCase())?.has("bodily") === true)) return code;
  if (!words) return null;
  const alone = parties.recipient.length === 0 && parties.actor.length === 1;
  const says = (at: number): boolean => governors.get(clause.tokens[at]?.lemma.toLowerCase() ?? "") === "report";
  // “escalated his attacks, saying in a tweet that …”: attacks on nobody are words where they are said
  if (alone && ![args.predicate, trigger].some((at) => childrenBy(clause.tree, at, "advcl").some(says))) return code;
  return IN_WORDS;
}

const IN_WORDS: ContentCode = { event: "ACCUSE", mode: "disapprove", cameo: "111" };

/** A person of public life on one side, and on the other a person or a body that lives by words. */
function areRivals(clause: Clause, { actor, recipient }: Parties): boolean {
  const people = clause.actors.actors;
  const isPerson = (p: number): boolean => people[p]?.kind === "person";
  const unarmed = (p: number): boolean => !ARMED.has(people[p]?.sector[0] ?? "");
  const leads = (p: number): boolean => (isPerson(p) && unarmed(p) && isKnown(clause, p)) || inPolitics(clause, p);
  const stands = (p: number): boolean => (isPerson(p) && unarmed(p)) || inPolitics(clause, p);
  return actor.every(leads) && recipient.every(stands) && [...actor, ...recipient].some(isPerson);
}

/** “the campaign”, “Democrats”, “Congress”, “the media”. */
function inPolitics({ actors }: Clause, party: number): boolean {
  const one = actors.actors[party];
  return one !== undefined && one.kind !== "country" && POLITICS.has(one.sector[0] ?? "");
}

const ARMED: ReadonlySet<string> = new Set(["MIL", "COP", "REB", "PRM", "UAF", "CRM", "SPY"]);
const POLITICS: ReadonlySet<string> = new Set(["PTY", "LEG", "JRN"]);
