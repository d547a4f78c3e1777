import type { Actor } from "../actors/types.js";
import { type Clause, coordinated, partiesOf } from "./clause.js";
import type { Gathered } from "./gather.js";
import { afterWord, subjectAt } from "./parties.js";
import { isLive } from "./trigger.js";

/** Who took part in a contact beside those who held it. Actors are indices. */
export interface Company {
  /** “accompanied by X”, “the delegation included X”, “X was also present”: of one party's side. */
  readonly members: readonly number[];
  /** “mediated by X”, “under the auspices of X”: of no party's side. */
  readonly mediators: readonly number[];
  /** Those who sent a message together, its sender among them. */
  readonly senders: readonly number[];
}

/**
 * Finds who came along and who mediated, in the sentences that speak of a contact.
 *
 * @param own Those sentences, in order.
 */
export function companyOf(g: Gathered, own: readonly Clause[]): Company {
  const [first] = own;
  const senders = g.sender === null ? [] : unique([g.sender, ...g.triggers.flatMap((t) => t.senders ?? [])]);
  if (first === undefined || !isLive(g.channel)) return { members: [], mediators: [], senders };
  const actors = first.actors.actors;
  const sides = new Set(g.parties.map((p) => actors[p]?.code ?? null));
  const joined = new Set(g.triggers.flatMap((t) => (t.joins ? t.parties : [])));
  const heads = g.parties.filter((p) => !joined.has(p));
  const ofASide = (p: number): boolean => isPerson(actors[p]) && sides.has(actors[p]?.code ?? null);
  const beside = own.flatMap((clause) => companions(clause, g.parties));
  const led = (p: number): boolean => heads.some((h) => h !== p && actors[h]?.code === actors[p]?.code);
  const members = [...[...joined].filter((p) => g.parties.includes(p) && led(p)), ...beside];
  const mediators = own.flatMap(mediatorsIn).filter((p) => !sides.has(actors[p]?.code ?? null));
  return {
    members: unique(members).filter((p) => ofASide(p) && !heads.includes(p)),
    mediators: unique(mediators),
    senders,
  };
}

function unique(list: readonly number[]): readonly number[] {
  return [...new Set(list)].sort((a, b) => a - b);
}

function isPerson(actor: Actor | undefined): boolean {
  return actor?.kind === "person" || actor?.kind === "unnamed";
}

/** Persons a sentence names as company of the parties. */
function companions(clause: Clause, parties: readonly number[]): readonly number[] {
  const { tokens, cues } = clause;
  return tokens.flatMap((token, at) => {
    if (cues.company.has(token.lemma) && token.upos === "VERB") return accompanying(clause, at, parties);
    if (cues.containing.has(token.lemma) && ofDelegation(clause, at)) return following(clause, at);
    if (token.lower === "presence" && tokens[at + 1]?.lower === "of") return following(clause, at + 1);
    return /^(?:present|attendance)$/.test(token.lower) ? attending(clause, at) : [];
  });
}

/** “X, accompanied by Y”, “Y accompanied X”. */
function accompanying(clause: Clause, at: number, parties: readonly number[]): readonly number[] {
  const { tokens } = clause;
  if (tokens[at + 1]?.lower === "by") return following(clause, at + 1);
  if (tokens[at]?.xpos === "VBN" && tokens[at - 1]?.lemma === "be") return [];
  return following(clause, at).some((p) => parties.includes(p)) ? subjectAt(clause, at) : [];
}

/** “the delegation, which included”, “a delegation comprising”. */
function ofDelegation({ tokens, cues }: Clause, at: number): boolean {
  return tokens.slice(Math.max(0, at - DELEGATION_REACH), at).some((t) => cues.delegation.has(t.lemma));
}

/** Words between a delegation and what says whom it includes. */
const DELEGATION_REACH = 6;

/** “Also present were X and Y”, “X was in attendance”. */
function attending(clause: Clause, at: number): readonly number[] {
  const { tokens } = clause;
  const opens = tokens.slice(0, at).every((t) => /^(?:also|in|among|those)$/.test(t.lower));
  if (opens && tokens[at + 1]?.lemma === "be") return following(clause, at + 1);
  const be = tokens.slice(Math.max(0, at - 3), at).find((t) => t.lemma === "be");
  return be === undefined ? [] : subjectAt(clause, be.index);
}

/** The parties that begin right behind a word, with those coordinated to them. */
function following(clause: Clause, at: number): readonly number[] {
  const k = clause.mentions.findIndex((m) => m.first > at && m.first <= at + 3);
  const mention = clause.mentions[k];
  if (mention === undefined) return [];
  if (clause.tokens.slice(at + 1, mention.first).some((t) => !/^(?:DET|ADJ|ADV|PRON|NOUN)$/.test(t.upos))) return [];
  return coordinated(clause, k).flatMap((m) => partiesOf(clause, m));
}

/** “mediated by X”, “with the mediation of X”, “X brokered the talks”. */
function mediatorsIn(clause: Clause): readonly number[] {
  const { tokens, cues } = clause;
  return tokens.flatMap((token, at) => {
    if (token.upos === "NOUN" && cues.mediation.has(token.lemma)) {
      const behind = afterWord(clause, at, new Set(["of", "by"]), 2);
      return tokens[at + 1]?.lower === "of" || tokens[at + 1]?.lower === "by" ? behind : [];
    }
    if (token.upos !== "VERB" || !cues.mediating.has(token.lemma)) return [];
    if (tokens[at + 1]?.lower === "by") return following(clause, at + 1);
    return token.xpos === "VBN" ? [] : mediating(clause, at);
  });
}

/** “Qatar mediated the talks”: who does so, where what it mediates is a contact. */
function mediating(clause: Clause, at: number): readonly number[] {
  const object = clause.tokens
    .slice(at + 1, at + 5)
    .some((t) => t.upos === "NOUN" && clause.cues.mediated.has(t.lemma));
  return object ? subjectAt(clause, at) : [];
}
